import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  type PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely'
import { NamingCompiler } from './names.ts'
import type { Tables } from './tables.gen.ts'

const countsRows: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']

/**
 * One connection of the pool for the length of some work. Kysely's own way to hold one sends a statement only when the one
 * before it was answered; here each is sent the moment it is asked for, so that they are done in that order and no other.
 */
export function oneConnectionOf(pool: PostgresPool, dialect: PostgresDialect, plugins: KyselyPlugin[]) {
  const known = new WeakMap<PostgresPoolClient, Kysely<Tables>>()
  return async function onOneConnection<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const db = known.get(client) ?? kyselyOn(client, dialect, plugins)
    known.set(client, db)
    try {
      return await work(db)
    } finally {
      client.release()
    }
  }
}

/** Without the waiting of Kysely's drivers: even their first `await` would let a later statement overtake an earlier one. */
function kyselyOn(client: PostgresPoolClient, dialect: PostgresDialect, plugins: KyselyPlugin[]) {
  const connection = connectionOn(client)
  const atOnce: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) }
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver: driverOn(connection),
    executor: new DefaultQueryExecutor(new NamingCompiler(), new PostgresAdapter(), atOnce, plugins),
  })
}

const connectionOn = (client: PostgresPoolClient): DatabaseConnection => ({
  async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
    const { command, rowCount, rows } = await client.query<Row>(sql, [...parameters])
    return countsRows.includes(command) ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
  },
  streamQuery: () => refuse('A cursor'),
})

function driverOn(connection: DatabaseConnection): Driver {
  const nothing = async () => {}
  return {
    init: nothing,
    acquireConnection: async () => connection,
    releaseConnection: nothing,
    beginTransaction: async () => refuse('A transaction inside another'),
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    destroy: nothing,
  }
}

function refuse(what: string): never {
  throw new Error(`${what} has no place on this connection.`)
}
