import type { Selectable } from 'kysely'
import { referralMove, referralState } from '#contract/codes/index.ts'
import type { ReferralMove, ReferralParty, ReferralState } from '#contract/codes/index.ts'
import { type OpenReferral, ReferralSheet } from '#contract/sharing.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Referral } from './referral.ts'
import { agenciesHere, inPlaceSight } from './sight.queries.ts'

export type ReferralRow = Selectable<Tables['referrals']>

const pick = (row: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => keys.includes(key)))

/** The sheet inside a row: exactly the contract’s fields, checked. */
export const sheetFrom = (row: ReferralRow) =>
  ReferralSheet.parse(pick(row, Object.keys(ReferralSheet.shape)))

/** The subject of a look at a referral: with the case or the first contact it comes from. */
export const subjectOf = (row: Pick<ReferralRow, 'id' | 'personId' | 'caseId' | 'inquiryId'>) => ({
  kind: 'referral',
  id: row.id,
  personId: row.personId,
  ...(row.caseId === null ? {} : { caseId: row.caseId }),
  ...(row.inquiryId === null ? {} : { inquiryId: row.inquiryId }),
})

/** Looks at a referral of a person and locks it; out of sight is absent (404). */
export async function lookAtReferral(tx: Transaction, personId: string, id: string): Promise<Referral> {
  const row = await tx.db
    .selectFrom('referrals as r')
    .selectAll('r')
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.personId', '=', personId)
    .where('r.id', '=', id)
    .where(inPlaceSight(tx, 'r'))
    .forUpdate('r')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw(subjectOf(row))
  return { ...row, sheet: sheetFrom(row), state: referralState.schema.parse(row.state) }
}

/** Opens a referral as a draft. */
export async function insertReferral(
  tx: Transaction,
  personId: string,
  { id, caseId, inquiryId, ...sheet }: OpenReferral,
) {
  await tx.db
    .insertInto('referrals')
    .values({
      ...sheet,
      agencyId: tx.actor.agencyId,
      id,
      personId,
      caseId,
      inquiryId,
      movedAt: tx.now,
      authorId: tx.actor.workerId,
      createdAt: tx.now,
    })
    .execute()
  tx.saw(subjectOf({ id, personId, caseId, inquiryId }))
}

type Changes = Partial<
  Omit<
    ReferralRow,
    'id' | 'agencyId' | 'personId' | 'caseId' | 'authorId' | 'createdAt' | 'phase' | 'version'
  >
>

/** Saves changes against the version that was seen; somebody quicker is 412. */
export async function saveReferral(tx: Transaction, { id, version }: Referral, changes: Changes) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('referrals')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

type NewStep = Readonly<{
  move: ReferralMove
  state: ReferralState
  party: ReferralParty
  name: string
  words: string
}>

/** Writes a step down, once and for all; the actor’s own, or told to them by the receiver. */
export async function insertStep(tx: Transaction, referralId: string, step: NewStep) {
  await tx.db
    .insertInto('referralMoves')
    .values({
      agencyId: tx.actor.agencyId,
      referralId,
      at: tx.now,
      workerId: tx.actor.workerId,
      ...step,
    })
    .execute()
}

/** Every step of a referral, oldest first. */
export async function stepsOf(tx: Transaction, referralId: string) {
  const rows = await tx.db
    .selectFrom('referralMoves')
    .select(['move', 'state', 'party', 'name', 'words', 'at'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('referralId', '=', referralId)
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, move: referralMove.schema.parse(row.move), at: row.at.toISOString() }))
}

/** The name of the agency that works here under this id, or null; of the actor’s own agency never. */
export async function agencyNamed(tx: Transaction, id: string): Promise<string | null> {
  return (await agenciesHere(tx)).find((agency) => agency.id === id)?.name ?? null
}
