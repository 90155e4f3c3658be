import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { importLimits } from '#contract/directory-imports.ts'
import { enterJob } from '#server/entrance/index.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { filesIn } from './archive.ts'
import { anArchive, anEntry, aTakenImport, bringIn, sample, undo, workOff } from './directory.factory.ts'
import { takeDirectoryImport } from './imports.jobs.ts'

const serviceId = 'ac148810-d857-441c-9679-408f346de14b'
const organizationId = 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610'

async function anOffice(grounds: Parameters<typeof testWorld>[1] = {}) {
  const world = await testWorld({}, grounds)
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const worker = await world.worker(agencyId)
  return { world, agencyId, administrator, worker, api: world.as(administrator) }
}

const found = async (world: World, worker: TestWorker, words = '') => {
  const { body } = await world.as(worker).post('/directory/searches', { words, show: 'all' })
  return [...(body['rows'] ?? [])].map((row) => row['name'])
}

/** What the directory holds, without who wrote it when. */
const held = (world: World) => world.rows('select kind, id, content from directory_records order by kind, id')

const services = (rows: readonly string[]) =>
  anArchive({
    'organizations.csv': `id,name,description\n${organizationId},民政局,救助\n`,
    'services.csv': ['id,organization_id,name,status', ...rows].join('\n'),
  })

const idOf = (number: number) => `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`
const many = (count: number) =>
  services(
    Array.from({ length: count }, (_, index) => `${idOf(index + 1)},${organizationId},服务${index},active`),
  )

test('a file is checked first: the report says of each row what would become of it, and the directory stays as it is', async () => {
  const { world, administrator, worker, api } = await anOffice()
  const { status, body } = await bringIn(
    world,
    administrator,
    services([`${serviceId},${organizationId},庇护,active`, `x,${organizationId},庇护,active`]),
  )
  expect([status, body]).toMatchObject([
    201,
    {
      state: 'checked',
      form: 'tabular',
      total: 3,
      done: 0,
      counts: { taken: 2, changed: 0, unchanged: 0, refused: 1 },
      abilities: { take: 'yes', undo: 'not-now' },
    },
  ])
  expect(await api.get(`/directory/imports/${String(body['id'])}/rows?outcome=refused`)).toMatchObject({
    status: 200,
    body: {
      rows: [
        { file: 'services.csv', line: 3, outcome: 'refused', problem: { column: 'id', code: 'not-an-id' } },
      ],
      next: null,
    },
  })
  expect([await found(world, worker), await held(world)]).toEqual([[], []])
})

test('the official sample is taken, found by words, age and language, and undone whole', async () => {
  const { world, administrator, worker } = await anOffice()
  const id = await aTakenImport(world, administrator, sample('tabular.zip'))
  expect(await world.as(administrator).get(`/directory/imports/${id}`)).toMatchObject({
    body: {
      state: 'taken',
      total: 21,
      done: 21,
      counts: { taken: 21, refused: 0 },
      abilities: { take: 'not-now', undo: 'yes' },
    },
  })
  for (const asked of [
    { words: 'counselling' },
    { age: 12 },
    { language: 'ur' },
    { cost: 'paid' },
    { show: 'to-confirm' },
  ])
    expect([
      asked,
      (await world.as(worker).post('/directory/searches', asked)).body['rows']?.[0]?.['id'],
    ]).toEqual([asked, serviceId])
  expect((await world.as(worker).post('/directory/searches', { age: 11 })).body['rows']).toEqual([])
  expect(await world.as(worker).get(`/directory/entries/${serviceId}`)).toMatchObject({
    body: {
      sheet: { organizationName: 'Example Organization Inc.', minimumAge: 12 },
      confirmedOn: '2005-01-01',
      aged: true,
    },
  })
  expect(await undo(world, administrator, id)).toMatchObject({
    status: 200,
    body: { state: 'undone', abilities: { undo: 'not-now' } },
  })
  expect([await held(world), await world.rows('select 1 from directory_services')]).toEqual([[], []])
})

