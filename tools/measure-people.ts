// Measures finding people, the duplicate check beside the page of a case, and wrapping keys anew, at a size. The figures go to
// docs/measured.md. The page of a case is measured in the same run, turn about: what counts is the ratio.
// Usage: node --import tsx tools/measure-people.ts [people, 200000 without a number] [rounds, 100 without a number]
import { createSecretKey, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { DuplicateCheck } from '#contract/people.ts'
import { type Actor, ask, enterAs, type Transaction } from '#server/access/index.ts'
import { viewCase } from '#server/case/lifecycle/case.view.ts'
import { duplicateCandidates } from '#server/people/duplicates.queries.ts'
import { keptKeys, phoneMarks } from '#server/people/identifiers.rows.ts'
import { searchGlance } from '#server/people/people.queries.ts'
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
import { phoneOf } from '#server/testing/volume/phones.ts'

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)

const wanted = Number(process.argv[2] ?? 200_000)
const rounds = Number(process.argv[3] ?? 100)
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

/** Fills one agency; some hundred people are in the sight of a worker, and the head sees all. */
async function fill(database: Database, names: readonly string[]) {
  await client.query(
    'create temporary table name_keys as select * from unnest($1::text[], $2::text[]) as n(name, key)',
    [names.flatMap((name) => nameKeys(name).map(() => name)), names.flatMap(nameKeys)],
  )
  await client.query('alter table person_search_keys drop constraint person_search_keys_pkey')
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_indexdef('person_search_keys_in_order'::regclass) as definition`,
  )
  await client.query('drop index person_search_keys_in_order')
  await client.query(`alter table person_search_keys disable trigger all; alter table people disable trigger all;
    alter table person_keys disable trigger all`)
  const agencyId = randomUUID()
  await fillAgency(database, agencyId, names)
  await client.query(
    'alter table person_search_keys add primary key (agency_id, person_id, key) include (place, seen_by)',
  )
  await client.query(rows[0]?.definition ?? '')
  for (const table of ['people', 'person_search_keys', 'person_keys'])
    await client.query(`vacuum analyze ${table}`)
  return agencyId
}

/** The birth date of the n-th person: every day of seventy years again and again. */
const bornOf = (n: number) => new Date(Date.UTC(1940, 0, 1 + (n % 25_000))).toISOString().slice(0, 10)

/** What triggers would write into a key of its person; they rest while everybody is loaded. */
const ofPerson = 'place, name_length, name, seen_by'
const saidOfPerson = 'place_in_name(k.key, p.name), char_length(p.name), p.name, reader_marks(p.readers)'

async function fillAgency(database: Database, agencyId: string, names: readonly string[]) {
  const size = wanted
  await client.query(`insert into agencies (agency_id, name, desk_post, head_post) values ($1, '', $1, $1)`, [
    agencyId,
  ])
  const keys = await database.keyring.of(agencyId)
  const { rows } = await client.query<{ id: string }>(
    `insert into people (agency_id, id, name, created_by, edition, birth_date, readers)
     select $1, gen_random_uuid(), ($2::text[])[1 + (n * 7919) % $3::integer], $1, 1, date '1940-01-01' + n % 25000,
       case when n <= $5::integer then array[$1::uuid, '00000000-0000-4000-8000-000000000001'] else array[$1::uuid] end
     from generate_series(0, $4::integer - 1) as n order by n returning id`,
    [agencyId, names, names.length, size, workerSight],
  )
  await client.query(
    `insert into person_keys select $1, id, 1, wrapped from unnest($2::uuid[], $3::bytea[]) as n(id, wrapped)`,
    [agencyId, rows.map(({ id }) => id), rows.map(({ id }) => keys.newPersonKey(id))],
  )
  await client.query(
    `insert into person_search_keys (agency_id, key, person_id, ${ofPerson})
     select p.agency_id, k.key, p.id, ${saidOfPerson} from people p join name_keys k on k.name = p.name where p.agency_id = $1`,
    [agencyId],
  )
  // Telephones are found by marks, as in life: by the whole of them and by each tail.
  for (let from = 0; from < rows.length; from += 10_000) {
    const part = rows.slice(from, from + 10_000).map(({ id }, at) => ({ id, phone: phoneOf(from + at) }))
    await client.query(
      `update people p set phone_marks = array[n.mark] from unnest($2::uuid[], $3::text[]) as n(id, mark)
       where p.agency_id = $1 and p.id = n.id`,
      [agencyId, part.map(({ id }) => id), part.map(({ phone }) => phoneMarks(keys, phone)[0])],
    )
    const kept = part.map(({ id, phone }) => ({ id, keys: keptKeys(keys, tailsOf(phone)) }))
    await client.query(
      `insert into person_search_keys (agency_id, key, person_id, ${ofPerson})
       select $1, k.key, p.id, ${saidOfPerson} from unnest($2::text[], $3::uuid[]) as k(key, id) join people p on p.agency_id = $1 and p.id = k.id`,
      [agencyId, kept.flatMap((one) => one.keys), kept.flatMap((one) => one.keys.map(() => one.id))],
    )
  }
}

const tailsOf = (phone: string) =>
  Array.from({ length: phone.length - 3 }, (_, start) => `#${phone.slice(start)}`)

/** A case of one of the people in the worker's sight, as it is opened at the desk; its number of records is that of a young case. */
async function openACase(agencyId: string, workerId: string) {
  const [caseId, inquiryId] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into workers (agency_id, id, name, email, role, level) values ($1, $2, 'x', 'x@example.org', 'worker', 3)`,
    [agencyId, workerId],
  )
  await client.query('alter table cases disable trigger all; alter table inquiries disable trigger all')
  await client.query(
    `insert into inquiries (agency_id, id, state, channel, received_at, received_by, readers) values ($1, $2, 'draft', 'phone', now(), $3, array[$3::uuid])`,
    [agencyId, inquiryId, workerId],
  )
  await client.query(
    `insert into cases (agency_id, id, number, client_id, inquiry_id, case_manager_id, service_fields, opened_at, opened_by, readers)
     select $1, $2, 'AN-2026-0001', p.id, $3, $4, array['community-care'], now(), $4, array[$4::uuid]
     from people p where p.agency_id = $1 and $4 = any(p.readers) limit 1`,
    [agencyId, caseId, inquiryId, workerId],
  )
  await client.query(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'case-manager', $3)`,
    [agencyId, caseId, workerId],
  )
  return caseId
}

