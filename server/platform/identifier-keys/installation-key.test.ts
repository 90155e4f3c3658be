import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addInstallationKey, installationKeys, keyFilePath, makeKeyFile } from './installation-key.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-keys-'))
  path = keyFilePath(folder)
})

afterEach(() => rmSync(folder, { recursive: true }))

test('the file is made once, with 256 random bits, for its owner alone', () => {
  makeKeyFile(path)
  const first = readFileSync(path, 'utf8')
  makeKeyFile(path)
  expect(readFileSync(path, 'utf8')).toBe(first)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
  expect(installationKeys(path).current().key).toHaveLength(32)
})

test('a file that came back from a copy with looser rights is closed again', () => {
  makeKeyFile(path)
  writeFileSync(join(folder, 'copy'), readFileSync(path), { mode: 0o644 })
  rmSync(path)
  writeFileSync(path, readFileSync(join(folder, 'copy')), { mode: 0o644 })
  makeKeyFile(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a new key is the present one at once, and the older ones are found still', () => {
  makeKeyFile(path)
  const keys = installationKeys(path)
  const old = keys.current()
  const added = addInstallationKey(path)
  expect(keys.current()).toEqual(added)
  expect(added.key).not.toEqual(old.key)
  expect(keys.find(old.id)).toEqual(old)
  expect(keys.find('nobody')).toBeNull()
})

test.each(['', '{}', '{"keys":[]}', '{"keys":[{"id":"a","key":"c2hvcnQ="}]}'])(
  'a file that says %j is refused in one sentence',
  (text) => {
    makeKeyFile(path)
    writeFileSync(path, text)
    expect(() => installationKeys(path).current()).toThrow(
      /^The key file .* is missing or damaged: put it back from its own backup\.$/,
    )
  },
)

test('a file that is gone is refused, not made anew', () => {
  expect(() => installationKeys(path).current()).toThrow('missing or damaged')
})