test.each(['service_full.json', 'organization_full.json'])(
  'the sample %s finds the same service as the tables do',
  async (name) => {
    const { world, administrator, worker } = await anOffice()
    await aTakenImport(world, administrator, sample(name), { name })
    const asJson = await world.as(worker).get(`/directory/entries/${serviceId}`)
    const other = await anOffice()
    await aTakenImport(other.world, other.administrator, sample('tabular.zip'))
    const asTables = await other.world.as(other.worker).get(`/directory/entries/${serviceId}`)
    expect(asJson.body['sheet']).toEqual(asTables.body['sheet'])
  },
)

test('what leaves as tables comes back the same, and nothing in it is a formula', async () => {
  const { world, administrator, worker } = await anOffice()
  await aTakenImport(world, administrator, sample('tabular.zip'))
  await world
    .as(worker)
    .post(
      '/directory/entries',
      anEntry({ name: '=HYPERLINK("http://x")', phone: '+86 931 1234', fees: "'=1" }),
    )
  const before = await held(world)
  const reply = await world.app.inject({
    url: '/api/directory/export?form=tabular',
    headers: { authorization: `Bearer ${worker.token}` },
  })
  expect(reply.headers['content-disposition']).toBe('attachment; filename="directory-hsds-2026-03-02.zip"')
  const files = await filesIn('x.zip', reply.rawPayload)
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['datapackage.json', 'services.csv', 'taxonomy_terms.csv']),
  )
  const tables = [...files]
    .filter(([name]) => name.endsWith('.csv'))
    .map(([, bytes]) => bytes.toString('utf8'))
  expect(tables.join('\n')).not.toMatch(/(?:^|,)"[=+@]/mu)
  const elsewhere = await anOffice()
  await aTakenImport(elsewhere.world, elsewhere.administrator, reply.rawPayload)
  expect(await held(elsewhere.world)).toEqual(before)
  const again = await bringIn(world, administrator, reply.rawPayload)
  expect(again.body['counts']).toEqual({ taken: 0, changed: 0, unchanged: before.length, refused: 0 })
  expect(again.body['abilities']).toEqual({ take: 'not-now', undo: 'not-now' })
})

test('what leaves as JSON is HSDS services in full with all that no service leads to, and everything comes back', async () => {
  const { world, administrator, worker } = await anOffice()
  await aTakenImport(world, administrator, sample('tabular.zip'))
  await world.as(worker).post('/directory/entries', anEntry())
  const alone = Buffer.from(
    JSON.stringify([{ id: randomUUID(), name: '还没有服务的机构', description: '刚成立' }]),
  )
  await aTakenImport(world, administrator, alone, { name: 'alone.json' })
  const reply = await world.app.inject({
    url: '/api/directory/export?form=json',
    headers: { authorization: `Bearer ${worker.token}` },
  })
  const page = reply.json<{ total_items: number; contents: { organization: { name: string } }[] }>()
  expect([page.total_items, page.contents.map(({ organization }) => organization.name).toSorted()]).toEqual([
    2,
    ['Example Organization Inc.', '兰州市妇女联合会'],
  ])
  const elsewhere = await anOffice()
  await aTakenImport(elsewhere.world, elsewhere.administrator, reply.rawPayload, { name: 'directory.json' })
  const { body } = await world.as(worker).post('/directory/searches', { show: 'all' })
  const rows = [...(body['rows'] ?? [])]
  for (const { id } of rows) {
    const [here, there] = [
      await world.as(worker).get(`/directory/entries/${id}`),
      await elsewhere.world.as(elsewhere.worker).get(`/directory/entries/${id}`),
    ]
    expect(there.body['sheet']).toEqual(here.body['sheet'])
  }
  const named = ({ rows: told }: World) => told('select kind, id from directory_records order by kind, id')
  expect(await named(elsewhere.world)).toEqual(await named(world))
})

