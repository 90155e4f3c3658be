import type { KeyObject } from 'node:crypto'
import pg from 'pg'
import type { Checkpoint } from './checkpoints.ts'
import { asOwner, chainsOf, linesOf, repeatedLine } from './lines.queries.ts'
import { chainWalk, type Fault } from './verification.ts'

/** What was found of one agency's chain. `lines` are those that were walked until the fault or the end. */
export type ChainReport = Readonly<{
  agencyId: string
  name: string
  lines: number
  /** The last line that a checkpoint outside the database vouches for; 0 when none does yet. */
  checkpointed: number
  fault: Fault | null
}>

type Verifying = Readonly<{
  /** The owner's address of the database. */
  ownerUrl: string
  key: KeyObject
  /** The sound checkpoints of all places, read before the lines are. */
  checkpoints: readonly Checkpoint[]
  /** Told now and then how far it is. */
  onProgress?: (name: string, walked: number, lines: number) => void
}>

const progressEvery = 50_000

/** Walks every agency's chain in one view of the database, while others go on writing. */
export async function verifyChains(verifying: Verifying): Promise<ChainReport[]> {
  const client = new pg.Client({
    connectionString: verifying.ownerUrl,
    application_name: 'alongside-audit-verify',
  })
  await client.connect()
  try {
    return await asOwner(client, 'read only', () => verifyEach(client, verifying))
  } finally {
    await client.end()
  }
}

async function verifyEach(client: pg.Client, verifying: Verifying): Promise<ChainReport[]> {
  const chains = await chainsOf(client)
  const known = new Set(chains.map(({ agencyId }) => agencyId))
  const gone = new Set(verifying.checkpoints.map(({ agencyId }) => agencyId).filter((id) => !known.has(id)))
  const reports: ChainReport[] = []
  for (const chain of [...chains, ...[...gone].map((agencyId) => ({ agencyId, name: '', lines: 0 }))])
    reports.push(await verifyOne(client, verifying, chain))
  return reports
}

async function verifyOne(
  client: pg.Client,
  { key, checkpoints: all, onProgress = () => {} }: Verifying,
  { agencyId, name, lines: total }: Awaited<ReturnType<typeof chainsOf>>[number],
): Promise<ChainReport> {
  const checkpoints = all.filter((checkpoint) => checkpoint.agencyId === agencyId)
  const walk = chainWalk(key, checkpoints)
  const checkpointed = Math.max(0, ...checkpoints.map(({ id }) => id))
  let lines = 0
  for await (const line of linesOf(client, agencyId)) {
    const fault = walk.next(line)
    if (fault) return { agencyId, name, lines, checkpointed, fault }
    lines += 1
    if (lines % progressEvery === 0) onProgress(name, lines, total)
  }
  const repeated = await repeatedLine(client, agencyId)
  const fault: Fault | null = repeated === null ? walk.end() : { what: 'altered', line: repeated }
  return { agencyId, name, lines, checkpointed, fault }
}
