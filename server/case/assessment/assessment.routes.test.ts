import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Level } from '#contract/access.ts'
import { enterAs, principalsOf, type Transaction } from '#server/access/index.ts'
import { aPerson } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import {
  aCaseInAssessment,
  aConfirmedAssessment,
  aDraftAssessment,
  anAgreement,
  anAssessmentSheet,
  aSignedAssessment,
} from './assessment.factory.ts'
import { latestConfirmedAssessment } from './index.ts'

/** A case in assessment, its manager, and the manager's supervisor. */
async function aStage(world: World, level: Level = 3) {
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { name: '周明', role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { level, supervisorId: supervisor.id })
  return { agencyId, supervisor, worker, ...(await aCaseInAssessment(world, worker)) }
}

const openTasks = (world: World, caseId: string) =>
  world.rows('select kind, owner_id from tasks where case_id = $1 and done_at is null order by kind', [
    caseId,
  ])

test('an assessment is written, signed and confirmed, and the case enters the plan stage', async () => {
  const world = await testWorld()
  const { worker, caseId, clientId } = await aStage(world)
  const signed = await aSignedAssessment(world, worker, caseId)
  expect((await world.as(worker).get(signed.path)).body).toMatchObject({
    state: 'signed',
    unconfirmed: true,
    sheet: signed.sheet,
  })

  const agreed = await world
    .as(worker)
    .put(`${signed.path}/client-view`, anAgreement(clientId), { version: signed.version })
  expect(agreed).toMatchObject({
    status: 200,
    body: {
      state: 'confirmed',
      unconfirmed: false,
      signature: { by: { id: worker.id } },
      clientView: {
        view: 'confirmed',
        way: 'signature',
        person: { id: clientId },
        recordedBy: { id: worker.id },
      },
      abilities: { change: 'not-now', confirm: 'not-now' },
    },
  })
  expect(await world.rows('select stage from cases where id = $1', [caseId])).toEqual([{ stage: 'plan' }])
  expect((await world.story()).slice(-3)).toEqual([
    'assessment-signed',
    'assessment-confirmed',
    'stage-entered',
  ])
  const kinds = (await openTasks(world, caseId)).map(({ kind }) => kind)
  expect(kinds).toContain('write-plan')
  expect(kinds.filter((kind) => String(kind).includes('assessment'))).toEqual([])
})

test('what is signed keeps its fingerprint and cannot be written again, nor its rows', async () => {
  const world = await testWorld()
  const { worker, caseId } = await aStage(world)
  const { id, path, sheet, version } = await aSignedAssessment(world, worker, caseId)
  const [row] = await world.rows('select content_hash from assessments where id = $1', [id])
  expect(row?.['content_hash']).toMatch(/^[0-9a-f]{64}$/u)
  const before = await world.counts()

  const written = await world.as(worker).put(path, { ...sheet, summary: '改写' }, { version })
  const again = await world.as(worker).put(`${path}/signature`, {}, { version })
  expect([written, again]).toMatchObject([
    { status: 409, body: { code: 'record-is-signed' } },
    { status: 409, body: { code: 'record-is-signed' } },
  ])
  expect(await world.counts()).toEqual(before)
  await expect(world.rows(`update problems set cause = '' where assessment_id = $1`, [id])).rejects.toThrow(
    /do not change/u,
  )
  await expect(world.rows(`update assessments set summary = '' where id = $1`, [id])).rejects.toThrow(
    /does not change/u,
  )
})

test('a signature names every gap at once, strengths among them, and writes nothing', async () => {
  const world = await testWorld()
  const { worker, caseId } = await aStage(world)
  const [problem] = anAssessmentSheet().problems
  const problems = problem ? [{ ...problem, cause: ' ', nature: null, degree: null, factors: '' }] : []
  const gaps = {
    strengths: [],
    problems,
    needs: [],
    methods: [],
    explainedItems: ['purpose' as const],
    needsCaseManagement: null,
  }
  const { path, version } = await aDraftAssessment(world, worker, caseId, {
    ...gaps,
    presenting: '',
    summary: '\n',
    heldOn: '2026-03-03',
  })
  const before = await world.counts()

  const answer = await world.as(worker).put(`${path}/signature`, {}, { version })
  expect(answer).toMatchObject({ status: 422, body: { code: 'sheet-unfinished' } })
  expect(answer.body['fields']).toEqual([
    { path: 'heldOn', code: 'assessment/in-the-future' },
    { path: 'methods', code: 'required' },
    { path: 'explainedItems', code: 'assessment/not-all-explained' },
    { path: 'presenting', code: 'required' },
    { path: 'strengths', code: 'assessment/no-strength' },
    { path: 'problems.0.cause', code: 'required' },
    { path: 'problems.0.nature', code: 'required' },
    { path: 'problems.0.degree', code: 'required' },
    { path: 'problems.0.factors', code: 'required' },
    { path: 'needs', code: 'assessment/no-need-linked' },
    { path: 'needsCaseManagement', code: 'required' },
    { path: 'summary', code: 'required' },
  ])
  expect(await world.counts()).toEqual(before)
})

