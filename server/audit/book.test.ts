import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { SendFlights } from '#server/platform/database/one-flight.ts'
import { auditBook } from './book.repository.ts'
import type { SealedLine } from './witness.repository.ts'

const agencyId = randomUUID()

const aLine = (requestId: string): SealedLine => ({
  agencyId,
  atMicros: 1,
  workerId: agencyId,
  workerRole: 'worker',
  operation: 'case.read',
  act: 'look',
  outcome: 'done',
  reason: '',
  subjectKind: 'case',
  subjectId: null,
  caseId: null,
  inquiryId: null,
  personId: null,
  listed: [],
  requestId,
  mac: Buffer.alloc(32),
})

const Lines = z.array(z.object({ requestId: z.string() }))

/** A database that keeps pages in memory and refuses those with a line of `spoiled`. */
function aBook(spoiled = '') {
  const pages: string[][] = []
  const sendFlights: SendFlights = async (_role, [statement]) => {
    const page = Lines.parse(JSON.parse(String(statement?.values[1]))).map(({ requestId }) => requestId)
    if (page.includes(spoiled)) throw new Error(`refused: ${spoiled}`)
    pages.push(page)
    return []
  }
  const { after } = auditBook({ sendFlights })
  const look = (name: string) => after(agencyId, async () => ({ view: name, lines: [aLine(name)] }))
  return { pages, look, after }
}

test('looks that come at once share a page; one that comes alone does not wait', async () => {
  const { pages, look } = aBook()
  expect(await Promise.all(['one', 'two', 'three'].map(look))).toEqual(['one', 'two', 'three'])
  expect(await look('four')).toBe('four')
  expect(pages).toEqual([['one', 'two', 'three'], ['four']])
})

test('of a page that is refused, each look is tried alone; only the one whose line is refused shows nothing', async () => {
  const { pages, look } = aBook('two')
  const settled = await Promise.allSettled(['one', 'two', 'three'].map(look))
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(pages).toEqual([['one'], ['three']])
})

test('a look that fails leaves no line, and those beside it do not wait for it', async () => {
  const { pages, look, after } = aBook()
  const failing = after(agencyId, () => Promise.reject(new Error('out of sight')))
  const [failed, seen] = await Promise.allSettled([failing, look('one')])
  expect([failed?.status, seen?.status]).toEqual(['rejected', 'fulfilled'])
  expect(pages).toEqual([['one']])
})
