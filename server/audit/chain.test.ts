import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#server/platform/database/database.ts'
import { asSuperuser } from '#server/testing/superuser.ts'
import { testKeys } from '#server/testing/keys.ts'
import { testWorld } from '#server/testing/world.ts'
import { aWatch, withSettings, writeLines } from './chain.factory.ts'
import { beforeTheFirst, canonicalLine, linkOf, sealOf, type SealedFacts } from './chain.ts'
import { checkpointFile, checkpointWriter } from './checkpoints.repository.ts'
import { sealEarlierLines } from './earlier-lines.repository.ts'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', ',', '"', 'null', '\\', '[]'))
const id = fc.option(fc.uuid())
const facts: fc.Arbitrary<SealedFacts> = fc.record({
  agencyId: fc.uuid(),
  atMicros: fc.nat(),
  workerId: fc.uuid(),
  workerRole: text,
  operation: text,
  act: text,
  outcome: text,
  reason: text,
  subjectKind: text,
  subjectId: id,
  caseId: id,
  inquiryId: id,
  personId: id,
  listed: fc.array(fc.uuid(), { maxLength: 3 }),
  requestId: text,
})

test('two lines have the same bytes only when they say the same', () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      expect(canonicalLine(one).equals(canonicalLine(other))).toBe(same)
    }),
  )
  const [some] = fc.sample(facts, 1)
  const key = createSecretKey(Buffer.alloc(32, 7))
  const seal = (but: Partial<SealedFacts>) =>
    sealOf(key, { ...(some as SealedFacts), ...but }).toString('hex')
  // What runs together when values are only strung together, or absent and empty are taken for one.
  expect(seal({ operation: 'ab', act: 'c' })).not.toBe(seal({ operation: 'a', act: 'bc' }))
  expect(seal({ subjectId: null })).not.toBe(seal({ subjectId: '' }))
  expect(seal({ caseId: null, inquiryId: 'x' })).not.toBe(seal({ caseId: 'x', inquiryId: null }))
  expect(seal({ listed: ['a', 'b'] })).not.toBe(seal({ listed: ['a,b'] }))
})

test('a seal is what it was in the first release: changing how lines are sealed would make all of them look forged', () => {
  const key = createSecretKey(Buffer.alloc(32, 1))
  const line: SealedFacts = {
    agencyId: '5f5c2a3e-0000-4000-8000-000000000001',
    atMicros: 1_772_000_000_123_456,
    workerId: '5f5c2a3e-0000-4000-8000-000000000002',
    workerRole: 'worker',
    operation: 'case.read',
    act: 'look',
    outcome: 'done',
    reason: '',
    subjectKind: 'case',
    subjectId: '5f5c2a3e-0000-4000-8000-000000000003',
    caseId: '5f5c2a3e-0000-4000-8000-000000000003',
    inquiryId: null,
    personId: null,
    listed: [],
    requestId: 'req-1',
  }
  const seal = sealOf(key, line)
  expect(seal.toString('hex')).toBe('887617364cad081f6fc3b9822c8afa545349fe97d662961c4453b6c8bddf1626')
  expect(linkOf(beforeTheFirst, 1, seal).toString('hex')).toBe(
    '5a04635e8121c3b8f6fe2dca5f56e2c477427c5350419e2817100769b576dfb9',
  )
})

const settings = [
  'timezone=Asia/Shanghai; datestyle=SQL,DMY; bytea_output=escape',
  'timezone=America/St_Johns; datestyle=German; intervalstyle=sql_standard; extra_float_digits=-15',
  'timezone=Pacific/Chatham; datestyle=Postgres,MDY; lc_time=C; lc_numeric=POSIX; lc_monetary=C.UTF-8',
]

test(
  'thousands of lines of writers at the same time make one whole chain, whatever the settings of any session',
  { timeout: 60_000 },
  async () => {
    const world = await testWorld()
    const agencyId = await world.agency()
    const workers = [await world.worker(agencyId), await world.worker(agencyId, { role: 'supervisor' })]
    const elsewhere = await world.worker(await world.agency({ name: '晨光社工站' }))
    const zones: string[] = []
    for (const some of settings) {
      const database = openDatabase({
        ownerUrl: withSettings(world.appUrl, some),
        appPassword: decodeURIComponent(new URL(world.appUrl.replace('@/', '@socket/')).password),
        keys: testKeys,
        auditKey: world.platform.database.auditKey,
        max: 4,
      })
      const { rows } = await database.pool.query<{ zone: string }>(
        `select current_setting('timezone') as zone`,
      )
      zones.push(rows[0]?.zone ?? '')
      await Promise.all(
        Array.from({ length: 30 }, (_, turn) =>
          writeLines(
            world,
            turn % 5 === 0 ? elsewhere : (workers[turn % 2] ?? elsewhere),
            1 + turn * 3,
            database,
          ),
        ),
      )
      await database.close()
    }
    expect(zones).toEqual(['Asia/Shanghai', 'America/St_Johns', 'Pacific/Chatham'])
    const watch = aWatch(world)
    await watch.writeCheckpoints()
    for (const some of ['', ...settings]) {
      const reports = await watch.verify({ settings: some })
      expect(reports.map(({ fault }) => fault)).toEqual([null, null])
      expect(reports.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(4000)
    }
  },
)

test('lines go on being written while the chain is walked, and are no fault', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const watch = aWatch(world)
  await writeLines(world, worker, 300)
  await watch.writeCheckpoints()
  const walks = async () => {
    for (let round = 0; round < 8; round += 1) {
      await watch.writeCheckpoints()
      expect((await watch.verify()).map(({ fault }) => fault)).toEqual([null])
    }
  }
  const writes = async () => {
    for (let round = 0; round < 40; round += 1) await writeLines(world, worker, 3)
  }
  await Promise.all([walks(), writes()])
  const [report] = await watch.verify()
  expect(report).toMatchObject({ lines: 420, fault: null })
})

