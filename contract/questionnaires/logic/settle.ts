import { evaluate, isUnsteady } from '../expression/evaluate.ts'
import { listOf, numberOf, textOf, truthOf } from '../expression/values.ts'
import type {
  Answers,
  AnswerValue,
  Question,
  Questionnaire,
  QuestionnaireNode,
  Repeat,
} from '../questionnaire.ts'
import { answerText, contextAt, type Occasion, roundsIn, type Scope, wholeScope } from './scope.ts'

const mostPasses = 30
/** As many rounds as anybody can fill in; a count of a million is a mistake. */
export const mostRounds = 200

/**
 * The answers as they count: what does not apply is left out, what is calculated is worked out, repeats have as many rounds
 * as they say. It is asked over and over until nothing changes, for a calculation may lean on another. The same on screen
 * and on the server. What was typed is not lost by it: the screen keeps its own and asks anew.
 */
export function settle(questionnaire: Questionnaire, typed: Answers, occasion: Occasion): Answers {
  let now = typed
  let before = JSON.stringify(now)
  for (let pass = 0; pass < mostPasses; pass += 1) {
    now = settleNodes({ questionnaire, occasion, nodes: questionnaire.nodes, typed }, wholeScope(now))
    const after = JSON.stringify(now)
    if (after === before) return now
    before = after
  }
  return now
}

type Work = Readonly<{
  questionnaire: Questionnaire
  occasion: Occasion
  nodes: readonly QuestionnaireNode[]
  typed: Answers
}>

/** One pass over a place: asked of what the last pass left, filled from what was typed. */
function settleNodes(work: Work, scope: Scope): Answers {
  const answers: Record<string, AnswerValue> = {}
  for (const node of work.nodes) {
    if (!isRelevant(work, scope, node)) continue
    if (node.kind === 'group') Object.assign(answers, settleNodes({ ...work, nodes: node.nodes }, scope))
    else if (node.kind === 'repeat') answers[node.name] = settleRepeat(work, scope, node)
    else {
      const value = settleQuestion(work, scope, node)
      if (value !== undefined && value !== '') answers[node.name] = value
    }
  }
  return answers
}

/** Whether a node applies here; what stands around it was asked before. */
export function isRelevant(
  asked: Readonly<{ questionnaire: Questionnaire; occasion: Occasion }>,
  scope: Scope,
  { relevant, name }: QuestionnaireNode,
): boolean {
  if (relevant === undefined) return true
  return truthOf(evaluate(relevant, contextAt(asked, scope, answerText(scope.answers[name]))))
}

function settleRepeat(work: Work, scope: Scope, repeat: Repeat): Answers[] {
  const typed = roundsIn(work.typed, repeat.name)
  const settled = roundsIn(scope.answers, repeat.name)
  const count = roundsWanted(work, scope, repeat) ?? typed.length
  return Array.from({ length: count }, (_, index) =>
    settleNodes(
      { ...work, nodes: repeat.nodes, typed: typed[index] ?? {} },
      { answers: settled[index] ?? typed[index] ?? {}, repeat: repeat.name, index, parent: scope },
    ),
  )
}

/** How many rounds a repeat says that it has; null where whoever answers says it. */
export function roundsWanted(
  asked: Readonly<{ questionnaire: Questionnaire; occasion: Occasion }>,
  scope: Scope,
  { count }: Repeat,
): number | null {
  if (count === undefined) return null
  const wanted = Math.trunc(numberOf(evaluate(count, contextAt(asked, scope, ''))))
  return Number.isNaN(wanted) ? 0 : Math.min(mostRounds, Math.max(0, wanted))
}

function settleQuestion(work: Work, scope: Scope, question: Question): AnswerValue | undefined {
  const { name, type, calculation } = question
  const typed = work.typed[name]
  const { now, username } = work.occasion
  if (type === 'note') return undefined
  if (type === 'start') return typed ?? now
  if (type === 'end') return now
  if (type === 'today') return now.slice(0, 10)
  if (type === 'username') return username
  if (calculation === undefined || question.triggers !== undefined) return typed
  if (typed !== undefined && typed !== '' && isUnsteady(calculation)) return typed
  const value = evaluate(calculation, contextAt(work, scope, answerText(typed)))
  return calculated(question, textOf(value))
}

/** What was calculated, as an answer of that kind of question. */
function calculated({ type }: Question, text: string): AnswerValue | undefined {
  if (text === '' || text === 'NaN') return undefined
  if (type === 'integer' || type === 'decimal' || type === 'range') return numberIn(text)
  if (type === 'select-multiple' || type === 'rank') return text.split(/\s+/u).filter((one) => one !== '')
  return text
}

/** What is no number is no answer to a question for one. */
function numberIn(text: string): number | undefined {
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** What is written in before anybody answers: values and first questions of every place, one round of each repeat. */
export function begin(questionnaire: Questionnaire, occasion: Occasion): Answers {
  return beginNodes(questionnaire, occasion, questionnaire.nodes)
}

/** A new round of a repeat, with what it begins with. */
export function beginNodes(
  questionnaire: Questionnaire,
  occasion: Occasion,
  nodes: readonly QuestionnaireNode[],
): Answers {
  const answers: Record<string, AnswerValue> = {}
  for (const node of nodes) {
    if (node.kind === 'group') Object.assign(answers, beginNodes(questionnaire, occasion, node.nodes))
    else if (node.kind === 'repeat') answers[node.name] = [beginNodes(questionnaire, occasion, node.nodes)]
    else if (node.initial !== undefined) {
      const asked = { questionnaire, occasion }
      const value =
        'value' in node.initial
          ? node.initial.value
          : listOf(evaluate(node.initial.expression, contextAt(asked, wholeScope(answers), ''))).join(' ')
      const first = calculated(node, value)
      if (first !== undefined) answers[node.name] = first
    }
  }
  return answers
}
