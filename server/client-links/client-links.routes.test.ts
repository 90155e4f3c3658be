import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anAgreement } from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aConsent } from '#server/consent/consents.factory.ts'
import { aPublishedQuestionnaire } from '#server/instruments/questionnaires/questionnaires.factory.ts'
import { enterJob } from '#server/entrance/index.ts'
import { testWorld } from '#server/testing/world.ts'
import {
  aSignedCase,
  askingOf,
  issued,
  onThePhone,
  openWith,
  type SignedCase,
  takeAnswers,
} from './client-links.factory.ts'
import { takeLinkAnswer } from './taking.jobs.ts'

const toConfirm = ({ signed }: SignedCase) => ({ purpose: 'confirmation', assessmentId: signed.id })
const linksPath = ({ caseId, signed }: SignedCase) =>
  `/cases/${caseId}/client-links?purpose=confirmation&subjectId=${signed.id}`

test('child and guardian confirm each by a link of their own: corrections are a version, and one no is a no', async () => {
  const place = await aSignedCase()
  const { world, worker, head, caseId, childId, guardianId, signed } = place
  const api = world.as(worker)
  const { token, id: linkId, view } = await issued(world, worker, caseId, askingOf(childId, toConfirm(place)))
  const hers = await issued(world, worker, caseId, askingOf(guardianId, toConfirm(place)))
  expect(view['link']).toMatchObject({ receiverName: '李小龙', isOpen: true, answer: 'none' })
  // What lies in the database opens nothing and says nothing.
  const [kept] = await world.rows<{ all: string }>(
    'select string_agg(l::text || p::text, null) as all from secure_links l join link_papers p on p.link_id = l.id',
  )
  for (const secret of [token, '138 0931', signed.sheet.summary])
    expect(kept?.all.includes(secret)).toBe(false)
  const both = [
    { name: '李小龙', part: 'client' },
    { name: '王桂英', part: 'guardian' },
  ]
  expect((await api.get(signed.path)).body).toMatchObject({ unconfirmed: true, awaited: both })
  const list = await api.get(`/cases/${caseId}/assessments`)
  expect(list.body['rows']).toMatchObject([{ unconfirmed: true, awaited: both }])
  const paper = JSON.stringify((await api.get(`/cases/${caseId}/documents/F08?language=en`)).body)
  for (const name of ['李小龙', '王桂英'])
    expect(paper).toContain(`Not confirmed yet: ${name}, awaited since`)

  const them = await onThePhone(world, token)
  const { status, body } = await them.get('/link/paper')
  const { presenting, strengths, summary, suggestion, plainWords } = signed.sheet
  const [problem] = signed.sheet.problems
  expect([status, body]).toMatchObject([
    200,
    {
      receiverName: '李小龙',
      language: 'ru',
      help: { emergencyNumbers: '110 · 120' },
      paper: {
        clientName: '李小龙',
        sheet: {
          presenting,
          summary,
          suggestion,
          plainWords,
          strengths: strengths.map(({ id }) => ({ id })),
        },
      },
    },
  ])
  // Codes, theory and the worker's analysis are not for the client.
  const text = JSON.stringify(body)
  for (const hidden of [signed.sheet.theoryNote, signed.sheet.psychological, 'ecological-systems'])
    expect(text).not.toContain(hidden)

  const line = `problems.${problem?.id}`
  const says = 'Он не прогуливает, он боится двоих.'
  const answer = (but: object = {}) => ({
    linkId,
    purpose: 'confirmation',
    view: 'corrected',
    text: '',
    language: 'ru',
    corrections: [{ line, says }],
    ...but,
  })
  const send = (given: object, version = 1) => them.put('/link/paper/answer', given, { version })
  const before = await world.counts()
  for (const [given, version, wanted, problemThere] of [
    [answer(), 9, 412, { code: 'changed-meanwhile' }],
    // Typed for another link, in a browser that opened this one since.
    [answer({ linkId: hers.id }), 1, 401, { code: 'not-signed-in' }],
    [
      { linkId, purpose: 'scale', language: 'ru', answers: {} },
      1,
      422,
      { code: 'client-links/other-purpose' },
    ],
    [answer({ corrections: [] }), 1, 422, { fields: [{ path: 'text', code: 'required' }] }],
    [answer({ view: 'confirmed' }), 1, 422, { fields: [{ code: 'assessment/confirmed-as-it-stands' }] }],
    [
      answer({ corrections: [{ line: `problems.${randomUUID()}`, says }] }),
      1,
      422,
      { fields: [{ code: 'assessment/no-such-line' }] },
    ],
    [answer({ personId: guardianId }), 1, 400, {}],
  ] as const)
    expect(await send(given, version)).toMatchObject({ status: wanted, body: problemThere })
  expect(await world.counts()).toEqual(before)

  expect(await send(answer())).toMatchObject({ status: 200, body: { danger: false } })
  expect(await openWith(world, token)).toMatchObject({ status: 409, body: { code: 'links/answered' } })
  expect(await them.get('/link/paper')).toMatchObject({ status: 409, body: { code: 'links/answered' } })
  const [sealed] = await world.rows<{ all: string }>('select a::text as all from link_answers a')
  expect(sealed?.all).not.toContain('прогуливает')
  await takeAnswers(world)
  const child = { person: { id: childId, name: '李小龙' }, way: 'electronic', byLink: true, language: 'ru' }
  expect((await api.get(signed.path)).body).toMatchObject({
    state: 'corrected',
    // The guardian was asked too, and has not answered.
    unconfirmed: true,
    awaited: [{ name: '王桂英', part: 'guardian' }],
    sheet: signed.sheet,
    clientView: { ...child, corrections: [{ line, says }], recordedBy: { id: worker.id } },
  })
  expect(await world.rows('select was, says, given_by from assessment_corrections')).toEqual([
    { was: problem?.description, says, given_by: childId },
  ])
  expect((await api.get('/notices')).body['rows']).toMatchObject([{ kind: 'link-answered' }])
  expect((await world.story()).slice(-2)).toContain('assessment-corrected')
  const lines = await world.rows(
    `select distinct operation, act, case_id from audit_log where worker_role = 'link-receiver' and outcome = 'done' order by 1`,
  )
  expect(lines).toEqual([
    { operation: 'linked-paper.answer', act: 'change', case_id: caseId },
    { operation: 'linked-paper.read', act: 'look', case_id: caseId },
  ])

  // The same person is not asked twice; the guardian says no, and it is unconfirmed wherever it is used.
  expect(await api.post(`/cases/${caseId}/client-links`, askingOf(childId, toConfirm(place)))).toMatchObject({
    status: 409,
    body: { code: 'assessment/view-already-given' },
  })
  const grandmother = await onThePhone(world, hers.token)
  const no = answer({
    linkId: hers.id,
    view: 'not-confirmed',
    text: '他说得不全。',
    corrections: [],
    language: 'zh-CN',
  })
  expect((await grandmother.put('/link/paper/answer', no, { version: 1 })).status).toBe(200)
  await takeAnswers(world)
  // Work done twice is done once.
  await takeAnswers(world)
  expect((await world.as(head).get(signed.path)).body).toMatchObject({
    state: 'not-confirmed',
    unconfirmed: true,
    awaited: [],
    clientView: child,
    furtherViews: [{ person: { name: '王桂英' }, view: 'not-confirmed', text: '', byLink: true }],
    abilities: { confirmBeside: 'not-you' },
  })
  expect((await api.get(signed.path)).body).toMatchObject({ furtherViews: [{ text: '他说得不全。' }] })
  // Both were issued in the same moment.
  const links: readonly { receiverName: string }[] = (await api.get(linksPath(place))).body['rows']
  expect(links.toSorted((one, other) => (one.receiverName < other.receiverName ? -1 : 1))).toMatchObject([
    { receiverName: '李小龙', answer: 'taken' },
    { receiverName: '王桂英', answer: 'taken', isOpen: false, ended: { why: 'answered' } },
  ])
  await expect(world.rows(`update link_answers set given_at = now()`)).rejects.toThrow('only taken')
  await expect(world.rows(`update assessment_further_views set view = 'confirmed'`)).rejects.toThrow(/never/u)
})

