import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { aCaseInAssessment, aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase, aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { inTheDatabase } from '#server/testing/in-the-database.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'

/** Two workers of one agency, each with a case, and one of another agency. */
async function twoCases() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const mine = await anOpenCase(world, manager)
  const other = await anOpenCase(world, colleague, await aPerson(world, colleague, '赵海燕'))
  return { world, agencyId, supervisor, manager, colleague, mine, other }
}
type Scene = Awaited<ReturnType<typeof twoCases>>

/** Runs one statement as this worker, with nothing but the database in the way; says how many rows, or why not. */
async function forge(
  { world }: Pick<Scene, 'world'>,
  worker: TestWorker,
  text: string,
  values: unknown[] = [],
) {
  const [posts] = await world.rows<{ desk_post: string }>(
    'select desk_post from agencies where agency_id = $1',
    [worker.agencyId],
  )
  const written = inTheDatabase(world, worker, [worker.id, posts?.desk_post], (client) =>
    client.query(text, values),
  )
  return written.then(
    ({ rowCount }) => rowCount,
    (error: pg.DatabaseError) => error.code,
  )
}

const notGranted = '42501'
const stays = '23001'
const foreign = '23503'
const raised = 'P0001'

test('naming a person out of sight in a first contact or a case is refused by the database too', async () => {
  const scene = await twoCases()
  const { agencyId, manager, mine, other } = scene
  const open = `insert into inquiries (agency_id, id, channel, received_at, received_by, client_id) values ($1, $2, 'phone', now(), $3, $4)`
  expect(await forge(scene, manager, open, [agencyId, randomUUID(), manager.id, other.clientId])).toBe(
    notGranted,
  )
  expect(await forge(scene, manager, open, [agencyId, randomUUID(), manager.id, mine.clientId])).toBe(1)
  const own = await aSharedInquiry(scene.world, manager, mine.clientId)
  const rename = 'update inquiries set caller_id = $1 where id = $2'
  expect(await forge(scene, manager, rename, [other.clientId, own.id])).toBe(notGranted)
  const openCase = `insert into cases (agency_id, id, number, client_id, inquiry_id, case_manager_id, service_fields, opened_at, opened_by)
    values ($1, $2, 'X', $3, $4, $5, '{community-care}', now(), $5)`
  const attempt = (client: string, inquiry: string | null) =>
    forge(scene, manager, openCase, [agencyId, randomUUID(), client, inquiry, manager.id])
  expect(await attempt(other.clientId, null)).toBe(notGranted)
  expect(await attempt(other.clientId, own.id)).toBe(notGranted)
  expect(await attempt(mine.clientId, own.id)).toBe(1)
})

test('a case keeps its manager, its client and its origin whatever statement is sent', async () => {
  const scene = await twoCases()
  const { manager, supervisor, colleague, mine, other } = scene
  for (const [column, value] of [
    ['case_manager_id', colleague.id],
    ['client_id', other.clientId],
    ['inquiry_id', other.inquiryId],
    ['opened_at', '2020-01-01'],
    ['confidentiality', 'sealed'],
    ['site_id', null],
  ] as const) {
    const change = `update cases set ${column} = $1 where id = $2`
    expect([column, await forge(scene, manager, change, [value, mine.caseId])]).toEqual([column, notGranted])
    expect([column, await forge(scene, supervisor, change, [value, mine.caseId])]).toEqual([
      column,
      notGranted,
    ])
  }
})

test('nobody joins people to a case that they do not see', async () => {
  const scene = await twoCases()
  const { agencyId, manager, mine, other } = scene
  const join = `insert into case_people (agency_id, case_id, person_id, part) values ($1, $2, $3, 'other')`
  expect(await forge(scene, manager, join, [agencyId, other.caseId, mine.clientId])).toBe(notGranted)
})

