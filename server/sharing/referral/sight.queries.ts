import { sql } from 'kysely'
import { inSight, type Transaction } from '#server/access/index.ts'

/** Whether the actor sees the case or the first contact that a referral comes from. */
export const inPlaceSight = (tx: Transaction, alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.caseId`)} is null or exists (select 1 from cases pc
      where pc.agency_id = ${tx.actor.agencyId} and pc.id = ${sql.ref(`${alias}.caseId`)} and ${inSight(tx, 'pc')}))
    and (${sql.ref(`${alias}.inquiryId`)} is null or exists (select 1 from inquiries pi
      where pi.agency_id = ${tx.actor.agencyId} and pi.id = ${sql.ref(`${alias}.inquiryId`)} and ${inSight(tx, 'pi')}))`

/** The agencies that work here beside the actor’s own. */
export async function agenciesHere(tx: Transaction) {
  const { rows } = await sql<{ id: string; name: string }>`select * from agencies_here()`.execute(tx.db)
  return rows
}
