import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Problem } from '#contract/case/assessment.ts'
import { contactChannel } from '#contract/codes/index.ts'
import { CaseMovements, FirstContacts, ProblemNatures } from '#contract/reporting.ts'
import { aSite, someSheets, writeVersion } from '#server/agencies/settings.factory.ts'
import {
  aCaseInAssessment,
  aNeed,
  aProblem,
  aSignedAssessment,
} from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase, aPerson, aSharedInquiry, aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aReception } from '#server/case/intake/reception/reception.factory.ts'
import { aRecordedPerson } from '#server/people/people.factory.ts'
import { testWorld } from '#server/testing/world.ts'

async function threeCasesInMarch() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { name: '陈思远' })
  const colleague = await world.worker(agencyId, { name: '周 "小雨" \\' })
  const { caseId } = await anOpenCase(world, worker)
  const second = await anOpenCase(world, worker, await aPerson(world, worker, '王芳'))
  const third = await anOpenCase(world, colleague, await aPerson(world, colleague, '赵强'))
  const last = new Date('2026-03-31T15:59:59.999Z')
  await world.rows(`update cases set opened_at = $1`, [last])
  await world.rows(`update cases set service_fields = '{health-care,community-care}' where id = $1`, [caseId])
  return { world, agencyId, head, worker, colleague, cases: [caseId, second.caseId, third.caseId] as const }
}

const march = '/statistics/case-movements?month=2026-03'
const april = '/statistics/case-movements?month=2026-04'

test('a month tells what was opened and closed, by field and manager; a case of two fields counts once in the sum', async () => {
  const { world, head, worker, colleague, cases } = await threeCasesInMarch()
  await world.rows(`update cases set state = 'closed', closed_at = '2026-03-31T16:00:00Z' where id = $1`, [
    cases[1],
  ])
  const { status, body } = await world.as(head).get(march)
  expect(status).toBe(200)
  expect(CaseMovements.parse(body)).toEqual(body)
  const line = (field: string, { id, name }: { id: string; name: string }, opened: number, closed = 0) => ({
    field,
    manager: { id, name },
    opened,
    closed,
  })
  expect(body).toEqual({
    month: '2026-03',
    opened: 3,
    closed: 0,
    rows: [
      line('community-care', colleague, 1),
      line('community-care', worker, 2),
      line('health-care', worker, 1),
    ].toSorted((one, other) => one.field.localeCompare(other.field)),
  })
  expect((await world.as(head).get(april)).body).toEqual({
    month: '2026-04',
    opened: 0,
    closed: 1,
    rows: [line('community-care', worker, 0, 1)],
  })
})

test('a count holds what its reader may see and no more; a month without cases is empty', async () => {
  const { world, agencyId, head, worker, colleague, cases } = await threeCasesInMarch()
  const sums = async (member: typeof worker) => (await world.as(member).get(march)).body['opened']
  expect([await sums(head), await sums(worker), await sums(colleague)]).toEqual([3, 2, 1])
  expect(
    await world.as(worker).put(
      `/cases/${cases[0]}/confidentiality`,
      {
        level: 'restricted',
        reason: '受害人要求保密',
        readerIds: [(await world.worker(agencyId, { role: 'supervisor', level: 2 })).id],
      },
      { version: 1 },
    ),
  ).toMatchObject({ status: 200 })
  expect(await sums(head)).toBe(2)
  const stranger = await world.worker(await world.agency(), { role: 'agency-head', level: 1 })
  expect(await sums(stranger)).toBe(0)
})

test('only who works with cases asks, and only for a month', async () => {
  const { world, agencyId, worker } = await threeCasesInMarch()
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  expect((await world.as(inspector).get(march)).status).toBe(403)
  expect((await world.as(worker).get('/statistics/case-movements?month=2026-13')).status).toBe(400)
  expect((await world.as(worker).get('/statistics/case-movements')).status).toBe(400)
})

const natures = '/statistics/problem-natures'