type Act = Readonly<{ name: string; does: (tx: Transaction, round: number) => Promise<unknown> }>

/** The page of a case and each search, turn about, so that whatever else the machine does falls on all alike. */
async function beside(database: Database, actor: Actor, page: Act, acts: readonly Act[]) {
  const times = new Map<string, number[]>([page, ...acts].map(({ name }) => [name, []]))
  for (let round = 0; round < rounds + 5; round += 1)
    for (const { name, does } of [page, ...acts]) {
      const began = performance.now()
      await enterAs(database, { actor, operation: 'person.search', now: new Date() }, (tx) => does(tx, round))
      // The first rounds fill caches.
      if (round >= 5) times.get(name)?.push(performance.now() - began)
    }
  const at = (name: string, share: number) => {
    const sorted = (times.get(name) ?? []).toSorted((one, other) => one - other)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  }
  const floor = at(page.name, 0.99)
  for (const { name } of [page, ...acts])
    say(
      `  ${name}: p50 ${at(name, 0.5).toFixed(1)} ms, p99 ${at(name, 0.99).toFixed(1)} ms, ` +
        `ratio to the case page's p99: ${(at(name, 0.99) / floor).toFixed(2)}`,
    )
}

const checks: readonly [string, (n: number) => DuplicateCheck][] = [
  ['name and birth date', (n) => ({ name: '王桂英', birthDate: bornOf(n * 97) })],
  ['name alone', () => ({ name: '李小龙' })],
  ['telephone with one wrong digit', (n) => ({ name: '赵铁柱', phone: `${phoneOf(n * 61).slice(0, -1)}0` })],
  [
    'all of them and an identity number',
    (n) => ({
      name: '王柱英',
      birthDate: bornOf(n * 89),
      phone: phoneOf(n * 53),
      idNumber: '11010519491231003X',
    }),
  ],
]

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
  const caseId = await openACase(agencyId, worker.workerId)
  await client.query('analyze')
  const page: Act = { name: 'page of a case', does: (tx) => viewCase(tx, caseId) }
  const searches = ['王桂英', '桂英', 'wangguiying', 'wgy', '英', '王', '13812345678'].map((text): Act => ({
    name: `search ${text}`,
    does: async (tx) => {
      const { statement, view } = searchGlance({ text, limit: 25 })(tx)
      return view(await ask(tx, statement))
    },
  }))
  const duplicates = checks.map(([name, asked]): Act => ({
    name: `duplicate check by ${name}`,
    does: (tx, round) => duplicateCandidates(tx, asked(round)),
  }))
  const both: Actor = { ...head, principals: [...head.principals, worker.workerId] }
  for (const [who, actor] of [
    [`worker, ${String(workerSight)} in sight`, worker],
    ['head, all of the agency in sight', both],
  ] as const) {
    say(who)
    await beside(database, actor, page, [...searches, ...duplicates])
  }
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
