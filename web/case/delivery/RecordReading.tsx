import { useQueryClient } from '@tanstack/react-query'
import type { AddAddendum } from '#contract/case/addenda.ts'
import type { ProcessRecordView } from '#contract/case/delivery.ts'
import { activityType, contactMode, personSeen } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { InWordsOf } from '#web/app/code-words.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { WhyMasked } from '#web/case/overview/WhyMasked.tsx'
import { Addenda } from '#web/case/timeline/Addenda.tsx'
import { Badge, Facts, Section } from '#web/ui/index.ts'
import { addToRecord, keepInStep, type SeenRecord } from './delivery.api.ts'
import { useRecordLabels } from './RecordEditor.tsx'
import { recordWords } from './record.words.ts'

/** A record that was signed: read-only, facts and judgement apart, with what was added later. */
export function RecordReading({ seen: { value: record } }: { seen: SeenRecord }) {
  const t = useWords(recordWords)
  const queries = useQueryClient()
  const add = async (addendum: AddAddendum) => keepInStep(queries, await addToRecord(record, addendum))
  const { caseId, ordinal, addenda, abilities } = record
  return (
    <CaseFrame
      caseId={caseId}
      title={t('title', { ordinal })}
      lead={<Standing record={record} />}
      back={{ to: `/cases/${caseId}/delivery`, label: t('back') }}
    >
      {record.masked && <WhyMasked caseId={caseId} of="record" />}
      <InWordsOf at={record.signature?.at}>
        <Contact record={record} />
      </InWordsOf>
      <FactParts record={record} />
      <OwnFields caseId={caseId} recordId={record.id} state={record.state} />
      {record.state === 'signed' && (
        <Addenda to={record.id} addenda={addenda} ability={abilities.addAddendum} add={add} />
      )}
    </CaseFrame>
  )
}

type OfRecord = { record: ProcessRecordView }

function Standing({ record: { state, signature, author, writtenLate } }: OfRecord) {
  const t = useWords(recordWords)
  const formats = useFormats()
  const hand = signature && { name: signature.by.name, when: formats.moment(signature.at) }
  return (
    <>
      <p className="page-actions">
        <Badge {...(state === 'signed' ? { tone: 'done' } : {})}>{t(state)}</Badge>
        {writtenLate && <Badge tone="warn">{t('late')}</Badge>}
        <span>{hand ? t('signedBy', hand) : t('author', { name: author.name })}</span>
      </p>
      {writtenLate && <p>{t('lateLead')}</p>}
    </>
  )
}

function Contact({ record: { sheet, goals } }: OfRecord) {
  const t = useWords(recordWords)
  const labels = useRecordLabels()
  const label = useLabel()
  const formats = useFormats()
  const moment = (iso: string | null) => iso && formats.moment(iso)
  const served = goals.filter(({ id }) => sheet.goalIds.includes(id)).map(({ statement }) => statement)
  const met = sheet.clientSeen === null ? '' : t(sheet.clientSeen ? 'seen' : 'notSeen')
  return (
    <Section title={t('when')}>
      <Facts
        facts={[
          { label: labels.heldFrom, value: moment(sheet.heldFrom) },
          { label: labels.heldUntil, value: moment(sheet.heldUntil) },
          { label: labels.mode, value: sheet.mode && label(contactMode, sheet.mode) },
          { label: labels.place, value: sheet.place },
          { label: labels.clientSeen, value: met },
          { label: labels.notSeenReason, value: sheet.notSeenReason },
          {
            label: labels.personsSeen,
            value: formats.phrases(sheet.personsSeen.map((who) => label(personSeen, who))),
          },
          { label: labels.purpose, value: sheet.purpose },
          { label: labels.goalIds, value: formats.list(served) },
          {
            label: labels.activityTypes,
            value: formats.phrases(sheet.activityTypes.map((type) => label(activityType, type))),
          },
        ]}
      />
    </Section>
  )
}

const factFields = [
  'performance',
  'interaction',
  'intervention',
  'progress',
  'difficulty',
  'solution',
] as const

function FactParts({ record: { sheet, masked } }: OfRecord) {
  const t = useWords(recordWords)
  const labels = useRecordLabels()
  const formats = useFormats()
  return (
    <>
      {!masked && (
        <Section title={t('facts')}>
          <Facts facts={factFields.map((field) => ({ label: labels[field], value: sheet[field] }))} />
        </Section>
      )}
      {sheet.judgement && (
        <div className="judgement">
          <Section title={t('judgementPart')}>
            <Facts facts={[{ label: labels.judgement, value: sheet.judgement }]} />
          </Section>
        </div>
      )}
      {(!masked || sheet.nextAt !== null) && (
        <Section title={t('nextPart')}>
          <Facts
            facts={[
              { label: labels.nextPlan, value: sheet.nextPlan },
              { label: labels.nextAt, value: sheet.nextAt && formats.moment(sheet.nextAt) },
            ]}
          />
        </Section>
      )}
    </>
  )
}
