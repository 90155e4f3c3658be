import type { GoalSheet, PlanSheet } from '#contract/case/plan.ts'

/** What a goal says of where the client stands: the words of the client, the start, the topic beside the main problem. */
const ofStanding = { clientWords: '', baseline: '', trackTopic: '' } as const satisfies Partial<GoalSheet>

/**
 * A plan without what it takes from the analysis: why it is so, its risks, where each goal starts, and why a need waits.
 * What was agreed stays: goals and how they are measured, services, steps, days and duties.
 */
export const withoutAnalysis = (sheet: PlanSheet): PlanSheet => ({
  ...sheet,
  rationale: '',
  risks: sheet.risks.map((risk) => ({ ...risk, risk: '', response: '' })),
  unmetNeeds: sheet.unmetNeeds.map((need) => ({ ...need, reason: '' })),
  goals: sheet.goals.map((goal) => ({ ...goal, ...ofStanding })),
})