test('on the worker’s screen the guardian speaks beside the client, once each, and an answer on paper ends the link', async () => {
  const place = await aSignedCase()
  const { world, worker, caseId, childId, guardianId, signed } = place
  const link = await issued(world, worker, caseId, askingOf(guardianId, toConfirm(place)))
  const give = (personId: string, version: number, but: object = {}) =>
    world.as(worker).put(`${signed.path}/client-view`, { ...anAgreement(personId), ...but }, { version })
  expect(await give(childId, signed.version)).toMatchObject({
    body: { state: 'confirmed', unconfirmed: true, abilities: { confirmBeside: 'yes', confirm: 'not-now' } },
  })
  const second = await give(guardianId, signed.version + 1)
  expect(second.body).toMatchObject({
    state: 'confirmed',
    unconfirmed: false,
    furtherViews: [{ person: { id: guardianId }, way: 'signature', byLink: false }],
    abilities: { confirmBeside: 'not-now' },
  })
  expect((await openWith(world, link.token)).body).toMatchObject({ code: 'links/answered' })
  for (const who of [childId, guardianId])
    expect(await give(who, signed.version + 2)).toMatchObject({
      status: 409,
      body: { code: 'assessment/view-already-given' },
    })
})

test('a link shows its own sheet and nothing else, in the program and in the database', async () => {
  const place = await aSignedCase()
  const { world, worker, caseId, childId, guardianId, agencyId } = place
  const { token, id } = await issued(world, worker, caseId, askingOf(childId, toConfirm(place)))
  await issued(world, worker, caseId, askingOf(guardianId, toConfirm(place)))
  const them = await onThePhone(world, token)
  for (const hidden of [`/cases/${caseId}`, `/people/${childId}`, linksPath(place), '/me'])
    expect([hidden, (await them.get(hidden)).status]).toEqual([hidden, 401])
  expect((await them.get('/link/referral')).status).toBe(404)
  expect((await world.as(worker).get('/link/paper')).status).toBe(401)
  const client = await world.platform.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'alongside_link_receiver', true), set_config('app.agency', $1, true), set_config('app.worker', $2, true)`,
      [agencyId, id],
    )
    expect((await client.query('select link_id from link_papers')).rows).toEqual([{ link_id: id }])
    for (const forbidden of [
      'select 1 from cases',
      'select 1 from assessments',
      'select 1 from assessment_corrections',
      'select 1 from people',
      'select 1 from scale_results',
      'select 1 from link_answers',
      'insert into link_answers default values',
      `update link_papers set contents_sealed = ''`,
      'select receiver_id from secure_links',
    ]) {
      await client.query('savepoint here')
      await expect(client.query(forbidden)).rejects.toThrow('permission denied')
      await client.query('rollback to here')
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('it is issued only where it may be, and ends at once with the case, the right, the consent and the level', async () => {
  const place = await aSignedCase()
  const { world, worker, head, agencyId, caseId, childId, guardianId, signed } = place
  const colleague = await world.worker(agencyId)
  const stranger = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const path = `/cases/${caseId}/client-links`
  const asked = toConfirm(place)
  const before = await world.counts()
  for (const [who, body, status, code] of [
    [colleague, askingOf(childId, asked), 404, 'not-found'],
    [stranger, askingOf(childId, asked), 403, 'not-allowed'],
    [worker, askingOf(randomUUID(), asked), 422, 'client-links/not-client-or-guardian'],
    [
      worker,
      askingOf(childId, { ...asked, assessmentId: randomUUID() }),
      422,
      'client-links/no-such-assessment',
    ],
    [worker, askingOf(childId, asked, { phoneTail: '12' }), 422, 'links/phone-tail'],
    [worker, askingOf(childId, scaleAsked({ instrument: 'none-such' })), 422, 'scales/no-such-instrument'],
    [worker, askingOf(childId, scaleAsked({ informant: 'worker' })), 422, 'sheet-unfinished'],
  ] as const)
    expect([status, code, await world.as(who).post(path, body)]).toMatchObject([
      status,
      code,
      { status, body: { code } },
    ])
  expect(await world.counts()).toEqual(before)

  const ended = async (why: string, end: () => Promise<unknown>, told = 'links/no-longer') => {
    const { token, id } = await issued(world, worker, caseId, askingOf(guardianId, asked))
    const them = await onThePhone(world, token)
    await end()
    const [link] = await world.rows('select ended_why from secure_links where id = $1', [id])
    expect([why, link]).toEqual([why, { ended_why: why }])
    const answer = { linkId: id, purpose: 'confirmation', view: 'confirmed', text: '', language: 'ru' }
    expect(await them.put('/link/paper/answer', answer, { version: 1 })).toMatchObject(
      why === 'revoked' ? { status: 401 } : { status: 409, body: { code: told } },
    )
    expect(await world.rows('select 1 from link_answers')).toEqual([])
    return id
  }
  const revoked = await ended('revoked', async () => {
    const [{ id } = { id: '' }] = await world.rows<{ id: string }>(
      'select id from secure_links where ended_at is null',
    )
    expect((await world.as(worker).put(`${path}/${id}/ending`, {})).status).toBe(200)
  })
  expect(await world.as(worker).put(`${path}/${revoked}/ending`, {})).toMatchObject({ status: 409 })
  const consent = aConsent({ caseId, guardianId, purpose: 'recording', sections: [], receivers: [] })
  expect((await world.as(worker).post(`/people/${childId}/consents`, consent)).status).toBe(201)
  await ended(
    'consent-withdrawn',
    () =>
      world
        .as(worker)
        .put(
          `/people/${childId}/consents/${consent.id}/withdrawal`,
          { reason: '改变了主意' },
          { version: 1 },
        ),
    'links/consent-withdrawn',
  )
  const grants = `case_id = '${caseId}' and principal_id = '${worker.id}'`
  await ended('right-lost', () =>
    world.rows(`update sight_grants set ended_at = now() where ${grants} and ended_at is null`),
  )
  await world.rows(`update sight_grants set ended_at = null where ${grants}`)
  await ended('right-lost', () => world.rows('update workers set active = false where id = $1', [worker.id]))
  await world.rows('update workers set active = true where id = $1', [worker.id])
  await ended('case-sealed', async () => {
    const [row] = await world.rows<{ version: number }>('select version from cases where id = $1', [caseId])
    const body = { level: 'sealed', reason: '家暴', readerIds: [head.id] }
    const sealed = await world
      .as(worker)
      .put(`/cases/${caseId}/confidentiality`, body, { version: row?.version ?? 0 })
    expect(sealed.status).toBe(200)
  })
  expect(await world.as(worker).post(path, askingOf(childId, asked))).toMatchObject({
    status: 409,
    body: { code: 'client-links/sealed' },
  })
  expect((await world.as(worker).get(linksPath(place))).body).toMatchObject({
    abilities: { issue: 'not-now' },
  })
  await world.rows(`update cases set confidentiality = 'normal' where id = $1`, [caseId])
  await ended('case-closed', () =>
    world.rows(`update cases set state = 'closed', stage = 'followup', closed_at = now() where id = $1`, [
      caseId,
    ]),
  )
  expect(signed.id).not.toBe('')
})

const scaleAsked = (but: object = {}) => ({
  purpose: 'scale',
  instrument: 'phq-9',
  instrumentVersion: 1,
  informant: 'self',
  ...but,
})

test('a scale and a questionnaire by link: scored and settled as on screen, danger asks for a decision at once', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  const { caseId, clientId } = await anOpenCase(world, worker)
  const api = world.as(worker)
  const { token, id } = await issued(world, worker, caseId, askingOf(clientId, scaleAsked()))
  const them = await onThePhone(world, token)
  expect((await them.get('/link/paper')).body).toMatchObject({ paper: { instrument: { id: 'phq-9' } } })
  const answer = (answers: object) => ({ linkId: id, purpose: 'scale', language: 'ru', answers })
  const send = (answers: object) => them.put('/link/paper/answer', answer(answers), { version: 1 })
  const before = await world.counts()
  expect(await send({ item1: 7 })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'answers', code: 'scales/strange-answers' }] },
  })
  expect(await world.counts()).toEqual(before)
  const said = await send({ item1: 0, item9: 1 })
  // That there is danger is known at once; what it came to is not for the phone.
  expect([said.status, said.body]).toEqual([200, { danger: true, version: 2 }])
  await takeAnswers(world)
  const { body } = await api.get(`/cases/${caseId}/scales`)
  const scale = { id, way: 'client', language: 'ru', answers: { item1: 0, item9: 1 }, decided: null }
  expect(body).toMatchObject({ open: [scale], rows: [scale] })
  const kinds = async (who: typeof worker) =>
    new Set([...((await world.as(who).get('/notices')).body['rows'] ?? [])].map((row) => String(row['kind'])))
  expect(await kinds(worker)).toEqual(new Set(['link-answered', 'scale-alert']))
  expect(await kinds(head)).toEqual(new Set(['scale-alert']))
  expect((await api.get('/today')).body['rows']).toMatchObject([{ kind: 'decide-alert' }, {}])

  const { id: questionnaireId } = await aPublishedQuestionnaire(world, worker)
  const asking = { purpose: 'questionnaire', questionnaireId, questionnaireVersion: 1 }
  const second = await issued(world, worker, caseId, askingOf(clientId, asking))
  const phone = await onThePhone(world, second.token)
  const fill = (answers: object) =>
    phone.put(
      '/link/paper/answer',
      { linkId: second.id, purpose: 'questionnaire', language: 'zh-CN', answers },
      { version: 1 },
    )
  expect(await fill({ comes: 'yes' })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'visits', code: 'required' }] },
  })
  expect((await fill({ comes: 'yes', visits: 3 })).body).toEqual({ danger: false, version: 2 })
  // Taken out of use since: who was asked before is heard; nobody new is asked.
  await world.rows('update questionnaires set retired = true')
  expect(await api.post(`/cases/${caseId}/client-links`, askingOf(clientId, asking))).toMatchObject({
    status: 409,
    body: { code: 'questionnaires/retired' },
  })
  await takeAnswers(world)
  const kept = await api.get(`/cases/${caseId}/questionnaire-answers/${second.id}`)
  expect(kept.body).toMatchObject({ way: 'client', answers: { comes: 'yes', visits: 3, yearly: '36' } })
  // What nobody sees is not taken by anybody.
  const other = await world.worker(agencyId)
  await expect(
    enterJob(world.platform, takeLinkAnswer)({ agencyId, workerId: other.id, linkId: second.id }, '9'),
  ).rejects.toThrow('not-found')
})
