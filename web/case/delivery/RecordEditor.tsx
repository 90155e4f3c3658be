import type { ProcessRecordSheet } from '#contract/case/delivery.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton } from '#web/ui/index.ts'
import { ContactFields } from './ContactFields.tsx'
import type { SeenRecord } from './delivery.api.ts'
import { FactFields, JudgementFields, NextFields } from './FactFields.tsx'
import { LackingLinks } from './LackingLinks.tsx'
import { recordWords } from './record.words.ts'
import { useRecordSheet } from './useRecordSheet.ts'

/** A record being written: what was, apart from what one thinks of it, and what comes next. */
export function RecordEditor({ seen }: { seen: SeenRecord }) {
  const t = useWords(recordWords)
  const { caseId, ordinal, abilities, author, goals } = seen.value
  const tools = useRecordSheet(seen)
  const { draft, sign } = tools
  const button = (
    <ActionButton look="main" ability={abilities.sign} busy={sign.isPending} onClick={() => sign.mutate()}>
      {t('sign')}
    </ActionButton>
  )
  return (
    <CaseFrame
      caseId={caseId}
      title={t('title', { ordinal })}
      lead={
        <p>{`${t('author', { name: author.name })} · ${t(abilities.sign === 'not-you' ? 'notAuthor' : 'signLead')}`}</p>
      }
      back={{ to: `/cases/${caseId}/delivery`, label: t('back') }}
    >
      <DraftSheetForm sheet={draft} labels={useRecordLabels()} actions={button}>
        <ContactFields tools={tools} goals={goals} />
        <FactFields tools={tools} />
        <JudgementFields tools={tools} />
        <NextFields tools={tools} />
        <OwnFields caseId={caseId} recordId={seen.value.id} state={seen.value.state} error={sign.error} />
        <RefusalNote error={sign.error} />
        <LackingLinks lacking={tools.lacking} labels={useRecordLabels()} />
      </DraftSheetForm>
    </CaseFrame>
  )
}

/** The words for the fields of a record. */
export function useRecordLabels(): Record<keyof ProcessRecordSheet, string> {
  const t = useWords(recordWords)
  return {
    heldFrom: t('heldFrom'),
    heldUntil: t('heldUntil'),
    place: t('place'),
    mode: t('mode'),
    personsSeen: t('personsSeen'),
    clientSeen: t('clientSeen'),
    notSeenReason: t('notSeenReason'),
    goalIds: t('goalIds'),
    activityTypes: t('activityTypes'),
    purpose: t('purpose'),
    performance: t('performance'),
    interaction: t('interaction'),
    intervention: t('intervention'),
    progress: t('progress'),
    difficulty: t('difficulty'),
    solution: t('solution'),
    judgement: t('judgement'),
    nextPlan: t('nextPlan'),
    nextAt: t('nextAt'),
  }
}
