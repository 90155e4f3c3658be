import { daysOf, numberOf, textOf, truthOf } from '../expression/values.ts'
import { evaluate } from '../expression/evaluate.ts'
import {
  type Answers,
  type AnswerValue,
  type Choice,
  type Question,
  type Questionnaire,
  type QuestionnaireNode,
  type Repeat,
  textIn,
} from '../questionnaire.ts'
import { silentTypes } from './outline.ts'
import {
  answerText,
  choiceContexts,
  contextAt,
  type Occasion,
  roundsIn,
  type Scope,
  wholeScope,
} from './scope.ts'
import { isRelevant, mostRounds, roundsWanted } from './settle.ts'

export const answerProblems = ['required', 'type', 'choice', 'constraint', 'unknown', 'rounds'] as const
export type AnswerProblem = (typeof answerProblems)[number]

/** What is wrong with one answer: where, of which kind, and what the questionnaire itself says to it. */
export type Wrong = Readonly<{ path: string; code: AnswerProblem; message: string }>

type Asked = Readonly<{ questionnaire: Questionnaire; occasion: Occasion }>

/** Everything that is wrong with settled answers. The screen shows it before sending; the server refuses what it finds. */
export function wrongAnswers(questionnaire: Questionnaire, settled: Answers, occasion: Occasion): Wrong[] {
  return wrongIn({ questionnaire, occasion }, questionnaire.nodes, wholeScope(settled), '')
}

function wrongIn(asked: Asked, nodes: readonly QuestionnaireNode[], scope: Scope, path: string): Wrong[] {
  return nodes
    .filter((node) => isRelevant(asked, scope, node))
    .flatMap((node) => {
      if (node.kind === 'group') return wrongIn(asked, node.nodes, scope, path)
      if (node.kind === 'repeat') return wrongRounds(asked, node, scope, path)
      const wrong = wrongAnswer(asked, node, scope)
      return wrong ? [{ ...wrong, path: `${path}${node.name}` }] : []
    })
}

function wrongRounds(asked: Asked, repeat: Repeat, scope: Scope, path: string): Wrong[] {
  const rounds = roundsIn(scope.answers, repeat.name)
  const place = `${path}${repeat.name}`
  const wanted = roundsWanted(asked, scope, repeat)
  if (rounds.length > mostRounds || (wanted !== null && wanted !== rounds.length))
    return [{ path: place, code: 'rounds', message: '' }]
  return rounds.flatMap((answers, index) =>
    wrongIn(
      asked,
      repeat.nodes,
      { answers, repeat: repeat.name, index, parent: scope },
      `${place}[${index}].`,
    ),
  )
}

/** What is wrong with the answer to one question in one place, or null. */
export function wrongAnswer(asked: Asked, question: Question, scope: Scope): Omit<Wrong, 'path'> | null {
  const value = scope.answers[question.name]
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty) {
    if (silentTypes.has(question.type) || !isRequired(asked, question, scope)) return null
    return { code: 'required', message: said(asked, question.requiredMessage, scope) }
  }
  if (!hasType(question, value)) return { code: 'type', message: '' }
  if (question.list !== undefined && !areChoices(asked, question, scope, value))
    return { code: 'choice', message: '' }
  if (question.constraint === undefined) return null
  const isFulfilled = truthOf(evaluate(question.constraint, contextAt(asked, scope, answerText(value))))
  return isFulfilled ? null : { code: 'constraint', message: said(asked, question.constraintMessage, scope) }
}

/** Whether a question must be answered here. */
export function isRequired(asked: Asked, { required, name }: Question, scope: Scope): boolean {
  if (required === undefined || required === true) return required === true
  return truthOf(evaluate(required, contextAt(asked, scope, answerText(scope.answers[name]))))
}

/** Whether a question may only be read here. */
export function isReadOnly(asked: Asked, { readOnly, name, calculation, triggers }: Question, scope: Scope) {
  if (calculation !== undefined && triggers === undefined) return true
  if (readOnly === undefined || readOnly === true) return readOnly === true
  return truthOf(evaluate(readOnly, contextAt(asked, scope, answerText(scope.answers[name]))))
}

const isText = (value: AnswerValue): value is string => typeof value === 'string'

function hasType({ type, range }: Question, value: AnswerValue): boolean {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value)
    case 'range':
      return typeof value === 'number' && (!range || (value >= range.start && value <= range.end))
    case 'date':
      return isText(value) && value.length === 10 && daysOf(value) !== null
    case 'date-time':
      return isText(value) && value.length > 10 && daysOf(value) !== null
    case 'time':
      return isText(value) && !value.includes('-') && !Number.isNaN(numberOf(value)) && value.includes(':')
    case 'select-multiple':
    case 'rank':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
    case 'acknowledge':
      return value === 'OK'
    default:
      return isText(value)
  }
}

/** The choices that a question offers in this place. */
export function choicesHere(asked: Asked, { list, choiceFilter }: Question, scope: Scope): readonly Choice[] {
  const all = list === undefined ? [] : (asked.questionnaire.lists[list] ?? [])
  if (choiceFilter === undefined || list === undefined) return all
  const contexts = choiceContexts(asked, scope, list)
  return all.filter((_, at) => {
    const context = contexts[at]
    return context !== undefined && truthOf(evaluate(choiceFilter, context))
  })
}

function areChoices(asked: Asked, question: Question, scope: Scope, value: AnswerValue): boolean {
  const offered = new Set(choicesHere(asked, question, scope).map(({ name }) => name))
  const given = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [answerText(value)]
  if (new Set(given).size !== given.length || !given.every((one) => offered.has(one))) return false
  return question.type !== 'rank' || given.length === offered.size
}

/** A text in the language that is read, with the answers that it speaks of. */
export function said(asked: Asked, texts: Record<string, string> | undefined, scope: Scope): string {
  const { questionnaire, occasion } = asked
  const text = textIn(texts, occasion.language, questionnaire.defaultLanguage)
  const context = contextAt(asked, scope, '')
  return text.replaceAll(/\$\{\s*([^{}\s]+)\s*\}/gu, (_, name: string) => {
    const value = textOf(context.look(name))
    return context.choiceLabel(name, value)
  })
}

/** Answers to what the questionnaire does not ask, by their places. */
export function strangeNames(nodes: readonly QuestionnaireNode[], answers: Answers, path = ''): string[] {
  const here = new Map(openNames(nodes))
  return Object.entries(answers).flatMap(([name, value]) => {
    const node = here.get(name)
    if (!node) return [`${path}${name}`]
    if (node.kind !== 'repeat') return []
    if (!Array.isArray(value) || value.some((one) => typeof one === 'string')) return [`${path}${name}`]
    return roundsIn(answers, name).flatMap((round, index) =>
      strangeNames(node.nodes, round, `${path}${name}[${index}].`),
    )
  })
}

function openNames(nodes: readonly QuestionnaireNode[]): [string, Question | Repeat][] {
  return nodes.flatMap((node): [string, Question | Repeat][] =>
    node.kind === 'group' ? openNames(node.nodes) : [[node.name, node]],
  )
}
