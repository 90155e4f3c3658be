import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyChains } from '#server/audit/verify.queries.ts'
import { asOwner } from '#server/backup/database.queries.ts'
import { readAuditKey } from '#server/platform/config/audit-key.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import { urlOf } from '#server/platform/database/cluster/cluster.ts'
import { placeOf, socketFolderFor } from '#server/platform/database/cluster/places.ts'
import { waitUntil } from '#server/platform/database/cluster/postmaster.ts'
import { isRunning } from '#server/platform/database/cluster/processes.ts'
import { installationKeys, keyFilePath, openKeyring } from '#server/platform/identifier-keys/index.ts'
import { bringJobsForward, findAll, foundTeam, jobsLeft } from './found.queries.ts'
import { violations } from './invariants.ts'
import { killNow, programOn, type Program } from './program.ts'
import { startWriters, type Ledger } from './writers.ts'

/** Who is killed: the program, the database under it, or both. */
export const victims = ['program', 'database', 'both'] as const
export type Victim = (typeof victims)[number]

/** How long the drill is, and from which seed its chances come. */
export type DrillOrder = {
  readonly dataDir: string
  readonly kills: number
  readonly seed: number
  readonly say: (sentence: string) => void
}

/** What was seen. Good when there are no problems, and something was really at stake. */
export type DrillReport = {
  readonly problems: readonly string[]
  readonly acknowledged: number
  readonly repeated: number
  readonly contacts: number
  /** From each kill to the first answer after it, in milliseconds. */
  readonly recoveries: readonly number[]
  readonly kills: Readonly<Record<Victim, number>>
}

const writerCount = 8
const shortestLoad = 300
const longestLoad = 1_200
const mostSaid = 3_000
const leastAnswers = 3 * writerCount
const patienceMilliseconds = 60_000

/**
 * Kills the program and its database again and again while eight workers write over HTTP, then compares everything that
 * was acknowledged with everything that is there.
 */
export async function drill({ dataDir, kills, seed, say }: DrillOrder): Promise<DrillReport> {
  const chance = chanceFrom(seed)
  const program = programOn(dataDir)
  const problems: string[] = []
  const recoveries: number[] = []
  const counted: Record<Victim, number> = { program: 0, database: 0, both: 0 }
  await program.start()
  try {
    const tokens = await asOwner(ownerUrl(dataDir), (client) => foundTeam(client, writerCount))
    const writers = startWriters(program.address(), tokens)
    for (const victim of sequence(kills, chance)) {
      await load(writers.ledger, shortestLoad + chance() * (longestLoad - shortestLoad))
      counted[victim] += 1
      recoveries.push(await killAndRecover(program, victim, writers.ledger, problems))
      if (problems.length > 0) break
      say(
        `${victim} killed, answered again after ${recoveries.at(-1)} ms; ${writers.ledger.acknowledged} writes so far`,
      )
    }
    if (problems.length > 0) {
      await writers.giveUp()
      const { acknowledged, repeated, promised } = writers.ledger
      return { problems, acknowledged, repeated, contacts: promised.length, recoveries, kills: counted }
    }
    await load(writers.ledger, shortestLoad)
    await writers.end()
    problems.push(...writers.ledger.contradictions, ...(await compare(dataDir, writers.ledger)))
    problems.push(...(await stopWell(program)))
    if (problems.length > 0) say(`The program said last: ${program.said().slice(-mostSaid)}`)
    const { acknowledged, repeated, promised } = writers.ledger
    return { problems, acknowledged, repeated, contacts: promised.length, recoveries, kills: counted }
  } finally {
    if (program.isAlive()) await program.stop()
  }
}

/** Lets the writers write for so long, and on a busy machine until each has had some answers. */
async function load(ledger: Ledger, milliseconds: number): Promise<void> {
  const before = ledger.acknowledged
  await wait(milliseconds)
  await waitUntil(() => ledger.acknowledged - before >= leastAnswers, patienceMilliseconds)
}

