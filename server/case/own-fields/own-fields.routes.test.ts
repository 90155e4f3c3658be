import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aSite, someSheets, writeVersion } from '#server/agencies/settings.factory.ts'
import {
  aCaseInAssessment,
  aDraftAssessment,
  anAgreement,
} from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase, aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aSignedInterview } from '#server/case/intake/interview/interview.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aField, aRule, names, noLimits } from './own-fields.factory.ts'

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const worker = await world.worker(agencyId)
  return { world, agencyId, administrator, worker }
}

const write = async (world: World, who: TestWorker, written: Parameters<typeof writeVersion>[2]) =>
  expect((await writeVersion(world, who, written)).status).toBe(201)

test('a field and a rule that the agency adds: asked for, signed, sealed with the words of that day; the work is due and done', async () => {
  const { world, administrator, worker } = await anAgency()
  const before = await aCaseInAssessment(world, worker)
  const old = await aDraftAssessment(world, worker, before.caseId)
  await world.as(worker).put(`${old.path}/signature`, {}, { version: old.version })
  const [fieldId, ruleId] = [randomUUID(), randomUUID()]
  await write(world, administrator, { kind: 'field', subject: fieldId, sheet: aField() })
  const sheet = aRule({ when: { kind: 'record-signed', record: 'assessment' }, days: 3, unit: 'days' })
  await write(world, administrator, { kind: 'deadline-rule', subject: ruleId, sheet })
  // What was signed before stays as it was.
  const oldFields = `/cases/${before.caseId}/own-fields/${old.id}`
  expect((await world.as(worker).get(oldFields)).body).toMatchObject({ fields: [], sealed: true })

  const { caseId } = await aCaseInAssessment(world, worker)
  const draft = await aDraftAssessment(world, worker, caseId)
  const path = `/cases/${caseId}/own-fields/${draft.id}`
  expect((await world.as(worker).get(path)).body).toMatchObject({
    record: 'assessment',
    fields: [{ id: fieldId, ordinal: 1 }],
    sealed: false,
    version: 0,
    abilities: { write: 'yes' },
  })
  const counted = await world.counts()
  const refused = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  expect(refused).toMatchObject({
    status: 422,
    body: { fields: [{ path: `answers.${fieldId}`, code: 'own-fields/required' }] },
  })
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...counted, audit_log: 0 })
  const kept = await world.as(worker).put(path, { answers: { [fieldId]: 'high' } }, { version: 0 })
  expect(kept).toMatchObject({ status: 200, body: { version: 1, answers: { [fieldId]: 'high' } } })
  expect((await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })).status).toBe(
    200,
  )

  const renamed = aField({ label: names('家中武器', 'Weapons at home', '') })
  await write(world, administrator, { kind: 'field', subject: fieldId, seen: 1, sheet: renamed })
  const signed = await world.as(worker).get(path)
  expect(signed.body).toMatchObject({
    sealed: true,
    fields: [{ ordinal: 1, label: { en: 'Danger at home' } }],
  })
  expect((await world.as(worker).put(path, { answers: {} }, { version: 2 })).body).toMatchObject({
    code: 'record-is-signed',
  })
  await expect(world.rows(`update own_answers set answers = '{}'`)).rejects.toThrow('are sealed')

  const { body: today } = await world.as(worker).get('/today')
  const [due] = [...(today['rows'] ?? [])].filter((row) => row['kind'] === 'own-rule')
  expect(due).toMatchObject({ caseId, dueAt: '2026-03-05T15:59:59.000Z', names: { en: 'Visit again' } })
  const done = `/cases/${caseId}/own-work/${String(due?.['id'])}/completion`
  const colleague = await world.worker(worker.agencyId)
  expect((await world.as(colleague).put(done, {})).status).toBe(404)
  expect((await world.as(worker).put(done, {})).status).toBe(200)
  expect((await world.as(worker).put(done, {})).body).toMatchObject({ code: 'own-fields/not-open-by-hand' })
})

