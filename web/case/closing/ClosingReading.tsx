import type { ClosingView } from '#contract/case/closing.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { InWordsOf } from '#web/app/code-words.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { LinkButton, Notice } from '#web/ui/index.ts'
import { ClosingLead } from './ClosingLead.tsx'
import { ClosingText } from './ClosingText.tsx'
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
      <InWordsOf at={view.submittedAt}>
        <ClosingText view={view} />
      </InWordsOf>
      <OwnFields caseId={view.caseId} recordId={view.id} state={view.state} />
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
