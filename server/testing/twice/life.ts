import { randomUUID } from 'node:crypto'
import { aSite, someSheets, writeVersion } from '#server/agencies/settings.factory.ts'
import { aCaseInAssessment, aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { addFile } from '#server/case/attachments/attachments.factory.ts'
import { aRecordDraft, aSignedRecord } from '#server/case/delivery/delivery.factory.ts'
import { anAppointment } from '#server/calendar/appointments.factory.ts'
import { aConsent, anException } from '#server/consent/consents.factory.ts'
import { askAndAnswer } from './asking.ts'
import { giveACopy } from './file-copies-life.ts'
import { anAlarmingScale } from '#server/instruments/scales.factory.ts'
import { aSurvey } from '#server/case/evaluation/evaluation.factory.ts'
import { aDraftEvaluation } from '#server/case/evaluation/evaluation.factory.ts'
import { aCaseInFollowUp, aFollowUpRecord } from '#server/case/followup/followup.factory.ts'
import { anAsking, proved } from '#server/break-glass/break-glass.factory.ts'
import { anOpenCase, aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aProblem } from '#server/case/intake/screening/screening.factory.ts'
import { askFromOutside, openTheForm } from '#server/case/intake/web-form/web-form.factory.ts'
import { aLeaflet, anOutreach, aReception } from '#server/case/intake/reception/reception.factory.ts'
import { anEntry, aTakenImport, sample, undo } from '#server/directory/directory.factory.ts'
import { anActivePlan, aSignedPlan } from '#server/case/plan/plan.factory.ts'
import { MergeField } from '#contract/person-merges.ts'
import { aPersonSheet, aRelation, searchedFor } from '#server/people/people.factory.ts'
import { anElderReferred } from '#server/sharing/referral/referrals.factory.ts'
import type { TestWorker, World } from '../world.ts'
import { collectEvidence } from './evidence-life.ts'
import { fillInOwnFields } from './own-fields-life.ts'
import { drawPictures } from './drawn.ts'

const versionIn = async (world: World, table: string, id: string) =>
  (await world.rows<{ version: number }>(`select version from ${table} where id = $1`, [id]))[0]?.version ?? 0

const addendum = () => ({ id: randomUUID(), text: '奶奶后来补充：那天下雨。', reason: '漏记' })

/** A case from the first call to the archive and back, and the rooms beside it: every write that there is, through HTTP. */
export async function tellALife(world: World) {
  await workALongCase(world)
  await collectEvidence(world)
  await endAndBeginAgain(world)
  await secondHands(world)
  await drawUpOutlines(world)
  await keepAppointments(world)
  await besideTheCase(world)
  await twoAreOne(world)
  await inTheNight(world)
  await keepADirectory(world)
  await referSomebody(world)
  await sitAtTheDesk(world)
  await fillInOwnFields(world)
  await giveACopy(world)
}

/** The desk: received in one go, taken and put back, a crisis, an outreach event, a leaflet. */
async function sitAtTheDesk(world: World) {
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  const api = world.as(worker)
  const { id: leafletId, ...leaflet } = aLeaflet()
  await world.as(head).post('/leaflets', { id: leafletId, ...leaflet })
  await world.as(head).put(`/leaflets/${leafletId}`, { ...leaflet, active: false }, { version: 1 })
  const { id: outreachId, ...event } = anOutreach([worker.id])
  await api.post('/outreach-events', { id: outreachId, ...event })
  await api.put(`/outreach-events/${outreachId}`, { ...event, peopleMet: 3 }, { version: 1 })
  const danger = { emergency: true, reason: '说不想活了。', dangerKinds: ['self-harm' as const] }
  const received = aReception({ outcome: 'draft', emergency: danger, outreachId })
  await api.post('/receptions', received)
  await api.put(`/inquiries/${received.id}/taking`, { takes: false, from: null }, { version: 1 })
  const path = `/inquiries/${received.id}/crisis`
  const sheet = {
    kinds: ['self-harm'],
    danger: 'high',
    facts: '在天台。',
    personsAtRisk: '',
    lifeSafety: '',
    propertySafety: '',
  }
  await api.put(path, sheet, { version: 1 })
  const line = { kind: 'support', what: '请医生', who: '120', result: '', doneAt: '2026-03-02T02:05:00Z' }
  await api.post(`${path}/lines`, { id: randomUUID(), ...line })
  await api.put(`${path}/end`, { outcome: '已送医。' }, { version: 2 })
  await openTheForm(world, head)
  const taken = await askFromOutside(world, agencyId)
  await api.put(`/web-requests/${taken.body.id}/taking`, { inquiryId: randomUUID() }, { version: 1 })
  const aside = await askFromOutside(world, agencyId)
  await api.put(`/web-requests/${aside.body.id}/setting-aside`, { reason: '广告' }, { version: 1 })
  const csv = 'code,name,valid_from,valid_until,became\n620105,安宁区,1991-01-01,,'
  const edition = { id: randomUUID(), fileName: 'codes.csv', source: 'GB/T 2260', csv }
  await world.as(head).post('/division-editions', edition)
  await world.as(head).put(`/division-editions/${edition.id}/taking`, {}, { version: 1 })
  await world.as(head).put(`/division-editions/${edition.id}/undoing`, {}, { version: 2 })
  await waitForAPlace(world, worker)
}

/** Screened, put on the waiting list, and asked after. */
async function waitForAPlace(world: World, worker: TestWorker) {
  const api = world.as(worker)
  const { id, version } = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const screened = { residenceCode: '620105', wantedFields: ['community-care'], problems: [aProblem()] }
  await api.put(`/inquiries/${id}/screening`, screened, { version })
  await api.put(
    `/inquiries/${id}/decision`,
    { decision: 'wait', reason: '名额已满。' },
    { version: version + 1 },
  )
  const held = {
    id: randomUUID(),
    whatChanged: '找到了工作。',
    stillWishes: true,
    priority: 'high',
    nextOn: '2026-03-30',
  }
  await api.put(`/inquiries/${id}/wait/check-in`, held, { version: 1 })
}

/** Appointments are booked, moved, prepared and cancelled. */
async function keepAppointments(world: World) {
  const worker = await world.worker(await world.agency())
  const api = world.as(worker)
  const { caseId } = await anOpenCase(world, worker)
  const { path, sheet } = await anAppointment(world, worker, caseId, { kind: 'assessment' })
  const later = { ...sheet, startsAt: '2026-03-05T01:00:00Z', endsAt: '2026-03-05T02:00:00Z' }
  await api.put(path, { sheet: later, reason: '小龙发烧。' }, { version: 1 })
  await api.put(`${path}/preparation`, { items: ['place-safe'] }, { version: 2 })
  await api.put(`${path}/cancellation`, { reason: '奶奶住院。' }, { version: 3 })
}

/** An outline is drawn up, changed, and taken out of use. */
async function drawUpOutlines(world: World) {
  const api = world.as(await world.worker(await world.agency(), { level: 3 }))
  const words = { 'zh-CN': '夜里来电的人', en: '', ru: '' }
  const sheet = {
    title: words,
    purpose: words,
    use: 'first-interview',
    clientGroups: [],
    questions: [{ id: randomUUID(), words }],
  }
  const id = randomUUID()
  await api.post('/interview-outlines', { id, sheet })
  await api.put(`/interview-outlines/${id}`, sheet, { version: 1 })
  await api.put(`/interview-outlines/${id}/retirement`, { retired: true }, { version: 2 })
}

/** The supervisor moves the case to a site of the agency. */
async function moveToASite(world: World, supervisor: TestWorker, caseId: string) {
  const administrator = await world.worker(supervisor.agencyId, { role: 'agency-administrator' })
  const { siteId } = await aSite(world, administrator)
  const moved = { siteId, reason: '离家近。' }
  const version = await versionIn(world, 'cases', caseId)
  await world.as(supervisor).put(`/cases/${caseId}/site`, moved, { version })
}

async function workALongCase(world: World) {
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const api = world.as(worker)
  const { caseId } = await anActivePlan(world, worker)
  const [interview] = await world.rows<{ id: string }>('select id from interviews where case_id = $1', [
    caseId,
  ])
  const [assessment] = await world.rows<{ id: string }>('select id from assessments where case_id = $1', [
    caseId,
  ])
  await api.post(`/cases/${caseId}/interviews/${interview?.id}/addenda`, addendum())
  await api.post(`/cases/${caseId}/assessments/${assessment?.id}/addenda`, addendum())
  const record = await aSignedRecord(world, worker, caseId)
  await api.post(`/cases/${caseId}/process-records/${record.id}/addenda`, addendum())
  await aRecordDraft(world, worker, caseId)
  const [step, other] = await world.rows<{ id: string; version: number }>(
    `select id, version from steps where case_id = $1 and state = 'open' order by position`,
    [caseId],
  )
  const at = (id: string | undefined, noun: string) => `/cases/${caseId}/steps/${id}/${noun}`
  await api.put(
    at(step?.id, 'deadline'),
    { dueOn: '2026-03-20', reason: '他感冒了。' },
    { version: step?.version ?? 0 },
  )
  const settled = { state: 'done', outcome: '走到了校门口。', doneOn: '2026-03-02' }
  await api.put(at(other?.id, 'outcome'), settled, { version: other?.version ?? 0 })
  await api.post(`/cases/${caseId}/satisfaction-surveys`, aSurvey())
  const file = await addFile(world, worker, caseId)
  const removal = `/cases/${caseId}/attachments/${String(file.body['id'])}/removal`
  await api.put(removal, { reason: '照错了人。' }, { version: 1 })
  await moveToASite(world, supervisor, caseId)
  const circle = { level: 'restricted', reason: '家人在本机构工作。', readerIds: [supervisor.id] }
  const version = await versionIn(world, 'cases', caseId)
  await api.put(`/cases/${caseId}/confidentiality`, circle, { version })
}

async function endAndBeginAgain(world: World) {
  const first = await aCaseInFollowUp(world, { followUpMonths: [1, 3] })
  const { api, caseId, paths } = first
  await api.put(`${paths[0]}/record`, aFollowUpRecord(), { version: 1 })
  await api.put(`${paths[1]}/cancellation`, { reason: '全家搬到外地。' }, { version: 1 })
  await api.put(
    `/cases/${caseId}/reopening`,
    { reason: '又不去学校了。' },
    { version: await versionIn(world, 'cases', caseId) },
  )
  const second = await aCaseInFollowUp(world, { followUpMonths: [1] })
  await second.api.put(`${second.paths[0]}/cancellation`, { reason: '全家搬到外地。' }, { version: 1 })
  await second.api.put(`/cases/${second.caseId}/archive`, {}, { version: second.version })
  world.at('2026-03-02T02:00:00Z')
}

/** What somebody of the lowest level signs, and their supervisor beside them. */
async function secondHands(world: World) {
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const beginner = await world.worker(agencyId, { supervisorId: supervisor.id, level: 4 })
  const opened = await aCaseInAssessment(world, beginner)
  const assessment = await aSignedAssessment(world, beginner, opened.caseId)
  const beside = world.as(supervisor)
  await beside.put(`${assessment.path}/cosignature`, {}, { version: assessment.version })
  const client = {
    view: 'confirmed',
    text: '',
    way: 'signature',
    personId: opened.clientId,
    givenAt: '2026-03-02T02:00:00Z',
  }
  await world.as(beginner).put(`${assessment.path}/client-view`, client, { version: assessment.version + 1 })
  const needIds = assessment.sheet.needs.map(({ id }) => id)
  const plan = await aSignedPlan(world, beginner, { caseId: opened.caseId, needIds })
  await beside.put(`${plan.path}/cosignature`, {}, { version: plan.version })
  const expert = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { caseId } = await anActivePlan(world, expert)
  await world.rows('update workers set level = 4 where id = $1', [expert.id])
  const evaluation = await aDraftEvaluation(world, expert, caseId)
  await world.as(expert).put(`${evaluation.path}/signature`, {}, { version: evaluation.version })
  await beside.put(`${evaluation.path}/cosignature`, {}, { version: evaluation.version + 1 })
}

async function besideTheCase(world: World) {
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const api = world.as(worker)
  const [personId, relativeId] = [randomUUID(), randomUUID()]
  const relative = aPersonSheet({ name: '王桂英', birthDate: '1956-05-04', idNumber: null })
  for (const [id, who] of [
    [personId, aPersonSheet()],
    [relativeId, relative],
  ] as const)
    await api.post('/people', { id, sought: await searchedFor(api, who), ...who })
  await api.put(`/people/${personId}`, aPersonSheet({ phone: '13812345678' }), { version: 1 })
  await api.put(`/people/${personId}/safe-address`, { address: '望江小区 9 栋' }, { version: 0 })
  await api.put(`/people/${personId}/safe-address`, { address: '翠湖路 77 号' }, { version: 1 })
  const { id, ...relation } = aRelation(relativeId)
  await api.post(`/people/${personId}/relations`, { id, ...relation })
  const { relativeId: _, ...sheet } = relation
  await api.put(`/people/${personId}/relations/${id}`, { ...sheet, ended: true }, { version: 1 })
  const consent = aConsent({ giver: 'client', sensitiveKind: null, heard: '' })
  await api.post(`/people/${personId}/consents`, consent)
  await api.put(
    `/people/${personId}/consents/${consent.id}/withdrawal`,
    { reason: '不想让学校知道。' },
    { version: 1 },
  )
  await api.post(`/people/${personId}/consent-exceptions`, anException())
  const { path, caseId } = await anAlarmingScale(world, worker)
  const decision = { decision: 'no-danger', note: '已当面核实，目前没有危险。' }
  await api.put(`${path}/decision`, decision, { version: 1 })
  await askAndAnswer(world, worker)
  await drawPictures(world, worker, { personId, caseId })
  await tellOverTime(world, worker, personId)
  const { id: reported, version } = await aSharedInquiry(world, worker, personId)
  const reporter = { name: '顾小燕', phone: '13700001111', relation: '班主任', anonymous: true, note: '' }
  await api.put(`/inquiries/${reported}/reporter`, reporter, { version })
  await administrate(world, administrator)
  const noticeId = randomUUID()
  await world.rows(
    `insert into notices (agency_id, id, worker_id, kind) values ($1, $2, $3, 'case-assigned')`,
    [agencyId, noticeId, worker.id],
  )
  await api.put(`/notices/${noticeId}/sight`, {})
}

/** Who somebody is to the agency, whether they come of their own will, how they are reached, and their family. */
async function tellOverTime(world: World, worker: TestWorker, personId: string) {
  const api = world.as(worker)
  const potential = { id: randomUUID(), standing: 'potential', kind: 'needs-not-asked' }
  const since = '2026-03-01'
  await api.post(`/people/${personId}/standings`, { ...potential, reason: '邻居担心', since })
  const way = { channel: 'phone', times: '上午', maySay: '', whoAnswers: '' }
  await api.put(`/people/${personId}/safe-contacts`, { ways: [way] }, { version: 0 })
  const { caseId } = await anOpenCase(world, worker, personId)
  const kind = {
    id: randomUUID(),
    caseId,
    inquiryId: null,
    kind: 'voluntary',
    ground: null,
    reason: '自己来的',
  }
  const words = { compelledBy: '', resistance: '', approach: '' }
  await api.post(`/people/${personId}/client-kinds`, { ...kind, ...words, since })
  const id = randomUUID()
  const family = { name: '王家', note: '', members: [] }
  const member = { id: randomUUID(), personId, part: '奶奶', since: null, until: null }
  await api.post('/families', { id, ...family, members: [member] })
  await api.put(`/families/${id}`, { ...family, note: '三代同住', members: [member] }, { version: 1 })
  await api.put(`/cases/${caseId}/family`, { familyId: id }, { version: 0 })
}

/** Two records turn out to be one person, and two again. */
async function twoAreOne(world: World) {
  const agencyId = await world.agency()
  const [worker, other] = [await world.worker(agencyId), await world.worker(agencyId)]
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const [keptId, mergedId] = [randomUUID(), randomUUID()]
  for (const [recorder, id] of [
    [worker, keptId],
    [other, mergedId],
  ] as const) {
    const api = world.as(recorder)
    await api.post('/people', { id, sought: await searchedFor(api, aPersonSheet()), ...aPersonSheet() })
    await aSharedInquiry(world, recorder, id)
  }
  const id = randomUUID()
  const choices = Object.fromEntries(MergeField.options.map((field) => [field, 'kept']))
  const versions = { keptVersion: 1, mergedVersion: 1 }
  await world
    .as(worker)
    .post('/person-merges', { id, keptId, mergedId, ...versions, choices, reason: '同一人' })
  const decision = { merge: true, reason: '已核对' }
  await world.as(supervisor).put(`/person-merges/${id}/decision`, decision, { version: 1 })
  await world.as(supervisor).put(`/person-merges/${id}/undoing`, { reason: '是姐妹' }, { version: 2 })
}

/** Somebody on night duty opens a case that they may not see, gives it back, and its manager reviews it. */
async function inTheNight(world: World) {
  const agencyId = await world.agency()
  const manager = await world.worker(agencyId)
  const night = await proved(world, await world.worker(agencyId))
  const { caseId } = await anOpenCase(world, manager)
  const [row] = await world.rows<{ number: string }>('select number from cases where id = $1', [caseId])
  const asking = anAsking({ number: row?.number ?? '' })
  await world.as(night).post('/break-glass-openings', asking)
  await world.as(night).put(`/break-glass-openings/${asking.id}/closure`, {})
  const review = { verdict: 'justified', words: '情况属实，处理得当。' }
  await world.as(manager).put(`/break-glass-openings/${asking.id}/review`, review)
}

/** A service is written down, changed and confirmed; a file is brought in, taken and undone. */
async function keepADirectory(world: World) {
  const agencyId = await world.agency()
  const api = world.as(await world.worker(agencyId))
  const { id, ...sheet } = anEntry()
  await api.post('/directory/entries', { id, ...sheet })
  await api.put(`/directory/entries/${id}`, { ...sheet, phone: '12345' }, { version: 1 })
  await api.put(`/directory/entries/${id}/confirmation`, {}, { version: 2 })
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const importId = await aTakenImport(world, administrator, sample('tabular.zip'))
  await undo(world, administrator, importId)
}

/** An elder is referred to another agency, accepted and helped there, and says so. */
async function referSomebody(world: World) {
  const { worker, receiver, path, came, referral } = await anElderReferred(world, { sent: false })
  const { id: _id, caseId: _case, inquiryId: _inquiry, ...sheet } = referral
  await world.as(worker).put(path, sheet, { version: 1 })
  await world.as(worker).put(`${path}/sending`, {}, { version: 2 })
  const step = { move: 'accept', words: '', on: null, inquiryId: randomUUID() }
  await world.as(receiver).put(`${came}/step`, step, { version: 3 })
  const cancelled = { move: 'cancel', words: '老人搬去和女儿住了。', on: null }
  await world.as(worker).put(`${path}/step`, cancelled, { version: 4 })
}

async function administrate(world: World, administrator: TestWorker) {
  const api = world.as(administrator)
  const profile = {
    name: '安宁社工站',
    language: 'zh-CN',
    serviceScope: '儿童',
    serviceArea: '城东',
    clientRequirements: '',
    casePrefix: 'AN',
  }
  await api.put('/agency', profile, { version: 1 })
  await world.rows(`update sign_ins set fresh_until = now() + interval '1 hour' where worker_id = $1`, [
    administrator.id,
  ])
  await api.put('/agency/sign-in-policy', { secondFactorFor: 'leaders' }, { version: 2 })
  await api.put('/agency/duty-officer', { dutyOfficerId: null }, { version: 3 })
  await api.post('/partners', { id: randomUUID(), name: '乙区社工站' })
  const words = { 'zh-CN': '我们是安宁社工站。', en: 'We are Anning.', ru: 'Мы – «Аньнин».' }
  await api.post('/consent-notices', { version: 2, words })
  await writeVersion(world, administrator, { kind: 'site', subject: randomUUID(), sheet: someSheets.site })
  const id = randomUUID()
  const colleague = { name: '周晓', email: `${id}@example.org`, role: 'worker', level: 3, supervisorId: null }
  await api.post('/workers', { id, ...colleague, language: 'zh-CN', password: 'one of the long passwords' })
  await api.put(`/workers/${id}`, { ...colleague, level: 2, active: true }, { version: 1 })
}
