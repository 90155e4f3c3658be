import type { BreakGlassLine } from '#contract/break-glass.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** An opening as far as the rules ask about it. */
export type Opening = Readonly<{
  caseId: string
  workerId: string
  until: Date
  endedAt: Date | null
  reviewDueAt: Date
  reviewedAt: Date | null
}>

/** Where an opening stands. A review that comes late is still a review. */
export function stateOf(
  { until, endedAt, reviewDueAt, reviewedAt }: Opening,
  now: Date,
): BreakGlassLine['state'] {
  if (reviewedAt) return 'reviewed'
  if (!endedAt && until > now) return 'running'
  return reviewDueAt > now ? 'unreviewed' : 'overdue'
}

/** Refuses whoever owes an overdue review of what they opened before, whichever case it was (R-280: 72 hours). */
export function refuseWhileOverdue(mine: readonly Opening[], now: Date) {
  const overdue = mine.filter((one) => stateOf(one, now) === 'overdue').length
  if (overdue > 0) throw new Refusal('break-glass/review-overdue', { overdue })
}

/** Refuses to open the same case again before the last opening was reviewed: that would extend it. */
export function refuseToExtend(mine: readonly Opening[], caseId: string) {
  if (mine.some((one) => one.caseId === caseId && one.reviewedAt === null))
    throw new Refusal('break-glass/not-reviewed-yet')
}
