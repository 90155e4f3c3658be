import type { KeyObject } from 'node:crypto'
import { Kysely } from 'kysely'
import pg from 'pg'
import { type InstallationKeys, type Keyring, openKeyring } from '../identifier-keys/index.ts'
import { oneConnectionOf } from './one-connection.ts'
import { limitsInText } from './limits-in-text.ts'
import { NamingDialect, namesOfAnswers } from './names.ts'
import { flightsOf, type SendFlights, type ShareFlight } from './one-flight.ts'
import { type Preparing, preparingPool } from './preparing-pool.ts'
import type { Tables } from './tables.gen.ts'

/** Kysely on our tables: the pool itself, or one entered transaction. */
export type Db = Kysely<Tables>

/** The application's way to its database. Nothing can be read through it until a transaction takes a role. */
export type Database = Readonly<{
  db: Db
  /** Holds one connection while some work is done; statements that do not wait for each other travel together on it. */
  onOneConnection: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** Sends statements that are known beforehand in one flight, each flight a transaction of its own. */
  sendFlights: SendFlights
  /** Sends a short one on a connection that others use at the same moment. */
  shareFlight: ShareFlight
  pool: pg.Pool
  /** The address of the application's own login; the queue of jobs comes in by it too. */
  url: string
  /** The keys to what is sealed in it. */
  keyring: Keyring
  /** What seals the lines of the audit. It is nowhere in the database. */
  auditKey: KeyObject
  close: () => Promise<void>
}>

// A day of life is a day, not a moment: PostgreSQL's `date` stays the text it is.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** The login of the application on the server whose owner is reached by `ownerUrl` (over a socket it has no host). */
export const appUrl = (ownerUrl: string, appPassword: string) =>
  ownerUrl.replace(
    /^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/u,
    `$1alongside_app:${encodeURIComponent(appPassword)}@`,
  )

type Opening = {
  ownerUrl: string
  appPassword: string
  keys: InstallationKeys
  auditKey: KeyObject
  max?: number
  /** Which statements each connection prepares. */
  preparing?: Preparing
  /** Told of a connection that died while idle: a restart of the database must not end the server. */
  onIdleError?: (error: Error) => void
}

/** Opens the pool. Connections are made on demand, so the database may come and go. */
export function openDatabase({
  ownerUrl,
  appPassword,
  keys,
  auditKey,
  max = 10,
  preparing,
  onIdleError = () => {},
}: Opening): Database {
  const url = appUrl(ownerUrl, appPassword)
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Statements that do not need each other's answers travel together.
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'alongside',
  })
  pool.on('error', onIdleError)
  // One that dies while it is in use tells its query; without a listener it would end the whole program too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const plugins = [limitsInText, namesOfAnswers]
  const prepared = preparingPool(pool, preparing)
  const dialect = new NamingDialect({ pool: prepared })
  const db = new Kysely<Tables>({ dialect, plugins })
  return {
    db,
    onOneConnection: oneConnectionOf(prepared, dialect, plugins),
    ...flightsOf(pool),
    pool,
    url,
    auditKey,
    keyring: openKeyring(pool, keys),
    close: () => db.destroy(),
  }
}
