import { sql } from 'kysely'
import { referralReason, referralState, standardOf, withOwn } from '#contract/codes/index.ts'
import type { MoveReceivedReferral } from '#contract/sharing.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { received, sawReceived } from './received.queries.ts'

/** A referral that came in, as the rules need it. */
export type Received = Awaited<ReturnType<typeof lookAtReceived>>

/** Looks at a referral that came in; one that somebody took is seen with the first contact it became (404). */
export async function lookAtReceived(tx: Transaction, id: string) {
  const look = () => received(tx).where('v.id', '=', id).selectAll('v').forUpdate('v').executeTakeFirst()
  // A colleague who took it in this moment made a first contact that the statement which waited could not see yet.
  const row = (await look()) ?? (await look())
  if (!row) throw new Refusal('not-found')
  await sawReceived(tx, id)
  return {
    ...row,
    state: referralState.schema.parse(row.state),
    reason: standardOf(withOwn(referralReason).parse(row.reason)),
  }
}

type Step = Omit<MoveReceivedReferral, 'inquiryId'> & Readonly<{ state: string }>

/** Writes a step of the receiver into the referrer’s record, against the version that was seen; somebody quicker is 412. */
export async function saveReceiversStep(
  tx: Transaction,
  { id, version }: Pick<Received, 'id' | 'version'>,
  { move, state, words, on }: Step,
) {
  const { rows } = await sql<{ version: number | null }>`
    select move_received_referral(${id}, ${version}, ${move}, ${state}, ${words}, ${on}::date, ${tx.now}) as version`.execute(
    tx.db,
  )
  if (rows[0]?.version === null || rows[0]?.version === undefined) throw new Refusal('changed-meanwhile')
}

/** Ties the referral to the first contact that accepting it made. */
export async function tieToInquiry(tx: Transaction, id: string, inquiryId: string) {
  await tx.db
    .updateTable('receivedReferrals')
    .set({ inquiryId, takenBy: tx.actor.workerId })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}
