import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aDraftEvaluation } from '#server/case/evaluation/evaluation.factory.ts'
import { aConfirmation, anActivePlan } from '#server/case/plan/plan.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { aClosedCase, aDraftClosing, aWriterAndApprover } from './closing.factory.ts'

const standing = (world: World) =>
  world.rows(
    'select g.term, g.status, p.state as plan from goals g join plans p on p.id = g.plan_id order by g.position',
  )

test('once the case is closed its plan has ended, and its goals stand where the final evaluation found them', async () => {
  const world = await testWorld()
  const { worker, caseId } = await aClosedCase(world)
  expect(await standing(world)).toEqual([
    { term: 'long-term', status: 'achieved', plan: 'ended' },
    { term: 'short-term', status: 'achieved', plan: 'ended' },
  ])
  const [plan] = await world.rows<{ id: string }>('select id from plans')
  const seen = await world.as(worker).get(`/cases/${caseId}/plans/${plan?.id}`)
  expect(seen.body).toMatchObject({ state: 'ended', superseded: false })
  expect(Object.values(seen.body['goalStatuses'] ?? {})).toEqual(['achieved', 'achieved'])
  // The work that was done stays to be read.
  const delivery = await world.as(worker).get(`/cases/${caseId}/delivery`)
  expect(delivery.body).toMatchObject({
    plan: { id: plan?.id, ended: true },
    steps: [{ state: 'open' }, { state: 'open' }],
  })
})

test('whoever leaves before the work is evaluated leaves goals that were given up, to be taken up again', async () => {
  const world = await testWorld()
  const { worker, supervisor } = await aWriterAndApprover(world)
  const { caseId } = await anActivePlan(world, worker)
  const stage = await aDraftEvaluation(world, worker, caseId, { kind: 'stage' })
  await world.as(worker).put(`${stage.path}/signature`, {}, { version: stage.version })
  const { path, version } = await aDraftClosing(world, worker, caseId, { reason: 'client-ends' })
  const submitted = await world.as(worker).put(`${path}/submission`, {}, { version })
  const before = await standing(world)
  expect(before.map(({ status }) => status)).toEqual(['active', 'active'])
  const decision = { decision: 'return', note: '请补充。' }
  await world.as(supervisor).put(`${path}/decision`, decision, { version: version + 1 })
  expect(await standing(world)).toEqual(before)
  await world.as(worker).put(`${path}/submission`, {}, { version: version + 2 })
  const approved = await world
    .as(supervisor)
    .put(`${path}/decision`, { decision: 'approve', note: '' }, { version: version + 3 })
  expect([submitted.status, approved.status]).toEqual([200, 200])
  expect(await standing(world)).toEqual([
    { term: 'long-term', status: 'cancelled', plan: 'ended' },
    { term: 'short-term', status: 'cancelled', plan: 'ended' },
  ])
  await world.rows(`update cases set state = 'open', stage = 'plan', closed_at = null`)
  const next = await world.as(worker).post(`/cases/${caseId}/plans`, { id: randomUUID() })
  expect(next.body['sheet']?.['goals']).toHaveLength(2)
})

test('a later edition takes over what was not reached, and says where it stands', async () => {
  const world = await testWorld()
  const { worker, caseId, path } = await aReplacedPlan(world)
  const seen = await world.as(worker).get(path)
  expect(seen.body).toMatchObject({ state: 'ended', superseded: true })
  expect(seen.body['goalStatuses']).toEqual({})
  expect(await world.rows(`select count(*)::int as n from goals where status = 'active'`)).toEqual([{ n: 4 }])
  const delivery = await world.as(worker).get(`/cases/${caseId}/delivery`)
  expect(delivery.body).toMatchObject({ plan: { edition: 2, ended: false }, steps: [{}, {}] })
})

async function aReplacedPlan(world: World) {
  const { worker } = await aWriterAndApprover(world)
  const { caseId, clientId, guardianId, path } = await anActivePlan(world, worker)
  const api = world.as(worker)
  const next = `/cases/${caseId}/plans/${randomUUID()}`
  await api.post(`/cases/${caseId}/plans`, { id: next.split('/').at(-1) })
  await api.put(`${next}/signature`, {}, { version: 1 })
  await api.post(`${next}/confirmations`, aConfirmation('client', clientId))
  await api.post(`${next}/confirmations`, aConfirmation('guardian', guardianId))
  await api.put(`${next}/activation`, {}, { version: 4 })
  return { worker, caseId, path }
}
