import { sql } from 'kysely'
import { z } from 'zod'
import { DeskCounts, InquiryState, type InquiryQuery } from '#contract/case/intake.ts'
import { caseSource, contactChannel, intakeDecision, withOwn } from '#contract/codes/index.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

/** What the view of an inquiry needs besides the inquiry: the names, and who decided what. */
export async function inquiryDetails(tx: Transaction, id: string) {
  return tx.db
    .selectFrom('inquiries as i')
    .innerJoin('workers as receiver', (join) =>
      join.onRef('receiver.agencyId', '=', 'i.agencyId').onRef('receiver.id', '=', 'i.receivedBy'),
    )
    .leftJoin('workers as emergencyDecider', (join) =>
      join
        .onRef('emergencyDecider.agencyId', '=', 'i.agencyId')
        .onRef('emergencyDecider.id', '=', 'i.emergencyDecidedBy'),
    )
    .leftJoin('workers as decider', (join) =>
      join.onRef('decider.agencyId', '=', 'i.agencyId').onRef('decider.id', '=', 'i.decidedBy'),
    )
    .leftJoin('people as caller', (join) =>
      join.onRef('caller.agencyId', '=', 'i.agencyId').onRef('caller.id', '=', 'i.callerId'),
    )
    .leftJoin('people as client', (join) =>
      join.onRef('client.agencyId', '=', 'i.agencyId').onRef('client.id', '=', 'i.clientId'),
    )
    .leftJoin('preliminaryAssessments as pa', (join) =>
      join.onRef('pa.agencyId', '=', 'i.agencyId').onRef('pa.inquiryId', '=', 'i.id'),
    )
    .leftJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'i.agencyId').onRef('c.id', '=', 'i.caseId').on(inSight(tx, 'c')),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'i'))
    .where('i.id', '=', id)
    .select([
      'i.receivedAt',
      'i.emergencyReason',
      'i.dangerKinds',
      'i.emergencyDecidedAt',
      'i.decision',
      'i.decisionReason',
      'i.informationGiven',
      'i.referredTo',
      'i.referralReason',
      'i.notNowReason',
      'i.potentialKind',
      'i.decidedAt',
      'i.version',
      'pa.sharedAt',
      // A case that the reader does not see is not betrayed by the inquiry it came from.
      'c.id as caseId',
      'c.caseManagerId',
      'c.serviceFields',
      'receiver.id as receiverId',
      'receiver.name as receiverName',
      'emergencyDecider.id as emergencyDeciderId',
      'emergencyDecider.name as emergencyDeciderName',
      'decider.id as deciderId',
      'decider.name as deciderName',
      'caller.id as callerId',
      'caller.name as callerName',
      'caller.birthDate as callerBirthDate',
      'caller.sex as callerSex',
      'client.id as clientId',
      'client.name as clientName',
      'client.birthDate as clientBirthDate',
      'client.sex as clientSex',
      'client.language as clientLanguage',
      'client.birthPrecision as clientBirthPrecision',
    ])
    .executeTakeFirstOrThrow()
}

/** Who has a first contact in hand at the desk, until when it is answered, and where it was made. */
export const deskDetails = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('inquiries as i')
    .leftJoin('workers as taker', (join) =>
      join.onRef('taker.agencyId', '=', 'i.agencyId').onRef('taker.id', '=', 'i.takenBy'),
    )
    .leftJoin('outreachEvents as o', (join) =>
      join.onRef('o.agencyId', '=', 'i.agencyId').onRef('o.id', '=', 'i.outreachId'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'i'))
    .where('i.id', '=', id)
    .select([
      'i.dueAt',
      'i.outsideHours',
      'o.id as outreachId',
      'o.place as outreachPlace',
      'o.heldOn as outreachHeldOn',
      'taker.id as takerId',
      'taker.name as takerName',
    ])
    .executeTakeFirstOrThrow()

export type DeskDetails = Awaited<ReturnType<typeof deskDetails>>

export type InquiryDetails = Awaited<ReturnType<typeof inquiryDetails>>

const concludedOrWaiting = z.tuple([z.iso.datetime(), z.uuid()])
const byUrgency = z.tuple([z.literal([0, 1]), z.iso.datetime(), z.iso.datetime(), z.uuid()])

/** The desk's list. Its page is a look of its own. */
export async function inquiryLines(tx: Transaction, query: InquiryQuery) {
  const page = await inquiryRows(tx, query)
  tx.saw({ kind: 'inquiry-list', listed: page.rows.map(({ id }) => id) })
  return page
}

/** Said as the partial indexes say it, so that they are used: inquiries_by_urgency, inquiries_waiting, inquiries_concluded. */
const atTheDesk = sql<boolean>`i.state in ('draft', 'registered', 'assessed')`
const concluded = sql<boolean>`i.state = 'concluded'`

/** Emergencies before everything else; said as the index says it. */
const urgency = sql<0 | 1>`(case when i.emergency then 0 else 1 end)`

