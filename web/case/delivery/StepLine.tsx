import { useState } from 'react'
import type { StepView } from '#contract/case/delivery.ts'
import { responsibleParty } from '#contract/codes/index.ts'
import { useFormats, useLabel, useWords } from '#web/app/LanguageContext.tsx'
import { ActionButton, Badge, todayHere } from '#web/ui/index.ts'
import { deliveryWords } from './delivery.words.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { SettleDialog } from './SettleDialog.tsx'

type Asking = 'done' | 'cancelled' | 'move' | null

type StepLineProps = { caseId: string; step: StepView; over: boolean }

/** One step to do: until when, what, who; done or moved where it stands, unless the plan is `over`. */
export function StepLine({ caseId, step, over }: StepLineProps) {
  const [asking, ask] = useState<Asking>(null)
  const close = () => ask(null)
  return (
    <li className="step-line">
      <DueBadge dueOn={step.dueOn} over={over} />
      <div className="step-what">
        <strong dir="auto">{step.what}</strong>
        <StepFacts step={step} />
      </div>
      {!over && <StepActs step={step} ask={ask} />}
      {asking === 'move' && <MoveDialog caseId={caseId} step={step} close={close} />}
      {(asking === 'done' || asking === 'cancelled') && (
        <SettleDialog caseId={caseId} step={step} state={asking} close={close} />
      )}
    </li>
  )
}

function StepActs({ step, ask }: { step: StepView; ask: (asking: Asking) => void }) {
  const t = useWords(deliveryWords)
  return (
    <div className="page-actions">
      <ActionButton ability={step.abilities.settle} onClick={() => ask('done')}>
        {t('done')}
      </ActionButton>
      <ActionButton ability={step.abilities.move} look="quiet" onClick={() => ask('move')}>
        {t('move')}
      </ActionButton>
      <ActionButton ability={step.abilities.settle} look="quiet" onClick={() => ask('cancelled')}>
        {t('cancel')}
      </ActionButton>
    </div>
  )
}

function DueBadge({ dueOn, over }: { dueOn: string | null; over: boolean }) {
  const formats = useFormats()
  if (dueOn === null) return <span />
  const isLate = dueOn < todayHere()
  return (
    <p className="step-due">
      <time dateTime={dueOn}>{formats.shortDate(dueOn)}</time>
      {!over && <Badge {...(isLate ? { tone: 'warn' } : {})}>{formats.dueDay(dueOn)}</Badge>}
    </p>
  )
}

/** Who does it, what is expected, which goal it serves, and every move of its deadline. */
export function StepFacts({ step }: { step: StepView }) {
  const t = useWords(deliveryWords)
  const label = useLabel()
  const formats = useFormats()
  const who = [step.responsible && label(responsibleParty, step.responsible), step.responsibleName].filter(
    Boolean,
  )
  return (
    <>
      <p className="step-who">{who.join(' · ')}</p>
      {step.moves.map(({ from, to, reason, at }) => (
        <p key={at} className="step-who">
          {t('movedOnce', { from: formats.shortDate(from), to: formats.shortDate(to), reason })}
        </p>
      ))}
      <details>
        <summary>{t('more')}</summary>
        {step.goal && <p dir="auto">{t('goal', { text: step.goal.statement })}</p>}
        <p dir="auto">{t('expected', { text: step.expectedOutcome })}</p>
        {step.instructions && <p dir="auto">{`${t('instructions')}: ${step.instructions}`}</p>}
      </details>
    </>
  )
}
