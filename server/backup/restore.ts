import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import type { Cluster } from '#server/platform/database/cluster/cluster.ts'
import { holdFolder } from '#server/platform/database/cluster/holder.ts'
import { giveTo, placeOf } from '#server/platform/database/cluster/places.ts'
import { stopPostmaster } from '#server/platform/database/cluster/postmaster.ts'
import { chooseServerUser, type ServerUser } from '#server/platform/database/cluster/server-user.ts'
import { aftercareText, makeVoid, type Aftercare } from './aftercare.queries.ts'
import { asOwner, lastChange } from './database.queries.ts'
import { backupEnding, backupsIn, clusterFolder, installationOf, stamp } from './folders.ts'
import { bringFiles } from './kept-files.ts'
import { bringKeys, isLinked, keysName, missingKeys } from './kept-keys.ts'
import { bringLog } from './kept-log.ts'
import { readKey } from './key.ts'
import {
  knownMigrations,
  productVersion,
  refuseNewer,
  refuseUnknownTables,
  type Manifest,
} from './manifest.ts'
import { recovered, type Target } from './recover.ts'
import { readHead, type Head } from './sealing.ts'
import { finishSwap, isUnderWay, swapIn } from './swap.ts'
import { unpack, type Unpacked } from './unpack.ts'
import { checkRestored, makeWorkFolder, removeScratch, sweepScratch } from './verify.ts'

/** What to restore, to which moment, and into which data folder. */
export type RestoreOrder = {
  /** A backup, or a folder with backups: then the newest that serves. */
  readonly source: string
  readonly target: Target
  readonly dataDir: string
  /** True when the folder must be new: then nothing is exchanged. */
  readonly intoNew: boolean
  readonly backupDir: string
  readonly keyFile: string
  /** Where the key lies at work; put there when it is missing. */
  readonly keyAtWork: string
  /** The PostgreSQL that this version brings. */
  readonly ownPostgres: string
  /** Tests only: nothing waits for the disk. */
  readonly fast?: boolean
  readonly say: (sentence: string) => void
}

/** What was restored: the words for the console. */
export type Restored = { readonly text: string; readonly aside: string | null; readonly manifest: Manifest }

/**
 * Restores a backup beside the old data, proves it there, and only then exchanges the two. The old data are put aside and
 * never deleted.
 * @throws StartProblem in one sentence, the old data as they were
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { dataDir, intoNew, say } = order
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  if (isUnderWay(dataDir)) {
    say('An earlier restore was broken off while it changed folders; finishing that first …')
    finishSwap(dataDir)
  }
  if (intoNew && readdirSync(dataDir).length > 0)
    throw new StartProblem(`The folder ${dataDir} is not empty: name another one with --into.`)
  const release = await holdIfThere(dataDir)
  try {
    const path = await chooseBackup(order)
    const head = await readHead(path)
    refuseForeign(head, dataDir)
    refuseTooEarly(order.target, head.at)
    return await restoreBeside(order, path, release)
  } finally {
    release()
  }
}

async function holdIfThere(dataDir: string): Promise<() => void> {
  return existsSync(clusterFolder(dataDir)) ? await holdFolder(clusterFolder(dataDir)) : () => undefined
}

async function chooseBackup({ source, target }: RestoreOrder): Promise<string> {
  const found = statSync(source, { throwIfNoEntry: false })
  if (!found) throw new StartProblem(`There is no backup at ${source}.`)
  if (!found.isDirectory()) {
    if (!source.endsWith(backupEnding))
      throw new StartProblem(
        `${basename(source)} is not a whole backup: the name of one ends in ${backupEnding}.`,
      )
    return source
  }
  const until = target instanceof Date ? target.getTime() : Infinity
  for (const name of backupsIn(source).toReversed()) {
    const path = join(source, name)
    if (Date.parse((await readHead(path)).at) < until) return path
  }
  throw new StartProblem(`The folder ${source} has no backup that is old enough for this.`)
}

/** Data of another installation are not exchanged; into a new folder every backup may go. */
function refuseForeign(head: Head, dataDir: string): void {
  refuseNewer(head, productVersion())
  if (head.kind !== 'backup') throw new StartProblem(`${head.name} is a piece of the kept log, not a backup.`)
  const there = join(placeOf(clusterFolder(dataDir)), 'data')
  if (!existsSync(join(there, 'global', 'pg_control'))) return
  if (installationOf(there) !== head.installation)
    throw new StartProblem(
      `The backup is of another installation than ${dataDir}: restore it into a new folder with --into.`,
    )
}