/** The rows of the desk before they are put in order. */
function deskRows(tx: Transaction, { show, state, source, taken }: InquiryQuery) {
  let query = tx.db
    .selectFrom('inquiries as i')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.receivedBy'),
    )
    .leftJoin('workers as taker', (join) =>
      join.onRef('taker.agencyId', '=', 'i.agencyId').onRef('taker.id', '=', 'i.takenBy'),
    )
    .leftJoin('people as client', (join) =>
      join.onRef('client.agencyId', '=', 'i.agencyId').onRef('client.id', '=', 'i.clientId'),
    )
    .leftJoin('people as caller', (join) =>
      join.onRef('caller.agencyId', '=', 'i.agencyId').onRef('caller.id', '=', 'i.callerId'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'i'))
    .where(show === 'open' ? atTheDesk : concluded)
    .select([
      'i.id',
      'i.state',
      'i.channel',
      'i.source',
      'i.receivedAt',
      'i.dueAt',
      'i.outsideHours',
      'i.emergency',
      'i.decision',
      'w.id as workerId',
      'w.name as workerName',
      'taker.id as takerId',
      'taker.name as takerName',
      'client.name as clientName',
      'caller.name as callerName',
    ])
  if (state) query = query.where('i.state', '=', state)
  // Whatever counts as this source, whoever named it.
  if (source)
    query = query.where(sql<boolean>`(i.source = ${source} or starts_with(i.source, ${`${source}.`}))`)
  if (taken === 'me') query = query.where('i.takenBy', '=', tx.actor.workerId)
  if (taken === 'nobody') query = query.where('i.takenBy', 'is', null)
  return query
}

/**
 * A page of the desk's list. What is open stands by urgency: emergencies, then by the moment until which it is answered,
 * so that what is overdue rises by itself, and of one moment who came first; or by how long it waits. What is concluded: the newest on top.
 * The caller notes the look.
 */
export async function inquiryRows(tx: Transaction, query: InquiryQuery) {
  const { show, order, limit, after } = query
  const rows = deskRows(tx, query).limit(limit + 1)
  if (show === 'open' && order === 'urgency') {
    const position = positionIn(after, byUrgency)
    const beyond = position
      ? sql<boolean>`(${urgency}, i.due_at, i.received_at, i.id) > (${position[0]}::integer, ${position[1]}::timestamptz, ${position[2]}::timestamptz, ${position[3]}::uuid)`
      : sql<boolean>`true`
    const inOrder = rows.orderBy(urgency).orderBy('i.dueAt').orderBy('i.receivedAt').orderBy('i.id')
    const found = await inOrder.where(beyond).execute()
    return linesOf(
      tx,
      pageFrom(found, limit, (row) => [
        row.emergency ? 0 : 1,
        row.dueAt.toISOString(),
        row.receivedAt.toISOString(),
        row.id,
      ]),
    )
  }
  const direction = show === 'open' ? 'asc' : 'desc'
  const position = positionIn(after, concludedOrWaiting)
  const than = show === 'open' ? sql`>` : sql`<`
  const beyond = position
    ? sql<boolean>`(i.received_at, i.id) ${than} (${position[0]}::timestamptz, ${position[1]}::uuid)`
    : sql<boolean>`true`
  const found = await rows
    .where(beyond)
    .orderBy('i.receivedAt', direction)
    .orderBy('i.id', direction)
    .execute()
  return linesOf(
    tx,
    pageFrom(found, limit, (row) => [row.receivedAt.toISOString(), row.id]),
  )
}

type LineRow = Awaited<ReturnType<ReturnType<typeof deskRows>['execute']>>[number]

const linesOf = ({ now }: Transaction, page: { rows: readonly LineRow[]; next: string | null }) => ({
  next: page.next,
  rows: page.rows.map(({ workerId, workerName, takerId, takerName, ...row }) => ({
    ...row,
    state: InquiryState.parse(row.state),
    channel: contactChannel.schema.parse(row.channel),
    source: withOwn(caseSource).nullable().parse(row.source),
    decision: intakeDecision.schema.nullable().parse(row.decision),
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    overdue: row.state !== 'concluded' && row.dueAt < now,
    receivedBy: { id: workerId, name: workerName },
    takenBy: takerId === null || takerName === null ? null : { id: takerId, name: takerName },
  })),
})

/** How many first contacts stand at the desk: only those that are open are read. */
export async function deskCounts(tx: Transaction): Promise<DeskCounts> {
  const { agencyId, workerId } = tx.actor
  const { rows } = await sql<DeskCounts>`
    select count(*)::int as open,
      count(*) filter (where i.emergency)::int as emergencies,
      count(*) filter (where i.due_at < ${tx.now})::int as overdue,
      count(*) filter (where i.taken_by is null)::int as untaken,
      count(*) filter (where i.taken_by = ${workerId})::int as mine
    from inquiries i where i.agency_id = ${agencyId} and ${inSight(tx, 'i')} and ${atTheDesk}`.execute(tx.db)
  tx.saw({ kind: 'inquiry-list' })
  return DeskCounts.parse(rows[0])
}
