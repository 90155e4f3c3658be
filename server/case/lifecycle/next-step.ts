import type { Stage } from '#contract/codes/index.ts'
import type { TaskKind } from '#contract/workday.ts'
import type { CaseState } from './lifecycle.ts'

/** What each stage asks for when nothing in it is scheduled: a case never stands without a next step. */
const stageNeeds = {
  intake: 'hold-interview',
  assessment: 'write-assessment',
  plan: 'write-plan',
  delivery: 'contact-client',
  evaluation: 'evaluate',
  closing: 'close-case',
  followup: 'archive-case',
} as const satisfies Record<Stage, TaskKind>

/** The work a case waits for beyond its open tasks; an archived case waits for nothing. */
export function needOf(state: CaseState, stage: Stage): TaskKind | null {
  if (state === 'archived') return null
  return state === 'closed' ? 'archive-case' : stageNeeds[stage]
}
