import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { anInterviewDraft, anInterviewSheet, aSignedInterview } from './interview.factory.ts'

async function aCase() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  return { world, agencyId, worker, caseId }
}

test('a signed interview settles its task, leads the case to assessment and carries its fingerprint', async () => {
  const { world, worker, caseId } = await aCase()
  const { path } = await aSignedInterview(world, worker, caseId)

  const { body } = await world.as(worker).get(path)
  expect(body).toMatchObject({
    state: 'signed',
    sheet: anInterviewSheet(),
    signature: { by: { id: worker.id }, at: '2026-03-02T02:00:00.000Z', late: false },
    abilities: { change: 'not-now', sign: 'not-now', addAddendum: 'yes' },
  })
  expect(body['signature']?.['hash']).toMatch(/^[0-9a-f]{64}$/u)
  expect(await world.rows('select stage from cases where id = $1', [caseId])).toEqual([
    { stage: 'assessment' },
  ])
  const open = await world.rows<{ kind: string }>(
    'select kind from tasks where case_id = $1 and done_at is null',
    [caseId],
  )
  expect(open.map(({ kind }) => kind)).toEqual(['write-assessment'])
  expect((await world.story()).slice(-2)).toEqual(['interview-signed', 'stage-entered'])
})

test.each([
  ['2026-03-03T01:30:00Z', false],
  ['2026-03-03T01:30:01Z', true],
])('signed at %s, an interview that ended on 2 March at 01:30 is late: %s', async (moment, late) => {
  const { world, worker, caseId } = await aCase()
  const draft = await anInterviewDraft(world, worker, caseId)
  world.at(moment)
  const written = await world.as(worker).get(draft.path)
  expect(written.body).toMatchObject({ lateAlready: late, lateAfterHours: 24 })
  const signed = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  expect(signed.body['signature']).toMatchObject({ late })
  expect(await world.rows(`select facts from timeline where what = 'interview-signed'`)).toEqual([
    { facts: { late } },
  ])
  // Wherever the record is shown, and on paper.
  const list = await world.as(worker).get(`/cases/${caseId}/interviews`)
  expect(list.body).toMatchObject({ rows: [{ late }] })
  const page = await world.as(worker).get(`/cases/${caseId}`)
  expect(page.body['records']).toContainEqual(expect.objectContaining({ kind: 'interview', late }))
  const paper = await world.as(worker).get(`/cases/${caseId}/documents/F03?language=en`)
  const said = JSON.stringify(paper.body)
  expect(said).toContain(`"label":"Written late","value":"${late ? 'Yes' : 'No'}"`)
  expect(said).toContain('平常的一天怎么过？')
})

test('an unfinished interview is not signed; everything that is missing is named at once', async () => {
  const { world, worker, caseId } = await aCase()
  const id = randomUUID()
  await world.as(worker).post(`/cases/${caseId}/interviews`, { id })
  const before = await world.counts()
  const refused = await world
    .as(worker)
    .put(`/cases/${caseId}/interviews/${id}/signature`, {}, { version: 1 })
  expect(refused).toMatchObject({ status: 422, body: { code: 'sheet-unfinished' } })
  const missing =
    'heldFrom heldUntil mode place placeIsPrivate participants reasonsForHelp helpSeekingProcess purpose process ' +
    'overallEvaluation suggestions expectations tasksDone jointEffortTold clientWishesRelationship nextStep'
  expect([...refused.body['fields']].map(({ path }) => path).join(' ')).toBe(missing)
  expect(await world.counts()).toEqual(before)
})

test.each([
  [
    { heldFrom: '2026-03-02T02:30:00Z', heldUntil: null },
    { path: 'heldFrom', code: 'in-the-future' },
  ],
  [{ heldUntil: '2026-03-02T02:30:00Z' }, { path: 'heldUntil', code: 'in-the-future' }],
  [{ heldUntil: '2026-03-02T00:00:00Z' }, { path: 'heldUntil', code: 'before-the-beginning' }],
  [{ tasksLeft: [] }, { path: 'tasksDone', code: 'required' }],
  [{ jointEffortTold: false }, { path: 'jointEffortTold', code: 'must-be-told' }],
  [{ suggestions: ' \n' }, { path: 'suggestions', code: 'required' }],
])('an interview with %j is not signed', async (but, problem) => {
  const { world, worker, caseId } = await aCase()
  const draft = await anInterviewDraft(world, worker, caseId, but)
  const before = await world.counts()
  const refused = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  expect(refused.status).toBe(422)
  expect(refused.body['fields']).toContainEqual(problem)
  expect(await world.counts()).toEqual(before)
})

test('a task cannot be both done and left', async () => {
  const { world, worker, caseId } = await aCase()
  const draft = await anInterviewDraft(world, worker, caseId)
  const before = await world.counts()
  const sheet = anInterviewSheet({ tasksDone: ['workflow'], tasksLeft: ['workflow'] })
  const refused = await world.as(worker).put(draft.path, sheet, { version: draft.version })
  expect(refused).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'tasksLeft', code: 'contradicts' }] },
  })
  expect(await world.counts()).toEqual(before)
})

