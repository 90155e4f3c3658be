import { sql } from 'kysely'
import { z } from 'zod'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const outlines = (tx: Transaction) =>
  tx.db
    .selectFrom('interviewOutlines as o')
    .innerJoin('interviewOutlineEditions as e', (join) =>
      join
        .onRef('e.agencyId', '=', 'o.agencyId')
        .onRef('e.outlineId', '=', 'o.id')
        .onRef('e.edition', '=', 'o.edition'),
    )
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'e.agencyId').onRef('w.id', '=', 'e.writtenBy'),
    )
    .where('o.agencyId', '=', tx.actor.agencyId)
    .select([
      'o.id',
      'o.edition',
      'o.retired',
      'o.version',
      'o.createdAt',
      'e.title',
      'e.purpose',
      'e.use',
      'e.clientGroups',
      'e.questions',
      'e.writtenAt',
      'w.id as writerId',
      'w.name as writerName',
    ])

/** The newest edition of one outline. */
export const outlineRow = (tx: Transaction, id: string) =>
  outlines(tx).where('o.id', '=', id).executeTakeFirstOrThrow()

export type OutlineRow = Awaited<ReturnType<typeof outlineRow>>

/** The outlines of the agency in the order in which they came. */
export async function outlineRows(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = outlines(tx)
    .orderBy('o.createdAt')
    .orderBy('o.id')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(o.created_at, o.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'interview-outline-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.createdAt.toISOString(), row.id])
}
