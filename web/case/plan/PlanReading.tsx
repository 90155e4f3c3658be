import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { PlanView } from '#contract/case/plan.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { InWordsOf } from '#web/app/code-words.tsx'
import { Link } from '#web/app/navigation.tsx'
import { RefusalNote } from '#web/app/RefusalNote.tsx'
import { OwnFields } from '#web/case/own-fields/OwnFields.tsx'
import { AwaitedNotice } from '#web/case/overview/AwaitedNotice.tsx'
import { CaseFrame } from '#web/case/overview/CaseFrame.tsx'
import { WhyMasked } from '#web/case/overview/WhyMasked.tsx'
import { Badge, Button, LinkButton, Notice, SidePanel } from '#web/ui/index.ts'
import { ConfirmationPanel } from './ConfirmationPanel.tsx'
import { FrameReading } from './FrameReading.tsx'
import { GoalReading } from './GoalReading.tsx'
import { decidePlan, keepInStep, type PlanDecision, plansQuery, type SeenPlan } from './plan.api.ts'
import { planWords } from './plan.words.ts'
import { Timetable } from './Timetable.tsx'
import { useBeginning } from './useBeginning.ts'
import { clientCopyPlace, planPlace } from './places.ts'

/** A plan that was signed: who still has to agree to it, and what it says. */
export function PlanReading({ seen }: { seen: SeenPlan }) {
  const t = useWords(planWords)
  const { value: plan } = seen
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (noun: PlanDecision) => decidePlan(plan, noun, seen.version),
    onSuccess: (answer) => keepInStep(queries, answer),
  })
  const next = nextActOf(plan)
  return (
    <CaseFrame
      caseId={plan.caseId}
      title={t('title')}
      lead={<Standing plan={plan} />}
      nextStep={
        next && <NextStep act={next} caseId={plan.caseId} decide={decide.mutate} busy={decide.isPending} />
      }
      // The client's paper is whole, or it is not printed.
      actions={
        !plan.assessment.masked && (
          <LinkButton to={clientCopyPlace(plan.caseId, plan.id)}>{t('clientCopy')}</LinkButton>
        )
      }
      aside={<Editions caseId={plan.caseId} planId={plan.id} />}
    >
      <RefusalNote error={decide.error} />
      <AwaitedNotice awaited={plan.assessment.awaited} of="ground" />
      {plan.assessment.masked && <WhyMasked caseId={plan.caseId} of="plan" />}
      {plan.superseded && <Notice>{t('superseded')}</Notice>}
      {plan.state === 'awaiting-cosignature' && (
        <Notice title={t('cosignWaits')}>{t('cosignWaitsLead')}</Notice>
      )}
      {plan.state !== 'draft' && plan.state !== 'awaiting-cosignature' && <ConfirmationPanel plan={plan} />}
      <InWordsOf at={plan.signature?.at}>
        <GoalReading plan={plan} />
        <Timetable sheet={plan.sheet} />
        <FrameReading plan={plan} />
      </InWordsOf>
      <OwnFields caseId={plan.caseId} recordId={plan.id} state={plan.state} />
    </CaseFrame>
  )
}

/** Edition, state, and who signed it when. */
function Standing({ plan }: { plan: PlanView }) {
  const t = useWords(planWords)
  const formats = useFormats()
  const { signature, cosignature, activation } = plan
  const said = (key: 'signed' | 'cosigned' | 'activated', hand: PlanView['signature']) =>
    hand && <li>{t(key, { name: hand.by.name, when: formats.moment(hand.at) })}</li>
  return (
    <ul className="plan-standing">
      <li>
        {t('edition', { edition: plan.edition })}{' '}
        <Badge {...(plan.state === 'active' ? { tone: 'done' } : {})}>{t(plan.state)}</Badge>
      </li>
      {said('signed', signature)}
      {said('cosigned', cosignature)}
      {said('activated', activation)}
    </ul>
  )
}

type NextAct = 'cosignature' | 'activation' | 'delivery'

/** The one thing to do next; recording a confirmation stands in its own panel while somebody is missing. */
function nextActOf({ state, abilities, confirmationNeed }: PlanView): NextAct | null {
  if (state === 'active') return 'delivery'
  if (state === 'awaiting-cosignature' && abilities.cosign === 'yes') return 'cosignature'
  const isAgreed = state === 'proposed' && confirmationNeed.missing.length === 0
  return isAgreed && abilities.activate === 'yes' ? 'activation' : null
}

type NextStepProps = { act: NextAct; caseId: string; decide: (noun: PlanDecision) => void; busy: boolean }

function NextStep({ act, caseId, decide, busy }: NextStepProps) {
  const t = useWords(planWords)
  if (act === 'delivery')
    return (
      <LinkButton look="main" to={`/cases/${caseId}/delivery`}>
        {t('toDelivery')}
      </LinkButton>
    )
  return (
    <Button look="main" busy={busy} onClick={() => decide(act)}>
      {t(act === 'cosignature' ? 'cosign' : 'activate')}
    </Button>
  )
}

/** Other editions, and the way to revise the plan. */
function Editions({ caseId, planId }: { caseId: string; planId: string }) {
  const t = useWords(planWords)
  const { data: plans } = useSuspenseQuery(plansQuery(caseId))
  const { begin, ability } = useBeginning(caseId)
  return (
    <SidePanel title={t('editions')}>
      <ul className="plain-list">
        {plans.rows.map(({ id, edition, state }) => (
          <li key={id}>
            {id === planId ? (
              t('edition', { edition })
            ) : (
              <Link to={planPlace(caseId, id)}>{t('edition', { edition })}</Link>
            )}{' '}
            <Badge>{t(state)}</Badge>
          </li>
        ))}
      </ul>
      <RefusalNote error={begin.error} />
      {ability === 'yes' && (
        <Button busy={begin.isPending} onClick={begin.mutate}>
          {t('beginNext')}
        </Button>
      )}
    </SidePanel>
  )
}
