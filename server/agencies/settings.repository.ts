import { sql } from 'kysely'
import { type SettingKind, type SheetOf, sheets, type WriteSetting } from '#contract/settings/index.ts'
import type { Day } from '#contract/dates.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A sheet of a kind as it counts on a day. */
export type InForce<Kind extends SettingKind> = Readonly<{
  subject: string
  ordinal: number
  from: Day
  sheet: SheetOf<Kind>
}>

type Row = Readonly<{ subject: string; ordinal: number; from: Day; sheet: unknown }>

/** Every sheet of a kind that counts on a day, one of each subject; of one subject only, where it is named. */
export async function inForce<Kind extends SettingKind>(
  tx: Transaction,
  kind: Kind,
  day: Day,
  subjects?: readonly string[],
): Promise<readonly InForce<Kind>[]> {
  const among = subjects ? sql`and subject = any(${[...subjects]}::text[])` : sql``
  const { rows } = await sql<Row>`
    select distinct on (subject) subject, ordinal, effective_from as "from", sheet from settings
    where agency_id = ${tx.actor.agencyId} and kind = ${kind} and effective_from <= ${day} ${among}
    order by subject, effective_from desc, ordinal desc`.execute(tx.db)
  return rows.map((row) => ({ ...row, sheet: read(kind, row.sheet) }))
}

// What was kept was checked when it was written; it is read by the same shape.
const read = <Kind extends SettingKind>(kind: Kind, sheet: unknown): SheetOf<Kind> =>
  sheets[kind].parse(sheet) as SheetOf<Kind>

/** The number of the newest version of a sheet; 0 where there is none. Two who write the next one meet at its number. */
export async function newestSetting(tx: Transaction, kind: SettingKind, subject: string): Promise<number> {
  const row = await tx.db
    .selectFrom('settings')
    .select('ordinal')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.ordinal ?? 0
}

/** Whether there is such a site or room. */
export async function isThere(tx: Transaction, table: 'sites' | 'rooms', id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom(table)
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a new site or room its key, by which others refer to it. */
export async function insertPlace(tx: Transaction, table: 'sites' | 'rooms', id: string) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto(table)
    .values({ agencyId, id, createdBy: workerId, createdAt: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Writes a version. Whoever was slower with one of that number is told so (409). */
export async function insertSetting(tx: Transaction, { id, kind, subject, seen, from, sheet }: WriteSetting) {
  const { agencyId, workerId } = tx.actor
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('settings')
    .values({
      agencyId,
      id,
      kind,
      subject,
      ordinal: seen + 1,
      effectiveFrom: from,
      sheet: JSON.stringify(sheet),
      writtenBy: workerId,
      writtenAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw new Refusal('settings/written-meanwhile')
  tx.saw({ kind: 'setting', id })
}
