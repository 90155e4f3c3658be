import './plan.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useWords } from '#web/app/LanguageContext.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { ActionButton, EmptyState } from '#web/ui/index.ts'
import { plansQuery } from './plan.api.ts'
import { PlanRoom } from './PlanRoom.tsx'
import { planWords } from './plan.words.ts'
import { useBeginning } from './useBeginning.ts'

/** The plan of a case: its newest edition, or the way to begin one. */
export function PlanPage() {
  const caseId = useRouteParam('caseId')
  const { data: plans } = useSuspenseQuery(plansQuery(caseId))
  const [newest] = plans.rows
  return newest ? <PlanRoom key={newest.id} caseId={caseId} planId={newest.id} /> : <NoPlan caseId={caseId} />
}

function NoPlan({ caseId }: { caseId: string }) {
  const t = useWords(planWords)
  const { begin, ability } = useBeginning(caseId)
  const button = (
    <ActionButton
      look="main"
      ability={ability}
      reason={t('notYet')}
      busy={begin.isPending}
      onClick={begin.mutate}
    >
      {t('begin')}
    </ActionButton>
  )
  return (
    <CaseFrame caseId={caseId} title={t('title')}>
      <RefusalNote error={begin.error} />
      <EmptyState title={t('none')} action={button}>
        {t('noneLead')}
      </EmptyState>
    </CaseFrame>
  )
}