test('rows are added, changed, moved and removed as the sheet is saved', async () => {
  const world = await testWorld()
  const { worker, caseId } = await aStage(world)
  const { path, sheet, version } = await aDraftAssessment(world, worker, caseId)
  const [first, second] = sheet.strengths
  if (!first || !second) throw new Error('The factory names two strengths')
  const third = { id: randomUUID(), level: 'social' as const, description: '邻居愿意帮忙接送。' }
  const strengths = [third, { ...second, description: '奶奶和他最亲。' }]
  const changed = { ...sheet, strengths, needs: [] }

  const saved = await world.as(worker).put(path, changed, { version })
  expect(saved).toMatchObject({ status: 200, body: { version: version + 1 } })
  expect((await world.as(worker).get(path)).body['sheet']).toEqual(changed)
  expect(await world.rows('select id from needs')).toEqual([])
})

test('a level-4 signature waits for the supervisor, whose co-signature hands the work to the manager', async () => {
  const world = await testWorld()
  const { worker, supervisor, caseId } = await aStage(world, 4)
  const { path, version } = await aSignedAssessment(world, worker, caseId)
  expect((await world.as(worker).get(path)).body).toMatchObject({
    state: 'awaiting-cosignature',
    abilities: { cosign: 'not-you', confirm: 'not-now' },
  })
  const cosign = { kind: 'cosign-assessment', owner_id: supervisor.id }
  expect(await openTasks(world, caseId)).toContainEqual(cosign)

  const cosigned = await world.as(supervisor).put(`${path}/cosignature`, {}, { version })
  expect(cosigned).toMatchObject({
    status: 200,
    body: { state: 'signed', cosignature: { by: { id: supervisor.id } } },
  })
  const tasks = await openTasks(world, caseId)
  expect(tasks).toContainEqual({ kind: 'confirm-assessment', owner_id: worker.id })
  expect(tasks).not.toContainEqual(cosign)
  expect((await world.story()).slice(-2)).toEqual(['assessment-signed', 'assessment-cosigned'])
})

test('the author does not co-sign, level 4 does not, and nobody co-signs what does not wait for it', async () => {
  const world = await testWorld()
  const { agencyId, worker, supervisor, caseId, clientId } = await aStage(world, 4)
  const { path, version } = await aSignedAssessment(world, worker, caseId)
  const other = await world.worker(agencyId, { name: '吴芳', level: 4 })
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [agencyId, caseId, other.id, worker.id],
  )
  const before = await world.counts()

  const own = await world.as(worker).put(`${path}/cosignature`, {}, { version })
  const low = await world.as(other).put(`${path}/cosignature`, {}, { version })
  const early = await world.as(worker).put(`${path}/client-view`, anAgreement(clientId), { version })
  expect([own, low, early]).toMatchObject([
    { status: 403, body: { code: 'own-work' } },
    { status: 403, body: { code: 'level-too-low' } },
    { status: 409, body: { code: 'assessment/awaits-cosignature' } },
  ])
  expect(await world.counts()).toEqual(before)

  const cosigned = await world.as(supervisor).put(`${path}/cosignature`, {}, { version })
  const twice = await world
    .as(supervisor)
    .put(`${path}/cosignature`, {}, { version: Number(cosigned.body['version']) })
  expect(twice).toMatchObject({ status: 409, body: { code: 'assessment/not-awaiting-cosignature' } })
})

test('without a supervisor the head of the agency is asked to co-sign', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { name: '何院长', role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { level: 4 })
  const { caseId } = await aCaseInAssessment(world, worker)
  const { path, version } = await aSignedAssessment(world, worker, caseId)
  expect(await openTasks(world, caseId)).toContainEqual({ kind: 'cosign-assessment', owner_id: head.id })
  expect((await world.as(head).put(`${path}/cosignature`, {}, { version })).status).toBe(200)
})

