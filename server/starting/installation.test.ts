import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDataFolder } from './installation.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-mode-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a data folder stays with the mode that first used it', () => {
  claimDataFolder(join(folder, 'data'), 'demo')
  expect(() => claimDataFolder(join(folder, 'data'), 'demo')).not.toThrow()
  expect(() => claimDataFolder(join(folder, 'data'), 'serve')).toThrow(
    'belongs to the demo and is not opened for production',
  )
})

test('a data folder that cannot be made is refused in one sentence', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => claimDataFolder(join(folder, 'file'), 'demo')).toThrow(
    /^The data folder .* cannot be used .*\.$/,
  )
})
