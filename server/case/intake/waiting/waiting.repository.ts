import { sql } from 'kysely'
import { z } from 'zod'
import type { WaitQuery } from '#contract/case/waiting.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

type NewWait = Readonly<{ inquiryId: string; priority: number; reason: string; nextCheckAt: Date }>

/** Puts a first contact on the waiting list. */
export function insertWait(tx: Transaction, wait: NewWait) {
  const { agencyId, workerId } = tx.actor
  tx.atLast(
    tx.db
      .insertInto('waits')
      .values({ agencyId, id: tx.newId(), ...wait, enteredBy: workerId, enteredAt: tx.now })
      .execute(),
  )
}

/** Takes a first contact off the waiting list: for what, and why. */
export function leaveList(tx: Transaction, inquiryId: string, leftFor: string, leftReason: string) {
  const { agencyId, workerId } = tx.actor
  tx.atLast(
    tx.db
      .updateTable('waits')
      .set(({ eb }) => ({
        leftBy: workerId,
        leftAt: tx.now,
        leftFor,
        leftReason,
        version: eb('version', '+', 1),
      }))
      .where('agencyId', '=', agencyId)
      .where('inquiryId', '=', inquiryId)
      .where('leftAt', 'is', null)
      .execute(),
  )
}

/** The newest wait of a first contact, locked; there never was one: 404. */
export async function lookAtWait(tx: Transaction, inquiryId: string) {
  const row = await tx.db
    .selectFrom('waits')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('inquiryId', '=', inquiryId)
    .orderBy('enteredAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'wait', id: row.id, inquiryId })
  return row
}

type Held = Readonly<{
  id: string
  whatChanged: string
  stillWishes: boolean
  priority: number
  nextCheckAt: Date
}>

/** Writes a check-in down, once and for all, and what follows from it for the wait (412). */
export function saveCheckIn(tx: Transaction, wait: Readonly<{ id: string; version: number }>, held: Held) {
  refuseIfStale(tx, wait.version)
  const { agencyId, workerId } = tx.actor
  tx.atLast(
    tx.db
      .insertInto('waitCheckIns')
      .values({ agencyId, waitId: wait.id, ...held, heldBy: workerId, heldAt: tx.now })
      .execute(),
  )
  const { priority, nextCheckAt } = held
  tx.atLast(
    tx.db
      .updateTable('waits')
      .set({ priority, nextCheckAt, version: wait.version + 1 })
      .where('agencyId', '=', agencyId)
      .where('id', '=', wait.id)
      .execute(),
  )
}

const byPlace = z.tuple([z.int().min(0).max(3), z.iso.datetime(), z.uuid()])
const byCheck = z.tuple([z.iso.datetime(), z.uuid()])

const waitRows = (tx: Transaction) =>
  tx.db
    .selectFrom('waits as w')
    .innerJoin('inquiries as i', (join) =>
      join.onRef('i.agencyId', '=', 'w.agencyId').onRef('i.id', '=', 'w.inquiryId'),
    )
    .leftJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.clientId'),
    )
    .select([
      'w.id',
      'w.inquiryId',
      'w.priority',
      'w.reason',
      'w.enteredAt',
      'w.nextCheckAt',
      'p.name as personName',
    ])
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('w.leftAt', 'is', null)

/** A page of those who wait: in the order of the list, or by when somebody must ask again, what is overdue first. */
export async function waitPage(tx: Transaction, { order, limit, after }: WaitQuery) {
  const rows = waitRows(tx).limit(limit + 1)
  if (order === 'place') {
    const position = positionIn(after, byPlace)
    const beyond = position
      ? sql<boolean>`(w.priority, w.entered_at, w.id) > (${position[0]}::smallint, ${position[1]}::timestamptz, ${position[2]}::uuid)`
      : sql<boolean>`true`
    const found = await rows
      .where(beyond)
      .orderBy('w.priority')
      .orderBy('w.enteredAt')
      .orderBy('w.id')
      .execute()
    return pageFrom(found, limit, ({ priority, enteredAt, id }) => [priority, enteredAt.toISOString(), id])
  }
  const position = positionIn(after, byCheck)
  const beyond = position
    ? sql<boolean>`(w.next_check_at, w.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`
    : sql<boolean>`true`
  const found = await rows.where(beyond).orderBy('w.nextCheckAt').orderBy('w.id').execute()
  return pageFrom(found, limit, ({ nextCheckAt, id }) => [nextCheckAt.toISOString(), id])
}

type AtPlace = Readonly<{ id: string; priority: number; enteredAt: Date }>

/** The places of some who wait, and how many wait in all: those before somebody are counted. */
export async function placesOf(tx: Transaction, waits: readonly AtPlace[]) {
  const ids = `{${waits.map(({ id }) => id).join(',')}}`
  const { rows } = await sql<{ id: string; place: number; of: number }>`
    select r.id, r.place::int, r.of::int from (
      select w.id, row_number() over (order by w.priority, w.entered_at, w.id) as place, count(*) over () as of
      from waits w where w.agency_id = ${tx.actor.agencyId} and w.left_at is null) as r
    where r.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, place, of }) => [id, { place, of }]))
}

/** Every check-in of a wait, newest first. */
export const checkInsOf = (tx: Transaction, waitId: string) =>
  tx.db
    .selectFrom('waitCheckIns as c')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'c.agencyId').onRef('w.id', '=', 'c.heldBy'),
    )
    .select([
      'c.id',
      'c.whatChanged',
      'c.stillWishes',
      'c.priority',
      'c.nextCheckAt',
      'c.heldAt',
      'w.id as workerId',
      'w.name as workerName',
    ])
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.waitId', '=', waitId)
    .orderBy('c.heldAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(100)
    .execute()

/** Who took somebody off the list, and the name of whom it is about. */
export async function waitNames(tx: Transaction, waitId: string) {
  return tx.db
    .selectFrom('waits as w')
    .innerJoin('inquiries as i', (join) =>
      join.onRef('i.agencyId', '=', 'w.agencyId').onRef('i.id', '=', 'w.inquiryId'),
    )
    .leftJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.clientId'),
    )
    .leftJoin('workers as leaver', (join) =>
      join.onRef('leaver.agencyId', '=', 'w.agencyId').onRef('leaver.id', '=', 'w.leftBy'),
    )
    .select(['p.name as personName', 'leaver.id as leaverId', 'leaver.name as leaverName'])
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('w.id', '=', waitId)
    .executeTakeFirstOrThrow()
}
