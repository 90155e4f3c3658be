import { expect, test } from 'vitest'
import { mostExportedRows } from '#contract/exports.ts'
import { allRows } from './export.ts'
import { Refusal } from './refusal.ts'

/** A list of so many rows, in pages, and how often it was asked. */
function aList(length: number) {
  const asked: (string | undefined)[] = []
  const pageAfter = async (after: string | undefined, limit: number) => {
    asked.push(after)
    const from = Number(after ?? 0)
    const rows = Array.from({ length: Math.min(limit, length - from) }, (_, index) => from + index)
    return { rows, next: from + limit < length ? String(from + limit) : null }
  }
  return { asked, pageAfter }
}

test('all rows of a list come once each, in their order, page by page', async () => {
  for (const length of [0, 1, 500, 501, mostExportedRows]) {
    const { asked, pageAfter } = aList(length)
    expect(await allRows(pageAfter)).toEqual(Array.from({ length }, (_, index) => index))
    expect(asked.length).toBe(Math.max(1, Math.ceil(length / 500)))
  }
})

test('one row too many is refused, and no more is read than needed to know it', async () => {
  const { asked, pageAfter } = aList(mostExportedRows * 3)
  const refused = allRows(pageAfter)
  await expect(refused).rejects.toThrow(Refusal)
  await expect(refused).rejects.toMatchObject({ code: 'export/too-many-rows' })
  expect(asked.length).toBe(mostExportedRows / 500)
  await expect(allRows(aList(mostExportedRows + 1).pageAfter)).rejects.toThrow(Refusal)
})