test('a correction says what was corrected and still opens the plan', async () => {
  const world = await testWorld()
  const { worker, caseId, clientId } = await aStage(world)
  const { path, version } = await aSignedAssessment(world, worker, caseId)
  const before = await world.counts()
  const corrected = anAgreement(clientId, { view: 'corrected', way: 'oral-with-witness' })
  const mute = await world.as(worker).put(`${path}/client-view`, corrected, { version })
  expect(mute).toMatchObject({ status: 422, body: { fields: [{ path: 'text', code: 'required' }] } })
  expect(await world.counts()).toEqual(before)

  const text = '不是两个月，是六个星期。'
  const said = await world.as(worker).put(`${path}/client-view`, { ...corrected, text }, { version })
  expect(said.body).toMatchObject({ state: 'corrected', unconfirmed: false, clientView: { text } })
  expect(await world.rows('select stage from cases where id = $1', [caseId])).toEqual([{ stage: 'plan' }])
})

test('without the client’s agreement the case stays, the assessment is flagged, and another is due', async () => {
  const world = await testWorld()
  const { worker, caseId, clientId } = await aStage(world)
  const { path, version } = await aSignedAssessment(world, worker, caseId)
  const refused = anAgreement(clientId, { view: 'not-confirmed', text: '他认为没有问题。' })
  const answer = await world.as(worker).put(`${path}/client-view`, refused, { version })
  expect(answer.body).toMatchObject({ state: 'not-confirmed', unconfirmed: true })
  expect(await world.rows('select stage from cases where id = $1', [caseId])).toEqual([
    { stage: 'assessment' },
  ])
  expect((await openTasks(world, caseId)).map(({ kind }) => kind)).toContain('write-assessment')
  const again = await world
    .as(worker)
    .put(`${path}/client-view`, anAgreement(clientId), { version: version + 1 })
  expect(again).toMatchObject({ status: 409, body: { code: 'assessment/view-already-given' } })
})

test('only the client or a guardian gives the view, and not tomorrow', async () => {
  const world = await testWorld()
  const { worker, caseId, clientId } = await aStage(world)
  const { path, version } = await aSignedAssessment(world, worker, caseId)
  const neighbour = await aPerson(world, worker, '邻居老张')
  const before = await world.counts()
  const given = anAgreement(neighbour, { givenAt: '2026-03-03T08:00:00+08:00' })
  const answer = await world.as(worker).put(`${path}/client-view`, given, { version })
  expect(answer.body['fields']).toEqual([
    { path: 'personId', code: 'assessment/not-client-or-guardian' },
    { path: 'givenAt', code: 'assessment/in-the-future' },
  ])
  expect(await world.counts()).toEqual(before)

  const guardian = await aPerson(world, worker, '王桂英', '1955-01-01')
  await world.rows(
    `insert into relations (agency_id, id, person_id, relative_id, kind, guardian, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, 'paternal-grandmother', true, $4)`,
    [worker.agencyId, clientId, guardian, worker.id],
  )
  const agreed = await world.as(worker).put(`${path}/client-view`, anAgreement(guardian), { version })
  expect(agreed.body).toMatchObject({ clientView: { person: { id: guardian, name: '王桂英' } } })
})

test('the first assessment waits for its stage; afterwards one at a time, whatever the stage', async () => {
  const world = await testWorld()
  const { worker, caseId, clientId } = await aStage(world)
  const open = () =>
    world.as(worker).post(`/cases/${caseId}/assessments`, { id: randomUUID(), kind: 'reassessment' })
  await world.rows(`update cases set stage = 'intake' where id = $1`, [caseId])
  const before = await world.counts()
  expect(await open()).toMatchObject({ status: 409, body: { code: 'wrong-stage' } })
  expect((await world.as(worker).get(`/cases/${caseId}/assessments`)).body).toMatchObject({
    rows: [],
    abilities: { open: 'not-now' },
  })
  expect(await world.rows('select 1 from assessments')).toEqual([])
  expect((await world.counts())['tasks']).toEqual(before['tasks'])

  await world.rows(`update cases set stage = 'assessment' where id = $1`, [caseId])
  await aConfirmedAssessment(world, worker, { caseId, clientId })
  world.at('2026-06-01T02:00:00Z')
  expect((await open()).status).toBe(201)
  expect(await open()).toMatchObject({ status: 409, body: { code: 'assessment/draft-already-there' } })
  const list = await world.as(worker).get(`/cases/${caseId}/assessments?limit=1`)
  expect(list.body).toMatchObject({
    rows: [{ kind: 'reassessment', state: 'draft' }],
    abilities: { open: 'not-now' },
  })
  const rest = await world
    .as(worker)
    .get(`/cases/${caseId}/assessments?limit=1&after=${String(list.body['next'])}`)
  expect(rest.body).toMatchObject({ rows: [{ kind: 'comprehensive', state: 'confirmed' }], next: null })
})

