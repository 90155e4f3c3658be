import { randomUUID } from 'node:crypto'
import type { Database } from './database/database.ts'
import type { Keys } from './keys/index.ts'

/** What the product may ask of the outside world. Tests pass a clock of their own. */
export type Platform = Readonly<{
  database: Database
  now: () => Date
  newId: () => string
  /** The keys that are not in the database. */
  keys: Keys
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
  ...but,
})
