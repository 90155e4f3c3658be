import { standardOf } from '#contract/codes/index.ts'
import {
  type ReceivedReferralPage,
  type ReceivedReferralQuery,
  ReceivedReferralStanding,
  type ReceivedReferralView,
} from '#contract/sharing.ts'
import { decide, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'
import { frozenPackage } from '../package/packages.repository.ts'
import { isOverdue, possibleSteps } from '../referral/referral.ts'
import { hasSight, receivedPage, receivedRow } from './received.queries.ts'

/** What opens the package of another agency. */
export type KeysOf = (agencyId: string) => Promise<AgencyKeys>

/** What came in, the newest first. */
export const viewReceivedReferrals = (
  tx: Transaction,
  query: ReceivedReferralQuery,
): Promise<ReceivedReferralPage> => receivedPage(tx, query)

/** How a referral that came in stands, and the steps that this reader may take. */
export async function viewStanding(tx: Transaction, id: string): Promise<ReceivedReferralStanding> {
  return standingOf(tx, await receivedRow(tx, id), await hasSight(tx, id))
}

function standingOf(
  tx: Transaction,
  row: Awaited<ReturnType<typeof receivedRow>>,
  isSeen: boolean,
): ReceivedReferralStanding {
  const view = ReceivedReferralStanding.omit({ possible: true, overdue: true }).parse({
    ...row,
    // Another agency's own codes are read here as those of the product under which they count.
    reason: standardOf(row.reason),
    fromAgency: row.fromAgencyName,
    sentAt: row.sentAt.toISOString(),
    sightEnded: row.sightEndedAt && { at: row.sightEndedAt.toISOString(), why: row.sightEndedWhy },
    takenBy: row.takenBy && { id: row.takenBy, name: row.takenByName },
  })
  const mayAnswer = decide(tx.actor, 'received-referral.answer').allowed
  const steps = possibleSteps('receiver', { state: view.state, way: 'agency' })
  return {
    ...view,
    overdue: isOverdue(view, dayOf(tx.now)),
    possible: mayAnswer ? steps.filter((move) => isSeen || move !== 'accept') : [],
  }
}

/** One referral that came in, with the package as long as sight of it lasts. */
export async function viewReceived(
  tx: Transaction,
  id: string,
  keysOf: KeysOf,
): Promise<ReceivedReferralView> {
  const row = await receivedRow(tx, id)
  const isSeen = await hasSight(tx, id)
  const standing = standingOf(tx, row, isSeen)
  if (!isSeen) return { ...standing, contents: null, hash: null }
  const shared = await frozenPackage(tx, row.fromAgencyId, id, await keysOf(row.fromAgencyId))
  return { ...standing, contents: shared?.contents ?? null, hash: shared?.hash ?? null }
}
