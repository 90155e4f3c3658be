import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '#server/platform/config/config.ts'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { reachCluster } from '#server/platform/database/cluster/cluster.ts'
import { keyFilePath, rotateKeys } from '#server/platform/identifier-keys/index.ts'
import { connectedTo } from '#server/starting/owner.ts'
import { CommandProblem, type Command } from './command.ts'

/** `rotate-keys [demo]`: new keys for the identifiers, under work. It reads the same settings as the server. */
export const rotate: Command = {
  name: 'rotate-keys',
  usage: '[demo]',
  summary: 'New keys for identifiers, while the server runs.',
  run: async (words) => {
    const [mode = 'serve', ...rest] = words
    if ((mode !== 'serve' && mode !== 'demo') || rest.length > 0)
      throw new CommandProblem('rotate-keys takes no words, or only demo.')
    try {
      const people = await rotateAll(mode)
      return JSON.stringify({ rewrapped: people })
    } catch (problem) {
      if (problem instanceof StartProblem) throw new CommandProblem(problem.message)
      throw problem
    }
  },
}

async function rotateAll(mode: 'serve' | 'demo'): Promise<number> {
  const { dataDir, databaseUrl } = readConfig(process.env, mode)
  const keyFile = keyFilePath(dataDir)
  if (!existsSync(keyFile))
    throw new CommandProblem(
      `There is no key file ${keyFile}: start Alongside once, or say which DATA_DIR is meant.`,
    )
  if (databaseUrl !== null) return rotateAt(databaseUrl, keyFile)
  const cluster = await reachCluster({ folder: join(dataDir, 'postgres'), log: say })
  try {
    return await rotateAt(cluster.ownerUrl('alongside'), keyFile)
  } finally {
    await cluster.stop()
  }
}

const rotateAt = (ownerUrl: string, keyFile: string) =>
  connectedTo(ownerUrl, (client) => rotateKeys({ client, keyFile, say }))

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
