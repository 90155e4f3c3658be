import type { ClosingSheet } from '#contract/case/closing.ts'
import type { Transaction } from '#server/access/index.ts'
import { latestConfirmedAssessment } from '#server/case/assessment/index.ts'
import { outcomeOf } from '#server/case/evaluation/index.ts'
import type { CaseFile } from '#server/case/lifecycle/index.ts'
import { confirmationNeedOf } from '#server/people/index.ts'

const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join('\n')

/** What earlier stages already said, so that nobody types it twice: a start that its writer reads over and changes. */
export async function alreadyKnown(
  tx: Transaction,
  { id, clientId }: CaseFile,
): Promise<Partial<ClosingSheet>> {
  const assessment = await latestConfirmedAssessment(tx, id)
  const outcome = await outcomeOf(tx, id)
  const { isMinor, guardians } = await confirmationNeedOf(tx, clientId)
  return {
    mainProblem: joined(assessment?.sheet.problems.map(({ description }) => description) ?? []),
    outcome: joined(outcome?.changes ?? []),
    gap: joined(outcome?.gaps.map(({ actual, measure }) => joined([actual, measure])) ?? []),
    lessons: outcome?.lessons ?? '',
    caregiver: isMinor ? joined(guardians.map(({ name }) => name)) : '',
  }
}
