import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { role } from '#contract/codes/index.ts'
import { operations, type Rule } from '#server/access/operations.ts'
import { databaseRole, principalsOf } from '#server/access/index.ts'
import { testWorld } from '../world.ts'
import { canariesIn } from './canaries.ts'
import { matrixCases } from './cases.ts'
import { matrixTime, runMatrix } from './run.ts'
import { inSightOf } from './scene.ts'
import { engage, type Member } from './staff.ts'

// The first wall is taken away, not replaced: every question of the program whether somebody sees a row is answered with yes.
vi.mock('#server/access/sight.queries.ts', async (original) => ({
  ...(await original<object>()),
  inSight: () => sql`true`,
  inSightText: (_alias: string, place: string) => `${place}::uuid[] is not null`,
}))

/** Every operation is everybody's, whatever their level and whoever wrote it. */
function letEverybodyDoEverything() {
  for (const rule of Object.values<Rule>(operations)) {
    for (const limit of ['team', 'another', 'level', 'oversight']) Reflect.deleteProperty(rule, limit)
    Object.assign(rule, { roles: role.codes })
  }
}

test(
  'with a policy that allows everything, row-level security alone shows nothing foreign and lets nothing be written',
  { timeout: matrixTime },
  async () => {
    letEverybodyDoEverything()
    expect((await runMatrix(['delivery'], 'only the second')).cells).toBeGreaterThan(3_500)
  },
)

type Scene = Awaited<ReturnType<typeof aScene>>

async function aScene() {
  const world = await testWorld()
  const agencies = { A: await world.agency(), B: await world.agency({ name: '晨光社工站' }) }
  const members = (await engage(world, agencies)).filter(({ signedIn }) => signedIn)
  return { world, members, cases: await matrixCases(world, members, ['delivery']) }
}

/** Opens the database as a member with nothing but the database in the way; each statement is undone again. */
async function asMember({ world }: Scene, { worker }: Member) {
  const [posts] = await world.rows<{ deskPost: string; headPost: string }>(
    'select desk_post as "deskPost", head_post as "headPost" from agencies where agency_id = $1',
    [worker.agencyId],
  )
  const principals = posts ? principalsOf(worker.id, worker.role, posts) : []
  const client = await world.platform.database.pool.connect()
  await client.query('begin')
  await client.query(
    `select set_config('role', $1, true), set_config('app.agency', $2, true), set_config('app.worker', $3, true), set_config('app.principals', $4, true)`,
    [databaseRole[worker.role], worker.agencyId, worker.id, `{${principals.join(',')}}`],
  )
  await client.query('savepoint fresh')
  return {
    /** What came back, or null where it was refused. */
    tries: async (text: string): Promise<string | null> => {
      const answer = await client.query(text).then(
        ({ rows }) => JSON.stringify(rows),
        () => null,
      )
      await client.query('rollback to savepoint fresh')
      return answer
    },
    leave: async () => {
      await client.query('rollback')
      client.release()
    },
  }
}

test(
  'no table shows or gives up a row of another agency or of a case out of sight, whatever statement is sent',
  { timeout: matrixTime },
  async () => {
    const scene = await aScene()
    const columns = await scene.world.rows<{ table: string; column: string | null }>(
      `select t.tablename as table, (select min(g.column_name) from information_schema.column_privileges g
       where g.table_name = t.tablename and g.privilege_type = 'UPDATE' and g.grantee = 'alongside_worker') as column
     from pg_tables t where t.schemaname = 'public'`,
    )
    const met = { rows: 0, refused: 0, foreign: [] as string[] }
    for (const member of scene.members) {
      const seen = inSightOf(member, scene.cases)
      const own = await asMember(scene, member)
      for (const { table, column } of columns) {
        const statements = [`select t.* from ${table} t`, `delete from ${table} t returning t.*`]
        if (column) statements.push(`update ${table} t set ${column} = ${column} returning t.*`)
        for (const statement of statements) {
          const answer = await own.tries(statement)
          if (answer === null) met.refused += 1
          const canaries = [...canariesIn(answer ?? '')]
          met.rows += canaries.length
          const foreign = canaries.filter((canary) => !seen.has(canary))
          if (foreign.length > 0) met.foreign.push(`${member.name}: ${statement}: ${foreign.join(' ')}`)
          const agencies = (answer ?? '').match(/"agency_id":"[^"]+"/gu) ?? []
          if (agencies.some((each) => !each.includes(member.worker.agencyId)))
            met.foreign.push(`${member.name}: ${statement}: another agency`)
        }
      }
      await own.leave()
    }
    expect(met.foreign).toEqual([])
    expect([met.rows > 100, met.refused > 100]).toEqual([true, true])
  },
)
