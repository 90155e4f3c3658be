// Measures finding people and wrapping their keys anew, at a size. The figures go to docs/measured.md.
// Usage: node --import tsx tools/measure-people.ts [people, 100000 without a number]
import { createSecretKey, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { enterAs, type Actor } from '#server/access/index.ts'
import { matchingRows } from '#server/people/people.queries.ts'
import { personLine } from '#server/people/people.rows.ts'
import { nameKeys } from '#server/people/search-keys.ts'
import { startThrowAwayCluster } from '#server/platform/database/cluster/throw-away.ts'
import { openDatabase, type Database } from '#server/platform/database/database.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import {
  installationKeys,
  keyFilePath,
  makeKeyFile,
  rotateKeys,
  versionOf,
} from '#server/platform/identifier-keys/index.ts'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

const wanted = Number(process.argv[2] ?? 100_000)
const agencySize = 50_000
const workerSight = 650
const password = 'only for this measurement'
const folder = mkdtempSync(join(tmpdir(), 'alongside-measure-'))
const cluster = await startThrowAwayCluster()
const client = new pg.Client({ connectionString: cluster.ownerUrl() })
await client.connect()

/** Names as they are met: common surnames, one or two characters given. */
function someNames(): string[] {
  const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗')
  const given = Array.from('英龙芳伟敏静丽强磊军洋勇艳杰娟涛明超霞平桂小大文春建国志晓玉')
  return surnames.flatMap((one) =>
    given.flatMap((two) => ['', ...given].map((three) => `${one}${two}${three}`)),
  )
}

/** Fills agencies of fifty thousand people; the first person is in the sight of a worker, and so are some hundred more. */
async function fill(database: Database, names: readonly string[]) {
  await client.query(
    'create temporary table name_keys as select * from unnest($1::text[], $2::text[]) as n(name, key)',
    [names.flatMap((name) => nameKeys(name).map(() => name)), names.flatMap(nameKeys)],
  )
  await client.query('alter table person_search_keys drop constraint person_search_keys_pkey')
  await client.query(`alter table person_search_keys disable trigger all; alter table people disable trigger all;
    alter table person_keys disable trigger all`)
  const agencies = Array.from({ length: Math.max(1, Math.round(wanted / agencySize)) }, () => randomUUID())
  const size = Math.round(wanted / agencies.length)
  for (const agencyId of agencies) await fillAgency(database, agencyId, size, names)
  await client.query('alter table person_search_keys add primary key (agency_id, key, person_id)')
  for (const table of ['people', 'person_search_keys', 'person_keys'])
    await client.query(`vacuum analyze ${table}`)
  return agencies[0] ?? ''
}

async function fillAgency(database: Database, agencyId: string, size: number, names: readonly string[]) {
  await client.query(`insert into agencies (agency_id, name, desk_post, head_post) values ($1, '', $1, $1)`, [
    agencyId,
  ])
  const keys = await database.keyring.of(agencyId)
  const { rows } = await client.query<{ id: string }>(
    `insert into people (agency_id, id, name, created_by, edition, readers)
     select $1, gen_random_uuid(), ($2::text[])[1 + (n * 7919) % $3::integer], $1, 1,
       case when n <= $5::integer then array[$1::uuid, '00000000-0000-4000-8000-000000000001'] else array[$1::uuid] end
     from generate_series(1, $4::integer) as n returning id`,
    [agencyId, names, names.length, size, workerSight],
  )
  await client.query(
    `insert into person_keys select $1, id, 1, wrapped from unnest($2::uuid[], $3::bytea[]) as n(id, wrapped)`,
    [agencyId, rows.map(({ id }) => id), rows.map(({ id }) => keys.newPersonKey(id))],
  )
  await client.query(
    `insert into person_search_keys select p.agency_id, k.key, p.id from people p join name_keys k on k.name = p.name
     where p.agency_id = $1`,
    [agencyId],
  )
}

const actorOf = (agencyId: string, workerId: string, role: 'worker' | 'agency-head'): Actor => ({
  agencyId,
  workerId,
  principals: role === 'worker' ? [workerId] : [workerId, agencyId],
  role,
  level: 3,
  signInId: workerId,
  name: '',
  language: 'zh-CN',
  agencyName: '',
  demo: false,
})

/** The milliseconds of one search, its lines opened; median and worst of twenty. */
async function searched(database: Database, actor: Actor, text: string) {
  const times: number[] = []
  for (let round = 0; round < 20; round += 1) {
    const began = performance.now()
    await enterAs(database, { actor, operation: 'person.search', now: new Date() }, async (tx) => {
      const rows = await matchingRows(tx, text, null).limit(26).execute()
      return rows.map((row) => personLine(tx.keys, row, '2026-01-01'))
    })
    times.push(performance.now() - began)
  }
  const sorted = times.toSorted((one, other) => one - other)
  return `${text}: median ${sorted[10]?.toFixed(1)} ms, worst ${sorted.at(-1)?.toFixed(1)} ms`
}

async function measure() {
  await migrate(cluster.ownerUrl(), password)
  const keyFile = keyFilePath(folder)
  makeKeyFile(keyFile)
  const keys = installationKeys(keyFile)
  const database = openDatabase({
    ownerUrl: cluster.ownerUrl(),
    appPassword: password,
    keys,
    auditKey: createSecretKey(Buffer.alloc(32)),
    max: 2,
  })
  const agencyId = await fill(database, someNames())
  const { rows } = await client.query<{ people: string; keys: string }>(
    'select (select count(*) from people) as people, (select count(*) from person_search_keys) as keys',
  )
  say(`${rows[0]?.people} people, ${rows[0]?.keys} search keys`)
  const worker = actorOf(agencyId, '00000000-0000-4000-8000-000000000001', 'worker')
  const head = actorOf(agencyId, randomUUID(), 'agency-head')
  for (const [who, actor] of [
    ['worker, 650 in sight', worker],
    ['head, all of the agency in sight', head],
  ] as const)
    for (const text of ['王桂英', '桂英', 'wangguiying', 'wgy', '英', '王', '13812345678'])
      say(`${who}: ${await searched(database, actor, text)}`)
  const began = performance.now()
  const count = await rotateKeys({ client, keyFile, say, settleMilliseconds: 0 })
  say(`${count} keys of people wrapped anew in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  const old = await client.query<{ wrapped: Buffer }>('select wrapped from person_keys limit 1')
  if (old.rows[0] && versionOf(old.rows[0].wrapped) !== 2) throw new Error('The keys were not wrapped anew.')
  await database.close()
}

try {
  await measure()
} finally {
  await client.end()
  await cluster.stop()
  rmSync(folder, { recursive: true })
}
