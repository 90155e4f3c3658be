import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonProblem } from './json-scan.ts'

test.each([
  ['twice the same', '{"a":1,"a":2}'],
  ['once with an escape', String.raw`{"a":1,"\u0061":2}`],
  ['with white space between', '{"a" : 1,\n "a"\t: 2}'],
  ['inside a list', '[{"b":0},{"a":1,"b":[],"a":2}]'],
  ['after an object of its own', '{"a":{"a":1},"a":2}'],
  ['with quotes in the name', String.raw`{"a\"b":1,"a\"b":2}`],
])('a name said %s is found', (_, text) => {
  expect(jsonProblem(text, 32)).toBe('said-twice')
})

test.each([
  ['in two objects', '[{"a":1},{"a":2}]'],
  ['inside and outside', '{"a":{"a":1}}'],
  ['as a name and as a value', '{"a":"a","b":"a"}'],
  ['inside a text', String.raw`{"a":"{\"a\":1,\"a\":2}"}`],
  ['in another case', '{"a":1,"A":2}'],
])('the same name %s is nothing', (_, text) => {
  expect(jsonProblem(text, 32)).toBeNull()
})

test('thirty-two may stand inside one another, thirty-three not, and brackets in texts are no brackets', () => {
  const nest = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(jsonProblem(nest(32), 32)).toBeNull()
  expect(jsonProblem(nest(33), 32)).toBe('too-deep')
  expect(jsonProblem(nest(400_000), 32)).toBe('too-deep')
  expect(jsonProblem(JSON.stringify('['.repeat(99)), 32)).toBeNull()
})

test.each([
  ['quotes without end', `"${String.raw`\"`.repeat(500_000)}`],
  ['blanks without end', `{"a"${' '.repeat(1_000_000)}`],
  ['opened and never closed', '{"a":'.repeat(31) + '"'.repeat(500_000)],
])('%s take no longer than other texts', (_, text) => {
  const began = performance.now()
  expect(jsonProblem(text, 32)).toBeNull()
  expect(performance.now() - began).toBeLessThan(2000)
})

test('whatever the parser could have written itself has no name twice', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(jsonProblem(text, 32)).toBeNull()
    }),
  )
})

test('a name said twice anywhere in it is always found', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.jsonValue({ maxDepth: 3 }),
      fc.jsonValue({ maxDepth: 3 }),
      (name, one, two) => {
        const twice = `{${JSON.stringify(name)}:${JSON.stringify(one)},${JSON.stringify(name)}:${JSON.stringify(two)}}`
        expect(jsonProblem(`[1,${twice}]`, 32)).toBe('said-twice')
      },
    ),
  )
})
