import type { RecordSatisfaction } from '#contract/case/evaluation.ts'

/**
 * The score of an answered survey: the mean of the answered items times 20, so 20 is the worst and 100 the best.
 * Unanswered items do not count; null when nothing was answered.
 */
export function satisfactionScore(answers: RecordSatisfaction['answers']): number | null {
  const given = Object.values(answers).filter((answer) => answer !== undefined)
  if (given.length === 0) return null
  return (given.reduce((sum, answer) => sum + answer, 0) / given.length) * 20
}
