import './plan.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { PlanView } from '#contract/case/plan.ts'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { useRouteParam } from '#web/app/navigation.tsx'
import { Button, Page, PersonName, Section } from '#web/ui/index.ts'
import { confirmWords } from './confirm.words.ts'
import { planQuery } from './plan.api.ts'
import { planPlace } from './places.ts'

/** The plan in plain words, to read together and to take home: only the client's own steps, with instructions. */
export function ClientCopyPage() {
  const t = useWords(confirmWords)
  const caseId = useRouteParam('caseId')
  const planId = useRouteParam('planId')
  const { data } = useSuspenseQuery(planQuery(caseId, planId))
  const { value: plan } = data
  return (
    <Page
      title={t('copyTitle')}
      back={{ to: planPlace(caseId, planId), label: t('back') }}
      lead={
        <>
          <PersonName>{plan.client.name}</PersonName>
          <p>{t('copyLead')}</p>
        </>
      }
      nextStep={
        <Button look="main" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <div className="client-copy">
        <PlainGoals plan={plan} />
        <OwnSteps plan={plan} />
        <Duties plan={plan} />
        <SignLines plan={plan} />
      </div>
    </Page>
  )
}

function PlainGoals({ plan }: { plan: PlanView }) {
  const t = useWords(confirmWords)
  return (
    <Section title={t('goals')}>
      <ul>
        {plan.sheet.goals.map(({ id, statement, clientWords }) => (
          <li key={id} dir="auto">
            {statement}
            {clientWords && <span className="client-words">{clientWords}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OwnSteps({ plan }: { plan: PlanView }) {
  const t = useWords(confirmWords)
  const formats = useFormats()
  const own = plan.sheet.steps
    .filter(({ responsible }) => responsible === 'client')
    .toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'))
  return (
    <Section title={t('yourSteps')} {...(own.length === 0 ? { lead: t('noSteps') } : {})}>
      <ol className="own-steps">
        {own.map((step) => (
          <li key={step.id}>
            <strong dir="auto">{step.what}</strong>
            {step.dueOn && <p>{t('until', { date: formats.date(step.dueOn) })}</p>}
            <p dir="auto">{step.instructions}</p>
            <p>{t('expected', { text: step.expectedOutcome })}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Duties({ plan: { sheet } }: { plan: PlanView }) {
  const t = useWords(confirmWords)
  return (
    <>
      <Section title={t('rights')}>
        <p className="plain-text" dir="auto">
          {sheet.clientDuties}
        </p>
      </Section>
      <Section title={t('agency')}>
        <p className="plain-text" dir="auto">
          {sheet.agencyDuties}
        </p>
      </Section>
    </>
  )
}

function SignLines({ plan }: { plan: PlanView }) {
  const t = useWords(confirmWords)
  const guardians = plan.confirmationNeed.needsGuardian ? (['guardian'] as const) : []
  return (
    <dl className="sign-lines">
      {(['client', ...guardians, 'worker'] as const).map((who) => (
        <div key={who}>
          <dt>{`${t(who)} · ${t('signHere')}`}</dt>
          <dd>{t('date')}</dd>
        </div>
      ))}
    </dl>
  )
}
