import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aDraftAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aDraftClosing, aWriterAndApprover } from '#server/case/closing/closing.factory.ts'
import { aDraftEvaluation, anEvaluatedCase } from '#server/case/evaluation/evaluation.factory.ts'
import { anOpenCase, aPerson, aSharedInquiry, aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import {
  aCaseToPlan,
  aConfirmation,
  aDraftPlan,
  aGuardian,
  anActivePlan,
  aSignedPlan,
} from '#server/case/plan/plan.factory.ts'
import { type Answer, testWorld } from '#server/testing/world.ts'

const statuses = (answers: readonly Answer[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)
const twice = (act: (turn: number) => Promise<Answer>) => Promise.all([act(0), act(1)])

async function aTeamOfOne() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  return { world, worker, api: world.as(worker) }
}

const acceptance = (caseManagerId: string) => ({
  decision: 'accept',
  reason: '在服务范围之内',
  caseManagerId,
  serviceFields: ['community-care'],
})

test('one first contact that is accepted twice at once becomes one case', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const { id, version } = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const answers = await twice(() => api.put(`/inquiries/${id}/decision`, acceptance(worker.id), { version }))
  expect(statuses(answers)).toEqual([200, 409])
  expect(await world.rows('select number from cases')).toEqual([{ number: 'AN-2026-0001' }])
})

test('cases that are opened at once get numbers without a gap, and a refused one takes none', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const inquiries: { id: string; version: number }[] = []
  for (const name of ['甲', '乙', '丙', '丁', '戊'])
    inquiries.push(await aSharedInquiry(world, worker, await aPerson(world, worker, name)))
  const elsewhere = await world.worker(await world.agency({ name: '晨光社工站' }))
  const answers = await Promise.all(
    inquiries.map(({ id, version }, turn) =>
      api.put(`/inquiries/${id}/decision`, acceptance(turn === 2 ? elsewhere.id : worker.id), { version }),
    ),
  )
  expect(statuses(answers)).toEqual([200, 200, 200, 200, 422])
  expect(await world.rows('select number from cases order by number')).toEqual(
    ['0001', '0002', '0003', '0004'].map((ordinal) => ({ number: `AN-2026-${ordinal}` })),
  )
})

test('two who save one sheet at once do not overwrite each other', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const colleague = await world.worker(worker.agencyId)
  const id = randomUUID()
  await api.post('/inquiries', { id, channel: 'phone' })
  const answers = await twice((turn) =>
    world
      .as(turn === 0 ? worker : colleague)
      .put(`/inquiries/${id}`, aSheet({ trouble: `${turn}` }), { version: 1 }),
  )
  expect(statuses(answers)).toEqual([200, 412])
})

test('of two assessments, plans, evaluations or closings that are begun at once one is begun', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const begin = async (caseId: string, noun: string, kind?: string) =>
    statuses(
      await twice(() =>
        api.post(`/cases/${caseId}/${noun}`, { id: randomUUID(), ...(kind ? { kind } : {}) }),
      ),
    )
  const { caseId } = await anActivePlan(world, worker)
  expect(await begin(caseId, 'assessments', 'comprehensive')).toEqual([201, 409])
  expect(await begin(caseId, 'plans')).toEqual([201, 409])
  expect(await begin(caseId, 'evaluations', 'process')).toEqual([201, 409])
  expect(await begin(caseId, 'closings')).toEqual([201, 409])
  const { caseId: fresh } = await anOpenCase(world, worker)
  expect(await begin(fresh, 'interviews')).toEqual([201, 409])
})

test('a record that is signed twice at once is signed once', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const place = await aCaseToPlan(world, worker)
  const assessment = await aDraftAssessment(world, worker, place.caseId)
  const plan = await aDraftPlan(world, worker, place)
  for (const { path, version } of [assessment, plan])
    expect(statuses(await twice(() => api.put(`${path}/signature`, {}, { version })))).toEqual([200, 409])
  const active = await anActivePlan(world, worker)
  const { path, version } = await aDraftEvaluation(world, worker, active.caseId)
  expect(statuses(await twice(() => api.put(`${path}/signature`, {}, { version })))).toEqual([200, 409])
  const story = await world.story()
  expect(story.filter((what) => what === 'evaluation-signed')).toHaveLength(1)
})

test('a confirmation that is given twice at once counts once, and so does an activation', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const place = await aCaseToPlan(world, worker)
  const guardianId = await aGuardian(world, worker, place.clientId)
  const { path } = await aSignedPlan(world, worker, place)
  const give = (givenAs: 'client' | 'guardian', personId: string) =>
    twice(() => api.post(`${path}/confirmations`, aConfirmation(givenAs, personId)))
  expect(statuses(await give('client', place.clientId))).toEqual([201, 409])
  expect(statuses(await give('guardian', guardianId))).toEqual([201, 409])
  const version = Number((await api.get(path)).body['version'])
  expect(statuses(await twice(() => api.put(`${path}/activation`, {}, { version })))).toEqual([200, 409])
  expect(await world.rows(`select count(*)::int as n from plans where state = 'active'`)).toEqual([{ n: 1 }])
})

test('a closing that is approved and returned at once is one of both', async () => {
  const world = await testWorld()
  const { supervisor, worker } = await aWriterAndApprover(world)
  const { caseId } = await anEvaluatedCase(world, worker)
  const draft = await aDraftClosing(world, worker, caseId)
  await world.as(worker).put(`${draft.path}/submission`, {}, { version: draft.version })
  const answers = await twice((turn) =>
    world
      .as(supervisor)
      .put(
        `${draft.path}/decision`,
        turn === 0 ? { decision: 'approve', note: '' } : { decision: 'return', note: '补充' },
        {
          version: draft.version + 1,
        },
      ),
  )
  expect(statuses(answers)).toEqual([200, 409])
})

test('two people who are related twice at once are related once', async () => {
  const { world, worker, api } = await aTeamOfOne()
  const [child, grandmother] = [
    await aPerson(world, worker),
    await aPerson(world, worker, '王桂英', '1956-05-04'),
  ]
  const relate = () =>
    api.post(`/people/${child}/relations`, {
      id: randomUUID(),
      relativeId: grandmother,
      kind: 'paternal-grandmother',
      guardian: true,
      caregiver: true,
      livesTogether: true,
      proof: '',
    })
  expect(statuses(await twice(relate))).toEqual([201, 409])
})
