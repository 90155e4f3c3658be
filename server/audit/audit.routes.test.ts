import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCaseInAssessment, aDraftAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anOpenCase, aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { asSuperuser } from '#server/testing/superuser.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

test('a case says who looked at it and who changed it, newest first, page by page', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1, name: '赵主任' })
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  await world.as(head).get(`/cases/${caseId}`)

  const { body } = await world.as(worker).get(`/cases/${caseId}/audit`)
  expect(
    [...(body['rows'] ?? [])].map(({ worker: { name }, act, operation }) => `${name} ${act} ${operation}`),
  ).toEqual(['赵主任 look case.read', '陈思远 change inquiry.decide'])
  const first = await world.as(head).get(`/cases/${caseId}/audit?limit=1`)
  const next = await world.as(head).get(`/cases/${caseId}/audit?limit=5&after=${String(first.body['next'])}`)
  expect(first.body['rows']?.[0]).toMatchObject({ operation: 'case.audit', worker: { name: '陈思远' } })
  expect([...(next.body['rows'] ?? [])].at(-1)).toMatchObject({ operation: 'inquiry.decide' })
})

test('an inspector reads references and filters them, meets no name of a client, and is audited too', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 2 })
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  await world.as(worker).get(`/cases/${caseId}`)
  await world.as(inspector).get(`/cases/${caseId}`)
  await anOpenCase(world, await world.worker(await world.agency()))

  const rowsAt = async (query: string) => [
    ...((await world.as(inspector).get(`/audit?limit=100&${query}`)).body['rows'] ?? []),
  ]
  const all = await rowsAt('')
  expect(JSON.stringify(all)).not.toContain('李小龙')
  expect(new Set(all.map(({ worker: { id } }) => id))).toEqual(new Set([worker.id, inspector.id]))
  expect(await rowsAt('outcome=refused')).toMatchObject([
    { worker: { id: inspector.id }, caseId, operation: 'case.read' },
  ])
  expect((await rowsAt(`workerId=${worker.id}&act=look`)).map(({ operation }) => operation)).toEqual([
    'case.read',
  ])
  expect(await rowsAt('day=2020-01-01')).toEqual([])
  expect((await rowsAt('act=look'))[0]).toMatchObject({
    operation: 'audit.read',
    worker: { id: inspector.id },
  })
})

test('a line belongs to its day, though one numbered before it is of the next', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 2 })
  for (let read = 0; read < 4; read += 1) await world.as(inspector).get('/audit')
  // Whoever entered before midnight may be numbered after somebody who entered just then.
  const times = [
    '2026-03-01T15:59:58Z',
    '2026-03-01T16:00:01Z',
    '2026-03-01T15:59:59Z',
    '2026-03-01T16:00:02Z',
  ]
  await asSuperuser(world, (client) =>
    client.query(
      'update audit_log set at = t.at from unnest($2::timestamptz[]) with ordinality t(at, id) where agency_id = $1 and audit_log.id = t.id',
      [agencyId, times],
    ),
  )
  const of = async (day: string) =>
    [...((await world.as(inspector).get(`/audit?day=${day}`)).body['rows'] ?? [])].map(({ at }) => at)
  expect(await of('2026-03-01')).toEqual(['2026-03-01T15:59:59.000Z', '2026-03-01T15:59:58.000Z'])
  expect(await of('2026-03-02')).toEqual(['2026-03-01T16:00:02.000Z', '2026-03-01T16:00:01.000Z'])
})

test('nobody but the inspector reads the log of the whole agency, and a case out of sight shows no line', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  const colleague = await world.worker(agencyId)
  for (const role of ['agency-head', 'supervisor', 'agency-administrator'] as const) {
    expect((await world.as(await world.worker(agencyId, { role, level: 1 })).get('/audit')).status).toBe(403)
  }
  expect((await world.as(colleague).get(`/cases/${caseId}/audit`)).status).toBe(404)
})

/** Somebody who helps with a case without answering for it. */
async function aTeamMate(world: World, manager: TestWorker, caseId: string) {
  const mate = await world.worker(manager.agencyId, { name: '周敏' })
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [manager.agencyId, caseId, mate.id, manager.id],
  )
  return mate
}

test('whoever only helps with a case reads the case and not who saw it; its manager, supervisor and head do', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2, name: '孙岚' })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { caseId } = await anOpenCase(world, manager)
  const mate = await aTeamMate(world, manager, caseId)
  const seen = async (who: TestWorker) => (await world.as(who).get(`/cases/${caseId}`)).body['abilities']
  expect([(await seen(mate))['audit'], (await seen(manager))['audit']]).toEqual(['not-you', 'yes'])
  expect([(await seen(supervisor))['audit'], (await seen(head))['audit']]).toEqual(['yes', 'yes'])

  const before = await world.counts()
  expect(await world.as(mate).get(`/cases/${caseId}/audit`)).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect(await world.counts()).toEqual(before)
  for (const owner of [manager, supervisor, head]) {
    const { status, body } = await world.as(owner).get(`/cases/${caseId}/audit?limit=100`)
    expect(status).toBe(200)
    const told = [...(body['rows'] ?? [])].map(
      ({ worker: { id }, role, operation, outcome }) => `${id} ${role} ${operation} ${outcome}`,
    )
    expect(told).toEqual(
      expect.arrayContaining([
        `${mate.id} worker case.read done`,
        `${mate.id} worker case.audit refused`,
        `${supervisor.id} supervisor case.read done`,
        `${head.id} agency-head case.read done`,
      ]),
    )
  }
})

