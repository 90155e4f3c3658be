import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '#server/access/index.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Db } from '#server/platform/database/database.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const rowsOf = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('attachments as a')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'a.agencyId').onRef('w.id', '=', 'a.addedBy'),
    )
    .leftJoin('workers as t', (join) =>
      join.onRef('t.agencyId', '=', 'a.agencyId').onRef('t.id', '=', 'a.takenBy'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.caseId', '=', caseId)
    .select(['a.id', 'a.caseId', 'a.title', 'a.fileName', 'a.mediaType', 'a.bytes', 'a.sha256'])
    .select(['a.addedAt', 'a.takenAt', 'a.takenReason', 'a.version'])
    .select(['w.id as addedById', 'w.name as addedByName', 't.id as takenById', 't.name as takenByName'])

/** One attachment with the names of whoever brought it and took it away. */
export const attachmentRow = (tx: Transaction, caseId: string, id: string) =>
  rowsOf(tx, caseId).where('a.id', '=', id).executeTakeFirstOrThrow()

export type AttachmentRow = Awaited<ReturnType<typeof attachmentRow>>

/** The attachments of a case, newest first; what was taken away stays in the list, with the reason. */
export async function attachmentRows(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = rowsOf(tx, caseId)
    .orderBy('a.addedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(a.added_at, a.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'attachment-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.addedAt.toISOString(), row.id])
}

/** Those of the files that have a row, whoever's. For the sweeper, which sees no record. */
export async function filesWithRow(db: Db, fileIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (fileIds.length === 0) return new Set()
  const { rows } = await sql<{ fileId: string }>`
    select file_id from attachment_files_known(${[...fileIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ fileId }) => fileId))
}

/** The files that must be there, in the order of their ids, some at a time. */
export async function filesAfter(db: Db, fileId: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ fileId: string }>`
    select file_id from attachment_files_after(${fileId}::uuid, ${most})`.execute(db)
  return rows.map((row) => row.fileId)
}
