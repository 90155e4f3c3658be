import { Client } from 'pg'

/** How many rows a table has, and whether nobody may take any away. */
export type TableCount = { readonly rows: number; readonly grows: boolean }

/** A connection as the owner; whoever opens it ends it. */
export async function openOwner(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'alongside-backup' })
  // A server that ends meanwhile is told of by the query that fails.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The same for one piece of work, closed whatever happens. */
export async function asOwner<Answer>(
  url: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = await openOwner(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Begins a copy: from here on PostgreSQL writes what is needed to mend files that change while they are read. */
export async function beginCopy(client: Client): Promise<void> {
  // The slot keeps the log that the copy needs, and goes with this connection.
  await client.query(
    `select pg_create_physical_replication_slot('alongside_backup_' || pg_backend_pid(), true, true)`,
  )
  await client.query(`select pg_backup_start('alongside', true)`)
}

/** The end of a copy: what must lie beside the files, and the stretch of the log that belongs to them. */
export type CopyEnd = {
  readonly label: string
  readonly startPosition: string
  readonly stopPosition: string
  readonly firstSegment: string
  readonly lastSegment: string
}

/** Ends the copy. The segments named are whole on the disk when this returns. */
export async function endCopy(client: Client): Promise<CopyEnd> {
  const { rows } = await client.query<{ label: string; position: string; segment: string }>(
    `select labelfile as label, lsn::text as position, pg_walfile_name(lsn) as segment from pg_backup_stop(false)`,
  )
  const { label = '', position = '', segment = '' } = rows[0] ?? {}
  const [, startPosition = '', firstSegment = ''] =
    /^START WAL LOCATION: (\S+) \(file ([0-9A-F]{24})\)$/mu.exec(label) ?? []
  if (firstSegment === '') throw new Error('PostgreSQL did not say where the copy begins')
  return { label, startPosition, stopPosition: position, firstSegment, lastSegment: segment }
}

/** What a backup says of the database as a whole. */
export type DatabaseFacts = {
  readonly postgres: string
  readonly migrations: string[]
  readonly agencies: number
}

/** Version, tables and agencies. */
export async function readFacts(client: Client): Promise<DatabaseFacts> {
  const version = await client.query<{ version: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version`,
  )
  const run = await client.query<{ name: string }>('select name from migrations_run order by name')
  const agencies = await client.query<{ count: number }>('select count(*)::int as count from agencies')
  return {
    postgres: version.rows[0]?.version ?? '',
    migrations: run.rows.map(({ name }) => name),
    agencies: agencies.rows[0]?.count ?? 0,
  }
}

/** The rows of every table, in one look. */
export async function countRows(client: Client): Promise<Record<string, TableCount>> {
  const tables = await client.query<{ name: string; grows: boolean }>(`
    select c.relname as name, not exists (
      select from aclexplode(c.relacl) a where a.privilege_type = 'DELETE' and a.grantee <> c.relowner) as grows
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const parts = tables.rows.map(
    ({ name }) =>
      `select ${client.escapeLiteral(name)} as name, count(*)::int as rows from ${client.escapeIdentifier(name)}`,
  )
  if (parts.length === 0) return {}
  const counted = await client.query<{ name: string; rows: number }>(parts.join(' union all '))
  const grows = new Map(tables.rows.map(({ name, grows: only }) => [name, only]))
  return Object.fromEntries(
    counted.rows.map(({ name, rows }) => [name, { rows, grows: grows.get(name) ?? false }]),
  )
}

/** Looks through every tree of every index for pages that contradict each other; an error names the first. */
export async function checkIndexes(client: Client): Promise<number> {
  await client.query('create extension if not exists amcheck')
  const { rows } = await client.query<{ checked: number }>(`
    select count(bt_index_check(c.oid)::text)::int as checked
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where a.amname = 'btree' and i.indisready and i.indisvalid and c.relpersistence = 'p'`)
  await client.query('drop extension amcheck')
  return rows[0]?.checked ?? 0
}

/** The moment of the last change that a restored database knows of; null when it replayed none. */
export async function lastChange(client: Client): Promise<Date | null> {
  const { rows } = await client.query<{ at: Date | null }>('select pg_last_xact_replay_timestamp() as at')
  return rows[0]?.at ?? null
}