test('the story, tasks, notices and the audit cannot be told in another’s name or about a hidden case', async () => {
  const scene = await twoCases()
  const { agencyId, manager, colleague, mine, other } = scene
  const line = `insert into timeline (agency_id, at, case_id, worker_id, what) values ($1, now(), $2, $3, 'record-signed')`
  expect(await forge(scene, manager, line, [agencyId, mine.caseId, colleague.id])).toBe(notGranted)
  expect(await forge(scene, manager, line, [agencyId, mine.caseId, manager.id])).toBe(1)
  const task = `insert into tasks (agency_id, id, kind, case_id, owner_id, due_at, opened_at) values ($1, $2, 'write-plan', $3, $4, now(), now())`
  const aTask = (caseId: string | null) =>
    forge(scene, manager, task, [agencyId, randomUUID(), caseId, colleague.id])
  expect([await aTask(other.caseId), await aTask(null), await aTask(mine.caseId)]).toEqual([
    notGranted,
    notGranted,
    1,
  ])
  const take = `update tasks set owner_id = $1 where case_id = $2`
  expect(await forge(scene, manager, take, [colleague.id, mine.caseId])).toBe(notGranted)
  const done = `update tasks set done_at = now(), done_by = $1 where case_id = $2`
  expect(await forge(scene, manager, done, [colleague.id, mine.caseId])).toBe(notGranted)
  const notice = `insert into notices (agency_id, id, worker_id, kind, case_id) values ($1, $2, $3, 'closing-approved', $4)`
  const tell = (caseId: string | null) =>
    forge(scene, manager, notice, [agencyId, randomUUID(), colleague.id, caseId])
  expect([await tell(other.caseId), await tell(null), await tell(mine.caseId)]).toEqual([
    notGranted,
    notGranted,
    1,
  ])
  const audit = `insert into audit_log (agency_id, worker_id, worker_role, mac, operation, act, outcome, subject_kind) values ($1, $2, $3, $4, 'case.read', 'look', 'done', 'case')`
  const write = (role: string, mac: Buffer | null = Buffer.alloc(32), text = audit) =>
    forge(scene, manager, text, [agencyId, manager.id, role, mac])
  expect(await write('inspector')).toBe(notGranted)
  expect(await write('worker')).toBe(1)
  // Nobody chooses the number of a line or what it is linked to; every line is sealed and of now.
  const chosen = (column: string, value: string) =>
    audit.replace('(agency_id,', `(${column}, agency_id,`).replace('($1', `(${value}, $1`)
  const seal = Buffer.alloc(32)
  expect([
    await write('worker', seal, chosen('id', '7')),
    await write('worker', seal, chosen('link', `sha256('')`)),
  ]).toEqual([notGranted, notGranted])
  expect([await write('worker', null), await write('worker', Buffer.alloc(8))]).toEqual([raised, raised])
  expect(await write('worker', seal, chosen('at', `'2020-01-01'`))).toBe(raised)
})

test('whoever received the first contact does not read the story of the case it became', async () => {
  const { world, agencyId, manager, colleague } = await twoCases()
  const client = await aPerson(world, manager, '孙志强')
  const { id, version } = await aSharedInquiry(world, manager, client)
  const accepted = await world.as(manager).put(
    `/inquiries/${id}/decision`,
    {
      decision: 'accept',
      reason: '在服务范围之内',
      caseManagerId: colleague.id,
      serviceFields: ['community-care'],
    },
    { version },
  )
  expect(accepted.status).toBe(200)
  const [made] = await world.rows<{ id: string }>('select id from cases where inquiry_id = $1', [id])
  expect(await forge({ world }, manager, 'select 1 from timeline where case_id = $1', [made?.id])).toBe(0)
  const line = `insert into timeline (agency_id, at, case_id, worker_id, what) values ($1, now(), $2, $3, 'record-signed')`
  expect(await forge({ world }, manager, line, [agencyId, made?.id, manager.id])).toBe(notGranted)
})

test('a record stays in its case and its author’s, and is signed in nobody else’s name', async () => {
  const scene = await twoCases()
  const { world, agencyId, manager, colleague, mine } = scene
  const second = await anOpenCase(world, manager, await aPerson(world, manager, '周小梅'))
  const draft = `insert into interviews (agency_id, id, case_id, author_id) values ($1, $2, $3, $4)`
  expect(await forge(scene, manager, draft, [agencyId, randomUUID(), mine.caseId, colleague.id])).toBe(
    notGranted,
  )
  await world.rows(draft, [agencyId, randomUUID(), mine.caseId, manager.id])
  const moved = 'update interviews set case_id = $1 where case_id = $2'
  expect(await forge(scene, manager, moved, [second.caseId, mine.caseId])).toBe(notGranted)
  expect(await forge(scene, manager, 'update interviews set author_id = $1', [colleague.id])).toBe(notGranted)
  const signed = `update interviews set state = 'signed', held_from = now(), signed_at = now(), content_hash = 'x', signed_by = $1`
  expect(await forge(scene, manager, signed, [colleague.id])).toBe(notGranted)
  expect(await forge(scene, manager, signed, [manager.id])).toBe(1)
})

