import { type DeliveryView, stepState } from '#contract/case/delivery.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { Badge } from '#web/ui/index.ts'
import { deliveryWords } from './delivery.words.ts'
import { StepFacts } from './StepLine.tsx'

/** What is behind: steps done or given up, each with what came of it. */
export function SettledSteps({ delivery: { steps } }: { delivery: DeliveryView }) {
  const t = useWords(deliveryWords)
  const label = useLabel()
  const formats = useFormats()
  const settled = steps.filter(({ state }) => state !== 'open')
  if (settled.length === 0) return null
  return (
    <details className="settled-steps">
      <summary>{t('settled', { count: settled.length })}</summary>
      <ul className="step-list">
        {settled.map((step) => (
          <li key={step.id} className="step-line">
            <p className="step-due">
              {step.doneOn && <time dateTime={step.doneOn}>{formats.shortDate(step.doneOn)}</time>}
              <Badge {...(step.state === 'done' ? { tone: 'done' } : {})}>
                {label(stepState, step.state)}
              </Badge>
            </p>
            <div className="step-what">
              <strong dir="auto">{step.what}</strong>
              <p dir="auto">{step.outcome}</p>
              <StepFacts step={step} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