/** Every victim in turn, in an order that chance decides. */
function sequence(kills: number, chance: () => number): readonly Victim[] {
  const rounds = Array.from({ length: Math.ceil(kills / victims.length) }, () =>
    victims
      .map((victim) => ({ victim, place: chance() }))
      .toSorted((one, other) => one.place - other.place)
      .map(({ victim }) => victim),
  )
  return rounds.flat().slice(0, kills)
}

async function killAndRecover(
  program: Program,
  victim: Victim,
  ledger: Ledger,
  problems: string[],
): Promise<number> {
  const postmaster = program.postmaster()
  const killedAt = Date.now()
  if (victim === 'program') await program.kill()
  if (victim !== 'program' && postmaster !== null) {
    // Both at once: the program has no time to see its database go.
    await Promise.all([killNow(postmaster), ...(victim === 'both' ? [program.kill()] : [])])
  }
  if (victim !== 'database') await program.start()
  // Answers that were already on their way do not count.
  const isBack = (): boolean => isServed(program, victim === 'program' ? null : postmaster)
  if (!(await waitUntil(() => isBack() || !program.isAlive(), patienceMilliseconds)))
    problems.push(`No database came back after ${victim}.`)
  const answeredAfter = Date.now()
  const answered = await waitUntil(
    () => ledger.lastAnswerAt > answeredAfter || !program.isAlive(),
    patienceMilliseconds,
  )
  if (!answered) problems.push(`No answer came within a minute of killing ${victim}.`)
  if (!program.isAlive()) problems.push(`The program ended when ${victim} was killed: ${program.said()}`)
  if (postmaster !== null && program.postmaster() !== postmaster && isRunning(postmaster))
    problems.push(`The database server ${postmaster} was left behind when ${victim} was killed.`)
  return Math.max(ledger.lastAnswerAt, answeredAfter) - killedAt
}

/** True when a living database server is noted, and another one than the dead. */
function isServed(program: Program, dead: number | null): boolean {
  const postmaster = program.postmaster()
  return postmaster !== null && postmaster !== dead && isRunning(postmaster)
}

async function compare(dataDir: string, ledger: Ledger): Promise<string[]> {
  return await asOwner(ownerUrl(dataDir), async (client) => {
    await bringJobsForward(client)
    const done = await waitUntil(async () => (await jobsLeft(client)) === 0, patienceMilliseconds)
    const late = done ? [] : [`${await jobsLeft(client)} jobs were not done within a minute.`]
    const keyring = openKeyring(client, installationKeys(keyFilePath(dataDir)))
    const found = violations(ledger.promised, await findAll(client, keyring))
    return [...late, ...found, ...(await brokenChains(dataDir))]
  })
}

/** Nothing that was killed may leave a gap in the audit, or a line without its seal. */
async function brokenChains(dataDir: string): Promise<string[]> {
  const key = readAuditKey(dataDir, null)
  const reports = await verifyChains({ ownerUrl: ownerUrl(dataDir), key, checkpoints: [] })
  return reports.flatMap(({ agencyId, fault }) =>
    fault ? [`The audit of agency ${agencyId} is ${fault.what} at line ${fault.line}.`] : [],
  )
}

async function stopWell(program: Program): Promise<string[]> {
  const postmaster = program.postmaster()
  const code = await program.stop()
  const left = postmaster !== null && isRunning(postmaster)
  return [
    ...(code === 0 ? [] : [`Asked to stop, the program ended with ${code}.`]),
    ...(left ? [`The database server ${postmaster} was left behind at the end.`] : []),
  ]
}

function ownerUrl(dataDir: string): string {
  const folder = join(dataDir, 'postgres')
  const password = readFileSync(join(folder, 'password'), 'utf8').trim()
  return urlOf(socketFolderFor(placeOf(folder)), password, embeddedDatabase)
}

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