test('what is signed does not change, not even past the program; addenda are added with their reason', async () => {
  const { world, worker, caseId } = await aCase()
  const { id, path, version } = await aSignedInterview(world, worker, caseId)
  const before = await world.counts()
  const change = await world.as(worker).put(path, anInterviewSheet({ place: '别处' }), { version })
  const again = await world.as(worker).put(`${path}/signature`, {}, { version })
  const nameless = await world
    .as(worker)
    .post(`${path}/addenda`, { id: randomUUID(), text: '补充', reason: ' ' })
  expect([change.status, again.status, nameless.status]).toEqual([409, 409, 400])
  await expect(world.rows(`update interviews set place = 'x' where id = $1`, [id])).rejects.toThrow(
    /does not change/u,
  )
  expect(await world.counts()).toEqual(before)

  const addendum = { id: randomUUID(), text: '小龙后来说是三个人。', reason: '家访时了解到' }
  const added = await world.as(worker).post(`${path}/addenda`, addendum)
  expect(added).toMatchObject({ status: 201, body: { sheet: anInterviewSheet(), addenda: [addendum] } })
  expect((await world.story()).at(-1)).toBe('addendum-added')
})

test('an addendum to a draft is refused, for a draft is simply changed', async () => {
  const { world, worker, caseId } = await aCase()
  const draft = await anInterviewDraft(world, worker, caseId)
  const before = await world.counts()
  const refused = await world
    .as(worker)
    .post(`${draft.path}/addenda`, { id: randomUUID(), text: '补充', reason: '忘了' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'interview/not-signed-yet' } })
  expect(await world.counts()).toEqual(before)
})

test('only the team writes: a supervisor reads, a colleague does not see it', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  const { path, version } = await anInterviewDraft(world, worker, caseId)
  const before = await world.counts()

  const read = await world.as(supervisor).get(path)
  expect(read).toMatchObject({
    status: 200,
    body: { abilities: { change: 'not-you', sign: 'not-you', addAddendum: 'not-you' } },
  })
  const unseen = await world.as(colleague).get(path)
  const wrongCase = await world.as(worker).get(path.replace(caseId, randomUUID()))
  const change = (who: typeof worker) => world.as(who).put(path, anInterviewSheet(), { version })
  const sign = (who: typeof worker) => world.as(who).put(`${path}/signature`, {}, { version })
  const open = (who: typeof worker) => world.as(who).post(`/cases/${caseId}/interviews`, { id: randomUUID() })
  expect([unseen.status, wrongCase.status]).toEqual([404, 404])
  for (const act of [change, sign, open])
    expect([(await act(supervisor)).status, (await act(colleague)).status]).toEqual([403, 404])
  expect(await world.counts()).toEqual(before)
})

test('one interview of a case is written at a time; the list shows them newest first', async () => {
  const { world, worker, caseId } = await aCase()
  const first = await aSignedInterview(world, worker, caseId)
  const list = async () => (await world.as(worker).get(`/cases/${caseId}/interviews`)).body
  expect(await list()).toMatchObject({
    rows: [{ id: first.id, state: 'signed' }],
    abilities: { open: 'yes' },
  })

  const second = await anInterviewDraft(world, worker, caseId)
  expect(await list()).toMatchObject({
    rows: [
      { id: second.id, state: 'draft' },
      { id: first.id, state: 'signed' },
    ],
    abilities: { open: 'not-now' },
  })
  const before = await world.counts()
  const third = await world.as(worker).post(`/cases/${caseId}/interviews`, { id: randomUUID() })
  expect(third).toMatchObject({ status: 409, body: { code: 'interview/draft-under-way' } })
  expect(await world.counts()).toEqual(before)
})

test('whoever saw an older version gets the present one and has changed nothing', async () => {
  const { world, worker, caseId } = await aCase()
  const { path } = await anInterviewDraft(world, worker, caseId, { place: '先写的' })
  const before = await world.counts()
  const late = await world.as(worker).put(path, anInterviewSheet({ place: '晚到的' }), { version: 1 })
  expect(late).toMatchObject({ status: 412, body: { current: { version: 2, sheet: { place: '先写的' } } } })
  expect(await world.counts()).toEqual(before)
})

test('in a case whose plan is being made no interview is opened, changed or signed any more', async () => {
  const { world, worker, caseId } = await aCase()
  const { path, version } = await anInterviewDraft(world, worker, caseId)
  await world.rows(`update cases set stage = 'plan' where id = $1`, [caseId])
  const before = await world.counts()
  const open = await world.as(worker).post(`/cases/${caseId}/interviews`, { id: randomUUID() })
  const change = await world.as(worker).put(path, anInterviewSheet(), { version })
  const sign = await world.as(worker).put(`${path}/signature`, {}, { version })
  for (const answer of [open, change, sign])
    expect(answer).toMatchObject({ status: 409, body: { code: 'wrong-stage' } })
  expect(await world.counts()).toEqual(before)
})