async function restoreBeside(order: RestoreOrder, path: string, release: () => void): Promise<Restored> {
  const { dataDir, say, keyFile } = order
  await sweepScratch(dataDir)
  const folder = makeWorkFolder(dataDir, 'restoring')
  const remove = (): void => {
    if (!isUnderWay(dataDir)) removeScratch(folder)
  }
  process.once('exit', remove)
  try {
    const key = readKey(keyFile)
    const users = usersOf(dataDir)
    say(`Unpacking ${basename(path)} and proving it …`)
    const unpacked = await unpack({ path, key, folder, ...users })
    const { manifest, logFolder } = unpacked
    refuseUnknownTables(manifest, knownMigrations(), order.ownPostgres)
    refuseTooEarly(order.target, manifest.finishedAt)
    const folders = [dirname(path), order.backupDir]
    await bringLog({ folders, manifest, target: order.target, key, logFolder, user: users.user })
    say('Bringing the database to that moment …')
    const restoredTo = await bringBack(order, folder, unpacked, users.user)
    bringKeys(dataDir, folder, users.owner)
    const text = await exchange(order, folder, release, restoredTo)
    if (!existsSync(order.keyAtWork)) {
      writeFileSync(order.keyAtWork, readFileSync(keyFile), { mode: 0o600 })
      giveTo(order.keyAtWork, users.owner)
    }
    return { ...text, manifest }
  } finally {
    process.off('exit', remove)
    remove()
  }
}

/** As root, the files go to whoever had them: the server's to its user, the others to the owner of the data folder. */
function usersOf(dataDir: string): { user: ServerUser; owner: ServerUser } {
  const owned = statSync(dataDir)
  const isRoot = process.getuid?.() === 0
  const there = join(placeOf(clusterFolder(dataDir)), 'data')
  return {
    user: chooseServerUser(existsSync(there) ? there : dataDir),
    owner: isRoot && owned.uid !== 0 ? { uid: owned.uid, gid: owned.gid } : {},
  }
}

function refuseTooEarly(target: Target, finishedAt: string): void {
  if (target instanceof Date && target.getTime() < Date.parse(finishedAt))
    throw new StartProblem(
      `That moment lies before this backup was finished (${finishedAt}): name an older backup.`,
    )
}

type Brought = {
  readonly moment: string
  readonly aftercare: Aftercare
  readonly elsewhere: readonly string[]
}

async function bringBack(
  { target, say, fast = false }: RestoreOrder,
  folder: string,
  unpacked: Unpacked,
  user: ServerUser,
): Promise<Brought> {
  const { manifest } = unpacked
  const work = async (cluster: Cluster): Promise<Brought> => {
    await checkRestored(cluster, manifest, target, say)
    return await asOwner(cluster.ownerUrl(embeddedDatabase), async (client) => {
      const last = await lastChange(client)
      const aftercare = await makeVoid(client)
      const until = last === null ? '' : ` (the last change is of ${last.toISOString()})`
      const moment = target instanceof Date ? target.toISOString() : momentOf(target, manifest)
      return { moment: `${moment}${until}`, aftercare, elsewhere: manifest.elsewhere }
    })
  }
  return await recovered({ folder, unpacked, user, target, log: say, fast }, work)
}

const momentOf = (target: 'backup' | 'latest', { finishedAt }: Manifest): string =>
  target === 'backup' ? `the moment of the backup, ${finishedAt}` : 'the end of the kept log'

async function exchange(
  { dataDir, backupDir, keyFile, keyAtWork }: RestoreOrder,
  folder: string,
  release: () => void,
  { moment, aftercare, elsewhere }: Brought,
): Promise<Omit<Restored, 'manifest'>> {
  const now = stamp(new Date())
  const hasOld = existsSync(clusterFolder(dataDir))
  if (hasOld) await stopPostmaster(join(placeOf(clusterFolder(dataDir)), 'data'))
  rmSync(join(folder, 'postgres', 'server.log'), { force: true })
  const aside = `before-restore-${now}`
  const restoring = {
    restoredTo: moment,
    aside: hasOld ? join(dataDir, aside) : null,
    elsewhere,
    missing: missingKeys(dataDir, folder, aftercare.keysNeeded),
    filesLost: bringFiles(dataDir, folder, aftercare.filesNeeded, usersOf(dataDir).owner),
  }
  const text = aftercareText(restoring, aftercare)
  writeFileSync(join(folder, `restored-${now}.txt`), text)
  release()
  const staying = [backupDir, keyFile, keyAtWork].flatMap((path) => {
    const [first = '..'] = relative(dataDir, path).split('/')
    return first === '..' ? [] : [first]
  })
  // A link to where the keys lie is not in the backup; nothing takes its place.
  if (isLinked(dataDir) && !existsSync(join(folder, keysName))) staying.push(keysName)
  swapIn(dataDir, { aside, from: basename(folder), staying })
  return { text, aside: restoring.aside }
}
