import type pg from 'pg'
import type { AgencyKeys, Sealed } from '#server/platform/identifier-keys/index.ts'
import { currentEdition, type Identifiers } from './identifiers.ts'
import { keptPersonKeys, openedIdentifiers, sealedColumns } from './identifiers.rows.ts'

/** People whom an earlier version wrote, in one agency: at most this many at once, each batch a transaction of its own. */
const batchSize = 500

type OlderRow = {
  id: string
  name: string
  other_names: string
  id_number: string | null
  phone: string
  address: string
  safe_contact: string
  id_number_sealed: Sealed | null
  phone_sealed: Sealed | null
  address_sealed: Sealed | null
  safe_contact_sealed: Sealed | null
  wrapped: Sealed | null
}

/**
 * Brings the next older people of an agency up to the present rules: identifiers sealed, plain columns emptied, search
 * keys anew. Killed at any moment, nothing is half done: the next call goes on where this one was.
 * @param client the owner's connection
 * @returns how many were brought up; 0 when none is left
 */
export async function bringPeopleUp(client: pg.ClientBase, keys: AgencyKeys, agencyId: string) {
  await client.query('begin')
  try {
    const { rows } = await client.query<OlderRow>(
      `select p.id, p.name, p.other_names, p.id_number, p.phone, p.address, p.safe_contact, p.id_number_sealed,
         p.phone_sealed, p.address_sealed, p.safe_contact_sealed, k.wrapped
       from people p left join person_keys k on k.agency_id = p.agency_id and k.person_id = p.id
       where p.agency_id = $1 and p.edition < ${currentEdition} order by p.id limit ${batchSize} for update of p`,
      [agencyId],
    )
    if (rows.length > 0) await writeAnew(client, keys, agencyId, rows)
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function writeAnew(
  client: pg.ClientBase,
  keys: AgencyKeys,
  agencyId: string,
  rows: readonly OlderRow[],
) {
  const people = rows.map((row) => broughtUp(keys, row))
  const ids = people.map(({ id }) => id)
  const sealed = people.map(({ columns }) => columns)
  await client.query(
    `update people p set id_number = null, phone = '', address = '', safe_contact = '', edition = ${currentEdition},
       id_number_sealed = n.id_number, id_number_mark = n.mark, phone_sealed = n.phone, phone_tail_sealed = n.tail,
       phone_marks = coalesce(string_to_array(n.phone_marks, ','), '{}'), address_sealed = n.address,
       safe_contact_sealed = n.safe_contact
     from unnest($2::uuid[], $3::bytea[], $4::text[], $5::bytea[], $6::bytea[], $7::text[], $8::bytea[], $9::bytea[])
       as n(id, id_number, mark, phone, tail, phone_marks, address, safe_contact)
     where p.agency_id = $1 and p.id = n.id`,
    [
      agencyId,
      ids,
      sealed.map((one) => one.idNumberSealed),
      sealed.map((one) => one.idNumberMark),
      sealed.map((one) => one.phoneSealed),
      sealed.map((one) => one.phoneTailSealed),
      sealed.map((one) => one.phoneMarks.join(',')),
      sealed.map((one) => one.addressSealed),
      sealed.map((one) => one.safeContactSealed),
    ],
  )
  await client.query(
    `insert into person_keys (agency_id, person_id, key_version, wrapped)
     select $1, id, get_byte(wrapped, 1) * 256 + get_byte(wrapped, 2), wrapped
     from unnest($2::uuid[], $3::bytea[]) as n(id, wrapped) on conflict do nothing`,
    [agencyId, ids, people.map(({ wrapped }) => wrapped)],
  )
  await writeKeys(client, agencyId, people)
}

/**
 * Search keys as the present rules have them. Most of them are there already, and each costs as much as all the rest of a person:
 * only what differs is written, and every person's keys are read once, by their place in the primary key.
 */
async function writeKeys(
  client: pg.ClientBase,
  agencyId: string,
  people: readonly Readonly<{ id: string; searchKeys: readonly string[] }>[],
) {
  await client.query(
    `with wanted as materialized (select n.id, key
         from unnest($2::uuid[], $3::text[]) as n(id, keys) cross join lateral unnest(string_to_array(n.keys, ' ')) as key),
       kept as materialized (select k.person_id as id, k.key from unnest($2::uuid[]) as one(id)
         join person_search_keys k on k.agency_id = $1 and k.person_id = one.id),
       outdated as (delete from person_search_keys k using (select id, key from kept except select id, key from wanted) o
         where k.agency_id = $1 and k.person_id = o.id and k.key = o.key)
     insert into person_search_keys (agency_id, key, person_id)
     select $1, key, id from (select id, key from wanted except select id, key from kept) as missing`,
    [
      agencyId,
      people.map(({ id }) => id),
      // No key has a space in it.
      people.map(({ searchKeys }) => searchKeys.join(' ')),
    ],
  )
}

function broughtUp(keys: AgencyKeys, row: OlderRow) {
  const { id, name, other_names: otherNames } = row
  const wrapped = row.wrapped ?? keys.newPersonKey(id)
  const plain = identifiersOf(keys, row)
  return {
    id,
    wrapped,
    columns: sealedColumns(keys, id, wrapped, plain),
    searchKeys: keptPersonKeys(keys, { name, otherNames, phone: plain.phone, idNumber: plain.idNumber }),
  }
}

/** What an earlier version wrote: plain, or sealed under rules that have changed since. */
function identifiersOf(keys: AgencyKeys, row: OlderRow): Identifiers {
  const sealed = openedIdentifiers(keys, {
    id: row.id,
    wrappedKey: row.wrapped,
    idNumberSealed: row.id_number_sealed,
    phoneSealed: row.phone_sealed,
    addressSealed: row.address_sealed,
    safeContactSealed: row.safe_contact_sealed,
  })
  return {
    idNumber: row.id_number ?? sealed.idNumber,
    phone: row.phone || sealed.phone,
    address: row.address || sealed.address,
    safeContact: row.safe_contact || sealed.safeContact,
  }
}
