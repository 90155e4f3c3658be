import type { SignInPolicy } from '#contract/account.ts'
import type { AgencyProfile, DutyOfficer } from '#contract/agencies.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The actor's agency; locked when it is about to change. */
export async function lookAtAgency(tx: Transaction, { lock = false } = {}) {
  const { agencyId } = tx.actor
  const query = tx.db.selectFrom('agencies').selectAll().where('agencyId', '=', agencyId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'agency', id: agencyId })
  return row
}

/** Keeps what the agency says of itself, against the version that was seen (412). */
export async function saveAgency(
  tx: Transaction,
  version: number,
  change: AgencyProfile | SignInPolicy | DutyOfficer,
) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('agencies')
    .set({ ...change, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .execute()
}

/** A colleague as whoever is on duty is shown, and whether they may be: active, and doing case work. */
export async function colleagueForDuty(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('workers')
    .select(['id', 'name', 'role', 'active'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, mayBe: row.active && caseReaders.includes(row.role) }
}

const caseReaders: readonly string[] = ['worker', 'supervisor', 'agency-head']
