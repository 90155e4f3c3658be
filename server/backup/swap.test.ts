import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishSwap, isUnderWay, refuseHalfRestored, swapIn } from './swap.ts'

let folder: string
const journal = { aside: 'before-restore-now', from: 'restoring-1-x', staying: ['backup.key'] }

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'alongside-swap-')), 'data')
  for (const [place, text] of [
    ['.', 'old'],
    [journal.from, 'new'],
  ] as const) {
    mkdirSync(join(folder, place, 'postgres'), { recursive: true })
    writeFileSync(join(folder, place, 'postgres', 'file'), text)
    writeFileSync(join(folder, place, 'mode'), text)
  }
  writeFileSync(join(folder, 'only-old'), 'old')
  writeFileSync(join(folder, 'backup.key'), 'key')
})

afterEach(() => rmSync(join(folder, '..'), { recursive: true }))

const read = (path: string): string => readFileSync(join(folder, path), 'utf8')

function expectExchanged(): void {
  expect(readdirSync(folder).toSorted()).toEqual(['backup.key', journal.aside, 'mode', 'postgres'])
  expect([read('mode'), read('postgres/file'), read('backup.key')]).toEqual(['new', 'new', 'key'])
  expect(readdirSync(join(folder, journal.aside)).toSorted()).toEqual(['mode', 'only-old', 'postgres'])
  expect(read(`${journal.aside}/postgres/file`)).toBe('old')
  expect(isUnderWay(folder)).toBe(false)
}

test('the old goes aside whole, the new takes its place, and the key stays', () => {
  swapIn(folder, journal)
  expectExchanged()
  expect(() => refuseHalfRestored(folder)).not.toThrow()
})

test('an exchange that was broken off anywhere is refused at the start and finished by the next restore', () => {
  const begun = join(folder, '..', 'begun')
  cpSync(folder, begun, { recursive: true })
  const moves = [
    ['mode', `${journal.aside}/mode`, 'old'],
    ['only-old', `${journal.aside}/only-old`, 'old'],
    ['postgres', `${journal.aside}/postgres`, 'old'],
    [`${journal.from}/mode`, 'mode', 'new'],
    [`${journal.from}/postgres`, 'postgres', 'new'],
  ] as const
  for (let done = 0; done <= moves.length; done += 1) {
    rmSync(folder, { recursive: true })
    cpSync(begun, folder, { recursive: true })
    mkdirSync(join(folder, journal.aside))
    for (const [from, to] of moves.slice(0, done)) {
      cpSync(join(folder, from), join(folder, to), { recursive: true })
      rmSync(join(folder, from), { recursive: true })
    }
    const step = moves[done]?.[2] ?? 'new'
    writeFileSync(join(folder, 'restore-under-way'), JSON.stringify({ ...journal, step }))
    expect(() => refuseHalfRestored(folder)).toThrow('was broken off while it changed folders')
    finishSwap(folder)
    expectExchanged()
  }
})

test('a folder that is not being exchanged is left as it is', () => {
  finishSwap(folder)
  expect(() => refuseHalfRestored(folder)).not.toThrow()
  expect(read('mode')).toBe('old')
})
