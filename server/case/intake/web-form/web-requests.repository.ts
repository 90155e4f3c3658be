import { sql } from 'kysely'
import { z } from 'zod'
import { WebRequest, type WebFormSheet, type WebRequestQuery } from '#contract/case/web-form.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { requestPlace } from './visitors.repository.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])
const Content = z.object({ name: z.string(), reach: z.string(), message: z.string() })

const requestRows = (tx: Transaction) =>
  tx.db
    .selectFrom('webRequests as r')
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.handledBy'),
    )
    .select([
      'r.id',
      'r.receipt',
      'r.receivedAt',
      'r.language',
      'r.contentSealed',
      'r.dueAt',
      'r.state',
      'r.handledAt',
      'r.setAsideReason',
      'r.inquiryId',
      'r.version',
      'w.id as handlerId',
      'w.name as handlerName',
    ])
    .where('r.agencyId', '=', tx.actor.agencyId)

type Row = Awaited<ReturnType<ReturnType<typeof requestRows>['execute']>>[number]

/** A request with its words opened. */
function requestFrom(tx: Transaction, row: Row): WebRequest {
  const { contentSealed, receivedAt, dueAt, handlerId, handlerName, handledAt: _handled, ...rest } = row
  return WebRequest.parse({
    ...rest,
    ...Content.parse(JSON.parse(tx.keys.own.open(requestPlace(row.id), contentSealed))),
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    overdue: row.state === 'waiting' && dueAt < tx.now,
    handledBy: handlerId === null || handlerName === null ? null : { id: handlerId, name: handlerName },
  })
}

/** A page of the queue: of what waits whoever must be answered first, of what was handled the newest. */
export async function requestPage(tx: Transaction, { show, limit, after }: WebRequestQuery) {
  const position = positionIn(after, Position)
  const waits = show === 'waiting'
  const direction = waits ? 'asc' : 'desc'
  let query = requestRows(tx)
    .where(waits ? sql<boolean>`r.state = 'waiting'` : sql<boolean>`r.state <> 'waiting'`)
    .orderBy(waits ? 'r.dueAt' : 'r.handledAt', direction)
    .orderBy('r.id', direction)
    .limit(limit + 1)
  if (position)
    query = query.where(
      waits
        ? sql<boolean>`(r.due_at, r.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`
        : sql<boolean>`(r.handled_at, r.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  const page = pageFrom(rows, limit, ({ dueAt, handledAt, id }) => [
    ((waits ? dueAt : handledAt) ?? dueAt).toISOString(),
    id,
  ])
  tx.saw({ kind: 'web-request-list', listed: page.rows.map(({ id }) => id) })
  return { next: page.next, rows: page.rows.map((row) => requestFrom(tx, row)) }
}

/** Looks at a request and locks it (404). */
export async function lookAtRequest(tx: Transaction, id: string): Promise<WebRequest> {
  const row = await requestRows(tx).where('r.id', '=', id).forUpdate('r').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const request = requestFrom(tx, row)
  tx.saw({ kind: 'web-request', id, ...(request.inquiryId ? { inquiryId: request.inquiryId } : {}) })
  return request
}

type Handled =
  | Readonly<{ state: 'taken'; inquiryId: string }>
  | Readonly<{ state: 'set-aside'; setAsideReason: string }>

/** Handles a request, once, against the version that was seen (412). */
export function saveHandled(tx: Transaction, { id, version }: WebRequest, handled: Handled) {
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  tx.atLast(
    tx.db
      .updateTable('webRequests')
      .set({ ...handled, handledBy: workerId, handledAt: tx.now, version: version + 1 })
      .where('agencyId', '=', agencyId)
      .where('id', '=', id)
      .execute(),
  )
}

const shut = { open: false, emergencyNumbers: '110 · 120', leaveTo: 'https://www.baidu.com/' }

/** The numbers that the agency names for an emergency; those that hold everywhere here where it names none. */
export async function emergencyNumbersOf(tx: Transaction): Promise<string> {
  const row = await tx.db
    .selectFrom('webForms')
    .select('emergencyNumbers')
    .where('agencyId', '=', tx.actor.agencyId)
    .executeTakeFirst()
  return row?.emergencyNumbers ?? shut.emergencyNumbers
}

/** The agency's form as it stands; shut where nobody ever opened it (version 0). */
export async function formOf(tx: Transaction): Promise<{ sheet: WebFormSheet; version: number }> {
  const row = await tx.db
    .selectFrom('webForms')
    .select(['open', 'emergencyNumbers', 'leaveTo', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .executeTakeFirst()
  tx.saw({ kind: 'web-form' })
  if (!row) return { sheet: shut, version: 0 }
  const { version, ...sheet } = row
  return { sheet, version }
}

/** Keeps the form against the version that was seen; whoever was slower is told (412). */
export async function saveForm(tx: Transaction, sheet: WebFormSheet, seen: number) {
  const { agencyId, workerId } = tx.actor
  const written = { ...sheet, changedBy: workerId, version: seen + 1 }
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('webForms')
    .values({ agencyId, ...written })
    .onConflict((conflict) =>
      conflict.column('agencyId').doUpdateSet(written).where('webForms.version', '=', seen),
    )
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Refusal('changed-meanwhile')
}
