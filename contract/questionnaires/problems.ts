import { circleShown, circlesIn } from './circles.ts'
import { columnsIn, namesIn, problemOf } from './expression/evaluate.ts'
import { silentTypes } from './logic/outline.ts'
import { everyNode, type Questionnaire, type QuestionnaireNode, type Texts } from './questionnaire.ts'

/** Why a questionnaire cannot be published yet; the screen has a sentence for each. */
export const designProblems = [
  'title-missing',
  'nothing-asked',
  'name-twice',
  'label-missing',
  'list-missing',
  'list-empty',
  'choice-twice',
  'calculation-missing',
  'group-empty',
  'expression-unreadable',
  'function-unknown',
  'pattern-unknown',
  'name-unknown',
  'asks-itself',
] as const
export type DesignProblemCode = (typeof designProblems)[number]

/** One thing that must be mended: at which question, in which of its fields, and what is meant. */
export type DesignProblem = Readonly<{
  name: string
  field: string
  code: DesignProblemCode
  detail: string
}>

/** Everything that stands in the way of publishing. The screen shows it while one writes; the server refuses with it. */
export function problemsIn({ title, nodes, lists }: Questionnaire): DesignProblem[] {
  const all = everyNode(nodes)
  const names = new Set(all.map(({ name }) => name))
  const asks = all.some((node) => node.kind === 'question' && !silentTypes.has(node.type))
  return [
    ...(title.trim() === ''
      ? [{ name: '', field: 'title', code: 'title-missing' as const, detail: '' }]
      : []),
    ...(asks ? [] : [{ name: '', field: '', code: 'nothing-asked' as const, detail: '' }]),
    ...twice(all.map(({ name }) => name)).map((name) => at(name, 'name', 'name-twice', name)),
    ...all.flatMap((node) => [...problemsOfWords(node), ...problemsOfNode(node, lists)]),
    ...all.flatMap((node) => problemsOfExpressions(node, { names, lists })),
    ...circlesIn(nodes).map((circle) => at(circle[0] ?? '', 'relevant', 'asks-itself', circleShown(circle))),
  ]
}

const at = (name: string, field: string, code: DesignProblemCode, detail = ''): DesignProblem => ({
  name,
  field,
  code,
  detail,
})

const twice = (names: readonly string[]) => [
  ...new Set(names.filter((name, place) => names.indexOf(name) < place)),
]

const says = (texts: Texts | undefined) => Object.values(texts ?? {}).some((text) => text.trim() !== '')

function problemsOfWords(node: QuestionnaireNode): DesignProblem[] {
  if (node.kind !== 'question') return []
  if (silentTypes.has(node.type) && node.type !== 'note') return []
  return says(node.label) || says(node.hint) || node.media ? [] : [at(node.name, 'label', 'label-missing')]
}

function problemsOfNode(node: QuestionnaireNode, lists: Questionnaire['lists']): DesignProblem[] {
  const { name } = node
  if (node.kind !== 'question') return node.nodes.length > 0 ? [] : [at(name, 'nodes', 'group-empty')]
  if (node.type === 'calculate')
    return node.calculation === undefined ? [at(name, 'calculation', 'calculation-missing')] : []
  if (!['select-one', 'select-multiple', 'rank'].includes(node.type)) return []
  const choices = node.list === undefined ? undefined : lists[node.list]
  if (!choices) return [at(name, 'list', 'list-missing', node.list ?? '')]
  if (choices.length === 0) return [at(name, 'list', 'list-empty')]
  // Where a filter tells them apart, one name may stand for several choices.
  if (node.choiceFilter !== undefined) return []
  return twice(choices.map((choice) => choice.name)).map((one) => at(name, 'list', 'choice-twice', one))
}

type Known = Readonly<{ names: ReadonlySet<string>; lists: Questionnaire['lists'] }>

/** The expressions of a node, by the fields in which they stand. */
export function expressionsOf(
  node: QuestionnaireNode,
): readonly (readonly [field: string, source: string])[] {
  const found: Record<string, string | true | undefined> = { relevant: node.relevant }
  if (node.kind === 'repeat') found['count'] = node.count
  if (node.kind === 'question') {
    const { constraint, calculation, required, readOnly, choiceFilter, initial } = node
    Object.assign(found, { constraint, calculation, required, readOnly, choiceFilter })
    if (initial && 'expression' in initial) found['initial'] = initial.expression
  }
  return Object.entries(found).flatMap(([field, source]) =>
    typeof source === 'string' ? [[field, source] as const] : [],
  )
}

const codeOf = {
  unreadable: 'expression-unreadable',
  'too-deep': 'expression-unreadable',
  'unknown-function': 'function-unknown',
  'wrong-number-of-arguments': 'expression-unreadable',
  'bad-pattern': 'pattern-unknown',
} as const

function problemsOfExpressions(node: QuestionnaireNode, known: Known): DesignProblem[] {
  return expressionsOf(node).flatMap(([field, source]) => {
    const problem = problemOf(source)
    if (problem) return [at(node.name, field, codeOf[problem.code], problem.detail)]
    const unknown = namesIn(source).filter((name) => !known.names.has(name))
    return [
      ...unknown.map((name) => at(node.name, field, 'name-unknown', name)),
      ...(field === 'choiceFilter' ? [] : columnsIn(source)).map((word) =>
        at(node.name, field, 'name-unknown', word),
      ),
    ]
  })
}
