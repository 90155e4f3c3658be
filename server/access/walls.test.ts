import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { inTheDatabase } from '#server/testing/in-the-database.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

/** One agency with its people, a case of `manager`, and strangers inside and outside. */
async function aCaseAndItsWorld() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const otherSupervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 1 })
  const elsewhere = await world.agency({ name: '晨光社工站' })
  const stranger = await world.worker(elsewhere, { role: 'agency-head', level: 1 })
  const { caseId, clientId, inquiryId } = await anOpenCase(world, manager)
  const staff = { supervisor, otherSupervisor, manager, colleague, head, administrator, inspector, stranger }
  return { world, staff, caseId, clientId, inquiryId }
}

/** Runs SQL as this worker with nothing but the database's own wall in the way: no policy, no route, no repository. */
async function pastTheFirstWall<T>(
  world: World,
  worker: TestWorker,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const [posts] = await world.rows<{ desk_post: string; head_post: string }>(
    'select desk_post, head_post from agencies where agency_id = $1',
    [worker.agencyId],
  )
  const desk = ['worker', 'supervisor', 'agency-head'].includes(worker.role) ? [posts?.desk_post] : []
  const principals = [worker.id, ...desk, ...(worker.role === 'agency-head' ? [posts?.head_post] : [])]
  return inTheDatabase(world, worker, principals, work)
}

test('the database alone shows a case to its manager, the manager’s supervisor and the head, and to nobody else', async () => {
  const { world, staff } = await aCaseAndItsWorld()
  const seen = async (worker: TestWorker) => {
    try {
      return await pastTheFirstWall(
        world,
        worker,
        async (client) => (await client.query('select id from cases')).rowCount,
      )
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  const answers: Record<string, unknown> = {}
  for (const [name, worker] of Object.entries(staff)) answers[name] = await seen(worker)
  expect(answers).toEqual({
    supervisor: 1,
    otherSupervisor: 0,
    manager: 1,
    colleague: 0,
    head: 1,
    administrator: 'permission denied for table cases',
    inspector: 'permission denied for table cases',
    stranger: 0,
  })
})

test('what belongs to a hidden case is hidden with it: its people, story, tasks, grants and audit', async () => {
  const { world, staff, clientId } = await aCaseAndItsWorld()
  const tables = [
    'people',
    'case_people',
    'timeline',
    'tasks',
    'sight_grants',
    'audit_log',
    'inquiries',
    'preliminary_assessments',
  ]
  const counts = (worker: TestWorker) =>
    pastTheFirstWall(world, worker, async (client) => {
      const found: number[] = []
      for (const table of tables) found.push((await client.query(`select 1 from ${table}`)).rowCount ?? 0)
      return found
    })
  expect(await counts(staff.colleague)).toEqual(tables.map(() => 0))
  expect(await counts(staff.stranger)).toEqual(tables.map(() => 0))
  expect((await counts(staff.manager)).every((count) => count > 0)).toBe(true)
  expect((await world.as(staff.colleague).get(`/people/${clientId}`)).status).toBe(404)
})

test('the database alone tells who saw a case to its manager, and not to a worker who only helps with it', async () => {
  const { world, staff, caseId } = await aCaseAndItsWorld()
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [staff.colleague.agencyId, caseId, staff.colleague.id, staff.manager.id],
  )
  const counts = (worker: TestWorker) =>
    pastTheFirstWall(world, worker, async (client) => [
      (await client.query('select 1 from cases')).rowCount,
      (await client.query('select 1 from audit_log')).rowCount,
      (await client.query('select 1 from audit_log where case_id is distinct from $1', [caseId])).rowCount,
    ])
  expect(await counts(staff.colleague)).toEqual([1, 0, 0])
  for (const owner of [staff.manager, staff.supervisor, staff.head]) {
    const [cases, lines, ofOthers] = await counts(owner)
    expect([cases, lines === 0, ofOthers]).toEqual([1, false, 0])
  }
  expect(await counts(staff.otherSupervisor)).toEqual([0, 0, 0])
  await expect(
    pastTheFirstWall(world, staff.manager, (client) =>
      client.query('select * from numbers_of_cases($1)', [[caseId]]),
    ),
  ).rejects.toThrow('permission denied')
})

test('the database alone lets no stranger write into a case, nor take sight of it', async () => {
  const { world, staff, caseId } = await aCaseAndItsWorld()
  const { colleague } = staff
  const attempt = (text: string, values: unknown[]) =>
    pastTheFirstWall(world, colleague, async (client) => (await client.query(text, values)).rowCount)
  const line = `insert into timeline (agency_id, at, case_id, worker_id, what) values ($1, now(), $2, $3, 'record-signed')`
  await expect(attempt(line, [colleague.agencyId, caseId, colleague.id])).rejects.toThrow(
    'row-level security',
  )
  const draft = 'insert into interviews (agency_id, id, case_id, author_id) values ($1, $2, $3, $4)'
  await expect(attempt(draft, [colleague.agencyId, randomUUID(), caseId, colleague.id])).rejects.toThrow(
    'row-level security',
  )
  const grant = `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $3)`
  await expect(attempt(grant, [colleague.agencyId, caseId, colleague.id])).rejects.toThrow(
    'permission denied',
  )
  await expect(attempt('update cases set readers = array[$1::uuid]', [colleague.id])).rejects.toThrow(
    'permission denied',
  )
  expect(await attempt(`update cases set stage = 'plan'`, [])).toBe(0)
})

test('a connection that goes back to the pool is nobody’s', async () => {
  const { world, staff } = await aCaseAndItsWorld()
  await world.as(staff.manager).get('/inquiries')
  const { rows } = await world.platform.database.pool.query(
    `select current_user as who, coalesce(current_setting('app.worker', true), '') as worker`,
  )
  expect(rows).toEqual([{ who: 'alongside_app', worker: '' }])
})

test('a worker who was switched off is nobody at the next request', async () => {
  const { world, staff } = await aCaseAndItsWorld()
  expect((await world.as(staff.manager).get('/inquiries')).status).toBe(200)
  await world.rows('update workers set active = false where id = $1', [staff.manager.id])
  expect((await world.as(staff.manager).get('/inquiries')).status).toBe(401)
})
