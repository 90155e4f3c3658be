import type { AssessmentSheet } from '#contract/case/assessment.ts'

/**
 * The text of an earlier assessment as the beginning of a new one: every row with a new id, needs still linked to
 * their problems. What belongs to one occasion only (its date, what was explained then) begins empty.
 */
export function copiedSheet(earlier: AssessmentSheet, newId: () => string): AssessmentSheet {
  const idOf = new Map(earlier.problems.map(({ id }) => [id, newId()]))
  const copyOf = (id: string) => idOf.get(id) ?? newId()
  return {
    ...earlier,
    heldOn: null,
    place: '',
    explainedItems: [],
    strengths: earlier.strengths.map((strength) => ({ ...strength, id: newId() })),
    problems: earlier.problems.map((problem) => ({ ...problem, id: copyOf(problem.id) })),
    needs: earlier.needs.map((need) => ({
      ...need,
      id: newId(),
      problemIds: need.problemIds.filter((id) => idOf.has(id)).map(copyOf),
    })),
  }
}
