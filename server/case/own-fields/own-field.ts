import type { OwnAnswer } from '#contract/case/own-fields.ts'
import { Day } from '#contract/dates.ts'
import type { FieldInForce } from '#server/agencies/index.ts'
import { type Check, says } from '#server/kernel/whole.ts'

type Answers = Readonly<Record<string, OwnAnswer>>

const isText = (answer: OwnAnswer) => typeof answer === 'string'

/** What is wrong with an answer to a field; null where nothing is. A choice that was retired stands where it stood before. */
function problemOf({ type, choices }: FieldInForce, answer: OwnAnswer, before: OwnAnswer): string | null {
  if (answer === null || answer === '') return null
  const known = (code: string) =>
    choices.some((one) => one.code === code && (!one.retired || [before].flat().includes(code)))
  switch (type) {
    case 'text':
    case 'long-text':
      return isText(answer) ? null : 'wrong-type'
    case 'number':
      return typeof answer === 'number' ? null : 'wrong-type'
    case 'yes-no':
      return typeof answer === 'boolean' ? null : 'wrong-type'
    case 'date':
      return Day.safeParse(answer).success ? null : 'impossible-date'
    case 'choice':
      return typeof answer === 'string' && known(answer) ? null : 'unknown-choice'
    default:
      return Array.isArray(answer) && answer.every(known) ? null : 'unknown-choice'
  }
}

/** Checks that each answer belongs to a field in force and fits it. */
export function fittingChecks(fields: readonly FieldInForce[], answers: Answers, before: Answers): Check[] {
  return Object.entries(answers).map(([id, answer]) => {
    const field = fields.find((one) => one.id === id)
    const problem = field ? problemOf(field, answer, before[id] ?? null) : 'own-fields/no-such-field'
    return [`answers.${id}`, problem === null, problem ?? 'required'] as const
  })
}

const isAnswered = (answer: OwnAnswer | undefined) =>
  typeof answer === 'string'
    ? says(answer)
    : Array.isArray(answer)
      ? answer.length > 0
      : (answer ?? null) !== null

/** Checks that everything that must be answered before the signature is. */
export const missingChecks = (fields: readonly FieldInForce[], answers: Answers): Check[] =>
  fields
    .filter(({ required }) => required)
    .map(({ id }) => [`answers.${id}`, isAnswered(answers[id]), 'own-fields/required'] as const)
