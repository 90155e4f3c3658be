import { createSecretKey, randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#server/platform/database/database.ts'
import type { Preparing } from '#server/platform/database/preparing-pool.ts'
import { testKeys } from './keys.ts'

/** A database that one test has for itself, and the connections to it: the owner's and the application's. */
export type TestDatabase = Readonly<{
  ownerUrl: string
  inspector: pg.Pool
  database: Database
  /** No other test may have it: something in it is not as the migrations left it, or somebody knows its address. */
  spoil: () => void
  /** Ends the test's use of it. */
  giveBack: () => Promise<void>
}>

/** What changes more than rows, so that emptying the tables does not undo it. */
const changesMore =
  /^\s*set\b|\b(?:alter|analyze|cluster|comment|create|drop|grant|reindex|revoke|truncate|vacuum)\b/iu

/** Whether a statement leaves more behind than rows. */
export const leavesMoreThanRows = (text: string) => changesMore.test(text)

/** Rows that were taken away leave their room behind; after so many tests a new copy is the quicker one. */
const usedAtMost = 60

/** Every statement meets many tests and roles; to keep all of them from the first time costs less than to plan them anew. */
const preparing: Preparing = { most: 2_000, asked: 1 }

type Connections = Readonly<{ inspector: pg.Pool; database: Database }>
type Kept = Connections & Readonly<{ name: string; ownerUrl: string }> & { uses: number }

/** Emptied databases of this process that no test has at the moment, their connections open and warm. */
const free: Kept[] = []

/** Other connections to a database that a test has already; it is thrown away by whoever took it. */
export function sameDatabase({ ownerUrl }: Readonly<{ ownerUrl: string }>): TestDatabase {
  const opened = connectionsTo(ownerUrl)
  return { ...opened, ownerUrl, spoil: () => undefined, giveBack: () => close(opened) }
}

/** What a test needs of its database. */
type Needs = Readonly<{
  /** For who looks at the connections themselves: a new copy, which nobody gets afterwards. */
  apart: boolean
  /** For who lays down thousands of rows: nothing that was planned for the few of another test. */
  many: boolean
}>

/**
 * A database as the migrations leave it. Where a test of this process gave one back that only its rows had changed, it is
 * that one, emptied: its connections know the tables, the statements and their plans, which is most of what a new copy costs.
 */
export async function takeDatabase({ apart, many }: Needs): Promise<TestDatabase> {
  const kept = (apart ? undefined : free.pop()) ?? (await freshDatabase())
  kept.uses += 1
  if (many) await forgetPlans(kept)
  let spoiled = apart
  return {
    ...kept,
    spoil: () => {
      spoiled = true
    },
    giveBack: async () => {
      const isAsItWas = !spoiled && kept.uses < usedAtMost && isQuiet(kept) && (await isEmptied(kept))
      await (isAsItWas ? free.push(kept) : throwAway(kept))
    },
  }
}

/** Whether nobody is on the way in any of its connections; one that was ended is not used again. */
const isQuiet = ({ inspector, database: { pool } }: Kept) =>
  [inspector, pool].every(
    (each) => !each.ending && each.waitingCount === 0 && each.idleCount === each.totalCount,
  )

/** Takes every row away, past every wall and trigger, and sets the counters back; false where that cannot be done. */
async function isEmptied({ inspector }: Kept): Promise<boolean> {
  const client = await inspector.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await client.query({ name: 'empty', text: await emptying(inspector) })
    await client.query('commit')
    client.release()
    return true
  } catch (error) {
    client.release(error instanceof Error ? error : true)
    return false
  }
}

/** What was planned for few rows does badly with thousands: it is planned anew. */
async function forgetPlans({ database: { pool } }: Kept): Promise<void> {
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()))
  await Promise.all(clients.map((client) => client.query('discard plans')))
  for (const client of clients) client.release()
}

let emptyingText: Promise<string> | undefined

/** One statement that empties all tables and counts as a fresh copy does; the notes which migrations have run stay. */
function emptying(fresh: pg.Pool): Promise<string> {
  emptyingText ??= fresh
    .query<{ text: string }>(
      `select 'with ' || string_agg(format('%I as (delete from %s)', 'of ' || c.oid, c.oid::regclass), ', ')
         || (select ' select ' || string_agg(
               format('setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value), last_value is not null), ', ')
             from pg_sequences) as text
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and c.relname not in ('migrations_run', 'migrations')`,
    )
    .then(({ rows }) => rows[0]?.text ?? '')
  return emptyingText
}

/** One connection makes the databases of all tests of this process; it lets the process end. */
let maker: pg.Pool | undefined

function theMaker(): pg.Pool {
  const { ownerUrl } = inject('database')
  maker ??= new pg.Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true })
  return maker
}

async function freshDatabase(): Promise<Kept> {
  const { ownerUrl: source, template } = inject('database')
  const name = `t_${randomBytes(8).toString('hex')}`
  await theMaker().query(`create database ${name} template ${template} strategy file_copy`)
  const ownerUrl = source.replace(/\/[^/?]*(\?|$)/u, `/${name}$1`)
  const connections = connectionsTo(ownerUrl)
  await emptying(connections.inspector)
  return { ...connections, name, ownerUrl, uses: 0 }
}

function connectionsTo(ownerUrl: string): Connections {
  const { appPassword } = inject('database')
  const auditKey = createSecretKey(randomBytes(32))
  return {
    inspector: new pg.Pool({ connectionString: ownerUrl, max: 2 }),
    database: openDatabase({ ownerUrl, appPassword, keys: testKeys, auditKey, max: 4, preparing }),
  }
}

async function close({ inspector, database }: Connections): Promise<void> {
  await database.close()
  await inspector.end()
}

async function throwAway(kept: Kept): Promise<void> {
  await close(kept)
  // In memory a thousand of them would not fit; on a disk dropping them costs more than leaving them to the end of the run.
  // What a test holds open longer stays to the end of the run.
  if (inject('database').inMemory)
    await theMaker()
      .query(`drop database ${kept.name}`)
      .catch(() => undefined)
}
