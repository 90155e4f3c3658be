import { sql } from 'kysely'
import { ReporterSheet, type ReporterView } from '#contract/case/reporter.ts'
import type { Transaction } from '#server/access/index.ts'

/** The place that a reporter's identity is sealed for: it opens at no other first contact. */
const placeOf = (inquiryId: string) => `reporter|${inquiryId}`

/** Whether the actor may know who reported it, whether it is known, and whether they wrote it down. */
export async function reporterSight(tx: Transaction, inquiryId: string) {
  const { rows } = await sql<{ may: boolean; mine: boolean }>`
    select may_see_reporter(${inquiryId}) as may, exists (
      select from reporter_identities r where r.agency_id = ${tx.actor.agencyId} and r.inquiry_id = ${inquiryId}
        and r.written_by = ${tx.actor.workerId}) as mine`.execute(tx.db)
  return rows[0] ?? { may: false, mine: false }
}

/** Opens who reported it. Only for whoever may see it; the caller has asked. */
export async function openReporter(tx: Transaction, inquiryId: string): Promise<ReporterView | null> {
  const row = await tx.db
    .selectFrom('reporterIdentities as r')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.writtenBy'),
    )
    .select(['r.identitySealed', 'r.writtenAt', 'w.id', 'w.name'])
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.inquiryId', '=', inquiryId)
    .where(sql<boolean>`may_see_reporter(r.inquiry_id)`)
    .executeTakeFirst()
  if (!row) return null
  const plain: unknown = JSON.parse(tx.keys.own.open(placeOf(inquiryId), row.identitySealed))
  return {
    ...ReporterSheet.parse(plain),
    writtenBy: { id: row.id, name: row.name },
    writtenAt: row.writtenAt.toISOString(),
  }
}

/** Keeps who reported it, sealed. Who wrote it down first stays its writer. */
export async function keepReporter(tx: Transaction, inquiryId: string, sheet: ReporterSheet, first: boolean) {
  const identitySealed = tx.keys.own.seal(placeOf(inquiryId), JSON.stringify(sheet))
  const { agencyId, workerId } = tx.actor
  if (first) {
    await tx.db
      .insertInto('reporterIdentities')
      .values({ agencyId, inquiryId, identitySealed, writtenBy: workerId, writtenAt: tx.now })
      .execute()
    return
  }
  await tx.db
    .updateTable('reporterIdentities')
    .set({ identitySealed, writtenAt: tx.now })
    .where('agencyId', '=', agencyId)
    .where('inquiryId', '=', inquiryId)
    .execute()
}
