import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { theory } from '#contract/codes/index.ts'
import type { CodeRow } from '#contract/settings/index.ts'
import { aCaseInAssessment, aDraftAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aFinding } from '#server/case/assessment/evidence/evidence.factory.ts'
import { aPerson, aSharedInquiry, aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aSignedInterview } from '#server/case/intake/interview/interview.factory.ts'
import { aCaseToPlan, aDraftPlan, aService } from '#server/case/plan/plan.factory.ts'
import { aReferral, anElderConsents, anElderOfDistrictB } from '#server/sharing/referral/referrals.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aVersion, writeVersion } from './settings.factory.ts'

const row = (code: string, zh = '', en = '', hidden = false): CodeRow => ({
  code,
  label: { 'zh-CN': zh, en, ru: '' },
  hidden,
})

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  return { world, agencyId, administrator, worker: await world.worker(agencyId) }
}

const calls = async (world: World, who: TestWorker, list: string, rows: readonly CodeRow[], but = {}) => {
  const answer = await writeVersion(world, who, { kind: 'codes', subject: list, sheet: { rows }, ...but })
  expect([answer.status, answer.body['code']]).toEqual([201, undefined])
}

const codesIn = ({ status, body }: Awaited<ReturnType<typeof writeVersion>>) => [
  status,
  ...[...(body['fields'] ?? [])].map((field) => `${String(field['path'])} ${String(field['code'])}`),
]

test('whoever runs the agency names, hides and adds codes from a day on; everybody reads the words, nobody else writes', async () => {
  const { world, agencyId, administrator, worker } = await anAgency()
  const rows = [row('outreach', '走访'), row('guardian', '', '', true), row('other.fair', '集市', 'Fair')]
  await calls(world, administrator, 'caseSource', rows)
  const later = [row('other.fair', '便民集市', 'Fair')]
  await calls(world, administrator, 'caseSource', later, { seen: 1, from: '2026-03-10' })
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 2 })
  for (const reader of [worker, inspector])
    expect((await world.as(reader).get('/agency/code-words')).body).toMatchObject({
      versions: [
        { list: 'caseSource', from: '2026-03-02', ordinal: 1, rows },
        { list: 'caseSource', from: '2026-03-10', ordinal: 2, rows: later },
      ],
    })
  const stranger = await world.worker(await world.agency())
  expect((await world.as(stranger).get('/agency/code-words')).body).toEqual({ versions: [] })
  const before = await world.counts()
  const refused = async (subject: string, sheet: readonly CodeRow[], seen = 0) =>
    codesIn(
      await writeVersion(world, administrator, { kind: 'codes', subject, sheet: { rows: sheet }, seen }),
    )
  expect(await refused('stage', [])).toEqual([422, 'subject settings/no-such-subject'])
  expect(await refused('caseSource', [row('self')], 2)).toEqual([422, 'sheet.rows settings/own-code-stays'])
  expect(await refused('contactChannel', [row('phone.x', '热线')])).toEqual([
    422,
    'sheet.rows.0.code settings/no-such-code',
  ])
  expect(await refused('closingReason', [row('death', '', '', true)])).toEqual([
    422,
    'sheet.rows.0.hidden settings/code-stays-offered',
  ])
  expect(await refused('theory', [row('strengths', theory.labels['ecological-systems']['zh-CN'])])).toEqual([
    422,
    'sheet.rows.0.label settings/same-word-twice',
  ])
  expect((await refused('theory', [row('strengths'), row('strengths')]))[0]).toBe(400)
  const asked = aVersion({ kind: 'codes', subject: 'theory', sheet: { rows: [] } })
  expect((await world.as(worker).post('/agency/settings', asked)).status).toBe(403)
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
})

test('a signed paper keeps the words of its moment, whatever the agency says later; an own code is printed by its word', async () => {
  const { world, administrator, worker } = await anAgency()
  await calls(world, administrator, 'collectionMethod', [
    row('home-visit.own-1', '夜间家访'),
    row('asking', '与本人谈'),
  ])
  const { caseId } = await aCaseInAssessment(world, worker)
  const draft = await aDraftAssessment(world, worker, caseId, { methods: ['home-visit.own-1', 'asking'] })
  const signed = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  expect(signed.body['sheet']).toMatchObject({ methods: ['home-visit.own-1', 'asking'] })
  const printed = async () =>
    JSON.stringify(
      (await world.as(worker).get(`/cases/${caseId}/documents/F08?language=zh-CN`)).body['sections'],
    )
  const paper = await printed()
  expect(paper).toContain('夜间家访')
  expect(paper).toContain('与本人谈')
  // On the same day, and a week later.
  world.at('2026-03-02T03:00:00Z')
  const renamed = [row('home-visit.own-1', '晚间走访', '', true), row('asking', '访谈本人')]
  await calls(world, administrator, 'collectionMethod', renamed, { seen: 1 })
  expect(await printed()).toBe(paper)
  world.at('2026-03-09T02:00:00Z')
  await calls(world, administrator, 'collectionMethod', renamed, { seen: 2, from: '2026-03-09' })
  expect(await printed()).toBe(paper)
})

