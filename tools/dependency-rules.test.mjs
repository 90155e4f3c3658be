import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { findViolations, importsOf, resolveImport } from './dependency-rules.mjs'

const apart = {
  name: 'apart',
  from: { path: '^(web|server)/' },
  to: { path: '^(web|server)/', pathNot: '^$1/' },
}
const noCycles = { name: 'no-cycles', from: {}, to: { circular: true } }

test('an import across a border is found, one at home is not', () => {
  const graph = new Map([['web/a.ts', ['web/b.ts', 'server/c.ts']]])
  expect(findViolations(graph, [apart])).toEqual([{ rule: apart, from: 'web/a.ts', to: 'server/c.ts' }])
})

test('a file the rule leaves out may import what it likes', () => {
  const lenient = { ...apart, from: { ...apart.from, pathNot: ['\\.test\\.ts$'] } }
  expect(findViolations(new Map([['web/a.test.ts', ['server/c.ts']]]), [lenient])).toEqual([])
})

test('a circle is found at each of its imports, however long it is', () => {
  const graph = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts']],
    ['c.ts', ['a.ts', 'd.ts']],
    ['d.ts', []],
  ])
  expect(findViolations(graph, [noCycles]).map(({ from, to }) => `${from} ${to}`)).toEqual([
    'a.ts b.ts',
    'b.ts c.ts',
    'c.ts a.ts',
  ])
})

test('imports of values and of types, passed on and on demand are all seen', () => {
  const source = `
    import type { A } from './a.ts'
    import b, { type C } from '#contract/b.ts'
    import 'pg'
    export { d } from '../d.ts'
    export * from 'node:fs'
    const later = () => import('./later.tsx')`
  expect(importsOf(parseSync, 'server/people/x.ts', source)).toEqual([
    'server/people/a.ts',
    'contract/b.ts',
    'node_modules/pg/',
    'server/d.ts',
    'node:fs',
    'server/people/later.tsx',
  ])
})

test('a package is found under node_modules, as the rules name it', () => {
  expect(resolveImport('@fastify/static', 'server/app.ts')).toBe('node_modules/@fastify/static/')
})
