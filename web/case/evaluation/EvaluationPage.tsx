import './evaluation.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Ability } from '#contract/access.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { EmptyState } from '#web/ui/index.ts'
import { BeginEvaluation } from './BeginEvaluation.tsx'
import { evaluationQuery, evaluationsQuery } from './evaluation.api.ts'
import { EvaluationEditor } from './EvaluationEditor.tsx'
import { EvaluationReading } from './EvaluationReading.tsx'
import { evaluationWords } from './evaluation.words.ts'

/** The evaluation of a case: the newest one, or the way to begin. */
export function EvaluationPage() {
  const caseId = useRouteParam('caseId')
  const { data } = useSuspenseQuery(evaluationsQuery(caseId))
  const [newest] = data.rows
  if (newest) return <EvaluationShown caseId={caseId} evaluationId={newest.id} />
  return <NoEvaluation caseId={caseId} open={data.abilities.open} />
}

/** An earlier evaluation of the case. */
export function OneEvaluationPage() {
  return <EvaluationShown caseId={useRouteParam('caseId')} evaluationId={useRouteParam('evaluationId')} />
}

function EvaluationShown({ caseId, evaluationId }: { caseId: string; evaluationId: string }) {
  const { data: seen } = useSuspenseQuery(evaluationQuery(caseId, evaluationId))
  const view = seen.value
  if (view.abilities.change === 'yes') return <EvaluationEditor key={view.id} view={view} />
  return <EvaluationReading key={view.id} view={view} />
}

function NoEvaluation({ caseId, open }: { caseId: string; open: Ability }) {
  const t = useWords(evaluationWords)
  const lead = { yes: t('beginLead'), 'not-now': t('notYet'), 'not-you': t('notYours') }[open]
  return (
    <CaseFrame caseId={caseId} title={t('title')} lead={<p>{t('lead')}</p>}>
      <EmptyState title={t('beginTitle')}>
        <p>{lead}</p>
      </EmptyState>
      {open === 'yes' && <BeginEvaluation caseId={caseId} />}
    </CaseFrame>
  )
}
