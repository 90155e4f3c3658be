import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { sealOlderAnswers } from '#server/entrance/older-answers.repository.ts'
import { bringPeopleUp } from '#server/people/older-people.repository.ts'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import {
  type AgencyKeys,
  editionsOf,
  type InstallationKeys,
  installationKeys,
  keyFilePath,
  makeKeyFile,
  openKeyring,
} from '#server/platform/identifier-keys/index.ts'
import { connectedTo } from './owner.ts'

/** Where the identifiers lie, and how the start tells of its progress. */
type Place = Readonly<{ ownerUrl: string; dataDir: string; say: (sentence: string) => void }>

/**
 * The keys of the identifiers, made at the first start and checked at each, and everything an earlier version left
 * plain sealed with them. Killed halfway, the next start goes on. Where nothing can be plain, nobody is waited for.
 * @throws StartProblem when the key file is not the one of this database: nothing new is sealed with a wrong key
 */
export const prepareIdentifiers = ({ ownerUrl, dataDir, say }: Place): Promise<InstallationKeys> =>
  connectedTo(ownerUrl, async (client) => {
    // A second copy of the program waits until the first is through.
    await client.query('select pg_advisory_lock(20260102)')
    await client.query('set role alongside_owner')
    const keys = await keysFor(client, keyFilePath(dataDir))
    await sealOlderRows(client, keys, say)
    return keys
  })

async function keysFor(client: Client, path: string): Promise<InstallationKeys> {
  const agencies = await agenciesWithKeys(client)
  // A new file for a database that has keys already would lock everybody out for good.
  if (agencies.length === 0) makeKeyFile(path)
  const keys = installationKeys(path)
  keys.current()
  try {
    for (const agencyId of agencies) await editionsOf(client, keys, agencyId)
  } catch {
    throw new StartProblem(
      `The key file ${path} does not open the identifiers of this database: put back the one that belongs to it.`,
    )
  }
  return keys
}

async function agenciesWithKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select distinct agency_id as id from agency_keys')
  return rows.map(({ id }) => id)
}

const marksOfTheEnd = [
  ['people', 'people_hold_nothing_plain'],
  ['kept_answers', 'kept_answers_hold_nothing_plain'],
] as const

/** Seals in batches what an earlier version wrote plain, and at the end clears away what lay there before. */
async function sealOlderRows(client: Client, keys: InstallationKeys, say: Place['say']) {
  const { rows } = await client.query<{ conname: string }>(
    'select conname from pg_constraint where conname = any($1) and not convalidated',
    [marksOfTheEnd.map(([, constraint]) => constraint)],
  )
  const unproven = new Set(rows.map(({ conname }) => conname))
  if (unproven.size === 0) return
  const keyring = openKeyring(client, keys)
  let people = 0
  for (const agencyId of await agenciesWithOlderRows(client)) {
    const agencyKeys = await keyring.of(agencyId)
    people += await throughAll(client, agencyKeys, agencyId, (count) =>
      say(`Sealing identifiers … ${people + count} people`),
    )
  }
  for (const [table, constraint] of marksOfTheEnd.filter(([, name]) => unproven.has(name))) {
    // The old versions of the rows are dead but still in the files: they are rewritten without them.
    if (people > 0 || (await holdsAnything(client, table))) {
      await client.query(`vacuum full ${table}`)
      if (table === 'people') await client.query('vacuum full person_search_keys')
    }
    await client.query(`alter table ${table} validate constraint ${constraint}`)
  }
}

/**
 * Brings the people whom an earlier version wrote, or who were loaded past the program, up to the present rules while it answers:
 * in them nothing is plain, so whoever is met before their turn is only found by less. As long as a step takes, others
 * have the database after it. Whatever ends it, the next start goes on.
 * @returns the way to end it, after the step that is under way
 */
export function bringPeopleUpMeanwhile(
  { ownerUrl, say }: Pick<Place, 'ownerUrl' | 'say'>,
  keys: InstallationKeys,
): Readonly<{ done: Promise<void>; end: () => Promise<void> }> {
  const ending = new AbortController()
  const done = connectedTo(ownerUrl, async (client) => {
    await client.query('set role alongside_owner')
    const keyring = openKeyring(client, keys)
    for (const agencyId of await agenciesWithOlderRows(client)) {
      let batch: number
      do {
        const began = performance.now()
        batch = await bringPeopleUp(client, await keyring.of(agencyId), agencyId)
        await pause(performance.now() - began, ending.signal)
        if (ending.signal.aborted) return
      } while (batch > 0)
    }
  }).catch((problem: unknown) =>
    say(`People could not be brought up to the present rules (${String(problem)}).`),
  )
  const end = async () => {
    ending.abort()
    await done
  }
  return { done, end }
}

/** Waits, or until it shall end. */
const pause = (milliseconds: number, signal: AbortSignal) =>
  wait(milliseconds, undefined, { signal }).catch(() => undefined)

async function throughAll(
  client: Client,
  keys: AgencyKeys,
  agencyId: string,
  tell: (count: number) => void,
): Promise<number> {
  let people = 0
  let batch = 0
  do {
    batch = await bringPeopleUp(client, keys, agencyId)
    people += batch
    if (batch > 0) tell(people)
  } while (batch > 0)
  do batch = await sealOlderAnswers(client, keys, agencyId)
  while (batch > 0)
  return people
}

async function agenciesWithOlderRows(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`
    select agency_id as id from agencies a
    where exists (select from people p where p.agency_id = a.agency_id and p.edition < 1)
      or exists (select from kept_answers k where k.agency_id = a.agency_id and k.answer is not null)`)
  return rows.map(({ id }) => id)
}

async function holdsAnything(client: Client, table: string): Promise<boolean> {
  return ((await client.query(`select from ${table} limit 1`)).rowCount ?? 0) > 0
}
