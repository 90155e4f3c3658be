import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { OpenBreakGlass } from '#contract/break-glass.ts'
import type { TestWorker } from '#server/testing/world.ts'
import { aNight, anAsking, idNumber, proved } from './break-glass.factory.ts'
import { endByClock } from './break-glass.repository.ts'

type Night = Awaited<ReturnType<typeof aNight>>
const minutes = (count: number) => new Date(Date.parse('2026-03-02T02:00:00Z') + count * 60_000).toISOString()
const review = { verdict: 'justified', words: '情况属实，处理得当。' }

/** What everybody else sees, told at once: kinds of news and work by worker. */
async function told({ world }: Night) {
  const notices = await world.rows<{ worker_id: string }>(
    `select worker_id from notices where kind = 'break-glass-opened'`,
  )
  const tasks = await world.rows<{ owner_id: string; due_at: Date; done_at: Date | null }>(
    `select owner_id, due_at, done_at from tasks where kind = 'review-break-glass'`,
  )
  return { notices: notices.map((one) => one.worker_id).toSorted(), tasks }
}

test('a worker on night duty sees the one case for its time and no longer, and its owner and the duty officers are told at once', async () => {
  const night = await aNight()
  const { world, manager, supervisor, head, caseId, clientId, open } = night
  const me = world.as(night.night)
  const see = async () => (await me.get(`/cases/${caseId}`)).status
  expect(await see()).toBe(404)
  const opened = await open()
  expect(opened).toMatchObject({ status: 201, body: { caseId, until: minutes(30) } })
  const shown = await me.get(`/cases/${caseId}`)
  expect(shown).toMatchObject({
    status: 200,
    body: { client: { name: '李小龙' }, breakGlass: { openingId: opened.body['id'], until: minutes(30) } },
  })
  expect((await me.get(`/people/${clientId}`)).body['sheet']?.['address']).toContain('安宁街道')
  for (const noun of [
    'interviews',
    'assessments',
    'plans',
    'process-records',
    'evaluations',
    'closings',
    'follow-ups',
  ])
    expect([noun, (await me.get(`/cases/${caseId}/${noun}`)).status]).toEqual([noun, 200])
  for (const hidden of [
    `/cases/${caseId}/documents`,
    `/cases/${caseId}/audit`,
    `/people/${clientId}/safe-address`,
  ])
    expect([hidden, (await me.get(hidden)).status]).toEqual([hidden, 404])
  expect((await me.get('/cases?show=agency')).body['rows']).toEqual([])
  expect(await told(night)).toEqual({
    notices: [manager, supervisor, head].map(({ id }) => id).toSorted(),
    tasks: [{ owner_id: supervisor.id, due_at: new Date('2026-03-05T02:00:00Z'), done_at: null }],
  })
  expect((await world.as(supervisor).get('/today')).body['rows']).toMatchObject([
    { kind: 'review-break-glass' },
  ])
  world.at(minutes(29))
  expect(await see()).toBe(200)
  world.at(minutes(30))
  expect([await see(), (await me.get(`/people/${clientId}`)).status]).toEqual([404, 404])
})

test('whoever is on duty is told of an opening, and reads what was opened, but nothing of a case out of their sight', async () => {
  const night = await aNight()
  const { world, agencyId, head, manager, supervisor, caseId, number, open } = night
  const duty = await world.worker(agencyId, { name: '值班老师' })
  const earlier = await world.worker(agencyId, { name: '上一班' })
  const name = (dutyOfficerId: string | null, version: number) =>
    world.as(head).put('/agency/duty-officer', { dutyOfficerId }, { version })
  expect((await name(earlier.id, 1)).status).toBe(200)
  expect(await name(duty.id, 2)).toMatchObject({ body: { dutyOfficer: { id: duty.id, name: '值班老师' } } })
  await open()
  expect((await told(night)).notices).toEqual(
    [manager, supervisor, head, duty].map(({ id }) => id).toSorted(),
  )
  const notices = await world.as(duty).get('/notices')
  expect(notices.body['rows']).toMatchObject([{ kind: 'break-glass-opened', caseId: null, personName: null }])
  const openings = await world.as(duty).get('/break-glass-openings')
  expect(openings.body['rows']).toMatchObject([
    {
      caseNumber: number,
      openedBy: { name: '夜班小周' },
      abilities: { review: 'not-you', close: 'not-you' },
    },
  ])
  expect((await world.as(duty).get(`/cases/${caseId}`)).status).toBe(404)
  expect(JSON.stringify([notices.body, openings.body])).not.toContain('李小龙')
  expect((await world.as(earlier).get('/break-glass-openings')).body['rows']).toEqual([])
  expect((await world.as(earlier).get('/notices')).body['rows']).toEqual([])
})

