import { expect, test } from 'vitest'
import { Questionnaire, type QuestionnaireNode } from '#contract/questionnaires/index.ts'
import { comparisons, conditionIn, expressionOf } from './condition.ts'
import { freeName, linesOf, moved, newSheet, ofType, withMore, withNode, without } from './design.ts'

const question = (name: string, but: object = {}): QuestionnaireNode => ({
  kind: 'question',
  type: 'text',
  name,
  ...but,
})
const group = (name: string, ...nodes: QuestionnaireNode[]): QuestionnaireNode => ({
  kind: 'group',
  name,
  nodes,
})
const sheet = (...nodes: QuestionnaireNode[]) => Questionnaire.parse({ ...newSheet('T', 'en'), nodes })
const drawn = (nodes: readonly QuestionnaireNode[]) =>
  linesOf(nodes)
    .map(({ node, depth }) => `${'-'.repeat(depth)}${node.name}`)
    .join(' ')

test('a question moves past its neighbours, into a group and out of it again, down and up', () => {
  let now = sheet(question('a'), question('b'), group('g', question('c')), question('d'))
  const seen = [drawn(now.nodes)]
  const places = () => linesOf(now.nodes).findIndex(({ node }) => node.name === 'a')
  for (let turn = 0; turn < 5; turn += 1) {
    now = moved(now, places(), 1)
    seen.push(drawn(now.nodes))
  }
  expect(seen).toEqual(['a b g -c d', 'b a g -c d', 'b g -a -c d', 'b g -c -a d', 'b g -c a d', 'b g -c d a'])
  const back = []
  for (let turn = 0; turn < 6; turn += 1) {
    now = moved(now, places(), -1)
    back.push(drawn(now.nodes))
  }
  expect(back).toEqual(['b g -c a d', 'b g -c -a d', 'b g -a -c d', 'b a g -c d', 'a b g -c d', 'a b g -c d'])
})

test('what is renamed is followed by every condition; what is taken away takes along what stands in it', () => {
  const now = sheet(
    question('a'),
    group('g', question('c', { relevant: "${a} = '1'", label: { en: 'You said ${a}' } })),
  )
  const after = withNode(now, 0, question('age'))
  expect(linesOf(after.nodes)[2]?.node).toMatchObject({
    relevant: "${age} = '1'",
    label: { en: 'You said ${age}' },
  })
  expect(drawn(without(after, 1).nodes)).toBe('age')
  expect(drawn(withMore(after, 1, question('d')).nodes)).toBe('age g -c -d')
  expect(freeName(sheet(question('q1'), question('q3')), 'q')).toBe('q2')
})

test('a question that is given choices has a list of its own, and keeps it until it has none', () => {
  const chosen = ofType(sheet(question('a')), 0, 'select-one')
  expect([chosen.lists, chosen.nodes[0]]).toMatchObject([
    { list1: [] },
    { type: 'select-one', list: 'list1' },
  ])
  expect(ofType(chosen, 0, 'rank').nodes[0]).toMatchObject({ type: 'rank', list: 'list1' })
  expect(ofType(chosen, 0, 'text').nodes[0]).toEqual({ kind: 'question', type: 'text', name: 'a' })
})

test('every condition that is put together on screen is read back from what XLSForm says', () => {
  for (const comparison of comparisons) {
    const condition = { name: 'a', comparison, value: comparison === 'answered' ? '' : '3' }
    expect(conditionIn(expressionOf(condition))).toEqual(condition)
  }
  expect(conditionIn(expressionOf({ name: 'a', comparison: 'is', value: "it's" }))).toMatchObject({
    value: "it's",
  })
  expect(conditionIn('${a} = 1 and ${b} = 2')).toBeNull()
})
