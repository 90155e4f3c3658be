import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { CasePage, CaseView } from '#contract/case/overview.ts'
import { anOpenCase, aPerson } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { longestKept } from '#server/platform/database/preparing-pool.ts'
import { testWorld } from '#server/testing/world.ts'
import { caseFactsStatement } from './case-facts.queries.ts'

test('a case begins with its person, its next step and its path', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId, clientId } = await anOpenCase(world, worker)

  const { status, body, headers } = await world.as(worker).get(`/cases/${caseId}`)
  expect(status).toBe(200)
  expect(CaseView.parse(body)).toEqual(body)
  expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', etag: '"1"' })
  expect(body).toMatchObject({
    number: 'AN-2026-0001',
    stage: 'intake',
    client: { id: clientId, name: '李小龙', birthDate: '2014-09-12' },
    guardians: [],
    alerts: ['minor', 'no-guardian'],
    manager: { id: worker.id },
    nextStep: {
      kind: 'hold-interview',
      where: 'interview',
      owner: { id: worker.id },
      dueAt: '2026-03-09T15:59:59.000Z',
    },
    records: [],
    abilities: { work: 'yes', archive: 'not-now', reopen: 'not-now', print: 'yes' },
  })
  expect([...(body['stages'] ?? [])].map(({ stage, state }) => `${stage} ${state}`)).toEqual([
    'intake current',
    'assessment ahead',
    'plan ahead',
    'delivery ahead',
    'evaluation ahead',
    'closing ahead',
    'followup ahead',
  ])
})

test('a case without open work still says what its stage needs; an archived one waits for nothing', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId } = await anOpenCase(world, worker)
  await world.rows('update tasks set done_at = now()')
  await world.rows(`update cases set stage = 'plan' where id = $1`, [caseId])
  const open = await world.as(worker).get(`/cases/${caseId}`)
  expect(open.body['nextStep']).toEqual({
    kind: 'write-plan',
    dueAt: null,
    owner: { id: worker.id, name: worker.name },
    where: 'plan',
    own: null,
  })

  await world.rows(
    `update cases set stage = 'followup', state = 'archived', closed_at = now(), archived_at = now(), keep_until = '2041-03-02'`,
  )
  const { body } = await world.as(worker).get(`/cases/${caseId}`)
  expect(body).toMatchObject({
    nextStep: null,
    alerts: ['minor'],
    abilities: { work: 'not-now', reopen: 'not-now' },
  })
  expect([...(body['stages'] ?? [])].every(({ state }) => state === 'done')).toBe(true)
})

test('records of every stage stand on the case page as lines that say nothing of their content', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  const row = [agencyId, caseId, worker.id]
  await world.rows(
    `insert into interviews (agency_id, id, case_id, author_id, process) values ($1, gen_random_uuid(), $2, $3, '说了很多')`,
    row,
  )
  await world.rows(
    `insert into process_records (agency_id, id, case_id, author_id, ordinal, held_from)
     select $1, gen_random_uuid(), $2, $3, n, timestamptz '2026-01-31T20:00:00Z' + n * interval '1 day' from generate_series(1, 22) as n`,
    row,
  )
  const { body } = await world.as(worker).get(`/cases/${caseId}`)
  const lines = [...(body['records'] ?? [])].map(
    ({ kind, ordinal, day }) => `${kind} ${ordinal ?? '-'} ${day}`,
  )
  const newest = Array.from({ length: 20 }, (_, place) => 22 - place)
  expect(lines.slice(1)).toEqual(
    newest.map((n) => `process-record ${n} 2026-02-${String(n + 1).padStart(2, '0')}`),
  )
  expect(lines[0]).toMatch(/^interview - /)
  expect(JSON.stringify(body)).not.toContain('说了很多')
})

test('a case out of sight is absent, and asking for it leaves a refused line in the audit', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const colleague = await world.worker(agencyId, { name: '周敏' })
  const stranger = await world.worker(await world.agency(), { role: 'agency-head' })
  const { caseId } = await anOpenCase(world, worker)
  for (const other of [colleague, stranger]) {
    expect(await world.as(other).get(`/cases/${caseId}`)).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    })
    expect((await world.as(other).get('/cases?show=agency')).body['rows']).toEqual([])
  }
  const refused = await world.rows(
    `select worker_id from audit_log where case_id = $1 and operation = 'case.read' and outcome = 'refused'
     order by at`,
    [caseId],
  )
  expect(refused).toEqual([{ worker_id: colleague.id }, { worker_id: stranger.id }])
})

