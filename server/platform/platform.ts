import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from './database/database.ts'
import type { Keys } from './keys/index.ts'
import { fileStore, type FileStore } from './sealed-files/index.ts'

/** Where attachments lie, and how much may be kept: of one file, of a worker in a day, of an agency. */
export type Attachments = Readonly<{
  files: FileStore
  limits: Readonly<{ mostBytes: number; mostBytesADay: number; mostBytesOfAgency: number }>
}>

/** What the product may ask of the outside world. Tests pass a clock of their own. */
export type Platform = Readonly<{
  database: Database
  now: () => Date
  newId: () => string
  /** The keys that are not in the database. */
  keys: Keys
  attachments: Attachments
  /** Cookies only over TLS; off for a server on the same machine without one. */
  secureCookies: boolean
  /** The web servers in front, as addresses or networks; only they may say who is calling. */
  proxies: readonly string[]
  logLevel: string
  /** Where the built web app lies, or null when only the API is served. */
  webFolder: string | null
  /** The one-time token of a server that has no agency yet. */
  setupToken: string | null
}>

/** For programs that keep no data of their own: a folder that the system clears, made with the first file. */
const passingAttachments = (): Attachments => ({
  files: fileStore(join(tmpdir(), `alongside-attachments-${process.pid}`)),
  limits: { mostBytes: 20 * 1024 ** 2, mostBytesADay: 500 * 1024 ** 2, mostBytesOfAgency: 20 * 1024 ** 3 },
})

/** A platform on a database, with today's clock and what else differs. */
export const platformOn = (
  database: Database,
  but: Partial<Platform> & Pick<Platform, 'keys'>,
): Platform => ({
  database,
  now: () => new Date(),
  newId: randomUUID,
  secureCookies: false,
  proxies: [],
  logLevel: 'warn',
  webFolder: null,
  setupToken: null,
  attachments: passingAttachments(),
  ...but,
})
