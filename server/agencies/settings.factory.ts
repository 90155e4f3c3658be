import { randomUUID } from 'node:crypto'
import type { SettingKind, SheetOf } from '#contract/settings/index.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** The sheets of a small station in Anning. */
export const someSheets = {
  site: {
    name: { 'zh-CN': '安宁东路站', en: 'Anning East Road', ru: '' },
    address: '安宁东路12号',
    phone: '0931-7601234',
    letters: 'E',
    closed: false,
  },
  scope: {
    serviceFields: ['welfare-services'],
    clientGroups: [],
    minimumAge: 60,
    maximumAge: null,
    notHere: '不提供住院治疗。',
  },
  catchment: { areas: [{ prefix: '620105', name: '安宁区' }] },
  capacity: {
    cases: 120,
    perWorker: { level4: 10, level3: 20, level2: 25, level1: null },
    waitingList: 15,
  },
  hours: {
    weekly: [{ channel: 'phone', weekday: 1, from: '09:00', until: '17:30' }],
    exceptions: [{ day: '2026-03-09', channel: null, hours: null, why: '补休' }],
  },
} as const satisfies Partial<{ [Kind in SettingKind]: SheetOf<Kind> }>

type Written = Readonly<{ kind: SettingKind; sheet: unknown; subject?: string; seen?: number; from?: string }>

/** One version as it is sent; the first of its sheet, from 2 March 2026, where nothing else is said. */
export const aVersion = ({ kind, sheet, subject = '', seen = 0, from = '2026-03-02' }: Written) => ({
  id: randomUUID(),
  kind,
  subject,
  seen,
  from,
  sheet,
})

/** Writes one version; whether it stands is the test's to say. */
export const writeVersion = (world: World, who: TestWorker, written: Written) =>
  world.as(who).post('/agency/settings', aVersion(written))

/** A site that stands there, with a room; their ids. */
export async function aSite(world: World, administrator: TestWorker) {
  const siteId = randomUUID()
  const roomId = randomUUID()
  await writeVersion(world, administrator, { kind: 'site', subject: siteId, sheet: someSheets.site })
  const room = { siteId, name: { 'zh-CN': '谈话室', en: '', ru: '' }, seats: 4, privacy: 'private' }
  const sheet = { ...room, accessible: true, closed: false }
  const answer = await writeVersion(world, administrator, { kind: 'room', subject: roomId, sheet })
  if (answer.status !== 201) throw new Error(`There is no room: ${JSON.stringify(answer.body)}`)
  return { siteId, roomId }
}
