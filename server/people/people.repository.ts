import { sql } from 'kysely'
import type { PersonSheet } from '#contract/people.ts'
import { inSight, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { sheetFrom } from './people.rows.ts'
import type { Person } from './person.ts'
import { personKeys } from './person-keys.ts'

/** Looks at a person through the actor's eyes and notes the look; out of sight is the same as absent (404). */
export async function lookAtPerson(tx: Transaction, id: string, { lock = false } = {}): Promise<Person> {
  const query = tx.db
    .selectFrom('people')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where(inSight(tx, 'people'))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'person', id, personId: id })
  return { id, sheet: sheetFrom(row), version: row.version }
}

/** Records a person, with what they can be found by. At first only their recorder sees them. */
export async function insertPerson(tx: Transaction, id: string, sheet: PersonSheet) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('people')
    .values({ agencyId, id, ...sheet, createdBy: workerId })
    .execute()
  await insertKeys(tx, id, personKeys(sheet))
  tx.saw({ kind: 'person', id, personId: id })
}

/** Saves a sheet against the version that was seen; somebody quicker is 412. */
export async function savePerson(tx: Transaction, { id, version }: Person, sheet: PersonSheet) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('people')
    .set({ ...sheet, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
  await replaceKeys(tx, id, personKeys(sheet))
}

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