test('a row of a list hangs on a record of the same case, and is written anew rather than changed', async () => {
  const scene = await twoCases()
  const { world, agencyId, manager, mine } = scene
  const second = await anOpenCase(world, manager, await aPerson(world, manager, '周小梅'))
  const assessmentId = randomUUID()
  await world.rows('insert into assessments (agency_id, id, case_id, author_id) values ($1, $2, $3, $4)', [
    agencyId,
    assessmentId,
    mine.caseId,
    manager.id,
  ])
  const problem =
    'insert into problems (agency_id, id, case_id, assessment_id, position) values ($1, $2, $3, $4, 0)'
  const add = (caseId: string) =>
    forge(scene, manager, problem, [agencyId, randomUUID(), caseId, assessmentId])
  expect([await add(second.caseId), await add(mine.caseId)]).toEqual([foreign, 1])
  for (const table of ['problems', 'needs', 'strengths', 'services', 'goal_ratings'])
    expect([table, await forge(scene, manager, `update ${table} set case_id = case_id`)]).toEqual([
      table,
      notGranted,
    ])
  for (const change of ['statement', 'weight', 'gas_levels', 'baseline_level', 'parent_id'])
    expect([change, await forge(scene, manager, `update goals set ${change} = ${change}`)]).toEqual([
      change,
      notGranted,
    ])
  expect(await forge(scene, manager, 'update steps set expected_outcome = expected_outcome')).toBe(notGranted)
})

test('what waits for a second signature does not go on without one', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const beginner = await world.worker(agencyId, { level: 4 })
  const { caseId } = await aCaseInAssessment(world, beginner)
  const { id: assessmentId } = await aSignedAssessment(world, beginner, caseId)
  const [before] = await world.rows<{ state: string }>('select state from assessments where id = $1', [
    assessmentId,
  ])
  expect(before?.state).toBe('awaiting-cosignature')
  const go = `update assessments set state = 'signed' where case_id = $1`
  expect(await forge({ world }, beginner, go, [caseId])).toBe(stays)
  const selfish = `update assessments set state = 'signed', cosigned_by = $2 where case_id = $1`
  expect(await forge({ world }, beginner, selfish, [caseId, beginner.id])).toBe('23514')
})

test('what is over stays: an archived case, a concluded first contact and its assessment', async () => {
  const scene = await twoCases()
  const { world, manager, mine } = scene
  expect(
    await forge(scene, manager, `update inquiries set trouble = '' where id = $1`, [mine.inquiryId]),
  ).toBe(stays)
  expect(
    await forge(scene, manager, `update preliminary_assessments set problems = '' where inquiry_id = $1`, [
      mine.inquiryId,
    ]),
  ).toBe(stays)
  await world.rows(
    `update cases set state = 'archived', closed_at = now(), archived_at = now(), keep_until = '2060-01-01' where id = $1`,
    [mine.caseId],
  )
  const revive = `update cases set state = 'open', closed_at = null, archived_at = null where id = $1`
  expect(await forge(scene, manager, revive, [mine.caseId])).toBe(stays)
})

test('a job runs as whoever enqueued it, whatever its payload says', async () => {
  const scene = await twoCases()
  const { world, manager, colleague } = scene
  const client = await world.platform.database.pool.connect()
  await client.query('begin')
  await client.query(
    `select set_config('role', 'alongside_worker', true), set_config('app.agency', $1, true), set_config('app.worker', $2, true)`,
    [manager.agencyId, manager.id],
  )
  await client.query(`select enqueue_job('forged', $1::jsonb, null)`, [
    JSON.stringify({ agencyId: randomUUID(), workerId: colleague.id, inquiryId: 'x' }),
  ])
  await client.query('commit')
  client.release()
  const [job] = await world.rows<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'forged'`,
  )
  expect(job?.payload).toEqual({ agencyId: manager.agencyId, workerId: manager.id, inquiryId: 'x' })
})

test('whom a first contact no longer names is no longer seen because of it', async () => {
  const { world, manager, colleague } = await twoCases()
  const [first, second] = [await aPerson(world, manager, '吴一'), await aPerson(world, manager, '郑二')]
  const { id } = await aSharedInquiry(world, manager, first)
  expect((await world.as(colleague).get(`/people/${first}`)).status).toBe(200)
  const seen = await world.as(manager).get(`/inquiries/${id}`)
  const sheet = { ...(seen.body['sheet'] as object), clientId: second }
  expect(
    (await world.as(manager).put(`/inquiries/${id}`, sheet, { version: Number(seen.body['version']) }))
      .status,
  ).toBe(200)
  expect((await world.as(colleague).get(`/people/${first}`)).status).toBe(404)
  expect((await world.as(colleague).get(`/people/${second}`)).status).toBe(200)
})
