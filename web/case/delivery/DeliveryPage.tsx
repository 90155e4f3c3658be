import './delivery.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { DeliveryView } from '#contract/case/delivery.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { Link, useRouteParam } from '#web/app/navigation.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { Badge, EmptyState, LinkButton, Section } from '#web/ui/index.ts'
import { deliveryQuery } from './delivery.api.ts'
import { deliveryWords } from './delivery.words.ts'
import { RecordList } from './RecordList.tsx'
import { SettledSteps } from './SettledSteps.tsx'
import { StepLine } from './StepLine.tsx'
import { WriteRecord } from './WriteRecord.tsx'

/** The work of a case: the next steps by their deadline, and the records of what was done. */
export function DeliveryPage() {
  const t = useWords(deliveryWords)
  const caseId = useRouteParam('caseId')
  const { data: delivery } = useSuspenseQuery(deliveryQuery(caseId))
  return (
    <CaseFrame
      caseId={caseId}
      title={t('title')}
      lead={<PlanLine delivery={delivery} />}
      nextStep={
        delivery.plan?.ended ? null : <WriteRecord caseId={caseId} ability={delivery.abilities.writeRecord} />
      }
    >
      {delivery.plan ? <NextSteps delivery={delivery} /> : <NoPlan caseId={caseId} />}
      <RecordList caseId={caseId} />
      <SettledSteps delivery={delivery} />
    </CaseFrame>
  )
}

function PlanLine({ delivery: { caseId, plan } }: { delivery: DeliveryView }) {
  const t = useWords(deliveryWords)
  const formats = useFormats()
  if (!plan) return null
  return (
    <p className="plan-line">
      <Link to={`/cases/${caseId}/plans/${plan.id}`}>{t('planOf', { edition: plan.edition })}</Link>
      {plan.ended && <Badge tone="done">{t('planEnded')}</Badge>}
      {plan.reviewOn && !plan.ended && <span>{t('reviewOn', { date: formats.date(plan.reviewOn) })}</span>}
      {plan.endsOn && <span>{t('planUntil', { date: formats.date(plan.endsOn) })}</span>}
    </p>
  )
}

function NextSteps({ delivery: { caseId, plan, steps } }: { delivery: DeliveryView }) {
  const t = useWords(deliveryWords)
  const open = steps.filter(({ state }) => state === 'open')
  if (plan?.ended && open.length === 0) return null
  return (
    <Section title={t(plan?.ended ? 'leftOpen' : 'next')}>
      {open.length === 0 ? (
        <EmptyState title={t('nothingNext')}>{t('nothingNextLead')}</EmptyState>
      ) : (
        <ol className="step-list">
          {open.map((step) => (
            <StepLine key={step.id} caseId={caseId} step={step} over={plan?.ended ?? false} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function NoPlan({ caseId }: { caseId: string }) {
  const t = useWords(deliveryWords)
  const toPlan = <LinkButton to={`/cases/${caseId}/plan`}>{t('toPlan')}</LinkButton>
  return (
    <EmptyState title={t('noPlan')} action={toPlan}>
      {t('noPlanLead')}
    </EmptyState>
  )
}