test('an own code counts as its parent: rules, the list at the desk, the file that leaves, and what another agency reads', async () => {
  const { world, administrator, worker } = await anAgency()
  await calls(world, administrator, 'caseSource', [row('transferred.own-1', '网格员')])
  const { id } = await aSharedInquiry(world, worker, await aPerson(world, worker), {
    source: 'transferred.own-1',
    referrerName: '刘网格员',
  })
  const found = async (source: string) =>
    [...((await world.as(worker).get(`/inquiries?source=${source}`)).body['rows'] ?? [])].map(
      (line) => line['id'],
    )
  expect([await found('transferred'), await found('transferred.own-1'), await found('self')]).toEqual([
    [id],
    [id],
    [],
  ])
  const file = await world.app.inject({
    url: '/api/inquiries/export?format=csv&language=zh-CN',
    headers: { authorization: `Bearer ${worker.token}` },
  })
  expect(file.payload).toContain('网格员 (其他机构转来)')
  // Whoever was sent is asked who sent them.
  const bare = randomUUID()
  await world.as(worker).post('/inquiries', { id: bare, channel: 'phone' })
  const sheet = aSheet({ source: 'transferred.own-1', clientId: await aPerson(world, worker, '李红') })
  const saved = await world.as(worker).put(`/inquiries/${bare}`, sheet, { version: 1 })
  const early = await world
    .as(worker)
    .put(`/inquiries/${bare}/registration`, {}, { version: Number(saved.body['version']) })
  expect(codesIn(early)).toContain('referrerName required')
  const elder = await anElderOfDistrictB(world)
  const runs = await world.worker(elder.agencyId, { role: 'agency-administrator', level: 2 })
  await calls(world, runs, 'referralReason', [row('out-of-area.own-1', '不在本街道')])
  await anElderConsents(world, elder)
  const referral = aReferral({
    inquiryId: elder.inquiryId,
    receiverAgencyId: elder.there,
    reason: 'out-of-area.own-1',
  })
  await world.as(elder.worker).post(`/people/${elder.personId}/referrals`, referral)
  const path = `/people/${elder.personId}/referrals/${referral.id}`
  const sent = await world.as(elder.worker).put(`${path}/sending`, {}, { version: 1 })
  expect([sent.status, sent.body['sheet']]).toMatchObject([200, { reason: 'out-of-area.own-1' }])
  const came = (await world.as(elder.receiver).get(`/received-referrals/${referral.id}`)).body
  expect(came).toMatchObject({ reason: 'out-of-area', contents: { reason: 'out-of-area' } })
  const list = (await world.as(elder.receiver).get('/received-referrals')).body
  expect(list['rows']).toMatchObject([{ reason: 'out-of-area' }])
})

test('own service fields and kinds of problems: chosen, screened, counted under their standard, printed by their word of that time', async () => {
  const { world, administrator, worker } = await anAgency()
  const api = world.as(worker)
  await calls(world, administrator, 'serviceField', [row('community-care.own-1', '社区养老')])
  await calls(world, administrator, 'problemNature', [row('structural.own-1', '拆迁安置')])
  await calls(world, administrator, 'lifeDomain', [row('housing.own-1', '危房')])
  const scope = { clientGroups: [], minimumAge: null, maximumAge: null, notHere: '' }
  const sheet = { ...scope, serviceFields: ['community-care'] }
  await writeVersion(world, administrator, { kind: 'scope', sheet })

  const clientId = await aPerson(world, worker)
  const inquiry = await aSharedInquiry(world, worker, clientId)
  const wanted = { residenceCode: '', wantedFields: ['community-care.own-1'], problems: [] }
  const screened = await api.put(`/inquiries/${inquiry.id}/screening`, wanted, { version: inquiry.version })
  const facts = expect.objectContaining({ wanted: 'community-care.own-1' })
  const fits = expect.objectContaining({ kind: 'fields', verdict: 'fits', facts })
  expect(screened.body).toMatchObject({ places: [{ flags: expect.arrayContaining([fits]) }] })
  const serviceFields = ['community-care', 'community-care.own-1']
  const accepted = { decision: 'accept', reason: '在范围内', caseManagerId: worker.id, serviceFields }
  const version = Number(screened.body['version'])
  const decided = await api.put(`/inquiries/${inquiry.id}/decision`, accepted, { version })
  const caseId = String(decided.body['conclusion']?.['caseId'])
  expect((await api.get(`/cases/${caseId}`)).body).toMatchObject({ serviceFields })
  const march = (await api.get('/statistics/case-movements?month=2026-03')).body
  expect(march).toMatchObject({ opened: 1, rows: [{ field: 'community-care', opened: 1 }] })

  await aSignedInterview(world, worker, caseId)
  const draft = await aDraftAssessment(world, worker, caseId)
  const [problem] = draft.sheet.problems
  const problems = [{ ...problem, nature: 'structural.own-1', domain: 'housing.own-1' }]
  const kept = await api.put(draft.path, { ...draft.sheet, problems }, { version: draft.version })
  const signed = await api.put(`${draft.path}/signature`, {}, { version: Number(kept.body['version']) })
  expect(signed.body['sheet']).toMatchObject({ problems })
  world.at('2026-03-09T02:00:00Z')
  const renamed = { seen: 1, from: '2026-03-09' }
  await calls(world, administrator, 'problemNature', [row('structural.own-1', '征收安置')], renamed)
  await calls(world, administrator, 'serviceField', [row('community-care.own-1', '居家养老')], renamed)
  const printed = async (form: string) =>
    JSON.stringify((await api.get(`/cases/${caseId}/documents/${form}?language=zh-CN`)).body['sections'])
  expect([await printed('F08'), await printed('F07')]).toEqual([
    expect.stringContaining('拆迁安置'),
    expect.stringContaining('社区养老'),
  ])
})

