import type pg from 'pg'
import { keptKeys, sealedColumns } from '#server/people/identifiers.rows.ts'
import { personKeys } from '#server/people/person-keys.ts'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'

const atOnce = 10_000

/**
 * A key and a sealed telephone for everybody in `bench_cases`, each found by every tail of it: what a list of people opens
 * line by line. They lie in `bench_phones` until the people are written, and in `bench_tails`.
 */
export async function sealPhones(client: pg.Client, agencyId: string, keys: AgencyKeys) {
  await client.query(`
    create temporary table bench_phones (client_id uuid primary key, wrapped bytea, phone bytea, tail bytea, marks text[]);
    create temporary table bench_tails (client_id uuid, key text)`)
  for (let from = 0, some = atOnce; some === atOnce; from += atOnce) {
    const { rows } = await client.query<{ id: string }>(
      'select client_id as id from bench_cases where n >= $1 and n < $2 order by n',
      [from, from + atOnce],
    )
    some = rows.length
    await keepPhones(
      client,
      rows.map(({ id }, at) => ({ id, phone: phoneOf(from + at), wrapped: keys.newPersonKey(id) })),
      keys,
    )
  }
  await client.query(
    `insert into person_keys (agency_id, person_id, key_version, wrapped)
     select $1, client_id, 1, wrapped from bench_phones`,
    [agencyId],
  )
}

type Caller = Readonly<{ id: string; phone: string; wrapped: Buffer }>

async function keepPhones(client: pg.Client, callers: readonly Caller[], keys: AgencyKeys) {
  const sealed = callers.map(({ id, phone, wrapped }) =>
    sealedColumns(keys, id, wrapped, { idNumber: null, phone, address: '', safeContact: '' }),
  )
  await client.query(
    `insert into bench_phones select id, wrapped, phone, tail, array[mark]
     from unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::text[]) as t(id, wrapped, phone, tail, mark)`,
    [
      callers.map(({ id }) => id),
      callers.map(({ wrapped }) => wrapped),
      sealed.map(({ phoneSealed }) => phoneSealed),
      sealed.map(({ phoneTailSealed }) => phoneTailSealed),
      sealed.map(({ phoneMarks }) => phoneMarks[0]),
    ],
  )
  const tails = callers.map(({ phone }) =>
    keptKeys(keys, personKeys({ name: '', otherNames: '', phone, idNumber: null })),
  )
  await client.query('insert into bench_tails select * from unnest($1::uuid[], $2::text[])', [
    callers.flatMap(({ id }, at) => (tails[at] ?? []).map(() => id)),
    tails.flat(),
  ])
}

/** Digits that look like the telephone of the n-th person, another for everybody. */
export const phoneOf = (n: number) => `13${String(100_000_000 + n * 37).slice(-9)}`
