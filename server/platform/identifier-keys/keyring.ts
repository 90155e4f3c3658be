import type pg from 'pg'
import { agencyKeys, type AgencyKeys, type Edition, nextEdition } from './agency-keys.ts'
import type { InstallationKey, InstallationKeys } from './installation-key.ts'
import { keyBytes, openBytes, sealBytes, type Sealed } from './sealing.ts'

/** The way to the keys of each agency. They are read before an act begins, and forgotten after some seconds. */
export type Keyring = Readonly<{
  of: (agencyId: string) => Promise<AgencyKeys>
  /** Reads the keys of an agency anew at the next asking: somebody has rotated them. */
  forget: (agencyId: string) => void
}>

/** So long may a server go on wrapping with an edition that a rotation has replaced. */
export const keptMilliseconds = 10_000

/** Anything that asks the database: the pool of the application, or one connection of the owner. */
export type Asking = Pick<pg.Pool | pg.ClientBase, 'query'>

/** A keyring over the application's own login, which may only call the two functions of the keys. */
export function openKeyring(database: Asking, installation: InstallationKeys): Keyring {
  const known = new Map<string, { until: number; keys: Promise<AgencyKeys> }>()
  const of = (agencyId: string) => {
    const found = known.get(agencyId)
    if (found && found.until > performance.now()) return found.keys
    const keys = keysOf(database, installation, agencyId)
    known.set(agencyId, { until: performance.now() + keptMilliseconds, keys })
    keys.catch(() => known.delete(agencyId))
    return keys
  }
  return { of, forget: (agencyId) => void known.delete(agencyId) }
}

async function keysOf(database: Asking, installation: InstallationKeys, agencyId: string) {
  const found = await editionsOf(database, installation, agencyId)
  if (found.length > 0) return agencyKeys(agencyId, found)
  // The first act in a new agency. Where two come at once, one row stays and both read that one.
  await keepEdition(database, installation.current(), agencyId, nextEdition(null))
  return agencyKeys(agencyId, await editionsOf(database, installation, agencyId))
}

type WrappedEdition = { version: number; installation_key: string; wrapped: Buffer }

/** The editions of an agency's keys, oldest first, unwrapped. */
export async function editionsOf(
  database: Asking,
  installation: InstallationKeys,
  agencyId: string,
): Promise<Edition[]> {
  const { rows } = await database.query<WrappedEdition>('select * from agency_keys_of($1)', [agencyId])
  return rows.map((row) => unwrapped(installation, agencyId, row))
}

function unwrapped(
  installation: InstallationKeys,
  agencyId: string,
  { version, installation_key: id, wrapped }: WrappedEdition,
): Edition {
  const key = installation.find(id)
  if (!key) throw new Error(`The keys of an agency need the installation key ${id}, which is not there.`)
  const both = openBytes(key.key, placeOf(agencyId, version), wrapped)
  return { version, sealing: both.subarray(0, keyBytes), marking: both.subarray(keyBytes) }
}

/** Wraps an edition with an installation key, as it lies in the database. */
export const wrappedEdition = (
  { key }: InstallationKey,
  agencyId: string,
  { version, sealing, marking }: Edition,
): Sealed => sealBytes(key, 1, placeOf(agencyId, version), Buffer.concat([sealing, marking]))

/** Puts a new edition into the database; one of the same version that is there already stays. */
export async function keepEdition(
  database: Asking,
  installationKey: InstallationKey,
  agencyId: string,
  edition: Edition,
) {
  await database.query('select keep_agency_key($1, $2, $3, $4)', [
    agencyId,
    edition.version,
    installationKey.id,
    wrappedEdition(installationKey, agencyId, edition),
  ])
}

const placeOf = (agencyId: string, version: number) => `agency-key|${agencyId}|${version}`