test('the case manager on duty is told once, and nobody is told twice', async () => {
  const night = await aNight()
  const { world, head, manager, supervisor, open } = night
  await world.as(head).put('/agency/duty-officer', { dutyOfficerId: manager.id }, { version: 1 })
  await open()
  expect((await told(night)).notices).toEqual([manager, supervisor, head].map(({ id }) => id).toSorted())
})

test('every opening is on the audit, each look under it is marked, and who answers for the case reads both', async () => {
  const { world, manager, night, caseId, open } = await aNight()
  await open()
  await world.as(night).get(`/cases/${caseId}`)
  await world.as(night).get(`/cases/${caseId}/timeline`)
  await world.as(night).put(`/cases/${caseId}/archive`, {}, { version: 1 })
  const { body } = await world.as(manager).get(`/cases/${caseId}/audit`)
  const lines = [...(body['rows'] ?? [])].filter((line) => line['worker']?.['id'] === night.id)
  expect(lines.map((line) => [line['act'], line['byBreakGlass'], line['outcome']])).toEqual([
    ['change', false, 'refused'],
    ['look', true, 'done'],
    ['look', true, 'done'],
    ['break-glass', false, 'done'],
  ])
  const looks = await world.rows(`select reason from audit_log where worker_id = $1 and act = 'look'`, [
    night.id,
  ])
  expect(looks).toEqual([{ reason: 'break-glass' }, { reason: 'break-glass' }])
})

test('the case is found by its number, the whole identity number or the whole telephone, however they are written', async () => {
  const { world, caseId, open, night } = await aNight()
  const asked: readonly Partial<OpenBreakGlass>[] = [
    { by: 'case-number', number: ' an-2026-0001 ' },
    { by: 'id-number', number: `${idNumber.slice(0, 6)} ${idNumber.slice(6)}` },
    { by: 'phone', number: '+86 13987654321' },
  ]
  for (const by of asked) {
    expect(await open(night, by)).toMatchObject({ status: 201, body: { caseId } })
    await world.rows(`update sight_grants set ended_at = now() where source = 'break-glass'`)
    await world.rows('delete from break_glass_openings')
  }
})

test('a part of a number, a name, or a number of nobody finds nothing, and nothing is written', async () => {
  const { world, open, night } = await aNight()
  const before = await world.counts()
  const asked: readonly Partial<OpenBreakGlass>[] = [
    { number: 'AN-2026-9999' },
    { number: '2026-0001' },
    { by: 'id-number', number: idNumber.slice(-8) },
    { by: 'phone', number: '87654321' },
    { by: 'phone', number: '李小龙' },
  ]
  for (const by of asked)
    expect(await open(night, by)).toMatchObject({ status: 404, body: { code: 'not-found', facts: {} } })
  expect(await world.counts()).toEqual(before)
})

