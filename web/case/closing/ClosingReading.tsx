import type { ClosingView } from '#contract/case/closing.ts'
import { closingReaction, closingReadiness, closingReason, followUpWay } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { Facts, LinkButton, Notice, Section, useUiWords } from '#web/ui/index.ts'
import { ClosingLead } from './ClosingLead.tsx'
import { closingWords } from './closing.words.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { ReachedPanel } from './ReachedPanel.tsx'

/** A closing to read: for whoever decides on it, for its author while it waits, and for all once it is approved. */
export function ClosingReading({ view }: { view: ClosingView }) {
  const t = useWords(closingWords)
  return (
    <CaseFrame
      caseId={view.caseId}
      title={t('title')}
      lead={<ClosingLead view={view} />}
      nextStep={
        view.state === 'approved' && (
          <LinkButton look="main" to={`/cases/${view.caseId}/follow-up`}>
            {t('toFollowUp')}
          </LinkButton>
        )
      }
      aside={<ReachedPanel view={view} />}
    >
      <StateNotice view={view} />
      <ClosingText view={view} />
      {view.abilities.decide === 'yes' && <DecisionForm view={view} />}
    </CaseFrame>
  )
}

function StateNotice({ view: { state, approver, decided, abilities } }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const formats = useFormats()
  if (state === 'submitted' && abilities.decide !== 'yes')
    return <Notice>{approver ? t('waitsFor', { name: approver.name }) : t('waits')}</Notice>
  if (state !== 'approved' || !decided) return null
  return (
    <Notice title={t('approvedBy', { name: decided.by.name, when: formats.moment(decided.at) })}>
      {decided.note && <p dir="auto">{decided.note}</p>}
    </Notice>
  )
}

function ClosingText({ view: { sheet } }: { view: ClosingView }) {
  const t = useWords(closingWords)
  const ui = useUiWords()
  const label = useLabel()
  const formats = useFormats()
  const months = sheet.followUpMonths.map((count) => t('month', { count }))
  const referred = sheet.referred === null ? null : sheet.referred ? ui.yes : ui.no
  const written = (
    key: 'mainProblem' | 'outcome' | 'gap' | 'clientView' | 'lessons' | 'review' | 'future',
  ) => ({
    label: t(key),
    value: sheet[key],
  })
  return (
    <>
      <Section title={t('ending')}>
        <Facts
          facts={[
            {
              label: t('reason'),
              value: sheet.reason && <strong>{label(closingReason, sheet.reason)}</strong>,
            },
            { label: t('reasonNote'), value: sheet.reasonNote },
            {
              label: t('readiness'),
              value: formats.list(sheet.readiness.map((one) => label(closingReadiness, one))),
            },
            { label: t('announcedOn'), value: sheet.announcedOn && formats.date(sheet.announcedOn) },
          ]}
        />
      </Section>
      <Section title={t('achieved')}>
        <Facts
          facts={[
            written('mainProblem'),
            written('outcome'),
            written('gap'),
            written('clientView'),
            written('lessons'),
          ]}
        />
      </Section>
      <Section title={t('parting')}>
        <Facts
          facts={[
            {
              label: t('reactions'),
              value: formats.list(sheet.reactions.map((one) => label(closingReaction, one))),
            },
            { label: t('reactionCare'), value: sheet.reactionCare },
            written('review'),
            written('future'),
          ]}
        />
      </Section>
      <Section title={t('afterwards')}>
        <Facts
          facts={[
            { label: t('referred'), value: referred },
            { label: t('referralNote'), value: sheet.referralNote },
            { label: t('caregiver'), value: sheet.caregiver },
            { label: t('followUpMonths'), value: formats.list(months) },
            {
              label: t('followUpWay'),
              value: months.length > 0 && sheet.followUpWay && label(followUpWay, sheet.followUpWay),
            },
            { label: t('noFollowUpReason'), value: months.length === 0 ? sheet.noFollowUpReason : '' },
          ]}
        />
      </Section>
    </>
  )
}
