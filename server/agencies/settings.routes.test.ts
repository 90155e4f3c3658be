import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { enterAs, principalsOf, type Transaction } from '#server/access/index.ts'
import { inTheDatabase } from '#server/testing/in-the-database.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { capacityOn, catchmentOn, isOpen, roomsOn, scopeOn, sitesOn } from './index.ts'
import { aSite, aVersion, someSheets, writeVersion } from './settings.factory.ts'

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const worker = await world.worker(agencyId)
  return { world, agencyId, administrator, worker }
}

/** Does something inside the server as this worker. */
const inside = <T>(world: World, worker: TestWorker, work: (tx: Transaction) => Promise<T>) => {
  const posts = { deskPost: randomUUID(), headPost: randomUUID() }
  const { agencyId, id: workerId, name, role, level } = worker
  const principals = principalsOf(workerId, role, posts)
  const signedIn = { signInId: randomUUID(), language: 'zh-CN' as const, agencyName: '', demo: false }
  const actor = { ...signedIn, agencyId, workerId, name, role, level, principals }
  return enterAs(world.platform.database, { actor, operation: 'settings.read', now: world.now() }, work)
}

test('a site is written, changed from a day on, and given up; every version stays and says from when until when', async () => {
  const { world, administrator, worker } = await anAgency()
  const { siteId, roomId } = await aSite(world, administrator)
  const moved = { ...someSheets.site, address: '安宁西路3号' }
  const next = { kind: 'site' as const, subject: siteId, seen: 1, from: '2026-03-10' }
  expect((await writeVersion(world, administrator, { ...next, sheet: moved })).status).toBe(201)
  const list = await world.as(worker).get('/agency/settings?kind=site')
  expect(list.body['rows']).toMatchObject([
    { ordinal: 2, from: '2026-03-10', until: null, state: 'planned', sheet: { address: '安宁西路3号' } },
    {
      ordinal: 1,
      from: '2026-03-02',
      until: '2026-03-10',
      state: 'in-force',
      writtenBy: { id: administrator.id },
    },
  ])
  expect(list.body).toMatchObject({
    today: '2026-03-02',
    newest: { [siteId]: 2 },
    abilities: { write: 'not-you' },
  })
  const addressOn = (day: string) => inside(world, worker, async (tx) => (await sitesOn(tx, day))[0]?.address)
  expect([
    await addressOn('2026-03-01'),
    await addressOn('2026-03-09'),
    await addressOn('2026-03-10'),
  ]).toEqual([undefined, '安宁东路12号', '安宁西路3号'])
  world.at('2026-03-20T02:00:00Z')
  const gone = { ...moved, closed: true }
  await writeVersion(world, administrator, { ...next, seen: 2, from: '2026-03-20', sheet: gone })
  const rooms = (day: string) =>
    inside(world, worker, async (tx) => (await roomsOn(tx, day)).map(({ id }) => id))
  expect([await rooms('2026-03-19'), await rooms('2026-03-20')]).toEqual([[roomId], []])
  const address = `/agency/settings/history?kind=site&subject=${siteId}&limit=2`
  const first = await world.as(worker).get(address)
  const rest = await world.as(worker).get(`${address}&after=${String(first.body['next'])}`)
  const said = [...(first.body['rows'] ?? []), ...(rest.body['rows'] ?? [])].map(
    (row) => `${row['ordinal']} ${row['from']}–${row['until']} ${row['state']}`,
  )
  expect(said).toEqual([
    '3 2026-03-20–null in-force',
    '2 2026-03-10–2026-03-20 past',
    '1 2026-03-02–2026-03-10 past',
  ])
})

test('where, for whom and how much: a site’s own sheet before the agency’s, and nothing said is no limit', async () => {
  const { world, administrator, worker } = await anAgency()
  const { siteId } = await aSite(world, administrator)
  const day = '2026-03-02'
  expect(await inside(world, worker, (tx) => capacityOn(tx, day))).toMatchObject({ cases: null })
  for (const kind of ['scope', 'catchment', 'capacity'] as const)
    await writeVersion(world, administrator, { kind, sheet: someSheets[kind] })
  const own = { areas: [{ prefix: '620104', name: '西固区' }] }
  await writeVersion(world, administrator, { kind: 'catchment', subject: siteId, sheet: own })
  await writeVersion(world, administrator, { kind: 'hours', subject: siteId, sheet: someSheets.hours })
  const known = await inside(world, worker, async (tx) => ({
    scope: await scopeOn(tx, day),
    own: await catchmentOn(tx, day, siteId),
    agency: await catchmentOn(tx, day),
    elsewhere: await capacityOn(tx, day, siteId),
    before: await scopeOn(tx, '2026-03-01'),
    // 10:00 and 18:00 by the agency's clock, on a Monday; a week later the site is shut.
    morning: await isOpen(tx, 'phone', new Date('2026-03-02T02:00:00Z')),
    evening: await isOpen(tx, 'phone', new Date('2026-03-02T10:00:00Z'), siteId),
    shut: await isOpen(tx, 'phone', new Date('2026-03-09T02:00:00Z')),
  }))
  expect(known).toMatchObject({
    scope: someSheets.scope,
    own,
    agency: someSheets.catchment,
    elsewhere: { waitingList: 15 },
    before: { minimumAge: null },
    morning: true,
    evening: false,
    shut: false,
  })
})

