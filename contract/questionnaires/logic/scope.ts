import type { Context } from '../expression/context.ts'
import { type Answers, type AnswerValue, type Questionnaire, textIn } from '../questionnaire.ts'
import { outlineOf } from './outline.ts'

/** When, by whom and in which language a questionnaire is answered; chance comes from outside, so that rules stay pure. */
export type Occasion = Readonly<{
  /** The local moment, `2026-03-09T14:30:00`. */
  now: string
  username: string
  language: string
  newId: () => string
  chance: () => number
}>

/** One place in the answers: the whole, or one round of a repeat inside its parent. */
export type Scope = Readonly<{
  answers: Answers
  repeat: string | null
  index: number
  parent: Scope | null
}>

export const wholeScope = (answers: Answers): Scope => ({ answers, repeat: null, index: 0, parent: null })

/** The rounds of a repeat in a place. */
export function roundsIn(answers: Answers, repeat: string): readonly Answers[] {
  const value = answers[repeat]
  return Array.isArray(value)
    ? value.filter((one): one is Answers => typeof one === 'object' && one !== null && !Array.isArray(one))
    : []
}

/** An answer as XForms keeps it: a text; several choices with blanks between. */
export function answerText(value: AnswerValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value.filter((one) => typeof one === 'string').join(' ')
}

type Asked = Readonly<{ questionnaire: Questionnaire; occasion: Occasion }>

/** What an expression sees from a place: answers of its own round, of what stands around it, and of all rounds elsewhere. */
export function contextAt(asked: Asked, scope: Scope, self: string): Context {
  const { questionnaire, occasion } = asked
  return {
    self,
    position: scope.index + 1,
    column: null,
    now: occasion.now,
    newId: occasion.newId,
    chance: occasion.chance,
    look: (name) => scopesOf(asked, scope, name).map(({ answers }) => answerText(answers[name])),
    rounds: (name) => {
      const standing = outlineOf(questionnaire).get(name)
      if (standing?.node.kind !== 'repeat') return null
      return scopesOf(asked, scope, name).flatMap((parent) =>
        roundsIn(parent.answers, name).map((answers, index) =>
          contextAt(asked, { answers, repeat: name, index, parent }, ''),
        ),
      )
    },
    choices: (list) => choiceContexts(asked, scope, list),
    choiceLabel: (question, value) => choiceLabel(asked, question, value),
  }
}

/** The places in which a name has its answers, as seen from here: the nearest round that both share, then all below it. */
function scopesOf({ questionnaire }: Asked, from: Scope, name: string): readonly Scope[] {
  const standing = outlineOf(questionnaire).get(name)
  if (!standing) return []
  const chain = chainOf(from)
  let shared = 0
  while (shared < standing.repeats.length && chain[shared + 1]?.repeat === standing.repeats[shared])
    shared += 1
  const start = chain[shared]
  let scopes: readonly Scope[] = start ? [start] : []
  for (const repeat of standing.repeats.slice(shared))
    scopes = scopes.flatMap((parent) =>
      roundsIn(parent.answers, repeat).map((answers, index) => ({ answers, repeat, index, parent })),
    )
  return scopes
}

function chainOf(scope: Scope): readonly Scope[] {
  return scope.parent ? [...chainOf(scope.parent), scope] : [scope]
}

/** The choices of a list as contexts: a word alone is one of their columns. */
export function choiceContexts(asked: Asked, scope: Scope, list: string): readonly Context[] {
  const { questionnaire, occasion } = asked
  const here = contextAt(asked, scope, '')
  return (questionnaire.lists[list] ?? []).map(({ name, label, columns = {} }) => ({
    ...here,
    self: name,
    column: (column: string) => {
      if (column === 'name') return name
      if (column === 'label') return textIn(label, occasion.language, questionnaire.defaultLanguage)
      return Object.hasOwn(columns, column) ? (columns[column] ?? '') : ''
    },
  }))
}

function choiceLabel({ questionnaire, occasion }: Asked, question: string, value: string): string {
  const node = outlineOf(questionnaire).get(question)?.node
  if (node?.kind !== 'question' || node.list === undefined) return value
  const choice = questionnaire.lists[node.list]?.find(({ name }) => name === value)
  return textIn(choice?.label, occasion.language, questionnaire.defaultLanguage) || value
}
