import type { CasePlace } from '#contract/case/overview.ts'
import type { Stage } from '#contract/codes/index.ts'
import type { TaskKind } from '#contract/workday.ts'
import type { CaseState } from './lifecycle.ts'

/** In which room of the case a piece of work is done. Work on a first contact has no room in the case. */
export const placeOf = {
  'register-inquiry': 'interview',
  'assess-inquiry': 'interview',
  'decide-inquiry': 'interview',
  'answer-emergency': 'interview',
  'hold-interview': 'interview',
  'write-assessment': 'assessment',
  'cosign-assessment': 'assessment',
  'confirm-assessment': 'assessment',
  'write-plan': 'plan',
  'cosign-plan': 'plan',
  'confirm-plan': 'plan',
  'activate-plan': 'plan',
  'contact-client': 'delivery',
  'review-plan': 'evaluation',
  evaluate: 'evaluation',
  'cosign-evaluation': 'evaluation',
  'close-case': 'closing',
  'approve-closing': 'closing',
  'mend-closing': 'closing',
  'follow-up': 'follow-up',
  'archive-case': 'follow-up',
} as const satisfies Record<TaskKind, CasePlace>

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
