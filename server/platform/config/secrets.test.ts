import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecrets } from './secrets.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-secrets-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('secrets are made once, differ from each other, and are then kept', () => {
  const made = loadSecrets(join(folder, 'data'))
  expect(made.appPassword).not.toBe(made.demoPassword)
  expect(made.appPassword.length).toBeGreaterThanOrEqual(24)
  expect(loadSecrets(join(folder, 'data'))).toEqual(made)
})

test('only their owner may read them', () => {
  loadSecrets(folder)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('a damaged file is refused rather than replaced', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"appPassword":')
  expect(() => loadSecrets(folder)).toThrow('is damaged')
})
