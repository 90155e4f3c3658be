import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, enterAs, glanceAs, principalsOf } from '#server/access/index.ts'
import { aWatch } from '#server/audit/chain.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { asSuperuser } from '#server/testing/superuser.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

async function aCase() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  const linesOf = async (operation: string) =>
    world.rows(`select act, outcome, case_id as "caseId", cardinality(listed) as listed from audit_log
                where agency_id = '${agencyId}' and operation = '${operation}'`)
  return { world, agencyId, worker, caseId, linesOf }
}

test('nothing is shown before its line is laid down: neither a glance nor any other look', async () => {
  const { world, agencyId, worker, caseId, linesOf } = await aCase()
  const api = world.as(worker)
  for (const path of [`/cases/${caseId}`, `/cases/${caseId}/timeline`]) {
    let answered = false
    await asSuperuser(world, async (client) => {
      // Whoever holds the chain keeps everybody else's lines waiting.
      await client.query(`select pg_advisory_lock(hashtextextended('audit ' || $1, 0))`, [agencyId])
      const answer = api.get(path).then((given) => {
        answered = true
        return given
      })
      const waiting = `select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
      while ((await client.query(waiting)).rowCount === 0) await new Promise(setImmediate)
      expect([path, answered]).toEqual([path, false])
      await client.query(`select pg_advisory_unlock_all()`)
      expect((await answer).status).toBe(200)
    })
  }
  expect(await linesOf('case.read')).toContainEqual({ act: 'look', outcome: 'done', caseId, listed: 0 })
}, 60_000)

test('a look whose line cannot be laid down shows nothing', async () => {
  const { world, worker, caseId } = await aCase()
  await world.rows(`alter table audit_log add constraint no_more check (false) not valid`)
  for (const path of ['/cases', `/cases/${caseId}`, `/cases/${caseId}/timeline`]) {
    const { status, body } = await world.as(worker).get(path)
    expect([path, status, body]).toEqual([path, 500, { code: 'fault', facts: {}, fields: [] }])
  }
})

test('many who look at once leave a line each, in one whole chain', async () => {
  const { world, worker, linesOf } = await aCase()
  const answers = await Promise.all(Array.from({ length: 25 }, () => world.as(worker).get('/cases?limit=5')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await linesOf('case.list')).toEqual(
    Array.from({ length: 25 }, () => ({ act: 'look', outcome: 'done', caseId: null, listed: 1 })),
  )
  const { verify } = aWatch(world)
  expect((await verify({ withCheckpoints: false })).map(({ fault }) => fault)).toEqual([null])
})

const actorOf = async (world: World, { id, agencyId, name, role }: TestWorker): Promise<Actor> => {
  const [posts] = await world.rows<{ deskPost: string; headPost: string }>(
    `select desk_post as "deskPost", head_post as "headPost" from agencies where agency_id = '${agencyId}'`,
  )
  return {
    signInId: id,
    agencyId,
    workerId: id,
    name,
    role,
    level: 3,
    language: 'zh-CN',
    agencyName: '',
    demo: false,
    principals: posts ? principalsOf(id, role, posts) : [],
  }
}

test('who looks can write nothing, and leaves the connection as nobody’s', async () => {
  const { world, worker, caseId } = await aCase()
  const { database } = world.platform
  const entry = { actor: await actorOf(world, worker), operation: 'case.read', now: world.now() } as const
  const writing = `update cases set emergency = true where id = '${caseId}'`
  const looking = enterAs(database, { ...entry, looksOnly: true }, (tx) => sql.raw(writing).execute(tx.db))
  await expect(looking).rejects.toMatchObject({ code: '25006' })
  const statement = { text: writing, values: [] }
  const glancing = () => glanceAs(database, entry, () => ({ statement, view: (rows) => rows }))
  await expect(glancing()).rejects.toMatchObject({ code: '25006' })
  await expect(glancing()).rejects.toMatchObject({ code: '25006' })
  const roles = await Promise.all(
    Array.from({ length: 12 }, () =>
      database.pool.query<{ who: string }>('select current_user::text as who'),
    ),
  )
  expect(new Set(roles.map(({ rows }) => rows[0]?.who))).toEqual(new Set(['alongside_app']))
  expect(await world.rows(`select emergency from cases where id = '${caseId}'`)).toEqual([
    { emergency: false },
  ])
})
