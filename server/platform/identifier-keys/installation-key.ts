import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { keyBytes } from './sealing.ts'

/** The key that wraps the keys of all agencies. It is never in the database, nor in a copy of it. */
export type InstallationKey = Readonly<{ id: string; key: Buffer }>

/** The keys of an installation: the present one, and those that older copies of the database still need. */
export type InstallationKeys = Readonly<{
  /** Where they lie, for messages. */
  path: string
  current: () => InstallationKey
  find: (id: string) => InstallationKey | null
}>

const Key = z.object({ id: z.string().min(1), key: z.base64().length(44) })
const KeyFile = z.object({ keys: z.array(Key).min(1) })
type KeyFile = z.infer<typeof KeyFile>

/** Where the key file of a data folder lies. */
export const keyFilePath = (dataDir: string) => join(dataDir, 'keys', 'identifiers.json')

/**
 * The installation's keys, as they lie in the file: read again whenever they are asked for, because a rotation adds
 * one while the server runs.
 * @throws StartProblem when the file is missing or damaged
 */
export function installationKeys(path: string): InstallationKeys {
  const keys = () => readKeys(path).keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') }))
  return {
    path,
    current: () => keys().at(-1) ?? damaged(path),
    find: (id) => keys().find((one) => one.id === id) ?? null,
  }
}

/** Makes the file with a first key, unless there is one. Only its owner may read it. */
export function makeKeyFile(path: string): void {
  if (existsSync(path)) return chmodSync(path, 0o600)
  writeKeys(path, { keys: [newKey()] })
}

/** Adds a new key, the present one from now on, and keeps the older ones. */
export function addInstallationKey(path: string): InstallationKey {
  writeKeys(path, { keys: [...readKeys(path).keys, newKey()] })
  return installationKeys(path).current()
}

const newKey = () => ({
  id: randomBytes(4).toString('hex'),
  key: randomBytes(keyBytes).toString('base64'),
})

function readKeys(path: string): KeyFile {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return damaged(path)
  }
}

function damaged(path: string): never {
  throw new StartProblem(`The key file ${path} is missing or damaged: put it back from its own backup.`)
}

/** On the disk before anything is wrapped with it, and never half: a lost key would take the identifiers with it. */
function writeKeys(path: string, file: KeyFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.draft`
  const handle = openSync(draft, 'w', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(file, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, path)
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