test('an answer that does not fit is refused, and one that somebody else changed meanwhile', async () => {
  const { world, administrator, worker } = await anAgency()
  const fieldId = randomUUID()
  await write(world, administrator, { kind: 'field', subject: fieldId, sheet: aField() })
  const { caseId } = await aCaseInAssessment(world, worker)
  const { id } = await aDraftAssessment(world, worker, caseId)
  const path = `/cases/${caseId}/own-fields/${id}`
  const before = await world.counts()
  for (const [answers, code] of [
    [{ [fieldId]: 'nowhere' }, 'unknown-choice'],
    [{ [randomUUID()]: 'high' }, 'own-fields/no-such-field'],
  ] as const)
    expect(await world.as(worker).put(path, { answers }, { version: 0 })).toMatchObject({
      status: 422,
      body: { fields: [{ code }] },
    })
  const stale = await world.as(worker).put(path, { answers: { [fieldId]: 'low' } }, { version: 4 })
  expect(stale).toMatchObject({ status: 412, body: { current: { version: 0 } } })
  expect((await world.as(worker).get(`/cases/${caseId}/own-fields/${randomUUID()}`)).status).toBe(404)
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
  // A field keeps its kind, a choice something to choose from, a rule a field that is there.
  const typed = aField({ type: 'text' })
  const rule = aRule({ when: { kind: 'field-value', fieldId: randomUUID(), value: 'high' } })
  for (const [written, code] of [
    [{ kind: 'field', subject: fieldId, seen: 1, sheet: typed }, 'settings/field-keeps-its-place'],
    [{ kind: 'field', subject: randomUUID(), sheet: aField({ choices: [] }) }, 'settings/nothing-to-choose'],
    [{ kind: 'deadline-rule', subject: randomUUID(), sheet: rule }, 'settings/no-such-field'],
    [{ kind: 'deadlines', sheet: { ...noLimits, record: 80 } }, 'settings/limits-turned-round'],
  ] as const)
    expect(await writeVersion(world, administrator, written)).toMatchObject({
      status: 422,
      body: { fields: [{ code }] },
    })
})

test('cases opened from a day on go by DB62/T 4986, by the agency’s limits and numbers; older ones keep their own (R-103)', async () => {
  const { world, administrator, worker } = await anAgency()
  const api = world.as(worker)
  const older = await anOpenCase(world, worker)
  await write(world, administrator, { kind: 'workflow', sheet: { template: 'assessment-first' } })
  await write(world, administrator, { kind: 'deadlines', sheet: { ...noLimits, assessment: 2 } })
  const pattern = {
    prefix: 'AN',
    fieldLetters: [{ field: 'community-care', letters: 'CC' }],
    withYear: true,
    width: 3,
    separator: '/',
  }
  await write(world, administrator, { kind: 'case-number', sheet: pattern })
  const newer = await anOpenCase(world, worker)
  const third = await anOpenCase(world, worker)
  const view = async (caseId: string) => (await api.get(`/cases/${caseId}`)).body
  expect(await view(older.caseId)).toMatchObject({ number: 'AN-2026-0001', stage: 'intake' })
  const opened = await view(newer.caseId)
  expect(opened).toMatchObject({
    number: 'AN/CC/2026/001',
    stage: 'assessment',
    nextStep: { kind: 'write-assessment', dueAt: '2026-03-04T15:59:59.000Z' },
  })
  expect([...(opened['stages'] ?? [])].map((line) => line['stage']).slice(0, 3)).toEqual([
    'assessment',
    'intake',
    'plan',
  ])
  expect((await view(third.caseId))['number']).toBe('AN/CC/2026/002')
  const early = await api.post(`/cases/${newer.caseId}/interviews`, { id: randomUUID() })
  expect(early).toMatchObject({ status: 409, body: { code: 'wrong-stage' } })
  const draft = await aDraftAssessment(world, worker, newer.caseId)
  const signed = await api.put(`${draft.path}/signature`, {}, { version: draft.version })
  const version = Number(signed.body['version'])
  await api.put(`${draft.path}/client-view`, anAgreement(newer.clientId), { version })
  expect(await view(newer.caseId)).toMatchObject({ stage: 'intake', nextStep: { kind: 'hold-interview' } })
  await aSignedInterview(world, worker, newer.caseId)
  expect(await view(newer.caseId)).toMatchObject({ stage: 'plan' })
  await aSignedInterview(world, worker, older.caseId)
  expect(await view(older.caseId)).toMatchObject({ stage: 'assessment' })
})

