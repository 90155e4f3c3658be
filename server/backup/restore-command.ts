import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readConfig } from '#server/platform/config/config.ts'
import { shippedVersion } from '#server/platform/database/cluster/binaries.ts'
import { AskedWrongly, refuseOwnDatabase, runAsked, say } from './asked.ts'
import type { Target } from './recover.ts'
import { restore } from './restore.ts'

const usage = `Usage: npm run restore -- BACKUP [--to-time TIME | --latest] [--into FOLDER] [--key-file FILE]

Restores BACKUP (a file, or a folder of which the newest that serves is taken) into the data folder (DATA_DIR), or into a
new FOLDER. Without more words: to the moment of the backup. With the log kept beside it: --to-time, such as
2026-11-22T10:00:00Z, or --latest. The data that are there now are put aside, never deleted.`

await runAsked(run)

async function run(): Promise<string> {
  const asked = readWords(process.argv.slice(2))
  if (asked === null) return usage
  const config = readConfig(process.env, 'serve')
  refuseOwnDatabase(config.databaseUrl)
  const dataDir = asked.into === undefined ? config.dataDir : resolve(asked.into)
  const keyAtWork = asked.into === undefined ? config.backupKeyFile : join(dataDir, 'backup.key')
  const { text } = await restore({
    source: resolve(asked.source),
    target: asked.target,
    dataDir,
    intoNew: asked.into !== undefined,
    backupDir: config.backupDir,
    keyFile: asked.keyFile === undefined ? config.backupKeyFile : resolve(asked.keyFile),
    keyAtWork,
    ownPostgres: shippedVersion(),
    say,
  })
  return text
}

function readWords(words: readonly string[]) {
  const { values, positionals } = parseWords(words)
  if (values.help) return null
  const [source] = positionals
  const time = values['to-time']
  if (source === undefined || positionals.length > 1 || (time !== undefined && values.latest))
    throw new AskedWrongly(usage)
  return { source, target: targetOf(time, values.latest), into: values.into, keyFile: values['key-file'] }
}

function targetOf(time: string | undefined, latest: boolean): Target {
  if (time === undefined) return latest ? 'latest' : 'backup'
  // Without its time zone a moment is a matter of opinion.
  if (!z.iso.datetime({ offset: true }).safeParse(time).success)
    throw new AskedWrongly(
      `${time} is not a moment such as 2026-11-22T10:00:00Z or 2026-11-22T18:00:00+08:00.`,
    )
  return new Date(time)
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'to-time': { type: 'string' },
        latest: { type: 'boolean', default: false },
        into: { type: 'string' },
        'key-file': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (problem) {
    throw new AskedWrongly(`${String(problem)}\n${usage}`)
  }
}
