import { expect, test } from 'vitest'
import { aCaseInAssessment, aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anEvaluatedCase } from '#server/case/evaluation/evaluation.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aDraftClosing } from './closing.factory.ts'

async function aSubmittedClosing(world: World, worker: TestWorker) {
  const { caseId } = await anEvaluatedCase(world, worker)
  const { path, version } = await aDraftClosing(world, worker, caseId)
  const submitted = await world.as(worker).put(`${path}/submission`, {}, { version })
  expect(submitted.status).toBe(200)
  return { path: `${path}/decision`, version: version + 1, caseId }
}

const yes = { decision: 'approve', note: '' }
const owners = (world: World, kind: string) =>
  world.rows<{ owner_id: string }>('select owner_id from tasks where kind = $1 and done_at is null', [kind])

test('a supervisor does not approve the closing that they wrote, and the head is asked instead', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 1 })
  const { path, version } = await aSubmittedClosing(world, supervisor)
  const before = await world.counts()
  expect(await world.as(supervisor).put(path, yes, { version })).toMatchObject({
    status: 403,
    body: { code: 'own-work' },
  })
  expect(await world.counts()).toEqual(before)
  expect(await owners(world, 'approve-closing')).toEqual([{ owner_id: head.id }])
  expect((await world.as(head).put(path, yes, { version })).status).toBe(200)
})

test('who wrote a closing and became the head since does not approve it either', async () => {
  const world = await testWorld()
  const supervisor = await world.worker(await world.agency(), { role: 'supervisor', level: 1 })
  const { path, version } = await aSubmittedClosing(world, supervisor)
  await world.rows(`update workers set role = 'agency-head' where id = $1`, [supervisor.id])
  expect((await world.as(supervisor).put(path, yes, { version })).body['code']).toBe('own-work')
})

test('a head of level 3 does not approve; where nobody may, the work stays with the case manager', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 3 })
  const worker = await world.worker(agencyId)
  const { path, version } = await aSubmittedClosing(world, worker)
  expect((await world.as(head).put(path, yes, { version })).body['code']).toBe('level-too-low')
  expect(await owners(world, 'approve-closing')).toEqual([{ owner_id: worker.id }])
})

test('whoever was switched off is asked for nothing: the next one who may is', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const beginner = await world.worker(agencyId, { level: 4, supervisorId: supervisor.id })
  await world.rows('update workers set active = false where id = $1', [supervisor.id])
  const { caseId } = await aCaseInAssessment(world, beginner)
  await aSignedAssessment(world, beginner, caseId)
  expect(await owners(world, 'cosign-assessment')).toEqual([{ owner_id: head.id }])
})

test.each([
  [4, 'awaiting-cosignature'],
  [3, 'signed'],
  [2, 'signed'],
  [1, 'signed'],
] as const)('an assessment signed at level %i is %s', async (level, state) => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency(), { level })
  const { caseId } = await aCaseInAssessment(world, worker)
  await aSignedAssessment(world, worker, caseId)
  expect(await world.rows('select state from assessments')).toEqual([{ state }])
})
