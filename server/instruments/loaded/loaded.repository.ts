import { Instrument } from '#contract/instruments.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The newest version of each instrument that the agency loaded, in the order of their names. */
export async function loadedInstruments(tx: Transaction): Promise<Instrument[]> {
  const rows = await tx.db
    .selectFrom('loadedInstruments')
    .distinctOn('instrument')
    .select('content')
    .where('agencyId', '=', tx.actor.agencyId)
    .orderBy('instrument')
    .orderBy('instrumentVersion', 'desc')
    .limit(mostInstruments)
    .execute()
  return rows.map(({ content }) => Instrument.parse(content))
}

/** As many different instruments as an agency may load; all of them are offered on one page. */
export const mostInstruments = 200

/** A version that the agency loaded, or null. */
export async function loadedInstrument(tx: Transaction, id: string, version: number) {
  const row = await tx.db
    .selectFrom('loadedInstruments')
    .select('content')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('instrument', '=', id)
    .where('instrumentVersion', '=', version)
    .executeTakeFirst()
  return row ? Instrument.parse(row.content) : null
}

/** Keeps a version of an instrument. @throws Refusal 409 where the agency has it already */
export async function insertInstrument(tx: Transaction, content: Instrument) {
  const { agencyId, workerId } = tx.actor
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('loadedInstruments')
    .values({
      agencyId,
      instrument: content.id,
      instrumentVersion: content.version,
      content: JSON.stringify(content),
      loadedBy: workerId,
      loadedAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw new Refusal('instruments/version-there')
  tx.saw({ kind: 'instrument' })
}
