import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase, aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

const linesOf = async (world: World, worker: TestWorker, path: string) => [
  ...((await world.as(worker).get(path)).body['rows'] ?? []),
]

async function anActivePlan(world: World, worker: TestWorker, caseId: string) {
  const [assessmentId, planId] = [randomUUID(), randomUUID()]
  const head = [worker.agencyId, caseId, worker.id]
  await world.rows('insert into assessments (agency_id, case_id, author_id, id) values ($1, $2, $3, $4)', [
    ...head,
    assessmentId,
  ])
  await world.rows(
    'insert into plans (agency_id, case_id, author_id, id, assessment_id, edition) values ($1, $2, $3, $4, $5, 1)',
    [...head, planId, assessmentId],
  )
  const step = (what: string, responsible: string, dueOn: string) =>
    world.rows(
      `insert into steps (agency_id, case_id, plan_id, id, position, what, responsible, due_on) values ($1, $2, $3, gen_random_uuid(), 1, $4, $5, $6)`,
      [worker.agencyId, caseId, planId, what, responsible, dueOn],
    )
  await step('联系学校', 'worker', '2026-03-04')
  await step('每天按时起床', 'client', '2026-03-03')
  await world.rows(
    `update plans set state = 'active', signed_at = now(), signed_by = author_id, content_hash = 'x', activated_at = now() where id = $1`,
    [planId],
  )
}

test('Today merges my tasks and my steps of active plans: emergencies on top, then what is due first', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const colleague = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  await anOpenCase(world, colleague, await aPerson(world, colleague, '周小雨'))
  await anActivePlan(world, worker, caseId)
  const inquiryId = randomUUID()
  await world.as(worker).post('/inquiries', { id: inquiryId, channel: 'phone' })
  await world
    .as(worker)
    .put(
      `/inquiries/${inquiryId}/emergency-decision`,
      { emergency: true, reason: '有危险', dangerKinds: ['self-harm'] },
      { version: 1 },
    )

  const rows = await linesOf(world, worker, '/today')
  expect(rows.map(({ kind, emergency }) => `${kind}${emergency ? ' !' : ''}`)).toEqual([
    'answer-emergency !',
    'register-inquiry !',
    'plan-step',
    'hold-interview',
  ])
  expect(rows[2]).toMatchObject({
    what: '联系学校',
    dueAt: '2026-03-04T15:59:59.000Z',
    personName: '李小龙',
    caseId,
  })
  expect(rows[3]).toMatchObject({ caseNumber: 'AN-2026-0001', personName: '李小龙' })

  const first = await world.as(worker).get('/today?limit=3')
  const second = await world.as(worker).get(`/today?limit=3&after=${String(first.body['next'])}`)
  expect([...(first.body['rows'] ?? []), ...(second.body['rows'] ?? [])]).toEqual(rows)
  expect(second.body['next']).toBeNull()
})

test('Today finds what I own by its index, whatever else the agency has open', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const colleague = await world.worker(agencyId)
  await world.rows(
    `insert into tasks (agency_id, id, kind, subject_id, owner_id, due_at, opened_at)
     select $1, gen_random_uuid(), 'contact-client', gen_random_uuid(), $2, now(), now() from generate_series(1, 5000)`,
    [agencyId, colleague.id],
  )
  await world.rows('analyze tasks')
  const plan = await world.rows<{ 'QUERY PLAN': string }>(
    `explain select id from tasks where agency_id = $1 and owner_id = $2 and done_at is null`,
    [worker.agencyId, worker.id],
  )
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('tasks_by_owner')
})

test('whoever is given a case by a colleague is told once and sees it off their page', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const manager = await world.worker(agencyId, { name: '周敏' })
  const inquiry = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const acceptance = {
    decision: 'accept',
    reason: '在服务范围之内',
    serviceFields: ['community-care'],
    caseManagerId: manager.id,
  }
  await world.as(worker).put(`/inquiries/${inquiry.id}/decision`, acceptance, { version: inquiry.version })

  const [notice] = await linesOf(world, manager, '/notices')
  expect(notice).toMatchObject({ kind: 'case-assigned', personName: '李小龙' })
  expect(await linesOf(world, worker, '/notices')).toEqual([])

  const before = await world.counts()
  const path = `/notices/${String(notice?.['id'])}/sight`
  expect(await world.as(worker).put(path, {})).toMatchObject({ status: 404 })
  expect(await world.counts()).toEqual(before)
  expect(await world.as(manager).put(path, {})).toMatchObject({ status: 200 })
  expect(await world.as(manager).put(path, {})).toMatchObject({ status: 200 })
  expect(await linesOf(world, manager, '/notices')).toEqual([])
})

test('reviews are what waits for my co-signature or approval, with the case manager beside it', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { caseId } = await anOpenCase(world, worker)
  for (const [kind, due] of [
    ['approve-closing', '2026-03-05'],
    ['cosign-plan', '2026-03-03'],
    ['contact-client', '2026-03-01'],
  ]) {
    await world.rows(
      `insert into tasks (agency_id, id, kind, case_id, owner_id, due_at, opened_at) values ($1, gen_random_uuid(), $2, $3, $4, $5, now())`,
      [agencyId, kind, caseId, supervisor.id, due],
    )
  }
  const rows = await linesOf(world, supervisor, '/reviews')
  expect(rows.map(({ kind }) => kind)).toEqual(['cosign-plan', 'approve-closing'])
  expect(rows[0]).toMatchObject({
    caseId,
    personName: '李小龙',
    manager: { id: worker.id, name: worker.name },
  })
  expect(await linesOf(world, worker, '/reviews')).toEqual([])
})
