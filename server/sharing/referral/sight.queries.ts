import { sql } from 'kysely'
import { inSight, type Transaction } from '#server/access/index.ts'

/**
 * Whether the actor sees the case or the first contact that a referral comes from: asked of each referral by itself, so that
 * a page of them never reads all cases.
 */
export const inPlaceSight = (tx: Transaction, alias: string) =>
  sql<boolean>`case when ${sql.ref(`${alias}.caseId`)} is not null
    then coalesce((select ${inSight(tx, 'pc')} from cases pc
      where pc.agency_id = ${tx.actor.agencyId} and pc.id = ${sql.ref(`${alias}.caseId`)}), false)
    else coalesce((select ${inSight(tx, 'pi')} from inquiries pi
      where pi.agency_id = ${tx.actor.agencyId} and pi.id = ${sql.ref(`${alias}.inquiryId`)}), false) end`

/** The agencies that work here beside the actor’s own. */
export async function agenciesHere(tx: Transaction) {
  const { rows } = await sql<{ id: string; name: string }>`select * from agencies_here()`.execute(tx.db)
  return rows
}
