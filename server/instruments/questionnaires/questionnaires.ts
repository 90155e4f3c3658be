import {
  type Answers,
  type Occasion,
  problemsIn,
  type Questionnaire,
  settle,
  strangeNames,
  wrongAnswers,
} from '#contract/questionnaires/index.ts'
import type { AnswerQuestionnaire } from '#contract/questionnaires/answered.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A questionnaire as somebody changes it. */
export type Draft = Readonly<{
  id: string
  sheet: Questionnaire
  published: number
  unpublished: boolean
  retired: boolean
  version: number
}>

/** Refuses (422) to publish what nobody could answer, naming each question and the field in it. */
export function refuseUnlessReady(sheet: Questionnaire) {
  const problems = problemsIn(sheet)
  if (problems.length === 0) return
  const fields = problems.map(({ name, field, code }) => ({ path: `${name}.${field}`, code }))
  throw new Refusal('questionnaires/not-ready', { missing: problems.length }, fields)
}

/** Refuses (409) to publish what says nothing new, or what was taken out of use. */
export function refuseUnlessPublishable({ unpublished, retired }: Draft) {
  if (retired) throw new Refusal('questionnaires/retired')
  if (!unpublished) throw new Refusal('questionnaires/nothing-new')
}

/** Refuses (409) to give what is out of use. */
export function refuseUnlessInUse({ retired }: Readonly<{ retired: boolean }>) {
  if (retired) throw new Refusal('questionnaires/retired')
}

/** Refuses (422) what was answered on a day that has not come. */
export function refuseUnlessDay({ answeredOn }: Pick<AnswerQuestionnaire, 'answeredOn'>, today: Day) {
  if (answeredOn > today) throw new Refusal('questionnaires/not-yet')
}

/**
 * The answers as they count, by the same rules as on screen: what does not apply is left out, what is calculated is
 * worked out anew. Refuses (422) what was not asked, and what is wrong, naming each place.
 */
export function settledOrRefused(sheet: Questionnaire, typed: Answers, occasion: Occasion): Answers {
  const strange = strangeNames(sheet.nodes, typed)
  if (strange.length > 0)
    throw new Refusal('questionnaires/strange-answers', {}, fieldsOf(strange, 'unknown'))
  const settled = settle(sheet, typed, occasion)
  const wrong = wrongAnswers(sheet, settled, occasion)
  if (wrong.length > 0)
    throw new Refusal(
      'questionnaires/wrong-answers',
      { missing: wrong.length },
      wrong.map(({ path, code }) => ({ path, code })),
    )
  if (Object.keys(typed).length === 0) throw new Refusal('questionnaires/nothing-answered')
  return settled
}

const fieldsOf = (paths: readonly string[], code: string) =>
  paths.slice(0, 100).map((path) => ({ path: path.slice(0, 200), code }))