test('an own code that the agency does not have is refused wherever one may stand, and nothing is written', async () => {
  const { world, administrator, worker } = await anAgency()
  const api = world.as(worker)
  const plan = await aCaseToPlan(world, worker)
  const draft = await aDraftPlan(world, worker, plan)
  const inquiryId = randomUUID()
  await api.post('/inquiries', { id: inquiryId, channel: 'phone' })
  const { caseId } = await aCaseInAssessment(world, worker)
  const assessment = await aDraftAssessment(world, worker, caseId)
  const inquiry = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const recordId = randomUUID()
  await api.post(`/cases/${plan.caseId}/process-records`, { id: recordId })
  const before = await world.counts()
  const wrong = 'settings/no-such-code'
  const profile = {
    nature: 'charity.x',
    mission: '',
    requirements: '',
    languages: [],
    leader: '',
    leaderTitle: '',
  }
  expect(codesIn(await writeVersion(world, administrator, { kind: 'profile', sheet: profile }))).toEqual([
    422,
    `sheet.nature ${wrong}`,
  ])
  expect(
    codesIn(await api.put(`/inquiries/${inquiryId}`, aSheet({ source: 'other.x' }), { version: 1 })),
  ).toEqual([422, `source ${wrong}`])
  const scope = { clientGroups: [], minimumAge: null, maximumAge: null, notHere: '' }
  const reach = { ...scope, serviceFields: ['community-care.x'] }
  expect(codesIn(await writeVersion(world, administrator, { kind: 'scope', sheet: reach }))).toEqual([
    422,
    `sheet.serviceFields ${wrong}`,
  ])
  const wanted = { residenceCode: '', wantedFields: ['health-care.x'], problems: [] }
  expect(codesIn(await api.put(`/inquiries/${inquiryId}/screening`, wanted, { version: 1 }))).toEqual([
    422,
    `wantedFields ${wrong}`,
  ])
  const decision = { decision: 'accept', reason: 'x', caseManagerId: worker.id }
  const accepts = { ...decision, serviceFields: ['health-care.x'] }
  const shared = await api.put(`/inquiries/${inquiry.id}/decision`, accepts, { version: inquiry.version })
  expect(codesIn(shared)).toEqual([422, `serviceFields ${wrong}`])
  const [problem] = assessment.sheet.problems
  for (const [key, code] of [
    ['nature', 'sudden.x'],
    ['domain', 'housing.x'],
  ] as const) {
    const sheet = { ...assessment.sheet, problems: [{ ...problem, [key]: code }] }
    expect(codesIn(await api.put(assessment.path, sheet, { version: assessment.version }))).toEqual([
      422,
      `problems.0.${key} ${wrong}`,
    ])
  }
  const methods = { ...assessment.sheet, methods: ['asking.x' as const] }
  expect(codesIn(await api.put(assessment.path, methods, { version: assessment.version }))).toEqual([
    422,
    `methods ${wrong}`,
  ])
  const sheet = { ...draft.sheet, services: [aService([], { activityType: 'counselling.x' })] }
  expect(codesIn(await api.put(draft.path, sheet, { version: draft.version }))).toEqual([
    422,
    `services.0.activityType ${wrong}`,
  ])
  const finding = aFinding()
  const source = { ...finding.source, method: 'records.x' }
  const told = await api.post(`/cases/${caseId}/findings`, { ...finding, source })
  expect([409, 422]).toContain(told.status)
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
})
