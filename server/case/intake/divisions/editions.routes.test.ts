import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeVersion } from '#server/agencies/settings.factory.ts'
import { inTheDatabase } from '#server/testing/in-the-database.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aPerson, aSharedInquiry } from '../inquiry/inquiry.factory.ts'

const head = 'code,name,parent,valid_from,valid_until,became'
const gansu = '620000,甘肃省,,1991-01-01,,'
const lanzhou = '620100,兰州市,620000,1991-01-01,,'
const anning = '620105,安宁区,620100,1991-01-01,,'
/** On 10 March the district becomes a part of a new one. */
const joined = '620105,安宁区,620100,1991-01-01,2026-03-10,620199\n620199,安宁新区,620100,2026-03-10,,'
const table = (...lines: string[]) => [head, ...lines].join('\n')

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  return { world, administrator, worker: await world.worker(agencyId) }
}

const bring = (world: World, who: TestWorker, csv: string, source = 'GB/T 2260') =>
  world.as(who).post('/division-editions', { id: randomUUID(), fileName: 'codes.csv', source, csv })

const act = (world: World, who: TestWorker, id: unknown, noun: 'taking' | 'undoing', version: number) =>
  world.as(who).put(`/division-editions/${String(id)}/${noun}`, {}, { version })

async function taken(world: World, who: TestWorker, csv: string, source?: string) {
  const { body } = await bring(world, who, csv, source)
  expect(await act(world, who, body['id'], 'taking', 1)).toMatchObject({
    status: 200,
    body: { counts: true },
  })
  return String(body['id'])
}

