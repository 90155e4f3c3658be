import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { referralReason } from '#contract/codes/index.ts'
import { aCaseInAssessment, aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aConsent } from '#server/consent/consents.factory.ts'
import { enterJob } from '#server/entrance/index.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aReferral, anElderConsents, anElderOfDistrictB, anElderReferred } from './referrals.factory.ts'
import { tellOfSilentReferral } from './silence.jobs.ts'

const step = (move: string, words = '', on: string | null = null) => ({ move, words, on })
const stepThere = (move: string, words = '', on: string | null = null) => ({
  ...step(move, words, on),
  inquiryId: move === 'accept' ? randomUUID() : null,
})

const notices = (world: World, worker: TestWorker) =>
  world
    .rows<{ kind: string }>('select kind from notices where worker_id = $1 order by told_at, kind', [
      worker.id,
    ])
    .then((rows) => rows.map(({ kind }) => kind))

test('an elder of district B is referred, accepted there, helped, and says so', async () => {
  const world = await testWorld()
  const elder = await anElderReferred(world, { sent: false })
  const { worker, receiver, receiverHead, path, came } = elder
  const preview = await world.as(worker).get(`${path}/package`)
  expect(preview.body['missing']).toEqual({ sections: [], kinds: [] })
  expect((await world.as(receiver).get(came)).status).toBe(404)

  const sent = await world.as(worker).put(`${path}/sending`, {}, { version: 1 })
  expect([sent.status, sent.body['state'], sent.body['sheet']['replyBy']]).toEqual([
    200,
    'requested',
    '2026-03-09',
  ])
  const frozen = await world.as(worker).get(`${path}/package`)
  const seen = await world.as(receiver).get(came)
  // Exactly what was previewed is what the receiver sees, and its fingerprint is the same on both sides.
  expect(seen.body['contents']).toEqual(preview.body['contents'])
  expect([seen.body['hash'], String(seen.body['hash']).length]).toEqual([frozen.body['hash'], 64])
  expect(await notices(world, receiverHead)).toEqual(['referral-received'])

  const answers: unknown[] = []
  const there = async (move: string, version: number, ...said: [string?, string?]) => {
    const body = stepThere(move, ...said)
    const { status, body: view } = await world.as(receiver).put(`${came}/step`, body, { version })
    answers.push([move, status, view['state'] ?? view['code']])
    return { body, view }
  }
  await there('begin', 2, '', '2026-03-02')
  await there('receive', 2)
  const { body: accepted, view } = await there('accept', 3)
  expect(view['inquiryId']).toBe(accepted.inquiryId)
  await there('complete', 4, '已开始送餐')
  await there('begin', 4, '', '2026-03-02')
  await there('complete', 5, '每天送餐，已陪同就医一次。')
  expect(answers).toEqual([
    ['begin', 409, 'sharing/not-that-step'],
    ['receive', 200, 'received'],
    ['accept', 200, 'accepted'],
    ['complete', 409, 'sharing/not-that-step'],
    ['begin', 200, 'in-progress'],
    ['complete', 200, 'completed'],
  ])
  // The receiver’s own first contact says who referred and why; it is tied to the package, and names nobody yet.
  const inquiry = await world.as(receiver).get(`/inquiries/${accepted.inquiryId}`)
  expect(inquiry.body['sheet']).toMatchObject({
    source: 'transferred',
    referrerName: '甲区社工站',
    referrerReason: '不属于服务区域',
    clientId: null,
  })
  const told = await world.as(worker).get(path)
  expect(told.body).toMatchObject({
    state: 'completed',
    outcome: '每天送餐，已陪同就医一次。',
    firstHelpOn: '2026-03-02',
    answer: { by: '乙区社工站' },
    possible: ['confirm', 'deny', 'mistake'],
  })
  expect(await notices(world, worker)).toEqual(Array(4).fill('referral-answered'))
  const due = await world.as(worker).get('/today')
  expect([...(due.body['rows'] ?? [])].map((row) => row['kind'])).toContain('confirm-referral')
  const confirmed = await world
    .as(worker)
    .put(`${path}/step`, step('confirm', '饭菜合口味。'), { version: told.body['version'] })
  expect(confirmed.body).toMatchObject({ state: 'client-confirmed', confirmed: { words: '饭菜合口味。' } })
  expect(
    [...((await world.as(worker).get('/today')).body['rows'] ?? [])].map((row) => row['kind']),
  ).not.toContain('confirm-referral')
  expect((await world.story()).filter((what) => what.startsWith('referral'))).toEqual([
    'referral-sent',
    ...Array(5).fill('referral-moved'),
  ])
})

