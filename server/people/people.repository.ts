import { sql } from 'kysely'
import type { PersonSheet } from '#contract/people.ts'
import { inSight, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Sealed, versionOf } from '#server/platform/identifier-keys/index.ts'
import { currentEdition } from './identifiers.ts'
import { keptPersonKeys, openedIdNumber, sealedColumns } from './identifiers.rows.ts'
import { openColumns, openSheetFrom, sealedColumnNames, wholeSheetFrom } from './people.rows.ts'
import type { Person, WholePerson } from './person.ts'

/** Looks at a person through the actor's eyes and notes the look; out of sight is the same as absent (404). */
export async function lookAtPerson(tx: Transaction, id: string, { lock = false } = {}): Promise<Person> {
  const query = tx.db
    .selectFrom('people')
    .select(['version', ...openColumns])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where(inSight(tx, 'people'))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'person', id, personId: id })
  return { id, sheet: openSheetFrom(row), version: row.version }
}

/** The same with the identifiers opened, for the acts that show or change them. */
export async function lookAtWholePerson(
  tx: Transaction,
  id: string,
  { lock = false } = {},
): Promise<WholePerson> {
  const query = personWithKey(tx, id).select([
    'p.id',
    'p.version',
    ...openColumns.map((column) => `p.${column}` as const),
    ...sealedColumnNames.map((column) => `p.${column}` as const),
  ])
  const row = await (lock ? query.forUpdate('p') : query).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'person', id, personId: id })
  return { id, sheet: wholeSheetFrom(tx.keys, row), version: row.version }
}

/** The identity number of a person, whole. The showing is noted as such. */
export async function lookAtIdNumber(tx: Transaction, id: string): Promise<string | null> {
  const row = await personWithKey(tx, id).select(['p.id', 'p.idNumberSealed']).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'id-number', id, personId: id })
  return openedIdNumber(tx.keys, row)
}

const personWithKey = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('people as p')
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where('p.id', '=', id)
    .where(inSight(tx, 'p'))
    .select('pk.wrapped as wrappedKey')

/** Records a person, with what they can be found by. At first only their recorder sees them. */
export async function insertPerson(tx: Transaction, id: string, sheet: PersonSheet) {
  const { agencyId, workerId } = tx.actor
  const wrapped = tx.keys.newPersonKey(id)
  await tx.db
    .insertInto('people')
    .values({ agencyId, id, ...columnsOf(tx, id, wrapped, sheet), createdBy: workerId })
    .execute()
  await personKey(tx, id, wrapped).execute()
  await insertKeys(tx, id, keptPersonKeys(tx.keys, sheet))
  tx.saw({ kind: 'person', id, personId: id })
}

/** Keeps what search came before somebody was recorded, and whom it suggested who is another. */
export function insertSearch(
  tx: Transaction,
  personId: string,
  search: Readonly<{ searchedAt: Date; others: string[]; ground: string | null; note: string }>,
) {
  const { agencyId, workerId } = tx.actor
  tx.atLast(
    tx.db
      .insertInto('personSearches')
      .values({ agencyId, personId, searchedBy: workerId, ...search })
      .execute(),
  )
}

/** Saves a sheet against the version that was seen; somebody quicker is 412. */
export async function savePerson(tx: Transaction, person: WholePerson, sheet: PersonSheet) {
  refuseIfStale(tx, person.version)
  await writeSheet(tx, person, sheet)
}

/** Writes a sheet as the next version of what was locked; `alsoFoundBy`: keys of another record that is one with this. */
export async function writeSheet(
  tx: Transaction,
  { id, version }: WholePerson,
  sheet: PersonSheet,
  alsoFoundBy: readonly string[] = [],
) {
  const wrapped = await keyOf(tx, id)
  await tx.db
    .updateTable('people')
    .set({ ...columnsOf(tx, id, wrapped, sheet), version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
  await replaceKeys(tx, id, [...new Set([...keptPersonKeys(tx.keys, sheet), ...alsoFoundBy])])
}

/** What is written of a sheet: what lies open as it is, the identifiers sealed. */
function columnsOf(tx: Transaction, id: string, wrapped: Sealed, sheet: PersonSheet) {
  const { idNumber, phone, address, safeContact, ...open } = sheet
  const sealed = sealedColumns(tx.keys, id, wrapped, { idNumber, phone, address, safeContact })
  return { ...open, ...sealed, edition: currentEdition }
}

/** The wrapped key of a person in sight, to seal with; a new one where there is none (any more). */
export async function keyOf(tx: Transaction, personId: string): Promise<Sealed> {
  const known = await knownKeyOf(tx, personId)
  if (known) return known
  await personKey(tx, personId, tx.keys.newPersonKey(personId))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Of two who make the first key at once, both go on with the one that was kept.
  const kept = await knownKeyOf(tx, personId)
  if (!kept) throw new Error('A key of a person was not kept.')
  return kept
}

async function knownKeyOf(tx: Transaction, personId: string): Promise<Sealed | undefined> {
  const row = await tx.db
    .selectFrom('personKeys')
    .select('wrapped')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.wrapped
}

const personKey = (tx: Transaction, personId: string, wrapped: Sealed) =>
  tx.db
    .insertInto('personKeys')
    .values({ agencyId: tx.actor.agencyId, personId, keyVersion: versionOf(wrapped), wrapped })

async function replaceKeys(tx: Transaction, id: string, keys: readonly string[]) {
  await sql`delete from person_search_keys
    where agency_id = ${tx.actor.agencyId} and person_id = ${id} and key <> all(${keys}::text[])`.execute(
    tx.db,
  )
  await insertKeys(tx, id, keys)
}

/** One statement whatever the number of keys: they travel as one array. */
async function insertKeys(tx: Transaction, id: string, keys: readonly string[]) {
  await sql`insert into person_search_keys (agency_id, key, person_id)
    select ${tx.actor.agencyId}, key, ${id} from unnest(${keys}::text[]) as key
    on conflict do nothing`.execute(tx.db)
}