/** Nothing was written, but who looked. */
async function refused(world: World, asked: () => Promise<{ status: number; body: { code?: unknown } }>) {
  const before = await world.counts()
  const { status, body } = await asked()
  expect({ ...(await world.counts()), audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
  return [status, body.code]
}

test('an edition is checked line by line, taken whole, counts as of the day, and is undone whole', async () => {
  const { world, administrator, worker } = await anAgency()
  const first = await taken(world, administrator, table(gansu, lanzhou, anning), '2020')
  const areas = [{ prefix: '620105', name: '安宁区' }]
  await writeVersion(world, administrator, { kind: 'catchment', sheet: { areas } })
  const { id: inquiryId, version } = await aSharedInquiry(world, worker, await aPerson(world, worker))
  const sheet = { residenceCode: '620105', wantedFields: [], problems: [] }
  await world.as(worker).put(`/inquiries/${inquiryId}/screening`, sheet, { version })
  const area = async () => {
    const { body } = await world.as(worker).get(`/inquiries/${inquiryId}/screening`)
    const flags: readonly Readonly<Record<string, unknown>>[] =
      [...(body['places'] ?? [])][0]?.['flags'] ?? []
    return [flags.find(({ kind }) => kind === 'area')?.['verdict'], body['residence']?.['now']]
  }
  const brought = await bring(world, administrator, table(gansu, lanzhou.replace('市', ''), joined), '2026')
  const { id } = brought.body
  expect(brought).toMatchObject({
    status: 201,
    body: {
      state: 'checked',
      counts: false,
      outcomes: { taken: 1, changed: 2, unchanged: 1, gone: 0, refused: 0 },
      abilities: { take: 'yes', undo: 'not-now' },
    },
  })
  const lines = await world.as(administrator).get(`/division-editions/${String(id)}/lines?outcome=changed`)
  expect(lines.body['rows']).toMatchObject([
    { line: 3, code: '620100', says: { name: '兰州' }, said: { name: '兰州市' } },
    { line: 4, code: '620105', says: { validUntil: '2026-03-10', became: ['620199'] }, said: { became: [] } },
  ])
  // Checked is not taken.
  expect((await world.as(worker).get('/divisions?under=620000')).body).toMatchObject({
    source: '2020',
    rows: [{ name: '兰州市' }],
  })
  await act(world, administrator, id, 'taking', 1)
  expect((await world.as(worker).get('/divisions?under=620000')).body['source']).toBe('2026')
  // The day before the district ends, and that day.
  expect(await area()).toEqual(['fits', ['620105']])
  world.at('2026-03-10T02:00:00Z')
  expect(await area()).toEqual(['misses', ['620199']])
  expect(await refused(world, () => act(world, administrator, first, 'undoing', 2))).toEqual([
    409,
    'divisions/later-edition',
  ])
  expect(await act(world, administrator, id, 'undoing', 2)).toMatchObject({
    status: 200,
    body: { state: 'undone', counts: false },
  })
  expect(await area()).toEqual(['fits', ['620105']])
  await act(world, administrator, first, 'undoing', 2)
  expect((await world.as(worker).get('/divisions')).body).toMatchObject({ source: 'GB/T 2260' })
  const all = await world.as(administrator).get('/division-editions')
  expect([...(all.body['rows'] ?? [])].map(({ state }) => state)).toEqual(['undone', 'undone'])
})

test('what cannot be taken says why, and nothing of it counts', async () => {
  const { world, administrator, worker } = await anAgency()
  expect(await refused(world, () => bring(world, worker, table(gansu)))).toEqual([403, 'not-allowed'])
  for (const csv of ['"', 'a,b\n1,2', head])
    expect(await refused(world, () => bring(world, administrator, csv))).toEqual([
      422,
      'divisions/not-a-table',
    ])
  const wrong = [
    '62,甘肃,,1991-01-01,,',
    '620101,,620100,1991-01-01,,',
    '620102,城关区,620100,1991-02-30,,',
    '620103,七里河区,620100,1991-01-01,,620104',
    '620104,西固区,630000,1991-01-01,,',
    '620105,安宁区,620100,2000-01-01,,',
  ]
  const { body } = await bring(world, administrator, table(gansu, lanzhou, anning, ...wrong))
  expect(body).toMatchObject({ outcomes: { refused: 6 }, abilities: { take: 'not-now' } })
  const report = await world
    .as(administrator)
    .get(`/division-editions/${String(body['id'])}/lines?outcome=refused`)
  expect([...(report.body['rows'] ?? [])].map(({ line, problem }) => `${line} ${problem}`)).toEqual([
    '5 code',
    '6 name',
    '7 date',
    '8 became',
    '9 parent',
    '10 repeated',
  ])
  expect(await refused(world, () => act(world, administrator, body['id'], 'taking', 1))).toEqual([
    409,
    'divisions/lines-refused',
  ])
  expect((await world.as(worker).get('/divisions')).body['source']).toBe('GB/T 2260')
  // Two were checked against one table: once one of them counts, the other’s report is no longer true.
  const [one, other] = [
    await bring(world, administrator, table(gansu, lanzhou)),
    await bring(world, administrator, table(gansu)),
  ]
  const [first, second] = [one.body['id'], other.body['id']]
  expect(await refused(world, () => act(world, worker, first, 'taking', 1))).toEqual([403, 'not-allowed'])
  expect(await refused(world, () => act(world, administrator, first, 'taking', 7))).toEqual([
    412,
    'changed-meanwhile',
  ])
  const both = await Promise.all([first, second].map((id) => act(world, administrator, id, 'taking', 1)))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(both.map(({ body: said }) => said['code'])).toContain('divisions/outdated')
  const again = both[0]?.status === 200 ? first : second
  expect(await refused(world, () => act(world, administrator, again, 'taking', 2))).toEqual([
    409,
    'divisions/not-now',
  ])
  const same = await bring(world, administrator, again === first ? table(gansu, lanzhou) : table(gansu))
  expect(await refused(world, () => act(world, administrator, same.body['id'], 'taking', 1))).toEqual([
    409,
    'divisions/nothing-new',
  ])
  expect(await refused(world, () => act(world, administrator, same.body['id'], 'undoing', 1))).toEqual([
    409,
    'divisions/not-now',
  ])
})

test('the database itself: only whoever runs the agency brings an edition, its codes never change, and no other agency reads them', async () => {
  const { world, administrator, worker } = await anAgency()
  await taken(world, administrator, table(gansu))
  const stranger = await world.worker(await world.agency(), { role: 'agency-administrator', level: 2 })
  const asking = (who: TestWorker, text: string) =>
    inTheDatabase(world, who, [], async (client) => (await client.query(text)).rowCount)
  for (const text of [
    `update division_editions set state = 'undone'`,
    'select 1 from division_edition_lines',
  ])
    await expect(asking(worker, text)).rejects.toThrow('permission denied')
  await expect(asking(administrator, 'delete from division_codes')).rejects.toThrow('permission denied')
  await expect(world.rows(`update division_codes set name = 'X'`)).rejects.toThrow('never changes')
  expect([
    await asking(worker, 'select 1 from division_codes'),
    await asking(stranger, 'select 1 from division_codes'),
    await asking(stranger, 'select 1 from division_editions'),
  ]).toEqual([1, 0, 0])
})
