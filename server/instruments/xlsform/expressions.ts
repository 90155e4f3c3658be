import {
  circleShown,
  circlesIn,
  columnsIn,
  everyNode,
  namesIn,
  problemOf,
  type Questionnaire,
  type QuestionnaireNode,
} from '#contract/questionnaires/index.ts'
import type { Remarks } from './remarks.ts'
import type { Survey } from './survey.ts'

const remarkOf = {
  unreadable: 'expression-unreadable',
  'too-deep': 'expression-unreadable',
  'unknown-function': 'function-unknown',
  'wrong-number-of-arguments': 'arguments-wrong',
  'bad-pattern': 'pattern-unknown',
} as const

type Place = Readonly<{ sheet: string; row: number; remarks: Remarks }>

/**
 * Looks at every expression once the whole form is known. What cannot be read or asked here is taken out and said, with
 * its row; what speaks of something that is not there stays, and counts as empty.
 */
export function checkExpressions(
  { nodes, rows, renamed }: Survey,
  lists: Questionnaire['lists'],
  place: Readonly<{ sheet: string; remarks: Remarks }>,
) {
  const all = everyNode(nodes)
  const names = new Set(all.map(({ name }) => name))
  for (const node of all) {
    const here = { ...place, row: rows.get(node) ?? 0 }
    checkNode(node, { names, lists, renamed }, here)
    checkWords(node, names, renamed, here)
  }
  for (const circle of circlesIn(nodes)) {
    const node = all.find(({ name }) => name === circle[0])
    place.remarks.add(
      place.sheet,
      (node && rows.get(node)) ?? 0,
      'relevant',
      'asks-itself',
      circleShown(circle),
    )
  }
}

type Known = Readonly<{
  names: ReadonlySet<string>
  lists: Questionnaire['lists']
  renamed: ReadonlyMap<string, string>
}>

function checkNode(node: QuestionnaireNode, known: Known, place: Place) {
  const keep = (column: string, source: string | undefined, columns: ReadonlySet<string> | null = null) =>
    source === undefined ? undefined : kept(source, { ...place, column }, known, columns)
  replace(node, 'relevant', keep('relevant', node.relevant))
  if (node.kind === 'repeat') replace(node, 'count', keep('repeat_count', node.count))
  if (node.kind !== 'question') return
  replace(node, 'constraint', keep('constraint', node.constraint))
  replace(node, 'calculation', keep('calculation', node.calculation))
  if (typeof node.required === 'string') replace(node, 'required', keep('required', node.required))
  if (typeof node.readOnly === 'string') replace(node, 'readOnly', keep('read_only', node.readOnly))
  if (node.initial && 'expression' in node.initial) {
    const expression = keep('default', node.initial.expression)
    if (expression === undefined) delete node.initial
    else node.initial = { expression }
  }
  const columns = new Set(['name', 'label', ...columnsOf(known.lists[node.list ?? ''] ?? [])])
  replace(node, 'choiceFilter', keep('choice_filter', node.choiceFilter, columns))
  if (node.triggers) {
    const there = node.triggers.filter((name) => known.names.has(name))
    for (const name of node.triggers.filter((one) => !there.includes(one)))
      place.remarks.add(place.sheet, place.row, 'trigger', 'reference-unknown', name)
    if (there.length > 0) node.triggers = there
    else delete node.triggers
  }
}

function replace<Key extends string>(
  node: Partial<Record<Key, unknown>>,
  key: Key,
  value: string | undefined,
) {
  if (value === undefined) delete node[key]
  else node[key] = value
}

const columnsOf = (choices: Questionnaire['lists'][string]) =>
  choices.flatMap(({ columns = {} }) => Object.keys(columns))

/** The expression as it is kept, with names as they are called now; undefined where it cannot be asked. */
function kept(
  said: string,
  { sheet, row, column, remarks }: Place & Readonly<{ column: string }>,
  { names, renamed }: Known,
  columns: ReadonlySet<string> | null,
): string | undefined {
  const source = withNewNames(said, renamed)
  const problem = problemOf(source)
  if (problem) {
    remarks.add(sheet, row, column, remarkOf[problem.code], `${said} (${problem.detail})`)
    return undefined
  }
  if (/\$\{\s*last-saved#/u.test(source)) remarks.add(sheet, row, column, 'last-saved', said)
  for (const name of namesIn(source))
    if (!names.has(name)) remarks.add(sheet, row, column, 'reference-unknown', name)
  for (const word of columnsIn(source))
    if (!columns?.has(word)) remarks.add(sheet, row, column, 'word-is-no-column', word)
  return source
}

const withNewNames = (text: string, renamed: ReadonlyMap<string, string>) =>
  text.replaceAll(/\$\{\s*([^{}]+?)\s*\}/gu, (whole, name: string) =>
    renamed.has(name) ? `\${${renamed.get(name)}}` : whole,
  )

/** What words speak of: `${name}` in a label or a hint. */
function checkWords(
  node: QuestionnaireNode,
  names: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
  { sheet, row, remarks }: Place,
) {
  const places = { label: node.label, hint: node.hint, ...messagesOf(node) }
  const missing = new Map<string, string>()
  for (const [column, texts] of Object.entries(places))
    for (const [language, text] of Object.entries(texts ?? {})) {
      const now = withNewNames(text, renamed)
      if (texts) texts[language] = now
      for (const [, name = ''] of now.matchAll(/\$\{\s*([^{}\s]+)\s*\}/gu))
        if (!names.has(name)) missing.set(name, column)
    }
  for (const [name, column] of missing) remarks.add(sheet, row, column, 'reference-unknown', name)
}

const messagesOf = (node: QuestionnaireNode) =>
  node.kind === 'question'
    ? {
        guidance_hint: node.guidance,
        constraint_message: node.constraintMessage,
        required_message: node.requiredMessage,
      }
    : {}