test('the receiving agency sees the package and never the case; each look is on the audit of both', async () => {
  const world = await testWorld()
  const elder = await anElderReferred(world)
  const { worker, receiver, path, came, personId, inquiryId, agencyId } = elder
  expect((await world.as(receiver).get(came)).status).toBe(200)
  for (const hidden of [path, `${path}/package`, `/people/${personId}`, `/inquiries/${inquiryId}`])
    expect([hidden, (await world.as(receiver).get(hidden)).status]).toEqual([hidden, 404])
  const lines = await world.rows(
    `select agency_id = $2 as theirs, operation, act, subject_kind, person_id, inquiry_id from audit_log
     where worker_id = $1 and subject_id = $3 and outcome = 'done' order by agency_id = $2`,
    [receiver.id, agencyId, came.split('/').at(-1)],
  )
  const line = { operation: 'received-referral.read', act: 'look' }
  expect(lines).toEqual([
    { ...line, theirs: false, subject_kind: 'received-referral', person_id: null, inquiry_id: null },
    { ...line, theirs: true, subject_kind: 'shared-package', person_id: personId, inquiry_id: inquiryId },
  ])
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const log = await world.as(inspector).get('/audit?limit=100')
  expect([...(log.body['rows'] ?? [])].map((row) => row['worker']['name'])).toContain('乙区社工站 · 马静')

  // The database alone: a third agency, and the receiver’s own role, past the program.
  const third = await world.worker(await world.agency({ name: '丙区社工站' }))
  const asRole = (who: TestWorker, text: string) => countAs(world, who, text)
  const packages = 'select count(*)::int as found from referral_packages'
  expect(await asRole(receiver, packages)).toBe(1)
  expect(await asRole(third, packages)).toBe(0)
  for (const table of ['referrals', 'referral_moves', 'cases', 'people', 'inquiries'])
    expect([table, await asRole(receiver, `select count(*)::int as found from ${table}`)]).toEqual([table, 0])
  expect((await world.as(third).get(came)).status).toBe(404)
  expect((await world.as(worker).get(path)).body['state']).toBe('requested')
})

