import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { Level } from '#contract/access.ts'
import type { Role } from '#contract/codes/index.ts'
import { tokenHash } from '#server/entrance/index.ts'
import { appUrl } from '#server/platform/database/database.ts'
import type { InstallationKeys } from '#server/platform/identifier-keys/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type Answer, caller } from './caller.ts'
import { leavesMoreThanRows, sameDatabase, takeDatabase } from './databases.ts'
import { testKeys } from './keys.ts'
import { standOn } from './standing.ts'

/** A worker who is signed in for this test. */
export type TestWorker = Readonly<{
  id: string
  agencyId: string
  name: string
  role: Role
  level: Level
  token: string
}>

type Grounds = Readonly<{
  /** Other keys than those of all tests. */
  keys?: InstallationKeys
  /** Another app on the database of this world, instead of one of its own. */
  on?: { ownerUrl: string }
  /** Whether it hears or ends connections, so that they must be new and no other test may have them. */
  apart?: boolean
  /** Whether it lays down thousands of rows, for which the plans of other tests would not do. */
  many?: boolean
}>

/** A database as the migrations leave it, with the real app on it. Everything in it is removed when the test ends. */
export async function testWorld(
  but: Partial<Platform> = {},
  { keys = testKeys, on, apart = false, many = false }: Grounds = {},
) {
  const source = inject('database')
  const {
    spoil,
    giveBack,
    inspector,
    ownerUrl,
    database: opened,
  } = on ? sameDatabase(on) : await takeDatabase({ apart, many })
  const { app, platform, clock } = await standOn(opened, keys, but)
  onTestFinished(async () => {
    // Who listened at a port has closed for good.
    if (app.server.listening) {
      spoil()
      await app.close()
    }
    await giveBack()
  })

  const world = {
    app,
    platform,
    /** The owner's way to this database. Whoever knows it may change everything, so no later test gets this database. */
    get ownerUrl() {
      spoil()
      return ownerUrl
    },
    /** The application's way to it, with the same consequence. */
    get appUrl() {
      spoil()
      return appUrl(ownerUrl, source.appPassword)
    },
    /** Rows straight from the tables, past every wall: for looking at what was really written. */
    rows: async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) => {
      if (leavesMoreThanRows(text)) spoil()
      return (await inspector.query<Row & pg.QueryResultRow>(text, values)).rows as Row[]
    },
    /** The owner's way for who only looks by it, and has left before the test ends. */
    lookingUrl: ownerUrl,
    /** Changes rows past every wall and trigger, as our own program never can; answers how many. */
    tamper: async (text: string, values: unknown[] = []) => {
      if (leavesMoreThanRows(text)) spoil()
      return changePastTriggers(inspector, text, values)
    },
    /** Moves the clock; days are counted from a Monday, 2 March 2026, 10:00 in Beijing. */
    at: (moment: string) => {
      clock.now = new Date(moment)
    },
    now: () => clock.now,
    /** An agency, with its keys made: an act in it changes nothing but what the act is about. */
    agency: async (given: Partial<NewAgency> = {}) => {
      const id = await addAgency(inspector, given)
      await platform.database.keyring.of(id)
      return id
    },
    worker: (agencyId: string, given: Partial<NewWorker> = {}) => addWorker(inspector, agencyId, given),
    as: (worker: TestWorker | null) => caller(app, worker?.token ?? null),
    /** What the story says, oldest first. */
    story: async () =>
      (await inspector.query<{ what: string }>('select what from timeline order by id')).rows.map(
        ({ what }) => what,
      ),
    /** How many rows each table holds, and a sum over them: equal before and after a refused act (its audit line apart). */
    counts: () => countRows(inspector),
  }
  return world
}

export type World = Awaited<ReturnType<typeof testWorld>>
export type { Answer }

async function changePastTriggers(pool: pg.Pool, text: string, values: unknown[]): Promise<number | null> {
  const client = await pool.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    const { rowCount } = await client.query(text, values)
    await client.query('commit')
    return rowCount
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

type NewAgency = { name: string; language: string; prefix: string }

async function addAgency(
  pool: pg.Pool,
  { name = '安宁社工站', language = 'zh-CN', prefix = 'AN' }: Partial<NewAgency>,
) {
  const id = randomUUID()
  await pool.query(
    `insert into agencies (agency_id, name, language, desk_post, head_post, case_prefix, second_factor_for)
     values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), $4, 'nobody')`,
    [id, name, language, prefix],
  )
  return id
}

type NewWorker = { name: string; role: Role; level: Level; supervisorId: string | null }

async function addWorker(
  pool: pg.Pool,
  agencyId: string,
  { name = '陈思远', role = 'worker', level = 3, supervisorId = null }: Partial<NewWorker>,
): Promise<TestWorker> {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  await pool.query(
    `insert into workers (agency_id, id, name, email, role, level, supervisor_id) values ($1, $2, $3, $4, $5, $6, $7)`,
    [agencyId, id, name, `${id}@example.org`, role, level, supervisorId],
  )
  await pool.query(
    // Last seen in an hour: no request of a long test refreshes it, so that tables can be compared before and after.
    `insert into sign_ins (agency_id, id, worker_id, token_hash, expires_at, last_seen_at)
     values ($1, gen_random_uuid(), $2, $3, now() + interval '1 day', now() + interval '1 hour')`,
    [agencyId, id, tokenHash(token)],
  )
  return { id, agencyId, name, role, level, token }
}

async function countRows(pool: pg.Pool): Promise<Record<string, string>> {
  // A table without a page has no rows: the many empty ones are not worth a look.
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'audit_log' and pg_relation_size(oid) > 0
     order by 1`,
  )
  const parts = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum from ${name} t`,
  )
  if (parts.length === 0) return {}
  const text = parts.join(' union all ')
  // Asked by its name, what was asked before of the same tables is not read and planned anew.
  const question = { name: createHash('sha1').update(text).digest('hex'), text }
  const counted = await pool.query<{ name: string; rows: number; sum: string }>(question)
  const filled = counted.rows.filter(({ rows: count }) => count > 0)
  return Object.fromEntries(filled.map(({ name, rows: count, sum }) => [name, `${count} rows, ${sum}`]))
}
