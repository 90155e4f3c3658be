import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anActivePlan, aDraftPlan, aCaseToPlan } from '#server/case/plan/plan.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { aRecordDraft, aRecordSheet, aSignedRecord } from './delivery.factory.ts'

async function aWorldAtWork() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const plan = await anActivePlan(world, worker)
  return { world, agencyId, worker, plan, caseId: plan.caseId, stepId: String(plan.sheet.steps[0]?.id) }
}

const nextContact = async (world: World) => {
  const [task] = await world.rows<{ due: Date }>(
    `select due_at as due from tasks where kind = 'contact-client' and done_at is null`,
  )
  return task?.due.toISOString()
}

test('a contact is written, signed and numbered, and the next one is due by the risk of the case', async () => {
  const { world, worker, caseId } = await aWorldAtWork()
  const first = await aSignedRecord(world, worker, caseId)
  expect(first.answer).toMatchObject({
    status: 200,
    body: { ordinal: 1, state: 'signed', writtenLate: false, unfinished: [], sheet: aRecordSheet() },
  })
  // Medium risk: 14 days after Monday, 2 March.
  expect(await nextContact(world)).toBe('2026-03-16T15:59:59.000Z')
  const second = await aSignedRecord(world, worker, caseId)
  expect(second.answer.body['ordinal']).toBe(2)
  expect((await world.story()).slice(-2)).toEqual(['record-signed', 'record-signed'])
})

test('the list of records comes in pages, newest first', async () => {
  const { world, worker, caseId } = await aWorldAtWork()
  for (const _ of [1, 2, 3]) await aRecordDraft(world, worker, caseId)
  const all = `/cases/${caseId}/process-records`
  const newest = await world.as(worker).get(`${all}?limit=2`)
  expect(newest.body['rows']?.['0']).toMatchObject({ ordinal: 3, mode: 'accompaniment', clientSeen: true })
  const oldest = await world.as(worker).get(`${all}?limit=2&after=${String(newest.body['next'])}`)
  expect(oldest.body).toMatchObject({ rows: [{ ordinal: 1 }], next: null })
})

test('a closed door is no contact: the client is still to be met', async () => {
  const { world, worker, caseId } = await aWorldAtWork()
  const due = await nextContact(world)
  const notMet = { clientSeen: false, notSeenReason: '家里没有人', personsSeen: [] }
  expect((await aSignedRecord(world, worker, caseId, notMet)).answer.status).toBe(200)
  expect(await nextContact(world)).toBe(due)
})

test('a record signed a day and more after the contact is marked as late, and the contact counts from its own day', async () => {
  const { world, worker, caseId } = await aWorldAtWork()
  world.at('2026-03-05T02:00:00Z')
  const late = await aSignedRecord(world, worker, caseId)
  expect(late.answer.body).toMatchObject({ writtenLate: true })
  expect(await nextContact(world)).toBe('2026-03-16T15:59:59.000Z')
})

test('a record that is not whole is not signed, a signed one does not change, and a word may be added to it', async () => {
  const { world, worker, caseId } = await aWorldAtWork()
  const api = world.as(worker)
  const gaps = await aSignedRecord(world, worker, caseId, { progress: ' ', nextPlan: '' })
  expect(gaps.answer).toMatchObject({
    status: 422,
    body: {
      code: 'sheet-unfinished',
      fields: [
        { path: 'progress', code: 'required' },
        { path: 'nextPlan', code: 'required' },
      ],
    },
  })
  const addendum = { id: randomUUID(), text: '奶奶后来补充：早饭吃得很好。', reason: '次日电话' }
  expect(await api.post(`${gaps.path}/addenda`, addendum)).toMatchObject({
    status: 409,
    body: { code: 'delivery/not-signed-yet' },
  })

  const signed = await aSignedRecord(world, worker, caseId)
  const before = await world.counts()
  const changed = await api.put(signed.path, aRecordSheet({ progress: '改写' }), { version: signed.version })
  expect(changed).toMatchObject({ status: 409, body: { code: 'record-is-signed' } })
  expect(await world.counts()).toEqual(before)
  const added = await api.post(`${signed.path}/addenda`, addendum)
  expect(added).toMatchObject({
    status: 201,
    body: { addenda: [{ text: addendum.text, reason: '次日电话' }] },
  })
})

test('only whoever was there signs, also at level 4 (R-173)', async () => {
  const { world, agencyId, worker, caseId } = await aWorldAtWork()
  const beginner = await world.worker(agencyId, { name: '林可', level: 4 })
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [agencyId, caseId, beginner.id, worker.id],
  )
  const draft = await aRecordDraft(world, beginner, caseId)
  const before = await world.counts()
  const other = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  expect(other).toMatchObject({ status: 403, body: { code: 'delivery/not-your-record' } })
  expect(await world.counts()).toEqual(before)
  const own = await world.as(beginner).put(`${draft.path}/signature`, {}, { version: draft.version })
  expect(own).toMatchObject({ status: 200, body: { state: 'signed', signature: { by: { name: '林可' } } } })
})

