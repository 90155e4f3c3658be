import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'

// Kept by the migration runner itself; it holds file names and nothing of anybody.
const notOurs = ['migrations_run']
// Only definer functions read these: no acting role has a policy on them.
const behindTheDoor = [
  'passwords',
  'sign_ins',
  'case_numbers',
  'second_factors',
  'factor_enrolments',
  'recovery_codes',
  'pending_sign_ins',
  'resets',
  'guesses',
  'link_openings',
]

test('row-level security is on and forced on every table, and every table carries its agency first in its key', async () => {
  const world = await testWorld()
  const tables = await world.rows<{ name: string; on: boolean; forced: boolean; first_key: string | null }>(`
    select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary) as first_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')`)
  const ours = tables.filter(({ name }) => !notOurs.includes(name))
  expect(ours.length).toBeGreaterThan(30)
  expect(ours.filter(({ on, forced }) => !on || !forced)).toEqual([])
  expect(ours.filter(({ first_key }) => first_key !== 'agency_id')).toEqual([])
})

test('no policy speaks for two roles, and each table that a role may touch has a policy for that role', async () => {
  const world = await testWorld()
  const policies = await world.rows<{ table: string; roles: string }>(
    `select tablename as table, array_to_string(roles, ',') as roles from pg_policies where schemaname = 'public'`,
  )
  expect(policies.filter(({ roles }) => roles.includes(',') || roles === 'public')).toEqual([])

  const touched = await world.rows<{ table: string; role: string }>(`
    select distinct table_name as table, grantee as role from (
      select table_name, grantee from information_schema.role_table_grants where table_schema = 'public'
      union select table_name, grantee from information_schema.role_column_grants where table_schema = 'public') as g
    where grantee like 'alongside_%' and grantee <> 'alongside_owner'`)
  const spoken = new Set(policies.map(({ table, roles }) => `${table} ${roles}`))
  expect(touched.filter(({ table, role }) => !spoken.has(`${table} ${role}`))).toEqual([])
  expect(touched.filter(({ table }) => behindTheDoor.includes(table))).toEqual([])
})

test('the story and the audit log can only grow, and nobody can lend themselves sight', async () => {
  const world = await testWorld()
  const grants = await world.rows<{ table: string; right: string }>(`
    select table_name as table, privilege_type as right from information_schema.role_table_grants
    where grantee like 'alongside_%' and grantee <> 'alongside_owner' and table_schema = 'public'
    union select table_name, privilege_type from information_schema.role_column_grants
    where grantee like 'alongside_%' and grantee <> 'alongside_owner' and table_schema = 'public'`)
  const rightsOn = (table: string) =>
    [...new Set(grants.filter((g) => g.table === table).map((g) => g.right))].toSorted()
  expect(rightsOn('timeline')).toEqual(['INSERT', 'SELECT'])
  expect(rightsOn('audit_log')).toEqual(['INSERT', 'SELECT'])
  expect(rightsOn('sight_grants')).toEqual(['SELECT'])
  expect(grants.filter(({ right }) => right === 'TRUNCATE')).toEqual([])

  const readers = await world.rows(
    `select 1 from information_schema.role_column_grants
     where column_name = 'readers' and privilege_type = 'UPDATE' and grantee not in ('alongside_owner', 'postgres')`,
  )
  expect(readers).toEqual([])
})

test('the application’s own login reads nothing until it takes a role, and then only what the role may', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  await world.worker(agencyId)
  const { pool } = world.platform.database
  await expect(pool.query('select * from workers')).rejects.toThrow('permission denied')
  await expect(pool.query('select * from audit_log')).rejects.toThrow('permission denied')

  const client = await pool.connect()
  await client.query('begin')
  await client.query(
    `select set_config('role', 'alongside_inspector', true), set_config('app.agency', $1, true)`,
    [agencyId],
  )
  expect((await client.query('select * from workers')).rowCount).toBe(1)
  await expect(client.query('select * from cases')).rejects.toThrow('permission denied')
  await client.query('rollback')
  await expect(client.query('select * from workers')).rejects.toThrow('permission denied')
  client.release()
})

test('definer functions pin their search path, and only named roles may call them', async () => {
  const world = await testWorld()
  const loose = await world.rows(`
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef
      and (p.proconfig is null or not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%')
           or has_function_privilege('public', p.oid, 'execute'))`)
  expect(loose).toEqual([])
})
