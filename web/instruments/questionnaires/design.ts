import {
  type Choice,
  everyNode,
  type Question,
  type Questionnaire,
  type QuestionnaireNode,
} from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'

/** A line of the designer: a node, and how deep it stands. */
export type Line = Readonly<{ node: QuestionnaireNode; depth: number }>

/** An empty questionnaire in our three languages; the designer's own comes first. */
export function newSheet(title: string, language: Language): Questionnaire {
  const rest = (['zh-CN', 'en', 'ru'] as const).filter((one) => one !== language)
  return { title, languages: [language, ...rest], defaultLanguage: language, lists: {}, nodes: [] }
}

/** Every node with its depth, in the order in which they are asked. */
export function linesOf(nodes: readonly QuestionnaireNode[], depth = 0): Line[] {
  return nodes.flatMap((node) => [
    { node, depth },
    ...(node.kind === 'question' ? [] : linesOf(node.nodes, depth + 1)),
  ])
}

/** A name that nothing has yet: `q1`, `q2` … */
export function freeName(sheet: Questionnaire, stem: string): string {
  const taken = new Set([...everyNode(sheet.nodes).map(({ name }) => name), ...Object.keys(sheet.lists)])
  for (let turn = 1; ; turn += 1) if (!taken.has(`${stem}${turn}`)) return `${stem}${turn}`
}

type Change = (node: QuestionnaireNode) => readonly QuestionnaireNode[]

/** The same nodes, with the one at a place (counted as the lines are) become whatever `change` makes of it. */
function changedAt(nodes: readonly QuestionnaireNode[], place: number, change: Change): QuestionnaireNode[] {
  let left = place
  return nodes.flatMap((node) => {
    const here = left
    left -= linesOf([node]).length
    if (here === 0) return change(node)
    if (here < 0 || left >= 0 || node.kind === 'question') return node
    return { ...node, nodes: changedAt(node.nodes, here - 1, change) }
  })
}

/** The questionnaire with one node changed. A new name is followed by every expression that says it. */
export function withNode(sheet: Questionnaire, place: number, node: QuestionnaireNode): Questionnaire {
  const before = linesOf(sheet.nodes)[place]?.node.name ?? node.name
  const nodes = changedAt(sheet.nodes, place, () => [node])
  return { ...sheet, nodes: before === node.name ? nodes : renamed(nodes, before, node.name) }
}

function renamed(nodes: readonly QuestionnaireNode[], from: string, to: string): QuestionnaireNode[] {
  const isTwice = everyNode(nodes).some(({ name }) => name === from)
  if (isTwice) return [...nodes]
  return JSON.parse(JSON.stringify(nodes), (key, value: unknown) =>
    typeof value === 'string' && key !== 'name' ? value.replaceAll(`\${${from}}`, `\${${to}}`) : value,
  ) as QuestionnaireNode[]
}

/** Without one node and all that stands in it. */
export const without = (sheet: Questionnaire, place: number): Questionnaire => ({
  ...sheet,
  nodes: changedAt(sheet.nodes, place, () => []),
})

/** With a node more: inside the group at a place, or at the end of the whole. */
export function withMore(
  sheet: Questionnaire,
  inside: number | null,
  node: QuestionnaireNode,
): Questionnaire {
  if (inside === null) return { ...sheet, nodes: [...sheet.nodes, node] }
  const put: Change = (group) =>
    group.kind === 'question' ? [group, node] : [{ ...group, nodes: [...group.nodes, node] }]
  return { ...sheet, nodes: changedAt(sheet.nodes, inside, put) }
}

/**
 * A node moved one line up or down: past its neighbour, into a group that it meets, or out of the one that it leaves.
 */
export function moved(sheet: Questionnaire, place: number, by: -1 | 1): Questionnaire {
  const lines = linesOf(sheet.nodes)
  const node = lines[place]?.node
  if (!node) return sheet
  const rest = without(sheet, place)
  const others = linesOf(rest.nodes)
  if (by === -1) {
    const above = others[place - 1]
    if (!above) return sheet
    const isOwnGroup = above.depth < (lines[place]?.depth ?? 0)
    // Out of its own group it stands before it; a group just above is entered at its end.
    if (isOwnGroup) return before(rest, place - 1, node)
    const sibling = siblingAbove(others, place - 1, lines[place]?.depth ?? 0)
    const target = others[sibling]?.node
    return target && target.kind !== 'question' ? withMore(rest, sibling, node) : before(rest, sibling, node)
  }
  const below = others[place]
  const depth = lines[place]?.depth ?? 0
  if (below && below.depth === depth)
    return below.node.kind === 'question'
      ? after(rest, place, node)
      : { ...rest, nodes: changedAt(rest.nodes, place, (group) => [entered(group, node)]) }
  const parent = others.findLastIndex((line, at) => at < place && line.depth === depth - 1)
  return parent < 0 ? sheet : after(rest, parent, node)
}

const siblingAbove = (lines: readonly Line[], from: number, depth: number) =>
  lines.findLastIndex((line, at) => at <= from && line.depth === depth)

const entered = (group: QuestionnaireNode, node: QuestionnaireNode): QuestionnaireNode =>
  group.kind === 'question' ? group : { ...group, nodes: [node, ...group.nodes] }

const before = (sheet: Questionnaire, place: number, node: QuestionnaireNode): Questionnaire => ({
  ...sheet,
  nodes: changedAt(sheet.nodes, place, (other) => [node, other]),
})
const after = (sheet: Questionnaire, place: number, node: QuestionnaireNode): Questionnaire => ({
  ...sheet,
  nodes: changedAt(sheet.nodes, place, (other) => [other, node]),
})

const chosen: readonly Question['type'][] = ['select-one', 'select-multiple', 'rank']

/** Whether a question of this kind has choices. */
export const hasChoices = (type: Question['type']) => chosen.includes(type)

/** A question of another kind: with a list of its own where it needs one, without where it does not. */
export function ofType(sheet: Questionnaire, place: number, type: Question['type']): Questionnaire {
  const node = linesOf(sheet.nodes)[place]?.node
  if (node?.kind !== 'question') return sheet
  const { list: had, choiceFilter: _filter, range: _range, ...rest } = node
  if (!hasChoices(type)) return withNode(sheet, place, { ...rest, type })
  const list = had ?? freeName(sheet, 'list')
  const lists = { ...sheet.lists, [list]: sheet.lists[list] ?? [] }
  return withNode({ ...sheet, lists }, place, { ...rest, type, list })
}

/** The choices of a list, written anew. */
export const withChoices = (sheet: Questionnaire, list: string, choices: Choice[]): Questionnaire => ({
  ...sheet,
  lists: { ...sheet.lists, [list]: choices },
})

/** Without an entry that is empty: what says nothing is not kept. */
export function withText<Node extends object, Key extends keyof Node>(
  node: Node,
  key: Key,
  text: string,
): Node {
  const { [key]: _, ...rest } = node
  return (text.trim() === '' ? rest : { ...rest, [key]: text }) as Node
}

/** One language of some words, written anew. */
export function inLanguage<Node extends object, Key extends keyof Node>(
  node: Node,
  key: Key,
  language: string,
  text: string,
): Node {
  const { [language]: _, ...others } = { ...(node[key] as Record<string, string> | undefined) }
  const words = text === '' ? others : { ...others, [language]: text }
  const { [key]: __, ...rest } = node
  return (Object.keys(words).length === 0 ? rest : { ...rest, [key]: words }) as Node
}
