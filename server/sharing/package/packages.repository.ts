import { ReferralPackage } from '#contract/sharing.ts'
import type { Transaction } from '#server/access/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'

/** Where a package belongs: sealed for one referral of one agency, it opens for no other. */
const placeOf = (referralId: string) => `referral-package|${referralId}`

/** A package as it lies there. */
export type FrozenPackage = Readonly<{ contents: ReferralPackage; hash: string }>

/** Freezes what is sent: sealed, with its fingerprint; nothing ever changes it. */
export async function freezePackage(tx: Transaction, contents: ReferralPackage) {
  await tx.db
    .insertInto('referralPackages')
    .values({
      agencyId: tx.actor.agencyId,
      referralId: contents.referralId,
      contentsSealed: tx.keys.own.seal(placeOf(contents.referralId), JSON.stringify(contents)),
      contentHash: contentHash(contents),
      frozenAt: tx.now,
    })
    .execute()
}

/**
 * The package of a referral, or null where the actor has no sight of it.
 * @param keys of the agency that sent it
 */
export async function frozenPackage(
  tx: Transaction,
  fromAgencyId: string,
  referralId: string,
  keys: AgencyKeys,
): Promise<FrozenPackage | null> {
  const row = await tx.db
    .selectFrom('referralPackages')
    .select(['contentsSealed', 'contentHash'])
    .where('agencyId', '=', fromAgencyId)
    .where('referralId', '=', referralId)
    .executeTakeFirst()
  if (!row) return null
  const contents = ReferralPackage.parse(JSON.parse(keys.own.open(placeOf(referralId), row.contentsSealed)))
  if (contentHash(contents) !== row.contentHash) throw new Error('A package is not what was sent.')
  return { contents, hash: row.contentHash }
}