test('inspectors and administrators read no case', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  for (const role of ['inspector', 'agency-administrator'] as const) {
    const other = await world.worker(agencyId, { role })
    for (const path of [
      '/cases',
      `/cases/${caseId}`,
      `/cases/${caseId}/timeline`,
      `/cases/${caseId}/audit`,
      '/today',
    ]) {
      expect(await world.as(other).get(path)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
  }
})

test('a caseload puts what is due next on top, page by page, for the worker, their supervisor and the head', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const cases: string[] = []
  for (const name of ['王芳', '李小龙', '张伟']) {
    cases.push((await anOpenCase(world, worker, await aPerson(world, worker, name))).caseId)
  }
  const [first = '', second = '', third = ''] = cases
  await world.rows(`update tasks set due_at = '2026-03-03T00:00:00Z' where case_id = $1`, [third])
  await world.rows('update tasks set done_at = now() where case_id = $1', [first])
  const others = await anOpenCase(world, colleague)

  const page = await world.as(worker).get('/cases?limit=2')
  const rest = await world.as(worker).get(`/cases?limit=2&after=${String(page.body['next'])}`)
  expect([...(page.body['rows'] ?? []), ...(rest.body['rows'] ?? [])].map(({ id }) => id)).toEqual([
    third,
    second,
    first,
  ])
  expect(rest.body['next']).toBeNull()
  expect(page.body['rows']?.[0]).toMatchObject({
    clientName: '张伟',
    next: { kind: 'hold-interview' },
    manager: { id: worker.id },
  })

  const idsFor = async (who: typeof worker, show: string) =>
    [...((await world.as(who).get(`/cases?show=${show}`)).body['rows'] ?? [])].map(({ id }) => id)
  expect(await idsFor(supervisor, 'team')).toEqual([third, second, first])
  expect(await idsFor(supervisor, 'mine')).toEqual([])
  expect(new Set(await idsFor(head, 'agency'))).toEqual(new Set([...cases, others.caseId]))
})

test('a cursor of another list is refused by name', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const foreign = Buffer.from(JSON.stringify([randomUUID()])).toString('base64url')
  expect(await world.as(worker).get(`/cases?after=${foreign}`)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'after' }] },
  })
})

test('a caseload is written by PostgreSQL just as the contract says: names bit for bit, moments, and what is due next', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1, name: '何"主任"\\' })
  const worker = await world.worker(agencyId, { name: 'Мария </script>' })
  const names = ['李小龙', 'a"b\\c', '𠮷野\u2028家', 'Ёлка\u200b']
  for (const name of names) await anOpenCase(world, worker, await aPerson(world, worker, name))
  await world.rows(`update people set birth_date = null where name = 'a"b\\c'`)
  await world.rows(
    `update tasks set done_at = now() where case_id = (select c.id from cases c join people p on p.id = c.client_id where p.name = '李小龙')`,
  )
  for (const [who, query] of [
    [worker, 'limit=2'],
    [head, 'show=agency&limit=3'],
    [head, 'show=agency'],
    [worker, 'state=archived'],
  ] as const) {
    const { body, headers } = await world.as(who).get(`/cases?${query}`)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(CasePage.parse(body)).toEqual(body)
  }
  const rows = CasePage.parse((await world.as(head).get('/cases?show=agency')).body).rows
  expect(new Set(rows.map(({ clientName }) => clientName))).toEqual(new Set(names))
  expect(rows.map(({ next }) => next?.kind)).toEqual([
    'hold-interview',
    'hold-interview',
    'hold-interview',
    undefined,
  ])
  expect(rows[0]).toMatchObject({
    manager: { id: worker.id, name: 'Мария </script>' },
    next: { dueAt: '2026-03-09T15:59:59.000Z' },
  })
  const first = await world.as(worker).get('/cases?limit=3')
  const rest = await world.as(worker).get(`/cases?limit=3&after=${String(first.body['next'])}`)
  expect([...(first.body['rows'] ?? []), ...(rest.body['rows'] ?? [])]).toEqual(rows)
})

test('what a caseload says is due next follows the open work of each case', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId } = await anOpenCase(world, worker)
  const next = async () => (await world.as(worker).get('/cases')).body['rows']?.[0]?.['next']
  const open = (kind: string, at: string) =>
    world.rows(
      `insert into tasks (agency_id, id, kind, case_id, owner_id, due_at, opened_at) values ($1, $2, $3, $4, $5, $6, now())`,
      [worker.agencyId, randomUUID(), kind, caseId, worker.id, at],
    )
  await open('contact-client', '2026-03-04T01:00:00Z')
  expect(await next()).toEqual({ kind: 'contact-client', dueAt: '2026-03-04T01:00:00.000Z' })
  await open('review-plan', '2026-03-03T01:00:00Z')
  expect(await next()).toEqual({ kind: 'review-plan', dueAt: '2026-03-03T01:00:00.000Z' })
  await world.rows(`update tasks set done_at = now() where kind = 'review-plan'`)
  expect(await next()).toMatchObject({ kind: 'contact-client' })
  await world.rows('update tasks set done_at = now()')
  expect(await next()).toBeNull()
})

test('the page of a case is not planned anew each time: its statement is short enough to be kept', () => {
  const who = { signInId: '', agencyId: '', workerId: '', name: '', agencyName: '', demo: false }
  const actor = { ...who, role: 'worker', level: 3, language: 'en', principals: [] } as const
  const { text } = caseFactsStatement({ actor, now: new Date() }, '')
  expect(text.length).toBeLessThan(longestKept)
})