test('natures of problems are counted by the site of that day, once for a case, for whoever sees it, and leave as a file', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator' })
  const manager = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const colleague = await world.worker(agencyId)
  const { siteId } = await aSite(world, administrator)
  const { caseId } = await aCaseInAssessment(world, manager)
  const again = { nature: 'recurring', clientRank: 2, workerRank: 1 } as const
  const three = [
    aProblem({ clientRank: 1, workerRank: 2 }),
    aProblem(again),
    aProblem({ ...again, clientRank: 3, workerRank: 3 }),
  ]
  const assessed = (problems: readonly Problem[]) =>
    aSignedAssessment(world, manager, caseId, {
      problems: [...problems],
      needs: [aNeed(problems.map(({ id }) => id))],
    })
  await aSignedAssessment(world, manager, caseId)
  world.at('2026-03-02T03:00:00Z')
  await assessed(three)
  await aSignedAssessment(world, colleague, (await aCaseInAssessment(world, colleague)).caseId)
  const api = world.as(manager)
  const found = async (who = manager) => (await world.as(who).get(`${natures}?month=2026-03`)).body
  const before = await found()
  world.at('2026-03-03T03:00:00Z')
  const version = (await api.get(`/cases/${caseId}`)).body['version'] as number
  const moved = await api.put(`/cases/${caseId}/site`, { siteId, reason: '离那边近。' }, { version })
  expect(moved.status).toBe(200)
  expect(await found()).toEqual(before)
  await assessed([aProblem(again)])
  const site = { id: siteId, name: { 'zh-CN': '安宁东路站', en: 'Anning East Road', ru: '' } }
  const line = { nature: 'recurring', problems: 1, cases: 1, clientFirst: 0, workerFirst: 1 }
  expect(ProblemNatures.parse(before)).toEqual({
    month: '2026-03',
    problems: 3,
    cases: 1,
    rows: [
      { ...line, problems: 2, site: null },
      { ...line, nature: 'situational', site: null, clientFirst: 1, workerFirst: 0 },
    ],
  })
  expect(await found()).toEqual({ month: '2026-03', problems: 1, cases: 1, rows: [{ ...line, site }] })
  expect(await found(colleague)).toMatchObject({ cases: 1, rows: [{ site: null }] })
  expect((await api.get(`${natures}?month=2026-04`)).body).toMatchObject({ problems: 0, rows: [] })
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  for (const path of [`${natures}?month=2026-03`, `${natures}/export?month=2026-03&format=csv&language=en`])
    expect((await world.as(inspector).get(path)).status).toBe(403)
  const file = await world.app.inject({
    url: `/api${natures}/export?month=2026-03&format=csv&language=zh-CN`,
    headers: { authorization: `Bearer ${manager.token}` },
  })
  expect(file.body).toContain('"2026-03","反复性","安宁东路站","1","1","0","1"')
  expect(file.headers['content-disposition']).toContain('problem-natures-2026-03.csv')
  expect(
    await world.rows(
      `select 1 from audit_log where operation = 'statistics.export' and act = 'export' and outcome = 'done'`,
    ),
  ).toHaveLength(1)
})

