import { expect, test } from 'vitest'
import { inForceOn, refuseUnlessNext, spansOf } from './setting.ts'

const versions = [
  { ordinal: 1, from: '2026-01-01' },
  { ordinal: 2, from: '2026-05-01' },
  { ordinal: 3, from: '2026-03-01' },
  { ordinal: 4, from: '2026-03-01' },
]

test('a version counts from its day until the next begins; of two of one day the later written', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01']
  expect(days.map((day) => inForceOn(versions, day)?.ordinal ?? null)).toEqual([null, 1, 1, 4, 4, 2])
  expect(spansOf(versions, '2026-03-02')).toEqual([
    { ordinal: 1, until: '2026-03-01', state: 'past' },
    { ordinal: 2, until: null, state: 'planned' },
    { ordinal: 3, until: '2026-03-01', state: 'replaced' },
    { ordinal: 4, until: '2026-05-01', state: 'in-force' },
  ])
})

test('only the first version may begin in the past, and only whoever saw the newest writes the next', () => {
  const write = (seen: number, from: string, newest: number) => () =>
    refuseUnlessNext({ seen, from }, newest, '2026-03-02')
  expect(write(0, '2019-01-01', 0)).not.toThrow()
  expect(write(3, '2026-03-02', 3)).not.toThrow()
  expect(write(3, '2026-03-01', 3)).toThrow('sheet-unfinished')
  expect(write(2, '2026-03-02', 3)).toThrow('settings/written-meanwhile')
})