test('a second edition changes what is there, and undoing it brings the first back; the first cannot go before it', async () => {
  const { world, administrator, worker } = await anOffice()
  const first = await aTakenImport(
    world,
    administrator,
    services([`${serviceId},${organizationId},旧名,active`]),
  )
  const before = await held(world)
  const second = await aTakenImport(
    world,
    administrator,
    services([
      `${serviceId},${organizationId},新名,active`,
      `${randomUUID()},${organizationId},另一项,active`,
    ]),
  )
  expect(await world.as(administrator).get(`/directory/imports/${second}`)).toMatchObject({
    body: { counts: { taken: 1, changed: 1, unchanged: 1 } },
  })
  expect(new Set(await found(world, worker))).toEqual(new Set(['另一项', '新名']))
  const counts = await world.counts()
  expect(await undo(world, administrator, first)).toMatchObject({
    status: 409,
    body: { code: 'directory/later-import' },
  })
  expect(await world.counts()).toEqual(counts)
  await undo(world, administrator, second)
  expect([await found(world, worker), await held(world)]).toEqual([['旧名'], before])
  expect(await undo(world, administrator, first)).toMatchObject({ status: 200 })
  expect(await held(world)).toEqual([])
})

test('what somebody changed by hand since is lost only where that is said; a confirmation is no change', async () => {
  const { world, administrator, worker } = await anOffice()
  const id = await aTakenImport(
    world,
    administrator,
    services([`${serviceId},${organizationId},旧名,active`]),
  )
  const path = `/directory/entries/${serviceId}`
  const api = world.as(worker)
  const { body } = await api.get(path)
  const confirmed = await api.put(`${path}/confirmation`, {}, { version: Number(body['version']) })
  const counts = async () => (await world.rows('select id from directory_records')).length
  expect(confirmed.status).toBe(200)
  const { sheet, version } = confirmed.body
  await api.put(
    path,
    { ...(sheet as object), name: '手工改名', needs: ['legal'] },
    { version: Number(version) },
  )
  const before = await counts()
  expect(await undo(world, administrator, id)).toMatchObject({
    status: 409,
    body: { code: 'directory/changed-since', facts: { count: 1 } },
  })
  expect([await counts(), await found(world, worker)]).toEqual([before, ['手工改名']])
  expect(await undo(world, administrator, id, true)).toMatchObject({ status: 200 })
  expect(await found(world, worker)).toEqual([])
  expect(
    await world.rows(
      `select kind from directory_records where kind in ('services', 'organizations', 'attributes')`,
    ),
  ).toEqual([])
})

test('an organization on which a colleague hung a service of their own stays when its import is undone', async () => {
  const { world, administrator, worker } = await anOffice()
  const id = await aTakenImport(
    world,
    administrator,
    services([`${serviceId},${organizationId},旧名,active`]),
  )
  await world.as(worker).post('/directory/entries', anEntry({ organizationName: '民政局' }))
  expect(await undo(world, administrator, id)).toMatchObject({ status: 200 })
  expect(await found(world, worker, '民政局')).toEqual([anEntry().name])
})

test('a long file is taken part by part, and everybody sees how far it is; a program that stopped goes on', async () => {
  const { world, administrator, api } = await anOffice({ many: true })
  const { body } = await bringIn(world, administrator, many(2_300))
  const path = `/directory/imports/${String(body['id'])}`
  await api.put(`${path}/taking`, {}, { version: 1 })
  const queued = await world.rows(`select 1 from graphile_worker._private_jobs`)
  expect(queued).toHaveLength(1)
  await enterJob(world.platform, takeDirectoryImport)(
    { agencyId: administrator.agencyId, workerId: administrator.id, importId: String(body['id']) },
    '1',
  )
  expect(await api.get(path)).toMatchObject({
    body: { state: 'taking', done: 1_000, total: 2_301, abilities: { take: 'not-now', undo: 'not-now' } },
  })
  expect((await world.rows('select 1 from directory_services')).length).toBe(999)
  await workOff(world, administrator, String(body['id']))
  expect(await api.get(path)).toMatchObject({ body: { state: 'taken', done: 2_301 } })
  expect((await world.rows('select 1 from directory_services')).length).toBe(2_300)
})

