import { randomUUID } from 'node:crypto'
import type { InquiryProblem, ScreeningSheet } from '#contract/case/screening.ts'

/** One problem as the desk writes it down. */
export const aProblem = (but: Partial<InquiryProblem> = {}): InquiryProblem => ({
  id: randomUUID(),
  what: '不去上学',
  level: 'medium',
  difficulty: 2,
  clientRank: 1,
  workerRank: 2,
  danger: false,
  ...but,
})

/** Somebody of Anning who comes for community care. */
export const aScreening = (but: Partial<ScreeningSheet> = {}): ScreeningSheet => ({
  residenceCode: '620105',
  wantedFields: ['community-care'],
  problems: [aProblem()],
  ...but,
})
