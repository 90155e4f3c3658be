import { sql } from 'kysely'
import { z } from 'zod'
import type { NewOutreach, OutreachSheet } from '#contract/case/reception.ts'
import { Day } from '#contract/dates.ts'
import type { PageQuery } from '#contract/page.ts'
import { inSight, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

/** Refuses (422) a first contact that names an outreach event which is none of the agency's. */
export async function refuseUnlessOutreach(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('outreachEvents')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('intake/no-such-outreach')
}

/** Refuses (422) workers who are none of the agency's. */
export async function refuseUnlessColleagues(tx: Transaction, workerIds: readonly string[]) {
  const rows = await tx.db
    .selectFrom('workers')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', 'in', [...workerIds])
    .execute()
  if (rows.length !== new Set(workerIds).size) throw new Refusal('intake/not-a-colleague')
}

const rowOf = ({ workerIds: _workers, ...sheet }: OutreachSheet) => sheet

/** Records an outreach event with its workers. */
export function insertOutreach(tx: Transaction, { id, ...sheet }: NewOutreach) {
  const { agencyId, workerId } = tx.actor
  tx.atLast(
    tx.db
      .insertInto('outreachEvents')
      .values({ agencyId, id, ...rowOf(sheet), recordedBy: workerId, recordedAt: tx.now })
      .execute(),
  )
  keepWorkers(tx, id, sheet.workerIds)
  tx.saw({ kind: 'outreach', id })
}

function keepWorkers(tx: Transaction, outreachId: string, workerIds: readonly string[]) {
  const { agencyId } = tx.actor
  const rows = [...new Set(workerIds)].map((workerId) => ({ agencyId, outreachId, workerId }))
  tx.atLast(tx.db.insertInto('outreachWorkers').values(rows).execute())
}

/** Looks at an outreach event and locks it (404). */
export async function lookAtOutreach(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('outreachEvents')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'outreach', id })
  return row
}

/** Saves an outreach event against the version that was seen (412); its workers are written anew. */
export function saveOutreach(
  tx: Transaction,
  { id, version }: Readonly<{ id: string; version: number }>,
  sheet: OutreachSheet,
) {
  refuseIfStale(tx, version)
  const { agencyId } = tx.actor
  tx.atLast(
    tx.db
      .updateTable('outreachEvents')
      .set({ ...rowOf(sheet), version: version + 1 })
      .where('agencyId', '=', agencyId)
      .where('id', '=', id)
      .execute(),
  )
  tx.atLast(
    tx.db
      .deleteFrom('outreachWorkers')
      .where('agencyId', '=', agencyId)
      .where('outreachId', '=', id)
      .execute(),
  )
  keepWorkers(tx, id, sheet.workerIds)
}

const Position = z.tuple([Day, z.uuid()])
const mostPeople = 100

/** A page of outreach events, newest first. */
export async function outreachRows(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('outreachEvents as o')
    .select(['o.id', 'o.heldOn', 'o.place', 'o.purpose', 'o.peopleMet'])
    .where('o.agencyId', '=', tx.actor.agencyId)
    .orderBy('o.heldOn', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(sql<boolean>`(o.held_on, o.id) < (${position[0]}::date, ${position[1]}::uuid)`)
  const page = pageFrom(await query.execute(), limit, ({ heldOn, id }) => [heldOn, id])
  tx.saw({ kind: 'outreach-list', listed: page.rows.map(({ id }) => id) })
  return page
}

/** Who took part in these events, by event. */
export async function outreachWorkersOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('outreachWorkers as o')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'o.agencyId').onRef('w.id', '=', 'o.workerId'),
    )
    .select(['o.outreachId', 'w.id', 'w.name'])
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.outreachId', 'in', [...ids])
    .orderBy('w.name')
    .orderBy('w.id')
    .execute()
}

/** The first contacts made at these events that the actor sees, newest first. */
export async function contactsMadeAt(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx.db
    .selectFrom('inquiries as i')
    .leftJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.clientId'),
    )
    .select(['i.outreachId', 'i.id', 'i.state', 'i.receivedAt', 'p.name'])
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.outreachId', 'in', [...ids])
    .where(inSight(tx, 'i'))
    .orderBy('i.receivedAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(mostPeople)
    .execute()
}