test('only an administrator or the head brings files in; to others their imports are not there', async () => {
  const { world, agencyId, administrator, worker } = await anOffice()
  const { body } = await bringIn(world, administrator, sample('tabular.zip'))
  const path = `/directory/imports/${String(body['id'])}`
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const stranger = await world.worker(await world.agency({ name: '晨光社工站' }), {
    role: 'agency-administrator',
    level: 2,
  })
  const before = await world.counts()
  for (const one of [
    worker,
    await world.worker(agencyId, { role: 'supervisor' }),
    await world.worker(agencyId, { role: 'inspector' }),
  ]) {
    expect((await bringIn(world, one, sample('tabular.zip'))).status).toBe(403)
    expect((await world.as(one).get(path)).status).toBe(403)
    expect((await world.as(one).put(`${path}/taking`, {}, { version: 1 })).status).toBe(403)
    expect((await world.as(one).put(`${path}/undoing`, { loseChanges: true }, { version: 1 })).status).toBe(
      403,
    )
  }
  for (const [method, noun] of [
    ['get', ''],
    ['get', '/rows'],
    ['put', '/taking'],
    ['put', '/undoing'],
  ] as const) {
    const answer =
      method === 'get'
        ? await world.as(stranger).get(`${path}${noun}`)
        : await world
            .as(stranger)
            .put(`${path}${noun}`, noun === '/undoing' ? { loseChanges: true } : {}, { version: 1 })
    expect([noun, answer.status]).toEqual([noun, 404])
  }
  expect((await world.as(stranger).get('/directory/imports')).body['rows']).toEqual([])
  const ofDirectory = (counts: Record<string, string>) =>
    Object.entries(counts).filter(([name]) => name.startsWith('directory'))
  expect(ofDirectory(await world.counts())).toEqual(ofDirectory(before))
  expect((await world.as(head).put(`${path}/taking`, {}, { version: 1 })).status).toBe(200)
})

test('what is empty, too large, unreadable, or has nothing to take is refused, and nothing is written', async () => {
  const { world, administrator, api } = await anOffice()
  const nothing = (await bringIn(world, administrator, anArchive({ 'organizations.csv': 'id,name\nx,y\n' })))
    .body
  const before = await world.counts()
  const refusals = [
    [Buffer.alloc(0), 422, 'directory/file-empty'],
    [Buffer.from([0xff, 0xd8]), 422, 'directory/file-unreadable'],
    [Buffer.from('PK\u0003\u0004'), 422, 'directory/file-unreadable'],
    [Buffer.alloc(importLimits.mostBytes + 1, 32), 413, 'directory/file-too-large'],
    [
      anArchive({ 'organizations.csv': ' '.repeat(importLimits.mostUnpacked + 1) }),
      413,
      'directory/file-too-large',
    ],
    [
      anArchive({ 'organizations.csv': `id\n${'x\n'.repeat(importLimits.mostRows + 1)}` }),
      422,
      'directory/too-many-rows',
    ],
  ] as const
  for (const [bytes, status, code] of refusals)
    expect(await bringIn(world, administrator, bytes)).toMatchObject({ status, body: { code } })
  expect(
    await api.put(`/directory/imports/${String(nothing['id'])}/taking`, {}, { version: 1 }),
  ).toMatchObject({ status: 409, body: { code: 'directory/nothing-to-take' } })
  expect(
    await api.put(
      `/directory/imports/${String(nothing['id'])}/undoing`,
      { loseChanges: true },
      { version: 1 },
    ),
  ).toMatchObject({ status: 409, body: { code: 'directory/import-not-now' } })
  expect(await world.counts()).toEqual(before)
})

test('nothing that a hostile file says becomes a fault', async () => {
  const { world, administrator } = await anOffice()
  const nasty = [
    '"; drop table people; --',
    '\u202E',
    '😀'.repeat(6000),
    '1e400',
    '-0',
    '{}',
    'null',
    '2026-13-45',
    "'=1",
  ]
  const head = 'id,organization_id,name,status,minimum_age,assured_date,__proto__,constructor'
  const rows = nasty.map((text, index) =>
    [idOf(index + 1), organizationId, text, 'active', text, text, text, text]
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  )
  const tables = {
    'organizations.csv': `id,name\n${organizationId},x`,
    'services.csv': [head, ...rows].join('\n'),
  }
  expect(await bringIn(world, administrator, anArchive(tables))).toMatchObject({
    status: 201,
    body: { total: rows.length + 1 },
  })
})
