import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Edition, nextEdition, ownPlace, personKeyPlace, rewrapped } from './agency-keys.ts'
import { addInstallationKey, installationKeys } from './installation-key.ts'
import { editionsOf, keepEdition, keptMilliseconds, wrappedEdition } from './keyring.ts'
import type { Sealed } from './sealing.ts'

/** What a rotation works on. */
export type Rotation = Readonly<{
  /** The owner's connection; acts as the owner of the tables from here on. */
  client: pg.ClientBase
  keyFile: string
  say: (sentence: string) => void
  /** How long servers may still wrap with the former keys. */
  settleMilliseconds?: number
}>

const batchSize = 2_000

/** Where wrapped keys lie, and the place that each is bound to. */
const wrappedKeys = [
  { table: 'person_keys', id: 'person_id', column: 'wrapped', place: personKeyPlace },
  {
    table: 'attachments',
    id: 'file_id',
    column: 'key_sealed',
    place: (agencyId: string, fileId: string) => ownPlace(agencyId, `attachment-key|${fileId}`),
  },
] as const
type WrappedKeys = (typeof wrappedKeys)[number]

/**
 * Makes a new installation key and a new key for each agency, and wraps the key of every person and every attachment anew, while servers go on
 * working. What those keys have sealed stays as it is: keys are rewrapped, not data. Killed at any moment,
 * everything opens still, and the next rotation finishes what this one began.
 * @returns how many keys were wrapped anew
 */
export async function rotateKeys({
  client,
  keyFile,
  say,
  settleMilliseconds = keptMilliseconds + 1_000,
}: Rotation): Promise<number> {
  await client.query('select pg_advisory_lock(20260103)')
  await client.query('set role alongside_owner')
  addInstallationKey(keyFile)
  const { rows } = await client.query<{ id: string }>('select distinct agency_id as id from agency_keys')
  const agencies = rows.map(({ id }) => id)
  for (const agencyId of agencies) await renewAgency(client, keyFile, agencyId)
  say(`New keys for ${agencies.length} agencies; wrapping the keys of their people and attachments …`)
  let keys = await sweep(client, keyFile, agencies)
  // A server that read the former keys a moment ago may have used them since.
  await wait(settleMilliseconds)
  keys += await sweep(client, keyFile, agencies)
  return keys
}

/** In one transaction: the former editions wrapped with the new installation key, and one edition more. */
async function renewAgency(client: pg.ClientBase, keyFile: string, agencyId: string) {
  const keys = installationKeys(keyFile)
  await client.query('begin')
  try {
    await client.query('select from agency_keys where agency_id = $1 for update', [agencyId])
    const editions = await editionsOf(client, keys, agencyId)
    for (const edition of editions)
      await client.query(
        'update agency_keys set installation_key = $3, wrapped = $4 where agency_id = $1 and version = $2',
        [agencyId, edition.version, keys.current().id, wrappedEdition(keys.current(), agencyId, edition)],
      )
    await keepEdition(client, keys.current(), agencyId, nextEdition(editions.at(-1) ?? null))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function sweep(client: pg.ClientBase, keyFile: string, agencies: readonly string[]): Promise<number> {
  let keys = 0
  for (const agencyId of agencies) {
    const editions = await editionsOf(client, installationKeys(keyFile), agencyId)
    for (const kind of wrappedKeys) {
      let batch = 0
      do {
        batch = await rewrapBatch(client, kind, agencyId, editions)
        keys += batch
      } while (batch > 0)
    }
  }
  return keys
}

type Wrapped = { id: string; wrapped: Sealed }

/** Some keys of one kind whose wrapping is older than the newest edition. @returns how many */
async function rewrapBatch(
  client: pg.ClientBase,
  { table, id, column, place }: WrappedKeys,
  agencyId: string,
  editions: readonly Edition[],
) {
  const newest = editions.at(-1)?.version ?? 0
  await client.query('begin')
  try {
    const { rows } = await client.query<Wrapped>(
      `select ${id} as id, ${column} as wrapped from ${table} where agency_id = $1 and key_version < $2
       limit ${batchSize} for update`,
      [agencyId, newest],
    )
    const anew = rows.map((row) => rewrapped(editions, place(agencyId, row.id), row.wrapped))
    await client.query(
      `update ${table} k set ${column} = n.wrapped, key_version = $2
       from unnest($3::uuid[], $4::bytea[]) as n(id, wrapped)
       where k.agency_id = $1 and k.${id} = n.id`,
      [agencyId, newest, rows.map((row) => row.id), anew],
    )
    await client.query('commit')
    return anew.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
