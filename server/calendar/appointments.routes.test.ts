import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { AppointmentPage, AppointmentView, CalendarPage } from '#contract/calendar.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { anAppointment, anAppointmentSheet, aRoom } from './appointments.factory.ts'

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { caseId } = await anOpenCase(world, worker)
  const roomId = await aRoom(world, administrator)
  return { world, agencyId, administrator, supervisor, worker, colleague, caseId, roomId }
}

const week = 'from=2026-03-02T00:00:00Z&until=2026-03-09T00:00:00Z&limit=100'
const calendarOf = async (world: World, worker: TestWorker, asked: string) =>
  CalendarPage.parse((await world.as(worker).get(`/calendar?${week}&${asked}`)).body).rows

test('an appointment takes its room and its workers; whoever sees the case sees what for, everybody else only that they are busy', async () => {
  const { world, worker, supervisor, colleague, caseId, roomId } = await anAgency()
  const { id, path } = await anAppointment(world, worker, caseId, { roomId })
  const own = await calendarOf(world, worker, 'show=own')
  expect(own).toMatchObject([
    { worker: { id: worker.id }, roomId: null, appointment: { id, caseId, roomId } },
  ])
  expect(await calendarOf(world, supervisor, 'show=team')).toMatchObject([{ appointment: { id } }])
  for (const asked of ['show=team', 'show=rooms', `show=rooms&roomId=${roomId}`]) {
    const [line, ...more] = await calendarOf(world, colleague, asked)
    expect([line?.startsAt, line?.endsAt, line?.appointment, more]).toEqual([
      '2026-03-04T01:00:00.000Z',
      '2026-03-04T02:00:00.000Z',
      null,
      [],
    ])
    expect([line?.worker?.id ?? line?.roomId]).toEqual([asked === 'show=team' ? worker.id : roomId])
  }
  const unseen = await world.as(colleague).get(path)
  const list = await world.as(colleague).get(`/cases/${caseId}/appointments`)
  expect([unseen.status, list.status]).toEqual([404, 404])
  // The second wall alone: the colleague's own role reads the booking, and nothing of the appointment.
  const { body } = await world.as(worker).get(`/cases/${caseId}/appointments`)
  expect(AppointmentPage.parse(body)).toMatchObject({
    rows: [{ id, state: 'booked', roomPrivacy: 'private', workers: [{ id: worker.id }] }],
    abilities: { book: 'yes' },
  })
  expect((await world.story()).at(-1)).toBe('appointment-booked')
})

test('a room and a worker are booked once: the program says who and when, and the database refuses whoever goes past it', async () => {
  const { world, agencyId, worker, caseId, roomId } = await anAgency()
  const other = await world.worker(agencyId)
  const second = await anOpenCase(world, other)
  await anAppointment(world, worker, caseId, { roomId })
  const before = await world.counts()
  const half = { startsAt: '2026-03-04T01:30:00.000Z', endsAt: '2026-03-04T02:30:00.000Z' }
  const book = (who: TestWorker, ofCase: string, but: object) =>
    world
      .as(who)
      .post(`/cases/${ofCase}/appointments`, { id: randomUUID(), sheet: anAppointmentSheet(who, but) })
  expect(await book(other, second.caseId, { roomId, ...half })).toMatchObject({
    status: 409,
    body: { code: 'appointments/room-taken', facts: { from: '09:00', until: '10:00' } },
  })
  expect(await book(worker, caseId, half)).toMatchObject({
    status: 409,
    body: { code: 'appointments/worker-taken', facts: { name: worker.name } },
  })
  expect(await world.counts()).toEqual(before)
  const past = (column: string, value: string) =>
    world.rows(
      `insert into bookings (agency_id, id, appointment_id, ${column}, starts_at, ends_at)
       select agency_id, gen_random_uuid(), id, $1, '2026-03-04T01:59:59Z', '2026-03-04T03:00:00Z' from appointments`,
      [value],
    )
  await world.rows(`alter table bookings drop constraint bookings_are_made_once`)
  await expect(past('room_id', roomId)).rejects.toThrow(/rooms_are_booked_once/u)
  await expect(past('worker_id', worker.id)).rejects.toThrow(/workers_are_booked_once/u)
  expect(await world.counts()).toEqual(before)
})

test('of two who book one room at the same moment one gets it, and the other is told', async () => {
  const { world, agencyId, worker, caseId, roomId } = await anAgency()
  const other = await world.worker(agencyId)
  const second = await anOpenCase(world, other)
  const book = (who: TestWorker, ofCase: string) =>
    world
      .as(who)
      .post(`/cases/${ofCase}/appointments`, { id: randomUUID(), sheet: anAppointmentSheet(who, { roomId }) })
  const answers = await Promise.all([book(worker, caseId), book(other, second.caseId)])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect(await world.rows('select 1 from appointments')).toHaveLength(1)
})

