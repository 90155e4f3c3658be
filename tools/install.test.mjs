import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isInstalled } from './install.mjs'

const wanted = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', optional: true },
}
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-install-'))
  mkdirSync(join(folder, 'node_modules'))
  write('package-lock.json', wanted)
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a fresh clone has nothing installed', () => {
  expect(isInstalled(folder)).toBe(false)
})

test('modules of the wanted versions are enough, an optional one may be absent', () => {
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(isInstalled(folder)).toBe(true)
})

test.each([
  ['a missing module', {}],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }],
  [
    'another version of an optional one',
    { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
  ],
])('%s asks for an installation', (_title, present) => {
  write('node_modules/.package-lock.json', present)
  expect(isInstalled(folder)).toBe(false)
})

test('half a file, left by a killed installation, asks for an installation', () => {
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages":{"node_mod')
  expect(isInstalled(folder)).toBe(false)
})

function write(name, packages) {
  writeFileSync(join(folder, name), JSON.stringify({ packages }))
}
