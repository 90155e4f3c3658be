import { expect, test } from 'vitest'
import { type Asked, awaitedFor } from './awaited.ts'

const [client, mother] = [
  { id: 'c', name: '李小龙', part: 'client' as const },
  { id: 'm', name: '王桂英', part: 'guardian' as const },
]
const [signed, linked] = [new Date('2026-03-02T02:00:00Z'), new Date('2026-03-04T02:00:00Z')]
const asked: Asked = { viewGivers: [client, mother], needsGuardian: true, byLink: [] }
const named = (...those: Parameters<typeof awaitedFor>) =>
  awaitedFor(...those).map(({ id, part, since }) => [id, part, since.slice(8, 10)])

test('before anybody spoke the client is awaited since the signature, and the guardian where the law asks for one', () => {
  const standing = { state: 'signed' as const, readyAt: signed, spoken: [] }
  expect(named(standing, asked)).toEqual([
    ['c', 'client', '02'],
    ['m', 'guardian', '02'],
  ])
  expect(named(standing, { ...asked, needsGuardian: false })).toEqual([['c', 'client', '02']])
})

test('whoever was asked by a link is awaited since it was issued, until they have spoken', () => {
  const byLink = [{ id: 'm', name: '王桂英', since: linked }]
  const standing = { state: 'confirmed' as const, readyAt: signed, spoken: ['c'] }
  expect(named(standing, { ...asked, byLink })).toEqual([['m', 'guardian', '04']])
  expect(named({ ...standing, spoken: ['c', 'm'] }, { ...asked, byLink })).toEqual([])
  expect(named({ ...standing, state: 'signed', spoken: [] }, { ...asked, byLink })).toEqual([
    ['c', 'client', '02'],
    ['m', 'guardian', '04'],
  ])
})

test('what still waits for a colleague, or was answered, waits for nobody', () => {
  expect(named({ state: 'awaiting-cosignature', readyAt: signed, spoken: [] }, asked)).toEqual([])
  expect(named({ state: 'not-confirmed', readyAt: signed, spoken: ['c'] }, asked)).toEqual([])
})
