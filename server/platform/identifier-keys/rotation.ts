import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Edition, nextEdition, rewrapped } from './agency-keys.ts'
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

/**
 * Makes a new installation key and a new key for each agency, and wraps every person's key anew, while servers go on
 * working. What the persons' keys have sealed stays as it is: keys are rewrapped, not data. Killed at any moment,
 * everything opens still, and the next rotation finishes what this one began.
 * @returns how many keys of persons were wrapped anew
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
  say(`New keys for ${agencies.length} agencies; wrapping the keys of their people …`)
  let people = await sweep(client, keyFile, agencies)
  // A server that read the former keys a moment ago may have used them since.
  await wait(settleMilliseconds)
  people += await sweep(client, keyFile, agencies)
  return people
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
  let people = 0
  for (const agencyId of agencies) {
    const editions = await editionsOf(client, installationKeys(keyFile), agencyId)
    let batch = 0
    do {
      batch = await rewrapBatch(client, agencyId, editions)
      people += batch
    } while (batch > 0)
  }
  return people
}

type Wrapped = { person_id: string; wrapped: Sealed }

/** The keys of some people whose wrapping is older than the newest edition. @returns how many */
async function rewrapBatch(client: pg.ClientBase, agencyId: string, editions: readonly Edition[]) {
  const newest = editions.at(-1)?.version ?? 0
  await client.query('begin')
  try {
    const { rows } = await client.query<Wrapped>(
      `select person_id, wrapped from person_keys where agency_id = $1 and key_version < $2
       limit ${batchSize} for update`,
      [agencyId, newest],
    )
    const anew = rows.map((row) => rewrapped(agencyId, editions, row.person_id, row.wrapped))
    await client.query(
      `update person_keys k set wrapped = n.wrapped, key_version = $2
       from unnest($3::uuid[], $4::bytea[]) as n(person_id, wrapped)
       where k.agency_id = $1 and k.person_id = n.person_id`,
      [agencyId, newest, rows.map((row) => row.person_id), anew],
    )
    await client.query('commit')
    return anew.length
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