test('first contacts of a month are counted by channel, source and decision, with earlier help and who became a client', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator' })
  const worker = await world.worker(agencyId)
  const api = world.as(worker)
  // On Mondays somebody answers the telephone; everything else is shut, and received all the same.
  const { siteId } = await aSite(world, administrator)
  await writeVersion(world, administrator, { kind: 'hours', subject: siteId, sheet: someSheets.hours })
  for (const channel of contactChannel.codes) {
    const source = channel === 'outreach' ? 'outreach' : null
    const danger = { emergency: true, reason: '信里说不想活了', dangerKinds: ['self-harm' as const] }
    const received = aReception({
      outcome: 'draft',
      sheet: aSheet({ channel, source }),
      ...(channel === 'letter' ? { emergency: danger } : {}),
    })
    expect([channel, (await api.post('/receptions', received)).status]).toEqual([channel, 201])
  }
  const marked = [...((await api.get('/inquiries')).body['rows'] ?? [])]
  expect(marked.filter((row) => row['outsideHours'] === false)).toMatchObject([{ channel: 'phone' }])
  expect(marked).toHaveLength(6)

  const potential = await aRecordedPerson(world, worker)
  const named = { id: randomUUID(), standing: 'potential', kind: 'needs-not-asked', reason: '邻居担心她' }
  await api.post(`/people/${potential}/standings`, { ...named, since: '2026-02-20' })
  await anOpenCase(world, worker, potential)
  const other = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const later = { decision: 'not-now', reason: '情况好转', notNowReason: 'not-needed' }
  await api.put(
    `/inquiries/${other.id}/decision`,
    { ...later, potentialKind: 'may-need-later' },
    { version: other.version },
  )

  const counted = async (month: string, who = worker) =>
    (await world.as(who).get(`/statistics/first-contacts?month=${month}`)).body
  const ofMarch = await counted('2026-03')
  const needed = { kind: 'needs-not-asked', people: 1, became: 1 }
  expect(FirstContacts.parse(ofMarch)).toEqual({
    month: '2026-03',
    contacts: 8,
    emergencies: 1,
    outsideHours: 5,
    channels: contactChannel.codes.map((channel) =>
      channel === 'phone'
        ? { channel, contacts: 3, outsideHours: 0 }
        : { channel, contacts: 1, outsideHours: 1 },
    ),
    sources: [
      { source: 'self', contacts: 2, emergencies: 0 },
      { source: 'outreach', contacts: 1, emergencies: 0 },
      { source: null, contacts: 5, emergencies: 1 },
    ],
    decisions: [
      { decision: 'accept', contacts: 1, emergencies: 0 },
      { decision: 'not-now', contacts: 1, emergencies: 0 },
      { decision: null, contacts: 6, emergencies: 1 },
    ],
    earlierHelp: [{ result: 'failed', attempts: 2, contacts: 2 }],
    potential: [{ kind: 'may-need-later', people: 1, became: 0 }, needed],
  })
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const exported = (who: typeof worker, query: string) =>
    world.app.inject({
      url: `/api/statistics/first-contacts/export?month=2026-03&${query}`,
      headers: { authorization: `Bearer ${who.token}` },
    })
  const file = await exported(worker, 'format=csv&language=en')
  expect(file.headers['content-disposition']).toContain('first-contacts-2026-03.csv')
  for (const line of [
    '"2026-03","Channel","Phone","First contacts","3","Outside hours","0"',
    '"2026-03","Source","Not said","First contacts","5","Emergencies","1"',
    '"2026-03","Potential clients","Needs help but has not asked","People","1","Became clients","1"',
  ])
    expect(file.body).toContain(line)
  expect((await exported(worker, 'format=csv&language=ru')).body).toContain('"Канал","Телефон"')
  expect((await exported(worker, 'format=csv&language=zh-CN')).body).toContain('"渠道","电话"')
  expect((await exported(worker, 'format=xlsx&language=en')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect((await exported(inspector, 'format=csv&language=en')).statusCode).toBe(403)
  expect((await exported(worker, 'format=csv&language=de')).statusCode).toBe(400)
  const onAudit = `select outcome from audit_log where operation = 'statistics.export' and act = 'export' order by id`
  expect((await world.rows(onAudit)).map((row) => row['outcome'])).toEqual([
    ...Array.from({ length: 4 }, () => 'done'),
    'refused',
  ])
  expect(await counted('2026-02')).toMatchObject({ contacts: 0, potential: [{ ...needed, became: 0 }] })
  // What a colleague may not open is not in their numbers.
  const colleague = await world.worker(agencyId)
  const open = await counted('2026-03', colleague)
  expect(open['emergencies']).toBe(1)
  await world.tamper(`update inquiries set readers = $1 where channel = 'letter'`, [[worker.id]])
  expect(await counted('2026-03', colleague)).toMatchObject({
    contacts: Number(open['contacts']) - 1,
    emergencies: 0,
  })
  expect(await counted('2026-03')).toMatchObject({ contacts: 8, emergencies: 1 })
  expect((await counted('2026-04'))['potential']).toEqual([{ kind: 'may-need-later', people: 1, became: 0 }])
  const stranger = await world.worker(await world.agency(), { role: 'agency-head', level: 1 })
  expect(await counted('2026-03', stranger)).toMatchObject({ contacts: 0, potential: [], earlierHelp: [] })
  expect((await world.as(administrator).get('/statistics/first-contacts?month=2026-03')).status).toBe(403)
})
