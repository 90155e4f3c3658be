import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aConsent, aCaseOfAChild } from '#server/consent/consents.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { aCaseInAssessment } from '../assessment.factory.ts'
import { aFinding, aNotice, aRecordedFinding, aSource, aVisit } from './evidence.factory.ts'

/** A case in assessment, its manager, and those who also see it. */
async function aStage() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const stranger = await world.worker(agencyId)
  return { world, agencyId, supervisor, worker, head, stranger, ...(await aCaseInAssessment(world, worker)) }
}

/** Nothing but the audit is written by what is refused. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

test('nothing is collected before the notice and the limits of confidentiality were told', async () => {
  const { world, worker, head, stranger, caseId, clientId } = await aStage()
  const api = world.as(worker)
  const paths = { notices: `/cases/${caseId}/collection-notices`, findings: `/cases/${caseId}/findings` }
  for (const [path, body] of [
    [paths.findings, aFinding()],
    [`/cases/${caseId}/collection-contacts`, aVisit()],
  ] as const)
    expect(await refused(world, () => api.post(path, body))).toMatchObject({
      status: 409,
      body: { code: 'evidence/notice-not-told' },
    })
  expect((await api.get(paths.findings)).body).toMatchObject({
    rows: [],
    notice: null,
    abilities: { record: 'not-now', tell: 'yes' },
  })
  const tell = (but: Partial<ReturnType<typeof aNotice>>, by = worker) =>
    world.as(by).post(paths.notices, aNotice(clientId, but))
  expect(await refused(world, () => tell({ personId: randomUUID() }))).toMatchObject({
    status: 422,
    body: { code: 'evidence/not-client-or-guardian' },
  })
  expect(await refused(world, () => tell({ toldOn: '2026-03-04' }))).toMatchObject({
    status: 422,
    body: { code: 'evidence/in-the-future' },
  })
  expect(await refused(world, () => tell({}, head))).toMatchObject({ status: 403 })
  expect(await refused(world, () => tell({}, stranger))).toMatchObject({ status: 404 })
  expect(await tell({})).toMatchObject({
    status: 201,
    body: { notice: { to: { part: 'client' } }, abilities: { record: 'yes' } },
  })
  expect(await world.story()).toContain('notice-told')
})

test('a contradiction shows until somebody settles it with a note, and again when another says otherwise', async () => {
  const { world, worker, ...place } = await aStage()
  const api = world.as(worker)
  const { finding, path } = await aRecordedFinding(world, worker, place)
  const settle = (note: string, version: number) => api.put(`${path}/settlement`, { note }, { version })
  expect(await refused(world, () => settle('核实', 1))).toMatchObject({
    status: 409,
    body: { code: 'evidence/not-contradicted' },
  })
  const against = aSource()
  expect(await api.post(`${path}/sources`, against)).toMatchObject({
    status: 201,
    body: {
      contradicted: true,
      version: 2,
      sources: expect.arrayContaining([
        expect.objectContaining({ saidBy: 'family', stance: 'agrees' }),
        expect.objectContaining({ id: against.id, stance: 'contradicts' }),
      ]),
      abilities: { settle: 'yes' },
    },
  })
  const list = `/cases/${place.caseId}/findings`
  expect((await api.get(`${list}?show=contradicted`)).body).toMatchObject({
    rows: [{ id: finding.id, contradicted: true }],
    cover: {
      perspectives: ['family', 'people-around'],
      levels: ['family'],
      fields: ['present'],
      findings: 1,
      contradicted: 1,
    },
  })
  expect(await refused(world, () => settle('没看到新的', 1))).toMatchObject({ status: 412 })
  expect(await settle('与奶奶一起问过：上周有两晚在楼道等她下班。', 2)).toMatchObject({
    status: 200,
    body: { contradicted: false, version: 3, settlements: [{ by: { id: worker.id } }] },
  })
  expect((await api.get(`${list}?show=contradicted`)).body).toMatchObject({ rows: [] })
  // What stands there does not change, whatever the program asks.
  await expect(world.rows(`update finding_sources set says = 'x'`)).rejects.toThrow(/only taken back/u)
  await expect(world.rows(`update finding_settlements set note = 'x'`)).rejects.toThrow(/never changes/u)

  expect(await api.post(`${path}/sources`, aSource())).toMatchObject({
    body: { contradicted: true, version: 4 },
  })
  const remove = (sourceId: string, version: number) =>
    api.put(`${path}/removal`, { sourceId, reason: '记错了人。' }, { version })
  expect(await refused(world, () => remove(randomUUID(), 4))).toMatchObject({
    status: 422,
    body: { code: 'evidence/no-such-source' },
  })
  expect(await remove(against.id, 4)).toMatchObject({
    status: 200,
    body: {
      sources: expect.arrayContaining([
        expect.objectContaining({
          id: against.id,
          takenBack: expect.objectContaining({ reason: '记错了人。' }),
        }),
      ]),
    },
  })
  expect(await refused(world, () => remove(against.id, 5))).toMatchObject({
    status: 409,
    body: { code: 'evidence/taken-back' },
  })
  const told = await world.story()
  expect(told.filter((line) => line.includes('contradict'))).toEqual([
    'finding-contradicted',
    'contradiction-settled',
    'finding-contradicted',
  ])
})

test('what is sensitive is masked on the server for whoever need not see it, and for a child under 14 everything is', async () => {
  const { world, worker, supervisor, head, ...place } = await aStage()
  const secret = '服药史：舍曲林'
  const { path } = await aRecordedFinding(world, worker, place, {
    sensitiveKinds: ['health'],
    matter: secret,
  })
  await world.as(worker).post(`${path}/sources`, aSource({ says: secret, saidByName: secret }))
  await world
    .as(worker)
    .post(
      `/cases/${place.caseId}/collection-contacts`,
      aVisit({ sensitiveKinds: ['offence'], findings: secret, met: secret }),
    )
  const list = `/cases/${place.caseId}/findings`
  for (const url of [list, `/cases/${place.caseId}/collection-contacts`]) {
    for (const who of [worker, supervisor])
      expect(JSON.stringify((await world.as(who).get(url)).body)).toContain(secret)
    const masked = await world.as(head).get(url)
    expect(masked).toMatchObject({ status: 200, body: { rows: [{ masked: true }] } })
    expect(JSON.stringify(masked.body)).not.toContain(secret)
  }
  const child = await aCaseOfAChild(world, worker)
  const of = { caseId: child.caseId, clientId: child.childId }
  await aRecordedFinding(world, worker, of)
  expect((await world.as(head).get(`/cases/${child.caseId}/findings`)).body).toMatchObject({
    rows: [{ sensitiveKinds: ['under-fourteen'], masked: true, matter: null, sources: [{ says: null }] }],
  })
})

test('a professional to whom the client is named is asked only with consent; visits are contacts with findings', async () => {
  const { world, worker } = await aStage()
  const { caseId, childId, guardianId } = await aCaseOfAChild(world, worker)
  const api = world.as(worker)
  await api.post(`/cases/${caseId}/collection-notices`, aNotice(guardianId))
  const post = (body: object) => api.post(`/cases/${caseId}/collection-contacts`, body)
  const consultation = {
    kind: 'consultation',
    met: '安宁小学',
    profession: '班主任',
    question: '他在学校和谁来往？',
    named: true,
    receiverKind: 'school',
  } as const
  expect(await refused(world, () => post(aVisit(consultation)))).toMatchObject({
    status: 422,
    body: { code: 'evidence/not-consented', fields: [{ path: 'met' }] },
  })
  expect(await post(aVisit({ ...consultation, named: false }))).toMatchObject({
    status: 201,
    body: { named: false },
  })
  await api.post(`/people/${childId}/consents`, aConsent({ caseId, guardianId }))
  expect(await post(aVisit(consultation))).toMatchObject({ status: 201, body: { named: true } })
  expect(
    await refused(world, () => post(aVisit({ ...consultation, question: ' ', profession: '' }))),
  ).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'profession' }, { path: 'question' }] },
  })
  expect(await refused(world, () => post(aVisit({ heldOn: '2026-03-09' })))).toMatchObject({ status: 422 })
  const visit = aVisit()
  await post(visit)
  const within = aFinding()
  const source = { ...within.source, contactId: visit.id }
  expect(await api.post(`/cases/${caseId}/findings`, { ...within, source })).toMatchObject({
    status: 201,
    body: { sources: [{ contactId: visit.id }] },
  })
  const nowhere = aFinding()
  nowhere.source.contactId = randomUUID()
  expect(await refused(world, () => api.post(`/cases/${caseId}/findings`, nowhere))).toMatchObject({
    status: 422,
    body: { code: 'evidence/no-such-contact' },
  })
  expect((await api.get(`/cases/${caseId}/collection-contacts`)).body['rows']).toHaveLength(3)
})