test('a change moves the booking, a cancellation frees it; both keep their reason and tell whoever takes part', async () => {
  const { world, worker, supervisor, caseId, roomId } = await anAgency()
  const workerIds = [worker.id, supervisor.id]
  const { path, sheet } = await anAppointment(world, worker, caseId, { roomId, workerIds })
  const later = { ...sheet, startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-05T02:00:00.000Z' }
  const nameless = await world.as(worker).put(path, { sheet: later, reason: ' ' }, { version: 1 })
  expect(nameless.status).toBe(400)
  const moved = await world.as(worker).put(path, { sheet: later, reason: '小龙发烧。' }, { version: 1 })
  expect(moved.body).toMatchObject({ version: 2, sheet: later, changed: { reason: '小龙发烧。' } })
  const stale = await world.as(worker).put(path, { sheet, reason: '晚到' }, { version: 1 })
  expect(stale).toMatchObject({ status: 412, body: { current: { version: 2 } } })
  // What it no longer needs is free again, and it takes its own time anew without meeting itself.
  const alone = { ...later, roomId: null, place: '家中', workerIds: [worker.id] }
  const smaller = await world.as(worker).put(path, { sheet: alone, reason: '改为家访' }, { version: 2 })
  expect(smaller.body).toMatchObject({ version: 3, roomPrivacy: null })
  await anAppointment(world, supervisor, caseId, { ...later, workerIds: [supervisor.id] })

  const gone = await world.as(worker).put(`${path}/cancellation`, { reason: '奶奶住院。' }, { version: 3 })
  expect(gone.body).toMatchObject({
    state: 'cancelled',
    cancelled: { reason: '奶奶住院。', by: { id: worker.id } },
    abilities: { change: 'not-now', check: 'not-now' },
  })
  const before = await world.counts()
  const again = await world.as(worker).put(`${path}/cancellation`, { reason: '再' }, { version: 4 })
  const change = await world.as(worker).put(path, { sheet: alone, reason: '再' }, { version: 4 })
  for (const answer of [again, change])
    expect(answer).toMatchObject({ status: 409, body: { code: 'appointments/cancelled-already' } })
  expect(await world.counts()).toEqual(before)
  expect(await calendarOf(world, worker, 'show=own')).toEqual([])
  const told = await world.rows<{ kind: string }>(
    `select kind from notices where worker_id = $1 and kind like 'appointment%' order by told_at, kind`,
    [supervisor.id],
  )
  expect(new Set(told.map(({ kind }) => kind))).toEqual(
    new Set(['appointment-booked', 'appointment-changed']),
  )
})

test('what cannot be is refused and nothing is kept', async () => {
  const { world, administrator, worker, colleague, caseId } = await anAgency()
  const open = await aRoom(world, administrator, 'open')
  const before = await world.counts()
  const book = (but: object) =>
    world
      .as(worker)
      .post(`/cases/${caseId}/appointments`, { id: randomUUID(), sheet: anAppointmentSheet(worker, but) })
  for (const [but, path, code] of [
    [{ endsAt: '2026-03-04T00:30:00Z' }, 'endsAt', 'before-the-beginning'],
    [{ endsAt: '2026-03-04T13:00:01Z' }, 'endsAt', 'appointments/too-long'],
    [
      { startsAt: '2026-03-01T01:00:00Z', endsAt: '2026-03-01T02:00:00Z' },
      'endsAt',
      'appointments/over-already',
    ],
    [{ place: ' ' }, 'place', 'required'],
    [{ roomId: open }, 'privacyReason', 'appointments/room-less-private'],
  ] as const) {
    const answer = await book(but)
    expect([answer.status, answer.body['fields']]).toEqual([422, [{ path, code }]])
  }
  expect(await book({ roomId: randomUUID() })).toMatchObject({
    status: 422,
    body: { code: 'appointments/no-such-room' },
  })
  expect(await book({ workerIds: [worker.id, colleague.id] })).toMatchObject({
    status: 422,
    body: { code: 'appointments/worker-sees-no-case' },
  })
  const long = await world
    .as(worker)
    .get('/calendar?show=own&from=2026-03-02T00:00:00Z&until=2026-05-02T00:00:00Z')
  expect(long).toMatchObject({ status: 400, body: { code: 'appointments/range-too-long' } })
  expect(await world.counts()).toEqual(before)
  const because = await book({ roomId: open, privacyReason: '只谈时间安排，不谈内容。' })
  expect(because).toMatchObject({ status: 201, body: { roomPrivacy: 'open' } })
})

test('before an assessment it is ticked that place, purpose, methods and process are in order', async () => {
  const { world, worker, caseId } = await anAgency()
  const talk = await anAppointment(world, worker, caseId)
  const assessment = await anAppointment(world, worker, caseId, {
    kind: 'assessment',
    startsAt: '2026-03-05T01:00:00Z',
    endsAt: '2026-03-05T02:00:00Z',
  })
  const items = ['place-safe', 'place-private', 'purpose-explained']
  const ticked = await world.as(worker).put(`${assessment.path}/preparation`, { items }, { version: 1 })
  expect(AppointmentView.parse(ticked.body).prepared).toMatchObject({ items, by: { id: worker.id } })
  const before = await world.counts()
  const none = await world.as(worker).put(`${talk.path}/preparation`, { items }, { version: 1 })
  expect(none).toMatchObject({ status: 409, body: { code: 'appointments/no-checklist' } })
  expect(await world.counts()).toEqual(before)
})

test('the calendar file names no client; whoever does not see the case gets none', async () => {
  const { world, worker, colleague, caseId, roomId } = await anAgency()
  const { path } = await anAppointment(world, worker, caseId, { roomId })
  const fetch = ({ token }: TestWorker) =>
    world.app.inject({
      url: `/api${path}/calendar-file?language=zh-CN`,
      headers: { authorization: `Bearer ${token}` },
    })
  const file = await fetch(worker)
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(file.body).toContain('LOCATION:静室')
  const [client] = await world.rows<{ name: string }>(
    'select p.name from people p join cases c on c.client_id = p.id where c.id = $1',
    [caseId],
  )
  for (const word of [client?.name ?? '', '李小龙', '奶奶', '上学']) expect(file.body).not.toContain(word)
  expect((await fetch(colleague)).statusCode).toBe(404)
})