test('out of sight is absent, and whoever only reads the case does not write in it', async () => {
  const world = await testWorld()
  const { agencyId, worker, supervisor, caseId, clientId } = await aStage(world)
  const { path, sheet, version } = await aDraftAssessment(world, worker, caseId)
  const colleague = await world.worker(agencyId, { name: '吴芳' })
  const elsewhere = await world.worker(await world.agency({ name: '晨光社工站' }))
  const other = await aCaseInAssessment(world, worker)
  const before = await world.counts()

  const acts = [
    ['', sheet],
    ['/signature', {}],
    ['/cosignature', {}],
    ['/client-view', anAgreement(clientId)],
  ] as const
  for (const stranger of [colleague, elsewhere]) {
    expect((await world.as(stranger).get(path)).status).toBe(404)
    for (const [noun, body] of acts)
      expect((await world.as(stranger).put(`${path}${noun}`, body, { version })).status).toBe(404)
  }
  for (const [noun, body] of [acts[0], acts[1], acts[3]])
    expect(await world.as(supervisor).put(`${path}${noun}`, body, { version })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed' },
    })
  // The same assessment is not found through another case of the same worker.
  expect((await world.as(worker).get(path.replace(caseId, other.caseId))).status).toBe(404)
  expect(await world.counts()).toEqual(before)
})

test('whoever saw an older version gets the present one and has changed nothing', async () => {
  const world = await testWorld()
  const { worker, caseId } = await aStage(world)
  const { path, sheet } = await aDraftAssessment(world, worker, caseId)
  const before = await world.counts()
  const late = await world
    .as(worker)
    .put(path, { ...sheet, summary: '晚到的', problems: [], needs: [] }, { version: 1 })
  expect(late).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { version: 2, sheet } },
  })
  expect(await world.counts()).toEqual(before)
})

test('what must be said later is added to a signed assessment, never to a draft, and changes nothing of it', async () => {
  const world = await testWorld()
  const { worker, supervisor, caseId } = await aStage(world)
  const draft = await aDraftAssessment(world, worker, caseId)
  const addendum = { id: randomUUID(), text: '小龙后来说是三个同学。', reason: '家访时了解到' }
  const before = await world.counts()
  const early = await world.as(worker).post(`${draft.path}/addenda`, addendum)
  expect(early).toMatchObject({ status: 409, body: { code: 'assessment/not-signed' } })
  expect(await world.counts()).toEqual(before)

  await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  const reader = await world.as(supervisor).post(`${draft.path}/addenda`, addendum)
  expect(reader).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  const added = await world.as(worker).post(`${draft.path}/addenda`, addendum)
  expect(added).toMatchObject({ status: 201, body: { sheet: draft.sheet, addenda: [addendum] } })
  expect((await world.story()).at(-1)).toBe('addendum-added')
})

/** Does something as this worker does it inside a request. */
const inside = <T>(world: World, worker: TestWorker, work: (tx: Transaction) => Promise<T>) => {
  const posts = { deskPost: randomUUID(), headPost: randomUUID() }
  const { agencyId, id: workerId, name, role, level } = worker
  const principals = principalsOf(workerId, role, posts)
  const signedIn = { signInId: randomUUID(), language: 'zh-CN' as const, agencyName: '', demo: false }
  const actor = { ...signedIn, agencyId, workerId, name, role, level, principals }
  return enterAs(world.platform.database, { actor, operation: 'plan.read', now: world.now() }, work)
}

test('the plan reads the latest confirmed assessment, and the look is noted', async () => {
  const world = await testWorld()
  const { worker, caseId, clientId } = await aStage(world)
  expect(await inside(world, worker, (tx) => latestConfirmedAssessment(tx, caseId))).toBeNull()
  const { id, sheet } = await aConfirmedAssessment(world, worker, { caseId, clientId })
  world.at('2026-06-01T02:00:00Z')
  await aSignedAssessment(world, worker, caseId)

  const read = await inside(world, worker, async (tx) => ({
    found: await latestConfirmedAssessment(tx, caseId),
    seen: tx.seen,
  }))
  expect(read.found).toMatchObject({ id, sheet, clientView: { view: 'confirmed' } })
  expect(read.seen).toEqual([{ kind: 'assessment', id, caseId }])
})