test('what does not fit is refused and nothing is written', async () => {
  const { world, agencyId, administrator, worker } = await anAgency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const { siteId } = await aSite(world, administrator)
  const foreign = await aSite(
    world,
    await world.worker(await world.agency(), { role: 'agency-administrator', level: 2 }),
  )
  const before = await world.counts()
  const sheet = someSheets.site
  const room = {
    siteId: foreign.siteId,
    name: sheet.name,
    seats: 2,
    privacy: 'open',
    accessible: false,
    closed: false,
  }
  const { hours } = someSheets
  const twice = { ...hours, weekly: [...hours.weekly, { ...hours.weekly[0], from: '17:00', until: '18:00' }] }
  const turned = { ...someSheets.scope, maximumAge: 18 }
  const refused = async (written: Parameters<typeof aVersion>[0], status: number, code: string) => {
    const answer = await world.as(head).post('/agency/settings', aVersion(written))
    const fields = [...(answer.body['fields'] ?? [])].map((field) => String(field['code']))
    const codes = [String(answer.body['code']), ...fields]
    expect([answer.status, codes.includes(code) ? code : codes]).toEqual([status, code])
  }
  await refused({ kind: 'site', subject: siteId, sheet }, 409, 'settings/written-meanwhile')
  await refused(
    { kind: 'site', subject: siteId, seen: 1, from: '2026-03-01', sheet },
    422,
    'settings/not-backwards',
  )
  await refused({ kind: 'site', sheet }, 422, 'settings/no-such-subject')
  await refused({ kind: 'room', subject: randomUUID(), sheet: room }, 422, 'settings/no-such-site')
  await refused({ kind: 'hours', subject: foreign.siteId, sheet: hours }, 422, 'settings/no-such-site')
  await refused({ kind: 'hours', subject: siteId, sheet: twice }, 422, 'settings/hours-overlap')
  const workflow = { kind: 'workflow' as const, sheet: { template: 'assessment-first' } }
  await refused({ ...workflow, subject: foreign.siteId }, 422, 'settings/no-such-site')
  await refused({ kind: 'workflow', sheet: { template: null } }, 422, 'required')
  await refused({ kind: 'scope', sheet: turned }, 422, 'settings/ages-turned-round')
  await refused({ kind: 'scope', sheet: { ...sheet } }, 400, 'invalid-input')
  expect(
    await world.as(worker).post('/agency/settings', aVersion({ kind: 'scope', sheet: someSheets.scope })),
  ).toMatchObject({ status: 403 })
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
})

test('two who write the next version at once: one is told of the other; sent again it stands once', async () => {
  const { world, administrator } = await anAgency()
  const written = [1, 2].map(() => aVersion({ kind: 'scope', sheet: someSheets.scope }))
  const answers = await Promise.all(
    written.map((body) => world.as(administrator).post('/agency/settings', body, { key: body.id })),
  )
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
  const first = written[answers.findIndex(({ status }) => status === 201)]
  const again = await world.as(administrator).post('/agency/settings', first ?? {}, { key: first?.id ?? '' })
  expect(again.status).toBe(201)
  expect(await world.rows('select ordinal from settings')).toEqual([{ ordinal: 1 }])
})

test('the database itself: nobody else writes, nobody rewrites, and no agency reads another’s', async () => {
  const { world, administrator, worker } = await anAgency()
  const stranger = await world.worker(await world.agency(), { role: 'agency-administrator', level: 2 })
  await writeVersion(world, administrator, { kind: 'scope', sheet: someSheets.scope })
  const asking = (who: TestWorker, text: string) =>
    inTheDatabase(world, who, [], async (client) => (await client.query(text)).rowCount)
  const insert = `insert into settings select agency_id, gen_random_uuid(), kind, subject, 2, effective_from, sheet, '${worker.id}', written_at from settings`
  await expect(asking(worker, insert)).rejects.toThrow('permission denied')
  await expect(asking(administrator, insert)).rejects.toThrow('is not the actor')
  await expect(asking(administrator, `update settings set sheet = '{}'`)).rejects.toThrow('permission denied')
  await expect(asking(administrator, 'delete from settings')).rejects.toThrow('permission denied')
  await expect(world.rows(`update settings set sheet = '{}'`)).rejects.toThrow('never changes')
  expect([
    await asking(worker, 'select 1 from settings'),
    await asking(stranger, 'select 1 from settings'),
  ]).toEqual([1, 0])
})
