import { sql } from 'kysely'
import { z } from 'zod'
import type { PotentialClientQuery } from '#contract/clients.ts'
import { potentialClientKind } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { lineColumns, personLine } from '../people.rows.ts'
import { personInSight } from '../sight.queries.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** Potential clients in sight, who was named so last first. */
export async function potentialClients(tx: Transaction, { kind, limit, after }: PotentialClientQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('clientStandings as s')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 's.agencyId').onRef('p.id', '=', 's.personId'),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.recordedBy'),
    )
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where(sql<boolean>`s.holds and s.standing = 'potential'`)
    .where(personInSight(tx, 's.personId'))
    .select(['s.id as standingId', 's.kind', 's.reason', 's.since', 's.recordedAt'])
    .select(['w.id as byId', 'w.name as byName', 'p.id', 'pk.wrapped as wrappedKey'])
    .select(lineColumns.map((column) => `p.${column}` as const))
    .orderBy('s.recordedAt', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
  if (kind !== undefined) query = query.where('s.kind', '=', kind)
  if (position)
    query = query.where(
      sql<boolean>`(s.recorded_at, s.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'person-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, (row) => [row.recordedAt.toISOString(), row.standingId])
  const today = dayOf(tx.now)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      person: personLine(tx.keys, row, today),
      kind: potentialClientKind.schema.parse(row.kind),
      reason: row.reason,
      since: row.since,
      by: { id: row.byId, name: row.byName },
    })),
  }
}