test('a site goes by a template of its own from a day on; the case takes it at its opening with its fields and deadlines, and keeps it (R-010)', async () => {
  const { world, administrator, worker } = await anAgency()
  const api = world.as(worker)
  const { siteId } = await aSite(world, administrator)
  const opened = async () => (await anOpenCase(world, worker, undefined, siteId)).caseId
  const before = await opened()
  const only = { template: 'assessment-first' as const }
  await write(world, administrator, { kind: 'workflow', subject: siteId, sheet: only })
  const visit = aRule({ ...only, name: names('', 'Visit the school', '') })
  await write(world, administrator, { kind: 'deadline-rule', subject: randomUUID(), sheet: visit })
  await write(world, administrator, { kind: 'field', subject: randomUUID(), sheet: aField(only) })
  const atSchool = await opened()
  const elsewhere = await anOpenCase(world, worker)
  // The agency turns as well: whoever is open keeps to what it was opened with.
  await write(world, administrator, {
    kind: 'workflow',
    subject: siteId,
    seen: 1,
    sheet: { template: 'standard' },
  })
  const said = async (caseId: string) => {
    const { site, template, stage, nextStep } = (await api.get(`/cases/${caseId}`)).body
    return [site?.['en'] ?? null, template, stage, nextStep?.['kind']]
  }
  expect([await said(before), await said(atSchool), await said(elsewhere.caseId)]).toEqual([
    ['Anning East Road', 'standard', 'intake', 'hold-interview'],
    ['Anning East Road', 'assessment-first', 'assessment', 'own-rule'],
    [null, 'standard', 'intake', 'hold-interview'],
  ])
  const fieldsIn = async (caseId: string) => {
    const { id } = await aDraftAssessment(world, worker, caseId)
    return [...((await api.get(`/cases/${caseId}/own-fields/${id}`)).body['fields'] ?? [])].length
  }
  await aSignedInterview(world, worker, before)
  expect([await fieldsIn(atSchool), await fieldsIn(before)]).toEqual([1, 0])
  const { body: today } = await api.get('/today')
  expect([...(today['rows'] ?? [])].filter(({ kind }) => kind === 'own-rule')).toMatchObject([
    { caseId: atSchool, names: { en: 'Visit the school' } },
  ])

  // It goes back to the order of the agency, whatever that is: a sheet that names none.
  await write(world, administrator, { kind: 'workflow', subject: siteId, seen: 2, sheet: { template: null } })
  expect(await said(await opened())).toEqual(['Anning East Road', 'standard', 'intake', 'hold-interview'])
  await write(world, administrator, { kind: 'workflow', subject: '', sheet: only })
  expect((await said(await opened()))[1]).toBe('assessment-first')

  // Nothing is opened at a site that is not there, or was given up.
  const sheet = { ...someSheets.site, closed: true }
  await write(world, administrator, { kind: 'site', subject: siteId, seen: 1, sheet })
  const inquiry = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const counted = await world.counts()
  for (const place of [siteId, randomUUID()]) {
    const decision = { decision: 'accept', reason: 'x', caseManagerId: worker.id, siteId: place }
    const body = { ...decision, serviceFields: ['community-care'] }
    const refused = await api.put(`/inquiries/${inquiry.id}/decision`, body, { version: inquiry.version })
    expect(refused).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'siteId', code: 'settings/no-such-site' }] },
    })
  }
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...counted, audit_log: 0 })
})