test('what was undone leaves no gap: its line was never there', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  await writeLines(world, worker, 2)
  await world.rows(`alter table audit_log add constraint no_more check (id < 3)`)
  await expect(writeLines(world, worker, 2)).rejects.toThrow('no_more')
  await world.rows('alter table audit_log drop constraint no_more')
  await writeLines(world, worker, 2)
  const lines = await world.rows<{ id: number }>('select id from audit_log order by id')
  expect(lines.map(({ id: line }) => line)).toEqual([1, 2, 3, 4])
  const watch = aWatch(world)
  await watch.writeCheckpoints()
  expect((await watch.verify()).map(({ fault }) => fault)).toEqual([null])
})

test('checkpoints go to every place, each once, readable by their owner only', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const folder = mkdtempSync(join(tmpdir(), 'alongside-places-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const folders = [join(folder, 'audit'), join(folder, 'elsewhere', 'second')] as const
  const write = checkpointWriter({ ...world.platform, folders, say: () => undefined })
  const texts = () => folders.map((each) => readFileSync(checkpointFile(each), 'utf8'))
  await writeLines(world, worker, 2)
  await write()
  await write()
  await writeLines(world, worker)
  await write()
  const [first, second] = texts()
  expect(first).toBe(second)
  expect(first?.match(/"id":\d+/gu)).toEqual(['"id":2', '"id":3'])
  expect(statSync(checkpointFile(folders[0])).mode & 0o777).toBe(0o600)
  expect(first).not.toContain(world.platform.database.auditKey.export().toString('base64url'))
})

test('a place that cannot be written does not keep the others from their checkpoint', async () => {
  const world = await testWorld()
  await writeLines(world, await world.worker(await world.agency()))
  const watch = aWatch(world)
  const write = checkpointWriter({
    ...world.platform,
    folders: [watch.folder, import.meta.filename],
    say: () => undefined,
  })
  await expect(write()).rejects.toThrow('EEXIST')
  expect(watch.noted().sound).toHaveLength(1)
})

test('lines from before the chain are sealed once, and never again where any line has a seal', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { auditKey } = world.platform.database
  await writeLines(world, worker, 5)
  await asSuperuser(world, (client) => client.query('update audit_log set mac = null, link = null'))
  await sealEarlierLines(world.ownerUrl, auditKey)
  const watch = aWatch(world)
  await watch.writeCheckpoints()
  expect((await watch.verify()).map(({ fault }) => fault)).toEqual([null])
  await asSuperuser(world, (client) =>
    client.query(`update audit_log set mac = null, outcome = 'refused' where id = 4`),
  )
  await sealEarlierLines(world.ownerUrl, auditKey)
  expect((await watch.verify())[0]?.fault).toMatchObject({ what: 'unsealed', line: 4 })
  await sealEarlierLines(world.ownerUrl, createSecretKey(randomBytes(32)))
  expect((await watch.verify())[0]?.fault).toMatchObject({ what: 'unsealed', line: 4 })
})

test('a line finds the one before it at once, however many there are and however little PostgreSQL knows of them', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const client = new pg.Client(world.lookingUrl)
  await client.connect()
  const page = `select lay_down_looks($1, (select jsonb_agg(jsonb_build_object('atMicros', (extract(epoch from now()) * 1000000)::bigint,
    'workerId', $1::uuid, 'workerRole', 'worker', 'operation', 'case.read', 'reason', '', 'subjectKind', 'case', 'listed', '[]'::jsonb,
    'requestId', n::text, 'mac', repeat('ab', 32))) from generate_series(1, 20) as n))`
  const read = `select sum(pg_stat_get_xact_tuples_returned(indexrelid))::int as read, count(*)::int as indexes
    from pg_index where indrelid = 'audit_log'::regclass`
  // Counted while it was empty, as on the first day.
  await client.query('vacuum analyze audit_log')
  await client.query('begin')
  for (let pages = 0; pages < 15; pages++) await client.query(page, [agencyId])
  const { rows } = await client.query<{ read: number; indexes: number }>(read)
  await client.query('rollback')
  await client.end()
  expect(rows[0]?.indexes).toBeGreaterThan(2)
  expect(rows[0]?.read).toBeGreaterThan(100)
  expect(rows[0]?.read).toBeLessThan(2 * 15 * 20)
})
