import { randomUUID } from 'node:crypto'
import type { AppointmentSheet } from '#contract/calendar.ts'
import { aVersion, someSheets } from '#server/agencies/settings.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A first interview on the morning after, in words where no room is named. Say only what matters to your test. */
export const anAppointmentSheet = (
  worker: Readonly<{ id: string }>,
  but: Partial<AppointmentSheet> = {},
): AppointmentSheet => ({
  kind: 'interview',
  startsAt: '2026-03-04T01:00:00.000Z',
  endsAt: '2026-03-04T02:00:00.000Z',
  mode: 'office',
  roomId: null,
  place: '机构一号面谈室',
  purpose: '听小龙自己说上学的事。',
  withWhom: '李小龙、奶奶',
  workerIds: [worker.id],
  privacy: 'private',
  privacyReason: '',
  ...but,
})

/** A booked appointment of a case. */
export async function anAppointment(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<AppointmentSheet> = {},
) {
  const id = randomUUID()
  const sheet = anAppointmentSheet(worker, but)
  const answer = await world.as(worker).post(`/cases/${caseId}/appointments`, { id, sheet })
  if (answer.status !== 201) throw new Error(`It was not booked: ${JSON.stringify(answer.body)}`)
  return { id, sheet, path: `/cases/${caseId}/appointments/${id}`, version: 1 }
}

/** A room of the agency, as private as is said. */
export async function aRoom(
  world: World,
  administrator: TestWorker,
  privacy: 'private' | 'screened' | 'open' = 'private',
) {
  const [siteId, roomId] = [randomUUID(), randomUUID()]
  const room = {
    siteId,
    name: { 'zh-CN': '静室', en: 'Quiet room', ru: '' },
    seats: 4,
    privacy,
    accessible: true,
    closed: false,
  }
  const write = (version: Parameters<typeof aVersion>[0]) =>
    world.as(administrator).post('/agency/settings', aVersion(version))
  await write({ kind: 'site', sheet: someSheets.site, subject: siteId })
  const answer = await write({ kind: 'room', sheet: room, subject: roomId })
  if (answer.status !== 201) throw new Error(`There is no room: ${JSON.stringify(answer.body)}`)
  return roomId
}
