import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { fingerprint, loadKeys, open, passingKeys, seal, sign, verified } from './index.ts'
import { keysFrom } from './keys.ts'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'keys')
}

const plain = Buffer.from('一路同行')
const unreadable = /authenticate data|not sealed here|no key of version/u

test('the key file is made once, only its owner reads it, and a second start opens what the first one sealed', () => {
  const folder = aFolder()
  const sealed = seal(loadKeys(folder), 'sign-in/totp', 'factors|1', plain)
  expect(readdirSync(folder)).toEqual(['keys.json'])
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(open(loadKeys(folder), 'sign-in/totp', 'factors|1', sealed)).toEqual(plain)
})

test('what is sealed shows nothing, differs each time, and opens only for its purpose, at its place, unchanged', () => {
  const keys = passingKeys()
  const sealed = seal(keys, 'sign-in/totp', 'factors|1', plain)
  expect(sealed.includes(plain)).toBe(false)
  expect(seal(keys, 'sign-in/totp', 'factors|1', plain)).not.toEqual(sealed)
  expect(() => open(keys, 'sign-in/other', 'factors|1', sealed)).toThrow(unreadable)
  expect(() => open(keys, 'sign-in/totp', 'factors|2', sealed)).toThrow(unreadable)
  expect(() => open(passingKeys(), 'sign-in/totp', 'factors|1', sealed)).toThrow(unreadable)
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Buffer.from(sealed)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(() => open(keys, 'sign-in/totp', 'factors|1', flipped), `bit ${bit}`).toThrow(unreadable)
  }
})

test('an older version of the key still opens, and new things are sealed with the newest', () => {
  const first = randomBytes(32)
  const before = keysFrom(new Map([[1, first]]))
  const after = keysFrom(
    new Map([
      [1, first],
      [2, randomBytes(32)],
    ]),
  )
  const sealed = seal(before, 'sign-in/totp', 'p', plain)
  expect(open(after, 'sign-in/totp', 'p', sealed)).toEqual(plain)
  expect(seal(after, 'sign-in/totp', 'p', plain)[1]).toBe(2)
  expect(verified(after, 'sign-in/device', sign(before, 'sign-in/device', 'a.b'))).toBe('a.b')
})

test('a signature is only for its text, its purpose and these keys', () => {
  const keys = passingKeys()
  const signed = sign(keys, 'sign-in/device', 'one')
  expect(verified(keys, 'sign-in/device', signed)).toBe('one')
  expect(verified(keys, 'sign-in/device', signed.replace('one', 'two'))).toBeNull()
  expect(verified(keys, 'sign-in/other', signed)).toBeNull()
  expect(verified(passingKeys(), 'sign-in/device', signed)).toBeNull()
  for (const odd of ['', '.', '1..', '9.one.x', signed.slice(0, -1), `${signed}A`])
    expect(verified(keys, 'sign-in/device', odd)).toBeNull()
  expect(fingerprint(keys, 'sign-in/device', 'one')).toEqual(fingerprint(keys, 'sign-in/device', 'one'))
})

test.each([
  ['half of it', '{"roots": {"1": "'],
  ['no root', '{"roots": {}}'],
  ['a short root', `{"roots": {"1": "${randomBytes(8).toString('base64')}"}}`],
  ['a root nobody can count to', `{"roots": {"900": "${randomBytes(32).toString('base64')}"}}`],
])('a key file with %s stops the start in one sentence and is left as it is', (_, text) => {
  const folder = aFolder()
  loadKeys(folder)
  writeFileSync(join(folder, 'keys.json'), text)
  expect(() => loadKeys(folder)).toThrow(StartProblem)
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe(text)
})

test('a key file is not read through a link, and a missing one is not made where it must be there', () => {
  const folder = aFolder()
  const other = aFolder()
  expect(() => loadKeys(folder, { mayMake: false })).toThrow('is missing')
  loadKeys(other)
  loadKeys(folder)
  rmSync(join(folder, 'keys.json'))
  symlinkSync(join(other, 'keys.json'), join(folder, 'keys.json'))
  expect(() => loadKeys(folder)).toThrow('is not a plain file')
})
