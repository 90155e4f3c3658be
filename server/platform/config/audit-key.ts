import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './start-problem.ts'

const keyBytes = 32
const written = /^[\w-]{43}$/u

/** The folder of the audit inside a data folder: its key and its checkpoints. */
export const auditFolder = (dataDir: string) => join(dataDir, 'audit')

/**
 * The key that seals the audit: the one that was set, or else the one in `audit/key` of the data folder, made on first
 * use and readable by its owner only. It is never in the database.
 * @throws StartProblem when the file is damaged: a new key would make every line written so far look forged.
 */
export function loadAuditKey(dataDir: string, given: string | null): KeyObject {
  if (given !== null) return keyOf(given)
  const folder = auditFolder(dataDir)
  const path = join(folder, 'key')
  if (!existsSync(path)) writeKey(folder, path)
  return readAuditKey(dataDir, null)
}

/**
 * The same key for whoever only checks: nothing is made.
 * @throws StartProblem when there is none, or it is damaged.
 */
export function readAuditKey(dataDir: string, given: string | null): KeyObject {
  if (given !== null) return keyOf(given)
  const path = join(auditFolder(dataDir), 'key')
  if (!existsSync(path)) throw new StartProblem(`There is no key of the audit in ${path}.`)
  chmodSync(path, 0o600)
  const text = readFileSync(path, 'utf8').trim()
  if (!written.test(text)) throw new StartProblem(`${path} is damaged: put it back from a backup.`)
  return keyOf(text)
}

/** A name by which a key is told from another; it says nothing about the key. */
export const nameOfKey = (key: KeyObject) =>
  createHash('sha256').update('alongside audit key ').update(key.export()).digest('hex').slice(0, 16)

const keyOf = (text: string) => createSecretKey(Buffer.from(text, 'base64url'))

/** Written under another name first, so that a killed start never leaves half a key. */
function writeKey(folder: string, path: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.draft`, `${randomBytes(keyBytes).toString('base64url')}\n`, { mode: 0o600 })
  renameSync(`${path}.draft`, path)
}
