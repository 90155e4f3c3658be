import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkpointFile } from '#server/audit/checkpoints.repository.ts'
import { type Checkpoint, readCheckpoints } from '#server/audit/checkpoints.ts'
import { type ChainReport, verifyChains } from '#server/audit/verify.queries.ts'
import { auditFolder, nameOfKey, readAuditKey } from '#server/platform/config/audit-key.ts'
import { type Config, readConfig } from '#server/platform/config/config.ts'
import { reachCluster } from '#server/platform/database/cluster/cluster.ts'
import { CommandProblem, type Command } from './command.ts'

/**
 * `audit-verify [demo]`: whether the audit of every agency is what was written, line by line, and reaches as far as its
 * checkpoints say. Works while the server runs and while it does not. Throws (exit code 1) naming the first bad line.
 */
export const auditVerify: Command = {
  name: 'audit-verify',
  usage: '[demo]',
  summary: 'Whether the audit is whole and unchanged; names the first bad line.',
  run: async (words) => {
    const config = readConfig(process.env, modeOf(words))
    const files = await readAll(config)
    const reports = await verify(config, files)
    const complaints = [...files.complaints, ...reports.flatMap(complaintOf)]
    if (complaints.length > 0) throw new Error(complaints.join('\n'))
    return JSON.stringify({
      whole: true,
      checkpoints: files.checkpoints.length,
      unreadable: files.unreadable,
      agencies: reports.map(({ agencyId, name, lines, checkpointed }) => ({
        agencyId,
        name,
        lines,
        checkpointed,
      })),
    })
  },
}

function modeOf(words: readonly string[]) {
  const [word, ...rest] = words
  if (rest.length > 0 || (word !== undefined && word !== 'demo'))
    throw new CommandProblem('audit-verify knows one word, demo, for the data of the demo.')
  return word === 'demo' ? 'demo' : 'serve'
}

type Files = Readonly<{
  checkpoints: readonly Checkpoint[]
  unreadable: number
  complaints: readonly string[]
}>

/** The checkpoints of both places. They are read before the lines, so that nothing noted can be younger than these. */
async function readAll({ dataDir, auditKey, auditCopyDir }: Config): Promise<Files> {
  const key = readAuditKey(dataDir, auditKey)
  const checkpoints: Checkpoint[] = []
  const complaints: string[] = []
  let unreadable = 0
  for (const folder of [auditFolder(dataDir), ...(auditCopyDir === null ? [] : [auditCopyDir])]) {
    const path = checkpointFile(folder)
    if (!existsSync(path)) {
      complaints.push(`There are no checkpoints in ${path}.`)
      continue
    }
    const file = readCheckpoints(await readFile(path, 'utf8'), key, nameOfKey(key))
    checkpoints.push(...file.sound)
    unreadable += file.unreadable
    if (file.forged.length > 0) complaints.push(`Line ${file.forged[0]} of ${path} has a wrong seal.`)
    if (file.ofAnotherKey.length > 0)
      complaints.push(`Line ${file.ofAnotherKey[0]} of ${path} was sealed with another key than this one.`)
  }
  return { checkpoints, unreadable, complaints }
}

async function verify({ dataDir, auditKey, databaseUrl }: Config, { checkpoints }: Files) {
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const cluster =
    databaseUrl === null ? await reachCluster({ folder: join(dataDir, 'postgres'), log: say }) : null
  try {
    return await verifyChains({
      ownerUrl: databaseUrl ?? cluster?.ownerUrl('alongside') ?? '',
      key: readAuditKey(dataDir, auditKey),
      checkpoints,
      onProgress: (name, walked, lines) => say(`${name}: ${walked} of ${lines} lines …`),
    })
  } finally {
    await cluster?.stop()
  }
}

const sentences = {
  missing: 'is missing, though later ones are there',
  altered: 'is not what was written there: changed, put in, swapped or written anew',
  unsealed: 'has no seal',
  cut: 'and what follows it were cut off',
  replaced: 'is another than it was: the end of the chain was cut off and written on',
} as const

function complaintOf({ agencyId, name, fault }: ChainReport): string[] {
  if (!fault) return []
  const known = fault.checkpoint
    ? ` (the checkpoint of ${fault.checkpoint.at} knows ${fault.checkpoint.id} lines)`
    : ''
  return [`Agency ${name} ${agencyId}: line ${fault.line} ${sentences[fault.what]}${known}.`]
}
