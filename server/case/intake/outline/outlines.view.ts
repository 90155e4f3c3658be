import { type OutlinePage, OutlineSheet, type OutlineView } from '#contract/case/interview-outlines.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtOutline } from './outlines.repository.ts'
import { type OutlineRow, outlineRow, outlineRows } from './outlines.queries.ts'

/** One outline as this reader sees it. */
export async function viewOutline(tx: Transaction, id: string): Promise<OutlineView> {
  await lookAtOutline(tx, id) // 404
  return viewFrom(tx, await outlineRow(tx, id))
}

/** The outlines of the agency, and whether this reader may write one. */
export async function viewOutlines(tx: Transaction, query: PageQuery): Promise<OutlinePage> {
  const page = await outlineRows(tx, query)
  return {
    next: page.next,
    rows: page.rows.map((row) => viewFrom(tx, row)),
    abilities: { add: abilityFor(tx.actor, 'outline.write', {}, true) },
  }
}

const viewFrom = (tx: Transaction, row: OutlineRow): OutlineView => ({
  id: row.id,
  sheet: OutlineSheet.parse({
    title: row.title,
    purpose: row.purpose,
    use: row.use,
    clientGroups: row.clientGroups,
    questions: row.questions,
  }),
  edition: row.edition,
  writtenBy:
    row.writerId === null || row.writerName === null ? null : { id: row.writerId, name: row.writerName },
  writtenAt: row.writtenAt.toISOString(),
  retired: row.retired,
  version: row.version,
  abilities: { change: abilityFor(tx.actor, 'outline.write', {}, true) },
})
