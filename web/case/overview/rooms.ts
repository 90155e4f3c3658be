import type { Stage } from '#contract/codes/index.ts'

const places = {
  intake: 'interview',
  assessment: 'assessment',
  plan: 'plan',
  delivery: 'delivery',
  evaluation: 'evaluation',
  closing: 'closing',
  followup: 'follow-up',
} as const satisfies Record<Stage, string>

/** The page of a stage in a case. */
export const roomOf = (caseId: string, stage: Stage): string => `/cases/${caseId}/${places[stage]}`