test('the owner of a case chooses: only looks, only what was refused, only what others did', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const manager = await world.worker(agencyId)
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const { caseId } = await anOpenCase(world, manager)
  const mate = await aTeamMate(world, manager, caseId)
  const outside = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  for (const who of [manager, head, mate, outside]) await world.as(who).get(`/cases/${caseId}`)
  const rowsAt = async (query: string) => {
    const { body } = await world.as(manager).get(`/cases/${caseId}/audit?limit=100&${query}`)
    return [...(body['rows'] ?? [])]
  }
  const others = await rowsAt('who=others')
  expect(new Set(others.map(({ worker: { id } }) => id))).toEqual(new Set([head.id, mate.id, outside.id]))
  expect((await rowsAt('outcome=refused')).map(({ worker: { id } }) => id)).toEqual([outside.id])
  expect((await rowsAt('act=change')).map(({ operation }) => operation)).toEqual(['inquiry.decide'])
  expect(await rowsAt('act=look&who=others&outcome=done')).toHaveLength(2)
  expect((await world.as(manager).get(`/cases/${caseId}/audit?who=nobody`)).status).toBe(400)
  // Page by page, with the same choice on every page.
  const first = await world.as(manager).get(`/cases/${caseId}/audit?who=others&limit=2`)
  const next = await world
    .as(manager)
    .get(`/cases/${caseId}/audit?who=others&limit=2&after=${String(first.body['next'])}`)
  expect(next.body['rows']).toHaveLength(1)
  expect(next.body['next']).toBe(null)
})

test('an inspector tells cases apart by number and kind of record, and no word that anybody wrote is in the log', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 2 })
  const manager = await world.worker(agencyId)
  const canary = (place: string) => `金丝雀${place}`
  const api = world.as(manager)
  const { caseId, clientId } = await aCaseInAssessment(world, manager)
  await world.rows('update people set name = $2 where id = $1', [clientId, canary('姓名')])
  const draft = await aDraftAssessment(world, manager, caseId, { presenting: canary('处境') })
  const inquiryId = randomUUID()
  const answers = [
    await api.post('/inquiries', { id: inquiryId, channel: 'phone' }),
    await api.put(`/inquiries/${inquiryId}`, aSheet({ trouble: canary('困扰') }), { version: 1 }),
    await api.post('/searches', { text: canary('姓名') }),
    await api.get(draft.path),
    await api.get(`/cases/${caseId}`),
    await api.get(`/cases/${caseId}/timeline`),
    await api.get(`/cases/${caseId}/documents/F07?language=zh-CN`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200, 200])
  // What was planted is really there to be found.
  expect(answers.filter(({ body }) => JSON.stringify(body).includes('金丝雀')).length).toBeGreaterThan(3)
  await world.as(inspector).get(`/cases/${caseId}?q=${encodeURIComponent(canary('网址'))}`)

  const [{ number } = { number: '' }] = await world.rows<{ number: string }>(
    'select number from cases where id = $1',
    [caseId],
  )
  const pages: string[] = []
  let after: string | null = null
  do {
    const cursor: string = after === null ? '' : `&after=${after}`
    const { status, body } = await world.as(inspector).get(`/audit?limit=7${cursor}`)
    expect(status).toBe(200)
    pages.push(JSON.stringify(body))
    after = body['next']
  } while (after !== null)
  const all = pages.join('\n')
  expect(pages.length).toBeGreaterThan(1)
  expect(all).toContain(`"caseNumber":"${number}"`)
  expect(all).toContain('"subjectKind":"assessment"')
  expect(all).toContain(manager.name)
  expect(all).not.toContain('金丝雀')
  const [kept] = await world.rows<{ text: string }>(
    `select string_agg(l::text, ' ') as text from audit_log l`,
  )
  expect(kept?.text).toContain('assessment')
  expect(kept?.text).not.toContain('金丝雀')
})

test('a look whose line cannot be written shows nothing; a refusal is answered the same, with its line or without', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const manager = await world.worker(agencyId)
  const colleague = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, manager)
  await world.rows('alter table audit_log add constraint nothing_more check (false) not valid')
  const shown = await world.as(manager).get(`/cases/${caseId}`)
  expect(shown.status).toBe(500)
  expect(JSON.stringify(shown.body)).not.toContain('李小龙')
  expect(await world.as(colleague).get(`/cases/${caseId}`)).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
  await world.rows('alter table audit_log drop constraint nothing_more')
  expect((await world.as(manager).get(`/cases/${caseId}`)).status).toBe(200)
})

test('a refusal does not wait for a chain that somebody holds; its line comes when the chain is free', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const { caseId } = await anOpenCase(world, await world.worker(agencyId))
  const colleague = await world.worker(agencyId)
  const refusals = async () =>
    (await world.rows(`select 1 from audit_log where outcome = 'refused' and worker_id = $1`, [colleague.id]))
      .length
  await asSuperuser(world, async (client) => {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('audit ' || $1::text, 0))`, [agencyId])
    expect((await world.as(colleague).get(`/cases/${caseId}`)).status).toBe(404)
    expect(await refusals()).toBe(0)
    await client.query('commit')
  })
  await expect.poll(refusals, { timeout: 5_000 }).toBe(1)
})
