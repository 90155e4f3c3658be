import type { ReactNode } from 'react'
import { VisuallyHidden } from './Notices.tsx'
import { UiLink, useUiWords, type PathState } from './UiContext.tsx'

/** One stage of a path. `note` is a few words under it (a date); `to` makes it a link. */
export type PathStage = { key: string; label: string; state: PathState; note?: string; to?: string }

/** Ordered stages drawn as one line: done, current, ahead. Each says its state in words to a screen reader. */
export function Path({ stages, label }: { stages: readonly PathStage[]; label: string }) {
  return (
    <ol className="path" aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.key}
          data-state={stage.state}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <StageLabel stage={stage} />
        </li>
      ))}
    </ol>
  )
}

function StageLabel({ stage }: { stage: PathStage }) {
  const words = useUiWords()
  const inside: ReactNode = (
    <>
      <span className="path-label">{stage.label}</span>
      <VisuallyHidden> ({words.stage[stage.state]})</VisuallyHidden>
      {stage.note && <small className="path-note">{stage.note}</small>}
    </>
  )
  return stage.to ? <UiLink to={stage.to}>{inside}</UiLink> : <div>{inside}</div>
}

/** One step of a form in several pages. */
export type Step = { key: string; label: string; state: PathState; to?: string }

/** Where one is in a form of several pages: the count in words, and the steps as links where `to` is given. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const words = useUiWords()
  const current = steps.findIndex((step) => step.state === 'current')
  return (
    <nav className="stepper" aria-label={label}>
      <p>{words.stepOf(current + 1, steps.length)}</p>
      <ol>
        {steps.map((step) => (
          <li
            key={step.key}
            data-state={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            {step.to ? <UiLink to={step.to}>{step.label}</UiLink> : <span>{step.label}</span>}
            <VisuallyHidden> ({words.stage[step.state]})</VisuallyHidden>
          </li>
        ))}
      </ol>
    </nav>
  )
}
