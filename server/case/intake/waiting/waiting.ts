import { riskLevel, type RiskLevel } from '#contract/codes/index.ts'

/** 0 is the most urgent. */
export const priorityOf = (risk: RiskLevel | null): number =>
  riskLevel.codes.length - 1 - riskLevel.codes.indexOf(risk ?? 'low')

/** The code of a priority. */
export const riskOf = (priority: number): RiskLevel =>
  riskLevel.codes[riskLevel.codes.length - 1 - priority] ?? 'low'
