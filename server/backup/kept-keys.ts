import {
  copyFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { auditFolder } from '#server/platform/config/audit-key.ts'
import type { Config } from '#server/platform/config/config.ts'
import { giveTo } from '#server/platform/database/cluster/places.ts'
import type { ServerUser } from '#server/platform/database/cluster/server-user.ts'
import { keyFilePath } from '#server/platform/identifier-keys/index.ts'
import { flush } from './folders.ts'

/** The folder of the keys within a data folder. */
export const keysName = 'keys'

const KeyFile = z.object({ keys: z.array(z.object({ id: z.string() })) })

/**
 * The keys that a backup of this data folder does not hold, because they lie elsewhere: another KEY_DIR, a link to another
 * disk, a key that is a setting. Without them what was restored does not open.
 */
export function keysElsewhere({
  dataDir,
  keyDir,
  auditKey,
}: Pick<Config, 'dataDir' | 'keyDir' | 'auditKey'>): string[] {
  const files = [keyFilePath(dataDir), join(keyDir, 'keys.json')].filter(
    (path) => existsSync(path) && !isWithin(dataDir, path),
  )
  return [...files, ...(auditKey === null ? [] : ['ALONGSIDE_AUDIT_KEY'])]
}

/** True when the file itself lies in the folder, past no link. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && realpathSync(path) === join(realpathSync(folder), way)
}

/** True when the keys of a data folder are a link to another place: a restore leaves it where it is. */
export const isLinked = (dataDir: string): boolean =>
  lstatSync(join(dataDir, keysName), { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/**
 * Brings over from the old data what keys the restored ones lack: those that the backup did not hold, and the file of the
 * identifiers when it knows more keys than the backup's, for the kept log may lead past a rotation.
 */
export function bringKeys(dataDir: string, folder: string, owner: ServerUser): void {
  if (isLinked(dataDir) && !existsSync(join(folder, keysName))) return
  const ways = [keyFilePath(''), join(keysName, 'keys.json'), join(auditFolder(''), 'key')]
  for (const way of ways) {
    const [old, restored] = [join(dataDir, way), join(folder, way)]
    if (!existsSync(old) || (existsSync(restored) && !(way === ways[0] && knowsMore(old, restored)))) continue
    if (!existsSync(dirname(restored))) {
      mkdirSync(dirname(restored), { recursive: true, mode: 0o700 })
      giveTo(dirname(restored), owner)
    }
    copyFileSync(old, restored)
    chmodSync(restored, 0o600)
    giveTo(restored, owner)
    flush(restored)
  }
}

function knowsMore(old: string, restored: string): boolean {
  const known = new Set(idsIn(old))
  const asked = idsIn(restored)
  return known.size > asked.length && asked.every((id) => known.has(id))
}

/** Those of the installation keys that a restored database needs and its key file does not hold. */
export function missingKeys(dataDir: string, folder: string, needed: readonly string[]): readonly string[] {
  const restored = keyFilePath(folder)
  const known = idsIn(existsSync(restored) || !isLinked(dataDir) ? restored : keyFilePath(dataDir))
  return needed.filter((id) => !known.includes(id))
}

/** The keys in a file; none when it is missing or damaged, which the start refuses in words of its own. */
function idsIn(path: string): string[] {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(path, 'utf8'))).keys.map(({ id }) => id)
  } catch {
    return []
  }
}
