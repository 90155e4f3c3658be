import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Confidentiality } from '#contract/codes/index.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'

/** A case of `manager` with everybody who might see it. */
async function aCaseAndItsPeople() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const receiver = await world.worker(agencyId)
  const { caseId, clientId, inquiryId } = await anOpenCase(world, manager)
  const draw = async (who: TestWorker, level: Confidentiality, named: readonly TestWorker[]) => {
    const [row] = await world.rows<{ version: number }>('select version from cases where id = $1', [caseId])
    const body = { level, reason: '家人也在本机构工作。', readerIds: named.map(({ id }) => id) }
    return world.as(who).put(`/cases/${caseId}/confidentiality`, body, { version: row?.version ?? 0 })
  }
  const statuses = (path: string) =>
    Promise.all(
      [manager, supervisor, head, colleague].map(async (who) => (await world.as(who).get(path)).status),
    )
  return {
    world,
    agencyId,
    supervisor,
    head,
    manager,
    colleague,
    receiver,
    caseId,
    clientId,
    inquiryId,
    draw,
    statuses,
  }
}

test('a restricted case is out of sight of a supervisor and a head who are not named, and so is all that tells of it', async () => {
  const { manager, supervisor, caseId, clientId, inquiryId, draw, statuses } = await aCaseAndItsPeople()
  expect(await statuses(`/cases/${caseId}`)).toEqual([200, 200, 200, 404])
  const drawn = await draw(manager, 'restricted', [manager, supervisor])
  expect(drawn).toMatchObject({
    status: 200,
    body: { confidentiality: 'restricted', confided: { reason: '家人也在本机构工作。' } },
  })
  for (const path of [
    `/cases/${caseId}`,
    `/cases/${caseId}/timeline`,
    `/cases/${caseId}/audit`,
    `/people/${clientId}`,
    `/inquiries/${inquiryId}`,
  ])
    expect([path, await statuses(path)]).toEqual([path, [200, 200, 404, 404]])
})

test('a sealed case is its manager’s and theirs who are named; opened again, it is seen as before', async () => {
  const { world, manager, supervisor, head, colleague, caseId, draw, statuses } = await aCaseAndItsPeople()
  expect((await draw(manager, 'sealed', [head, colleague])).status).toBe(200)
  expect(await statuses(`/cases/${caseId}`)).toEqual([200, 404, 200, 200])
  expect((await world.as(supervisor).get('/cases?show=agency')).body['rows']).toEqual([])
  expect(await draw(manager, 'restricted', [head])).toMatchObject({
    status: 403,
    body: { code: 'confidentiality/not-yours-to-widen' },
  })
  expect((await draw(head, 'normal', [])).status).toBe(200)
  expect(await statuses(`/cases/${caseId}`)).toEqual([200, 200, 200, 404])
  expect((await world.story()).filter((what) => what === 'confidentiality-changed')).toHaveLength(2)
  const lines = await world.rows(
    `select act, outcome from audit_log where operation = 'case.confide' order by id`,
  )
  expect(lines).toEqual([
    { act: 'change', outcome: 'done' },
    { act: 'change', outcome: 'refused' },
    { act: 'change', outcome: 'done' },
  ])
})

test.each([
  ['nobody who oversees', 'overseer-missing', () => []],
  ['only the case manager', 'overseer-missing', (scene: Scene) => [scene.manager]],
  ['a colleague who only works', 'overseer-missing', (scene: Scene) => [scene.colleague]],
] as const)('a circle with %s is refused, and nothing is written', async (_, code, named) => {
  const scene = await aCaseAndItsPeople()
  const before = await scene.world.counts()
  const answer = await scene.draw(scene.manager, 'sealed', named(scene))
  expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: 'readerIds', code }] } })
  expect(await scene.world.counts()).toEqual(before)
})
type Scene = Awaited<ReturnType<typeof aCaseAndItsPeople>>

test('nobody draws themselves out of the circle, names strangers, or draws what they only read', async () => {
  const scene = await aCaseAndItsPeople()
  const { world, agencyId, manager, supervisor, head, colleague, caseId, draw } = scene
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const stranger = await world.worker(await world.agency(), { role: 'supervisor' })
  const before = await world.counts()
  expect(await draw(supervisor, 'sealed', [head])).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'readerIds', code: 'yourself-missing' }] },
  })
  for (const named of [inspector, stranger, { ...stranger, id: randomUUID() }])
    expect(await draw(manager, 'sealed', [head, named])).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'readerIds', code: 'not-a-caseworker' }] },
    })
  expect(await world.counts()).toEqual(before)
  expect((await draw(manager, 'sealed', [head, colleague])).status).toBe(200)
  expect((await draw(colleague, 'sealed', [head, colleague])).status).toBe(403)
  expect((await draw(supervisor, 'normal', [])).status).toBe(404)
  await world.rows(
    `update cases set state = 'archived', closed_at = now(), archived_at = now(), keep_until = '2060-01-01' where id = $1`,
    [caseId],
  )
  expect(await draw(manager, 'sealed', [head])).toMatchObject({ status: 409 })
})

test('a new supervisor, an owner of its work and a news of it are no way into a sealed case', async () => {
  const { world, agencyId, manager, supervisor, head, caseId, draw } = await aCaseAndItsPeople()
  await world.rows(
    `insert into tasks (agency_id, id, kind, case_id, owner_id, due_at, opened_at) values ($1, $2, 'approve-closing', $3, $4, now(), now())`,
    [agencyId, randomUUID(), caseId, supervisor.id],
  )
  await world.rows(
    `insert into notices (agency_id, id, worker_id, kind, case_id) values ($1, $2, $3, 'closing-approved', $4)`,
    [agencyId, randomUUID(), supervisor.id, caseId],
  )
  const seen = async (who: TestWorker) =>
    Promise.all(
      ['/today', '/reviews', '/notices', '/cases?show=agency', '/cases?show=team'].map(
        async (path) => [...((await world.as(who).get(path)).body['rows'] ?? [])].length,
      ),
    )
  expect(await seen(supervisor)).toEqual([1, 1, 1, 1, 1])
  await draw(manager, 'sealed', [head])
  expect(await seen(supervisor)).toEqual([0, 0, 0, 0, 0])
  const next = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  await world.rows('update workers set supervisor_id = $1 where id = $2', [next.id, manager.id])
  expect((await world.as(next).get(`/cases/${caseId}`)).status).toBe(404)
})
