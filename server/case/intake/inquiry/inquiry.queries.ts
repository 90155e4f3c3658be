import { sql } from 'kysely'
import { z } from 'zod'
import { InquiryState, type InquiryQuery } from '#contract/case/intake.ts'
import { caseSource, contactChannel, intakeDecision } from '#contract/codes/index.ts'
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
    ])
    .executeTakeFirstOrThrow()
}

export type InquiryDetails = Awaited<ReturnType<typeof inquiryDetails>>

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** The desk's list. Its page is a look of its own. */
export async function inquiryLines(tx: Transaction, query: InquiryQuery) {
  const page = await inquiryRows(tx, query)
  tx.saw({ kind: 'inquiry-list', listed: page.rows.map(({ id }) => id) })
  return page
}

/**
 * A page of the desk's list: of the open ones who waits longest stands on top, of the concluded ones the newest.
 * The caller notes the look.
 */
export async function inquiryRows(tx: Transaction, { show, limit, after }: InquiryQuery) {
  const position = positionIn(after, Position)
  const direction = show === 'open' ? 'asc' : 'desc'
  let query = tx.db
    .selectFrom('inquiries as i')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.receivedBy'),
    )
    .leftJoin('people as client', (join) =>
      join.onRef('client.agencyId', '=', 'i.agencyId').onRef('client.id', '=', 'i.clientId'),
    )
    .leftJoin('people as caller', (join) =>
      join.onRef('caller.agencyId', '=', 'i.agencyId').onRef('caller.id', '=', 'i.callerId'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where(inSight(tx, 'i'))
    // Said as the indexes say it: inquiries_waiting and inquiries_concluded.
    .where(show === 'open' ? sql<boolean>`i.state <> 'concluded'` : sql<boolean>`i.state = 'concluded'`)
    .select([
      'i.id',
      'i.state',
      'i.channel',
      'i.source',
      'i.receivedAt',
      'i.emergency',
      'i.decision',
      'w.id as workerId',
      'w.name as workerName',
      'client.name as clientName',
      'caller.name as callerName',
    ])
    .orderBy('i.receivedAt', direction)
    .orderBy('i.id', direction)
    .limit(limit + 1)
  const beyond = show === 'open' ? sql`>` : sql`<`
  if (position)
    query = query.where(
      sql<boolean>`(i.received_at, i.id) ${beyond} (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  const page = pageFrom(rows, limit, (row) => [row.receivedAt.toISOString(), row.id])
  return { next: page.next, rows: page.rows.map(lineFrom) }
}

type LineRow = {
  id: string
  state: string
  channel: string
  source: string | null
  receivedAt: Date
  emergency: boolean | null
  decision: string | null
  workerId: string
  workerName: string
  clientName: string | null
  callerName: string | null
}

const lineFrom = ({ workerId, workerName, ...row }: LineRow) => ({
  ...row,
  state: InquiryState.parse(row.state),
  channel: contactChannel.schema.parse(row.channel),
  source: caseSource.schema.nullable().parse(row.source),
  decision: intakeDecision.schema.nullable().parse(row.decision),
  receivedAt: row.receivedAt.toISOString(),
  receivedBy: { id: workerId, name: workerName },
})