/** What one role of the database counts, in one transaction as this worker. */
async function countAs(world: World, who: TestWorker, text: string): Promise<number> {
  const client = await world.platform.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'alongside_worker', true), set_config('app.agency', $1, true),
              set_config('app.worker', $2, true), set_config('app.principals', $3, true)`,
      [who.agencyId, who.id, `{${who.id}}`],
    )
    const { rows } = await client.query<{ found: number }>(text)
    return rows[0]?.found ?? -1
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('consent is withdrawn in the middle: sight ends in that second, and both are told', async () => {
  const world = await testWorld()
  const elder = await anElderReferred(world)
  const { worker, receiver, receiverHead, path, came, personId, consentId } = elder
  await world.as(receiver).put(`${came}/step`, stepThere('accept'), { version: 2 })
  expect((await world.as(receiver).get(came)).body['contents']).not.toBeNull()
  await world
    .as(worker)
    .put(
      `/people/${personId}/consents/${consentId}/withdrawal`,
      { reason: '老人改变了主意。' },
      { version: 1 },
    )
  const blind = await world.as(receiver).get(came)
  expect([
    blind.status,
    blind.body['contents'],
    blind.body['sightEnded']['why'],
    blind.body['state'],
  ]).toEqual([200, null, 'consent-withdrawn', 'accepted'])
  expect(await countAs(world, receiver, 'select count(*)::int as found from referral_packages')).toBe(0)
  const here = await world.as(worker).get(path)
  expect([here.body['sightEnded']['why'], [...(here.body['steps'] ?? [])].at(-1)?.['move']]).toEqual([
    'consent-withdrawn',
    'withdraw',
  ])
  expect(await notices(world, worker)).toContain('referral-sight-ended')
  // Whoever took it is told; nobody else there.
  expect(await notices(world, receiver)).toEqual(['referral-sight-ended'])
  expect(await notices(world, receiverHead)).toEqual(['referral-received'])
  // The help itself goes on, and is still reported.
  const begun = await world
    .as(receiver)
    .put(`${came}/step`, stepThere('begin', '', '2026-03-02'), { version: blind.body['version'] })
  expect([begun.status, begun.body['state']]).toEqual([200, 'in-progress'])
  expect(await world.story()).toContain('referral-sight-ended')
})

test('what nobody has answered is over with the consent; what is declined is no longer seen', async () => {
  const world = await testWorld()
  const { worker, receiver, path, came, personId, consentId } = await anElderReferred(world)
  const withdrawal = `/people/${personId}/consents/${consentId}/withdrawal`
  await world.as(worker).put(withdrawal, { reason: '老人改变了主意。' }, { version: 1 })
  expect((await world.as(worker).get(path)).body['state']).toBe('cancelled')
  const before = await world.counts()
  const late = await world.as(receiver).put(`${came}/step`, stepThere('accept'), { version: 3 })
  expect([late.status, late.body['code']]).toEqual([409, 'sharing/not-that-step'])
  expect(await world.counts()).toEqual(before)

  const other = await anElderReferred(world)
  const no = await world
    .as(other.receiver)
    .put(`${other.came}/step`, stepThere('reject', '本月没有名额。'), { version: 2 })
  expect([no.body['state'], no.body['sightEnded']['why']]).toEqual(['rejected', 'declined'])
  expect((await world.as(other.receiver).get(other.came)).body['contents']).toBeNull()
})

test('sending is refused until it is whole, assessed and consented to, and writes nothing', async () => {
  const world = await testWorld()
  const elder = await anElderOfDistrictB(world)
  const { worker, personId, inquiryId, there } = elder
  const api = world.as(worker)
  const referral = aReferral({ inquiryId, receiverAgencyId: there, summary: '', replyBy: '2026-03-01' })
  await api.post(`/people/${personId}/referrals`, referral)
  const path = `/people/${personId}/referrals/${referral.id}`
  const { id: _id, caseId: _case, inquiryId: _inquiry, ...sheet } = referral
  // Each reason of the list opens a referral.
  for (const reason of referralReason.codes) {
    const other = aReferral({ inquiryId, receiverAgencyId: there, reason })
    const { status, body } = await api.post(`/people/${personId}/referrals`, other)
    expect([reason, status, body['sheet']['reason']]).toEqual([reason, 201, reason])
  }
  const refusedToSend = async (version: number) => {
    const before = await world.counts()
    const { status, body } = await api.put(`${path}/sending`, {}, { version })
    expect(await world.counts()).toEqual(before)
    return [status, body['code'], [...(body['fields'] ?? [])].map((field) => field['path'])]
  }
  expect(await refusedToSend(1)).toEqual([422, 'sheet-unfinished', ['summary', 'replyBy']])
  await api.put(path, { ...sheet, summary: '独居', replyBy: null }, { version: 1 })
  const sections = ['sections.identity', 'sections.contact', 'sections.first-contact']
  expect(await refusedToSend(2)).toEqual([422, 'sharing/not-consented', sections])
  // A consent that names another receiver, and one that leaves a section out, cover nothing or less.
  await anElderConsents(world, elder, { receivers: [{ kind: 'other', name: '丙区社工站' }] })
  expect(await refusedToSend(2)).toEqual([422, 'sharing/not-consented', sections])
  await anElderConsents(world, elder, { sections: ['identity'] })
  expect(await refusedToSend(2)).toEqual([422, 'sharing/not-consented', sections.slice(1)])
  const preview = await api.get(`${path}/package`)
  expect([...(preview.body['contents']?.['sections'] ?? [])].map((one) => one['section'])).toEqual([
    'identity',
  ])
  expect(preview.body['missing']['sections']).toEqual(['contact', 'first-contact'])
  // Health is sensitive: it needs a consent of its own.
  await anElderConsents(world, elder)
  await api.put(
    path,
    { ...sheet, summary: '独居', replyBy: null, sensitiveKinds: ['health'] },
    { version: 2 },
  )
  expect(await refusedToSend(3)).toEqual([422, 'sharing/not-consented', ['sensitiveKinds.health']])

  // In a case nobody is referred before an assessment is signed.
  const { caseId, clientId } = await anOpenCase(world, worker)
  const early = aReferral({ caseId, receiverAgencyId: there, sections: ['identity'] })
  await api.post(`/people/${clientId}/referrals`, early)
  const answer = await api.put(`/people/${clientId}/referrals/${early.id}/sending`, {}, { version: 1 })
  expect([answer.status, answer.body['code']]).toEqual([422, 'sharing/not-assessed'])
})

test('a referral runs beside an open case; what is sent stays, and each no says why', async () => {
  const world = await testWorld()
  const elder = await anElderOfDistrictB(world)
  const { worker, supervisor, there, agencyId } = elder
  const { caseId, clientId } = await aCaseInAssessment(world, worker)
  await aSignedAssessment(world, worker, caseId)
  const api = world.as(worker)
  const consent = aConsent({
    caseId,
    giver: 'client',
    sensitiveKind: null,
    sections: ['assessment'],
    heard: '',
    receivers: [{ kind: 'school', name: '安宁小学' }],
  })
  await world.rows(`update people set birth_date = '2000-01-01' where id = $1`, [clientId])
  expect((await api.post(`/people/${clientId}/consents`, consent)).status).toBe(201)
  const referral = aReferral({
    caseId,
    kind: 'partial',
    reason: 'new-need',
    way: 'paper',
    receiverKind: 'school',
    receiverName: '安宁小学',
    sections: ['assessment'],
    urgency: 'urgent',
  })
  const list = `/people/${clientId}/referrals`
  const path = `${list}/${referral.id}`
  const refused = async (answer: Promise<{ status: number; body: { [key: string]: unknown } }>) => {
    const before = await world.counts()
    const { status, body } = await answer
    expect(await world.counts()).toEqual(before)
    return [status, body['code']]
  }
  const both = { ...referral, inquiryId: elder.inquiryId }
  expect(await refused(api.post(list, both))).toEqual([422, 'sharing/one-place'])
  expect(await refused(api.post(`/people/${elder.personId}/referrals`, referral))).toEqual([
    422,
    'sharing/not-of-this-case',
  ])
  const nowhere = { ...referral, way: 'agency', receiverAgencyId: randomUUID() }
  expect(await refused(api.post(list, nowhere))).toEqual([422, 'sharing/no-such-agency'])
  const ownAgency = { ...nowhere, receiverAgencyId: agencyId }
  expect(await refused(api.post(list, ownAgency))).toEqual([422, 'sharing/no-such-agency'])
  expect((await api.post(list, referral)).status).toBe(201)

  // A worker of the first level writes it; whoever oversees the case sends it.
  await world.rows('update workers set level = 4 where id = $1', [worker.id])
  expect(await refused(api.put(`${path}/sending`, {}, { version: 1 }))).toEqual([403, 'level-too-low'])
  const sent = await world.as(supervisor).put(`${path}/sending`, {}, { version: 1 })
  expect([sent.status, sent.body['sheet']['replyBy']]).toEqual([200, '2026-03-04'])
  expect((await api.get(`/cases/${caseId}`)).body['state']).toBe('open')
  const { id: _i, caseId: _c, inquiryId: _q, ...sheet } = referral
  expect(await refused(api.put(path, sheet, { version: 2 }))).toEqual([409, 'sharing/sent-already'])
  expect(await refused(api.put(`${path}/step`, step('cancel'), { version: 2 }))).toEqual([
    422,
    'sheet-unfinished',
  ])
  // The letter is answered on paper; the worker writes down what it says.
  const answered = await api.put(`${path}/step`, step('accept'), { version: 2 })
  expect(answered.body).toMatchObject({ state: 'accepted', answer: { by: '安宁小学' } })
  expect([...(answered.body['steps'] ?? [])].at(-1)).toMatchObject({ party: 'receiver', name: '安宁小学' })
  const page = await api.get(`${list}?caseId=${caseId}`)
  expect([[...(page.body['rows'] ?? [])].length, page.body['abilities']['write']]).toEqual([1, 'yes'])
  expect([...((await api.get('/referrals?show=running')).body['rows'] ?? [])].length).toBe(1)
  expect((await api.get('/referral-receivers')).body['agencies']).toEqual([{ id: there, name: '乙区社工站' }])

  // The database itself: what was sent does not change, and a package never.
  await expect(world.rows(`update referrals set summary = 'x' where id = $1`, [referral.id])).rejects.toThrow(
    'was sent as it is',
  )
  await expect(
    world.rows(`update referral_packages set content_hash = 'x' where referral_id = $1`, [referral.id]),
  ).rejects.toThrow('never changes')
})

test('silence is told to the supervisor and the head when its day is over, once, and never after an answer', async () => {
  const world = await testWorld()
  const { worker, supervisor, head, receiver, agencyId, referral, came } = await anElderReferred(world)
  const [job] = await world.rows<{ run_at: Date; payload: { [key: string]: string } }>(
    `select j.run_at, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
     where j.task_identifier = 'tell-of-silent-referral'`,
  )
  expect(job?.run_at.toISOString()).toBe('2026-03-09T15:59:59.000Z')
  world.at('2026-03-09T16:30:00Z')
  const overdue = await world.as(worker).get('/referrals?show=overdue')
  expect([...(overdue.body['rows'] ?? [])].map((row) => [row['id'], row['overdue']])).toEqual([
    [referral.id, true],
  ])
  const run = () =>
    enterJob(world.platform, tellOfSilentReferral)(
      { agencyId, workerId: worker.id, referralId: referral.id },
      '1',
    )
  await run()
  await run()
  for (const who of [worker, supervisor, head]) expect(await notices(world, who)).toEqual(['referral-silent'])

  const other = await anElderReferred(world)
  await world.as(other.receiver).put(`${other.came}/step`, stepThere('accept'), { version: 2 })
  await enterJob(world.platform, tellOfSilentReferral)(
    { agencyId: other.agencyId, workerId: other.worker.id, referralId: other.referral.id },
    '2',
  )
  expect(await notices(world, other.head)).toEqual([])
  // Two who answer at once: one is in time, the other is told that it came too late.
  const twice = await Promise.all(
    [1, 2].map(() => world.as(receiver).put(`${came}/step`, stepThere('accept'), { version: 2 })),
  )
  expect(twice.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412'])
})
