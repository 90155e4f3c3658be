import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aForm } from '#server/instruments/questionnaires/questionnaires.factory.ts'
import { isWellFormed } from '#server/testing/word-file.ts'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'alongside-test-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileWith(content: string | Uint8Array, ending = 'json'): string {
  const path = join(folder, `${Math.random()}.${ending}`)
  writeFileSync(path, content)
  return path
}
const jsonWith = (content: unknown) => fileWith(JSON.stringify(content))

const person = (id: string, more: object = {}) => ({ id, ...more })
const idsIn = (svg: string, of: string) =>
  Array.from(svg.matchAll(new RegExp(`<g data-${of}="([^"]*)"`, 'gu')), ([, id = '']) => id)

type Family = Readonly<{ persons: readonly { id: string }[]; unions?: unknown; childLinks?: unknown }>

const families: Readonly<Record<string, Family>> = {
  'one person, and nothing else': { persons: [person('a')] },
  'a parent alone': {
    persons: [person('a', { sex: 'female' }), person('b')],
    unions: [{ id: 'u', partnerA: 'a', partnerB: null }],
    childLinks: [{ union: 'u', child: 'b', kind: 'adopted' }],
  },
  'two women, and names of every kind': {
    persons: [
      person('a', { sex: 'female', name: '<script>alert(1)</script>' }),
      person('b', { sex: 'female', name: '👩‍👧 ‏שלום' }),
      person('c', { name: '名'.repeat(3000) }),
    ],
    unions: [{ id: 'u', partnerA: 'a', partnerB: 'b', type: 'marriage' }],
    childLinks: [{ union: 'u', child: 'c' }],
  },
  'three marriages, twins and a loss': {
    persons: ['m', 'x', 'y', 'z', 't1', 't2', 'l'].map((id) =>
      person(id, { sex: id === 'm' ? 'male' : 'female', ...(id === 'l' ? { status: 'miscarriage' } : {}) }),
    ),
    unions: ['x', 'y', 'z'].map((wife) => ({ id: wife, partnerA: 'm', partnerB: wife, type: 'marriage' })),
    childLinks: [
      { union: 'x', child: 't1', twinGroup: 'g', twinIdentical: true },
      { union: 'x', child: 't2', twinGroup: 'g', twinIdentical: true },
      { union: 'z', child: 'l' },
    ],
  },
}

test.each(Object.entries(families))('genogram draws %s', async (_, family) => {
  const { code, output } = await runCommand(['genogram', jsonWith(family)])
  expect([code, isWellFormed(output)]).toEqual([0, true])
  expect(idsIn(output, 'person').toSorted()).toEqual(family.persons.map(({ id }) => id).toSorted())
  expect(output).not.toContain('<script')
})

test('ecomap draws its systems, and counts them', async () => {
  const systems = Array.from({ length: 30 }, (_, index) => ({ id: `s${index}`, name: `学校 ${index}` }))
  const links = systems.map(({ id }) => ({ system: id, strength: 'strong' }))
  const path = jsonWith({ centre: { name: '小明' }, systems, links })
  const { code, output } = await runCommand(['ecomap', path, '--lang', 'ru'])
  expect([code, isWellFormed(output)]).toEqual([0, true])
  expect(idsIn(output, 'system').toSorted()).toEqual(systems.map(({ id }) => id).toSorted())
  const counted = await runCommand(['ecomap', path, '--measures'])
  expect(JSON.parse(counted.output)).toBeTypeOf('object')
})

test('xlsform prints the questionnaire and what it could not take', async () => {
  const path = fileWith(await aForm(), 'xlsx')
  const { code, output } = await runCommand(['xlsform', path])
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ source: path, questionnaire: {}, report: { remarks: [] } })
})

test.each([
  ['genogram', ''],
  ['genogram', 'null'],
  ['genogram', '{"persons":[{"id":"a"},{"id":"a"}]}'],
  ['genogram', '{"persons":[{"id":"a"}],"unions":[{"id":"u","partnerA":"a","partnerB":"nobody"}]}'],
  ['ecomap', '[]'],
  ['ecomap', '{"centre":{},"systems":[],"links":[{"system":"nowhere"}]}'],
  ['xlsform', 'no workbook'],
])('%s refuses %j in one sentence', async (command, content) => {
  const { code, output, complaint } = await runCommand([command, fileWith(content)])
  expect([code, output]).toEqual([2, ''])
  expect(complaint).toMatch(/^\S.*\.\n?$/u)
})