test('a sealed case is not opened, and the answer is that of a case that is none', async () => {
  const { world, agencyId, manager, head, night, caseId, open } = await aNight()
  const other = await world.worker(await world.agency({ name: '晨光社工站' }))
  await world.rows(`update cases set confidentiality = 'sealed' where id = $1`, [caseId])
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'named', $4)`,
    [agencyId, caseId, head.id, manager.id],
  )
  const abroad = await proved(world, other)
  const before = await world.counts()
  const none = await open(night, { number: 'AN-2026-0777' })
  expect(none.status).toBe(404)
  for (const answer of [
    await open(),
    await open(night, { by: 'id-number', number: idNumber }),
    await open(abroad),
  ])
    expect(answer).toMatchObject({ status: 404, body: none.body })
  expect(await world.counts()).toEqual(before)
})

test('a case that is sealed while it is open to somebody is out of their sight at once', async () => {
  const { world, head, night, manager, caseId, open } = await aNight()
  await open()
  const [row] = await world.rows<{ version: number }>('select version from cases where id = $1', [caseId])
  const circle = { level: 'sealed', reason: '家人在本机构工作。', readerIds: [head.id] }
  expect(
    (await world.as(manager).put(`/cases/${caseId}/confidentiality`, circle, { version: row?.version ?? 0 }))
      .status,
  ).toBe(200)
  expect((await world.as(night).get(`/cases/${caseId}`)).status).toBe(404)
})

test.each<[string, number, string, (night: Night) => Promise<unknown>, ((night: Night) => TestWorker)?]>([
  [
    'no fresh second factor',
    403,
    'sign-in/not-fresh',
    ({ world, night }) =>
      world.rows('update sign_ins set fresh_until = now() where worker_id = $1', [night.id]),
  ],
  [
    'no second factor at all',
    403,
    'break-glass/no-second-factor',
    ({ world, night }) => world.rows('delete from second_factors where worker_id = $1', [night.id]),
  ],
  [
    'a case that is in sight already',
    409,
    'break-glass/in-sight-already',
    ({ world, manager }) => proved(world, manager),
    ({ manager }) => manager,
  ],
  [
    'the work of an inspector',
    403,
    'not-allowed',
    async ({ world, night }) => {
      await world.rows(`update workers set role = 'inspector' where id = $1`, [night.id])
    },
  ],
  [
    'the work of an administrator',
    403,
    'not-allowed',
    async ({ world, night }) => {
      await world.rows(`update workers set role = 'agency-administrator' where id = $1`, [night.id])
    },
  ],
])('with %s it is refused, and nothing is written', async (_, status, code, prepare, who) => {
  const night = await aNight()
  await prepare(night)
  const before = await night.world.counts()
  expect(await night.open(who?.(night) ?? night.night)).toMatchObject({ status, body: { code } })
  expect(await night.world.counts()).toEqual(before)
})

test('without a reason in words, or for more than an hour, it cannot even be asked', async () => {
  const { world, open, night } = await aNight()
  const before = await world.counts()
  for (const but of [{ reason: '急' }, { reason: `${' '.repeat(30)}急` }, { minutes: 61 }, { minutes: 0 }])
    expect((await open(night, but)).status).toBe(400)
  expect(await world.counts()).toEqual(before)
})

test('it is not extended: the same case opens again only after a review, and an overdue review stops every other', async () => {
  const night = await aNight()
  const { world, supervisor, open } = night
  const { body } = await open(night.night, { minutes: 60 })
  const before = await world.counts()
  expect(await open()).toMatchObject({ status: 409, body: { code: 'break-glass/not-reviewed-yet' } })
  world.at(minutes(61))
  expect(await open()).toMatchObject({ status: 409, body: { code: 'break-glass/not-reviewed-yet' } })
  world.at(minutes(72 * 60))
  expect(await open(night.night, { number: 'AN-2026-9999' })).toMatchObject({
    status: 409,
    body: { code: 'break-glass/review-overdue', facts: { overdue: 1 } },
  })
  expect(await world.counts()).toEqual(before)
  const path = `/break-glass-openings/${String(body['id'])}/review`
  expect(await world.as(supervisor).put(path, review)).toMatchObject({
    status: 200,
    body: { state: 'reviewed' },
  })
  expect((await open()).status).toBe(201)
})

test('the review is another’s: not of whoever opened it, not of who sees no case; it ends what still runs, once', async () => {
  const night = await aNight()
  const { world, agencyId, manager, supervisor, head, caseId, open } = night
  const path = `/break-glass-openings/${String((await open()).body['id'])}/review`
  const stranger = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const before = await world.counts()
  expect(await world.as(night.night).put(path, review)).toMatchObject({ status: 403 })
  expect((await world.as(stranger).put(path, review)).status).toBe(404)
  expect((await world.as(supervisor).put(path, { ...review, words: ' ' })).status).toBe(400)
  expect(await world.counts()).toEqual(before)
  const both = await Promise.all([manager, head].map((who) => world.as(who).put(path, review)))
  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409'])
  expect((await world.as(night.night).get(`/cases/${caseId}`)).status).toBe(404)
  expect((await told(night)).tasks).toMatchObject([{ done_at: world.now() }])
})

test('a case that is archived is opened as well: what is known of somebody may save them', async () => {
  const { world, night, caseId, open } = await aNight()
  await world.rows(
    `update cases set state = 'archived', closed_at = now(), archived_at = now(), keep_until = '2060-01-01' where id = $1`,
    [caseId],
  )
  expect((await open()).status).toBe(201)
  expect((await world.as(night).get(`/cases/${caseId}`)).status).toBe(200)
  expect(await endByClock(world.platform.database, new Date(minutes(30)))).toBe(1)
})

test('of two openings at the same moment there is one', async () => {
  const { world, open } = await aNight()
  const both = await Promise.all([open(), open()])
  expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409'])
  expect(await world.rows('select 1 from break_glass_openings')).toHaveLength(1)
})

test('whoever opened it gives it back, once; nobody else does', async () => {
  const { world, manager, night, caseId, open } = await aNight()
  const path = `/break-glass-openings/${String((await open()).body['id'])}/closure`
  const before = await world.counts()
  expect((await world.as(manager).put(path, {})).status).toBe(403)
  expect((await world.as(manager).put(`/break-glass-openings/${randomUUID()}/closure`, {})).status).toBe(404)
  expect(await world.counts()).toEqual(before)
  expect((await world.as(night).put(path, {})).status).toBe(200)
  expect((await world.as(night).get(`/cases/${caseId}`)).status).toBe(404)
  expect(await world.as(night).put(path, {})).toMatchObject({
    status: 409,
    body: { code: 'break-glass/over' },
  })
})

test('the clock takes what is over off the readers, and leaves what runs', async () => {
  const { world, caseId, clientId, open } = await aNight()
  const readers = async () =>
    (
      await world.rows<{ id: string; count: number }>(
        `select id, cardinality(readers) as count from cases where id = $1
         union all select id, cardinality(readers) from people where id = $2`,
        [caseId, clientId],
      )
    ).map(({ count }) => count)
  const before = await readers()
  await open()
  expect(await readers()).toEqual(before.map((count) => count + 1))
  expect(await endByClock(world.platform.database, new Date(minutes(29)))).toBe(0)
  expect(await endByClock(world.platform.database, new Date(minutes(30)))).toBe(1)
  expect(await readers()).toEqual(before)
})

test('who answers for the case reads the openings in full, an inspector by reference, and others none', async () => {
  const { world, agencyId, manager, night, head, number, open } = await aNight()
  await open()
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const colleague = await world.worker(agencyId)
  const rows = async (who: TestWorker) => (await world.as(who).get('/break-glass-openings')).body['rows']
  const full = { caseNumber: number, ground: 'child-in-danger', reason: anAsking().reason, state: 'running' }
  for (const who of [manager, head])
    expect(await rows(who)).toMatchObject([{ ...full, abilities: { review: 'yes', close: 'not-you' } }])
  expect(await rows(night)).toMatchObject([{ ...full, abilities: { review: 'not-you', close: 'yes' } }])
  expect(await rows(inspector)).toMatchObject([{ ...full, reason: null, abilities: { review: 'not-you' } }])
  expect(await rows(colleague)).toEqual([])
})
