import './plan.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouteParam } from '#web/app/navigation.tsx'
import { planQuery } from './plan.api.ts'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanReading } from './PlanReading.tsx'

/** One edition of a plan: written while it is a draft, read afterwards. */
export function PlanRoom({ caseId, planId }: { caseId: string; planId: string }) {
  const { data: seen } = useSuspenseQuery(planQuery(caseId, planId))
  const isWriting = seen.value.state === 'draft' && seen.value.abilities.change === 'yes'
  return isWriting ? <PlanEditor seen={seen} /> : <PlanReading seen={seen} />
}

/** An edition by its own address. */
export function PlanEditionPage() {
  const caseId = useRouteParam('caseId')
  const planId = useRouteParam('planId')
  return <PlanRoom key={planId} caseId={caseId} planId={planId} />
}