test('a step is done with its outcome, and another is given up with its reason', async () => {
  const { world, worker, caseId, plan, stepId } = await aWorldAtWork()
  const api = world.as(worker)
  const done = { state: 'done', outcome: '走到校门口，停了两分钟', doneOn: '2026-03-02' }
  const answer = await api.put(`/cases/${caseId}/steps/${stepId}/outcome`, done, { version: 1 })
  expect(answer).toMatchObject({
    status: 200,
    body: { ...done, version: 2, abilities: { settle: 'not-now' } },
  })

  const other = String(plan.sheet.steps[1]?.id)
  const given = { state: 'cancelled', outcome: '班主任已自行安排', doneOn: null }
  expect((await api.put(`/cases/${caseId}/steps/${other}/outcome`, given, { version: 1 })).status).toBe(200)
  expect((await world.story()).slice(-2)).toEqual(['step-done', 'step-cancelled'])
  const overview = await api.get(`/cases/${caseId}/delivery`)
  expect(overview.body).toMatchObject({
    plan: { edition: 1 },
    steps: [{ state: 'cancelled' }, { state: 'done' }],
  })
})

test('a step is not settled twice, nor without an outcome, nor on a day that has not come', async () => {
  const { world, worker, caseId, stepId } = await aWorldAtWork()
  const settle = (body: object, version: number) =>
    world.as(worker).put(`/cases/${caseId}/steps/${stepId}/outcome`, body, { version })
  const before = await world.counts()
  expect((await settle({ state: 'done', outcome: ' ', doneOn: null }, 1)).body['fields']).toEqual([
    { path: 'outcome', code: 'required' },
    { path: 'doneOn', code: 'required' },
  ])
  expect((await settle({ state: 'done', outcome: '好', doneOn: '2026-03-03' }, 1)).body['fields']).toEqual([
    { path: 'doneOn', code: 'delivery/in-the-future' },
  ])
  expect(await settle({ state: 'done', outcome: '好', doneOn: '2026-03-02' }, 7)).toMatchObject({
    status: 412,
    body: { current: { state: 'open', version: 1 } },
  })
  expect(await world.counts()).toEqual(before)
  await settle({ state: 'done', outcome: '好', doneOn: '2026-03-02' }, 1)
  expect(await settle({ state: 'cancelled', outcome: '不', doneOn: null }, 2)).toMatchObject({
    status: 409,
    body: { code: 'delivery/step-settled' },
  })
})

test('a deadline moves with its reason, and the move stays readable', async () => {
  const { world, worker, caseId, stepId } = await aWorldAtWork()
  const path = `/cases/${caseId}/steps/${stepId}/deadline`
  const moved = await world
    .as(worker)
    .put(path, { dueOn: '2026-03-20', reason: '小龙感冒了' }, { version: 1 })
  expect(moved).toMatchObject({
    status: 200,
    body: {
      dueOn: '2026-03-20',
      moves: [{ from: '2026-03-13', to: '2026-03-20', reason: '小龙感冒了', by: { name: worker.name } }],
    },
  })
  expect((await world.story()).at(-1)).toBe('step-moved')
  const before = await world.counts()
  const nowhere = await world.as(worker).put(path, { dueOn: '2026-03-20', reason: '' }, { version: 2 })
  expect(nowhere.body['fields']).toEqual([
    { path: 'reason', code: 'required' },
    { path: 'dueOn', code: 'delivery/same-day' },
  ])
  expect(await world.counts()).toEqual(before)
})

test('steps of a plan that is not active are not worked on, and no contact is recorded before there is one', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const place = await aCaseToPlan(world, worker)
  const draft = await aDraftPlan(world, worker, place)
  const before = await world.counts()
  const step = `/cases/${place.caseId}/steps/${String(draft.sheet.steps[0]?.id)}`
  const done = { state: 'done', outcome: '好', doneOn: '2026-03-02' }
  expect(await world.as(worker).put(`${step}/outcome`, done, { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'delivery/plan-not-active' },
  })
  const record = await world.as(worker).post(`/cases/${place.caseId}/process-records`, { id: randomUUID() })
  expect(record).toMatchObject({ status: 409, body: { code: 'wrong-stage' } })
  expect(await world.counts()).toEqual(before)
})

test('out of sight is absent, and in sight is not yet in hand', async () => {
  const { world, agencyId, worker, caseId, stepId } = await aWorldAtWork()
  const colleague = await world.worker(agencyId)
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const draft = await aRecordDraft(world, worker, caseId)
  const before = await world.counts()
  const deadline = { dueOn: '2026-03-20', reason: '小龙感冒了' }
  const move = `/cases/${caseId}/steps/${stepId}/deadline`
  expect((await world.as(colleague).get(draft.path)).status).toBe(404)
  expect((await world.as(colleague).put(move, deadline, { version: 1 })).status).toBe(404)
  expect((await world.as(head).get(`/cases/${caseId}/delivery`)).status).toBe(200)
  expect((await world.as(head).put(move, deadline, { version: 1 })).status).toBe(403)
  expect((await world.as(head).put(draft.path, aRecordSheet(), { version: 2 })).status).toBe(403)
  expect(await world.counts()).toEqual(before)
})

test('a record names goals of its own case and no others', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const [worker, colleague] = [await world.worker(agencyId), await world.worker(agencyId)]
  const { caseId } = await anActivePlan(world, worker)
  const other = await anActivePlan(world, colleague)
  const draft = await aRecordDraft(world, worker, caseId)
  const before = await world.counts()
  const goalIds = other.sheet.goals.map(({ id }) => id).slice(0, 1)
  const answer = await world.as(worker).put(draft.path, aRecordSheet({ goalIds }), { version: draft.version })
  expect([answer.status, answer.body['fields']]).toEqual([
    422,
    [{ path: 'goalIds.0', code: 'unknown-choice' }],
  ])
  expect(await world.counts()).toEqual(before)
})
