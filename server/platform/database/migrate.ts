import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { shipped } from '#server/platform/project-folder.ts'

const folder = shipped('server/migrations')
const actingRoles = ['worker', 'supervisor', 'head', 'administrator', 'inspector'] as const
/** Whoever writes on the public page, and whoever works off the queue: neither acts for a worker. */
const otherRoles = ['visitor', 'link_receiver', 'partner', 'jobs'] as const

/**
 * Brings a database to today's shape: roles, job queue, tables. Safe to call at every start and from two
 * servers at once; a migration that was changed after it ran is refused.
 * @param ownerUrl a login that may create roles, used for nothing else
 * @param appPassword the password that the application's own login gets
 */
export async function migrate(ownerUrl: string, appPassword: string) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'alongside-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(20260101)')
    await makeRoles(client, appPassword)
    await makeJobQueue(ownerUrl)
    await client.query('set role alongside_owner')
    await runFiles(client)
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, appPassword: string) {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  const role = (name: string, kind: string) => `
    do $$ begin create role alongside_${name} ${kind}; exception when duplicate_object or unique_violation then null; end $$`
  for (const name of ['owner', ...otherRoles, ...actingRoles])
    await client.query(role(name, 'nologin noinherit'))
  await client.query(role('app', 'login noinherit'))
  // Roles belong to the whole server: another database of it may be changing them at this moment.
  await patiently(() =>
    client.query(
      `alter role alongside_app with login noinherit password ${client.escapeLiteral(appPassword)}`,
    ),
  )
  const granted = [...actingRoles, ...otherRoles].map((name) => `alongside_${name}`).join(', ')
  await patiently(() => client.query(`grant ${granted} to alongside_app`))
  await patiently(() => client.query('grant alongside_owner to current_user'))
  await client.query(`grant create, connect on database ${database} to alongside_owner`)
  await client.query('alter schema public owner to alongside_owner')
  await client.query('revoke all on schema public from public')
  await client.query(`grant usage on schema public to alongside_app, ${granted}`)
}

async function patiently(act: () => Promise<unknown>, tries = 20): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (tries === 0 || !(error instanceof Error) || !error.message.includes('concurrently')) throw error
    await new Promise((resolve) => setTimeout(resolve, 50))
    await patiently(act, tries - 1)
  }
}

/** The queue belongs to the owner; workers of jobs act as alongside_jobs and touch nothing but the queue. */
async function makeJobQueue(ownerUrl: string) {
  const pool = new pg.Pool({ connectionString: ownerUrl, options: '-c role=alongside_owner', max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool })
    await pool.query(`
      grant usage on schema graphile_worker to alongside_jobs;
      grant select, insert, update, delete on all tables in schema graphile_worker to alongside_jobs;
      grant usage on all sequences in schema graphile_worker to alongside_jobs;
      grant execute on all functions in schema graphile_worker to alongside_jobs`)
  } finally {
    await pool.end()
  }
}

async function runFiles(client: pg.Client) {
  await client.query(`create table if not exists migrations_run (
    name text primary key, checksum text not null, run_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations_run',
  )
  const run = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    const checksum = createHash('sha256').update(text).digest('hex')
    if (run.get(name) === checksum) continue
    if (run.has(name)) throw new Error(`Migration ${name} was changed after it ran; add a new one instead.`)
    await client.query('begin')
    await client.query(text)
    await client.query('insert into migrations_run (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  }
}
