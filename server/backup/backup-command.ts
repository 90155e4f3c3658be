import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '#server/platform/config/config.ts'
import { AskedWrongly, refuseOwnDatabase, runAsked, say } from './asked.ts'
import { keysElsewhere } from './kept-keys.ts'
import { makeBackup } from './make-backup.ts'
import { prune } from './prune.ts'

const usage = `Usage: npm run backup -- [FOLDER] [--keep-days DAYS] [--key-file FILE] [--quiet]

Backs up the data folder (DATA_DIR) into FOLDER, or into BACKUP_DIR, and proves the backup on a scratch copy.
Older backups there that no moment of the last DAYS days (35) needs are removed afterwards.`
const usualDays = 35

await runAsked(run)

async function run(): Promise<string> {
  const { folder, keepDays, keyFile, help, quiet } = readWords(process.argv.slice(2))
  if (help) return usage
  const config = readConfig(process.env, 'serve')
  refuseOwnDatabase(config.databaseUrl)
  const tell = quiet ? (): void => undefined : say
  const target = folder === undefined ? config.backupDir : resolve(folder)
  const elsewhere = keysElsewhere(config)
  const { path, manifest, bytes } = await makeBackup({
    elsewhere,
    dataDir: config.dataDir,
    folder: target,
    backupDir: config.backupDir,
    keyFile: keyFile === undefined ? config.backupKeyFile : resolve(keyFile),
    say: tell,
    warn: say,
  })
  const removed = await prune({
    folder: target,
    installation: manifest.installation,
    keepDays,
    now: new Date(),
  })
  for (const name of removed) tell(`Removed ${name}: newer ones reach back ${keepDays} days.`)
  for (const name of elsewhere) tell(`Not in the backup, for it lies elsewhere: ${name}. Keep a copy of it.`)
  const sizes = [manifest.bytes, bytes].map((each) => (each / 1_000_000).toFixed(1))
  tell(`Backed up ${manifest.agencies} agencies, ${sizes[0]} MB, sealed in ${sizes[1]} MB, and proved.`)
  return path
}

function readWords(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'keep-days': { type: 'string', default: String(usualDays) },
        'key-file': { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const keepDays = Number(values['keep-days'])
    if (positionals.length > 1 || !Number.isInteger(keepDays) || keepDays < 1) throw new AskedWrongly(usage)
    const { 'key-file': keyFile, help, quiet } = values
    return { folder: positionals[0], keepDays, keyFile, help, quiet }
  } catch (problem) {
    throw new AskedWrongly(problem instanceof AskedWrongly ? usage : `${String(problem)}\n${usage}`)
  }
}
