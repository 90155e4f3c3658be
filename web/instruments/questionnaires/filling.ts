import {
  type Answers,
  type AnswerValue,
  calledHere,
  type Occasion,
  outlineOf,
  type Questionnaire,
  type QuestionnaireNode,
  questionsHere,
  roundsIn,
  type Scope,
} from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'

/** The answers as the form library holds them: every question by the name of its field, `''` while nobody answered. */
export type Values = { [key: string]: FieldValue }
export type FieldValue = string | number | string[] | Values[]

/** What a field needs to know of where it stands. */
export type Place = Readonly<{
  asked: Readonly<{ questionnaire: Questionnaire; occasion: Occasion }>
  /** The answers as they count, around this place: what conditions are asked of. */
  scope: Scope
  /** What the names of the fields of this place begin with. */
  field: string
}>

/**
 * A question's name as the form library may hold it. The library takes a point for a step, a number for a round, and refuses
 * `prototype`; no name of a question begins with a colon or has one.
 */
export const keyOf = (name: string) => `:${name.replaceAll('.', ':')}`
const nameOf = (key: string) => key.slice(1).replaceAll(':', '.')

/** The field of an answer: `member[0].age` of the questionnaire is `:member.0.:age` of the form. */
export const fieldAt = (path: string) =>
  path
    .split(/\[(\d+)\]\./u)
    .map((part, at) => (at % 2 === 0 ? keyOf(part) : part))
    .join('.')

/** What stands at a field, in which round of which repeats, and what its conditions are asked of. */
export function standingAt({ asked, scope }: Place, field: string) {
  const steps = field.split('.')
  const rounds: number[] = []
  let here = scope
  for (let at = 0; at + 2 < steps.length; at += 2) {
    const repeat = nameOf(steps[at] ?? '')
    const index = Number(steps[at + 1])
    here = { answers: roundsIn(here.answers, repeat)[index] ?? {}, repeat, index, parent: here }
    rounds.push(index)
  }
  const name = nameOf(steps.at(-1) ?? '')
  return { name, node: outlineOf(asked.questionnaire).get(name)?.node, scope: here, rounds }
}

/**
 * Answers as the values of a form. Every question has one, also what nobody answered: where the library finds none it puts
 * back what stood there when the form was opened.
 */
export function valuesOf(nodes: readonly QuestionnaireNode[], answers: Answers): Values {
  return Object.fromEntries(
    questionsHere(nodes).map((node) => [
      keyOf(node.name),
      node.kind === 'repeat'
        ? roundsIn(answers, node.name).map((round) => valuesOf(node.nodes, round))
        : valueOf(answers[node.name]),
    ]),
  )
}

function valueOf(answer: AnswerValue | undefined): FieldValue {
  if (typeof answer === 'string' || typeof answer === 'number') return answer
  return answer?.filter((one) => typeof one === 'string') ?? ''
}

/** The values of a form as answers: what is empty is no answer; a round is one although nothing was typed in it. */
export function answersIn(nodes: readonly QuestionnaireNode[], values: Values): Answers {
  const answers: Record<string, AnswerValue> = {}
  for (const node of questionsHere(nodes)) {
    const value = values[keyOf(node.name)]
    if (node.kind === 'repeat')
      answers[node.name] = roundsOf(value).map((round) => answersIn(node.nodes, round))
    else if (isAnswer(value)) answers[node.name] = value
  }
  return answers
}

/** A count may ask for rounds of which only a later one was typed in: the others are empty. */
function roundsOf(value: FieldValue | undefined): Values[] {
  const rounds: (Values | string | undefined)[] = Array.isArray(value) ? [...value] : []
  return rounds.map((one) => (typeof one === 'object' ? one : {}))
}

const isAnswer = (value: FieldValue | undefined): value is string | number | string[] =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The occasion on which a questionnaire is answered here. */
export const occasionHere = (
  sheet: Questionnaire,
  { language, username, now }: Readonly<{ language: Language; username: string; now: string }>,
): Occasion => ({
  now,
  username,
  language: calledHere(sheet, language),
  newId: () => crypto.randomUUID(),
  chance: Math.random,
})

/** The local moment, as a questionnaire asks for it. */
export function momentHere(now = new Date()): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19)
}
