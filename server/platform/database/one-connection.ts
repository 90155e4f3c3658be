import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
} from 'kysely'
import type { Tables } from './tables.gen.ts'

const countsRows: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']

/**
 * One connection of the pool for the length of some work. Kysely's own way to hold one sends a statement only when the one
 * before it was answered; here they are sent as they are asked, in that order, and answered in that order.
 */
export function oneConnectionOf(pool: PostgresPool, plugins: KyselyPlugin[]) {
  const known = new WeakMap<PostgresPoolClient, Kysely<Tables>>()
  return async function onOneConnection<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const db = known.get(client) ?? new Kysely<Tables>({ dialect: dialectOn(client), plugins })
    known.set(client, db)
    try {
      return await work(db)
    } finally {
      client.release()
    }
  }
}

const dialectOn = (client: PostgresPoolClient) => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOn(client),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

function driverOn(client: PostgresPoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const { command, rowCount, rows } = await client.query<Row>(sql, [...parameters])
      return countsRows.includes(command) ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
    },
    streamQuery: () => refuse('A cursor'),
  }
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
