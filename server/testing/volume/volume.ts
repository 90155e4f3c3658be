import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { currentEdition } from '#server/people/identifiers.ts'
import { personKeys } from '#server/people/person-keys.ts'
import type { Keyring } from '#server/platform/identifier-keys/index.ts'
import { allNames } from './names.ts'
import { sealPhones } from './phones.ts'

/** How much is loaded: so many cases of so many workers, five process records each at the most. */
export type Volume = Readonly<{ cases: number; workers: number; records: number }>

/** Who asks: a worker of the scratch agency with the token of a living sign-in. */
export type BenchWorker = Readonly<{ id: string; token: string }>

export type Loaded = Readonly<{
  agencyId: string
  workers: readonly BenchWorker[]
  /** Sees every case, by their post. */
  head: BenchWorker
}>

/**
 * Fills an empty database with one agency. Triggers rest meanwhile: what they would keep is written at once.
 * @param keyring seals the telephones, by the keys that the application uses on this database
 */
export async function load(
  client: pg.Client,
  volume: Volume,
  keyring: Keyring,
  say: (line: string) => void,
): Promise<Loaded> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off`)
  const agencyId = await loadAgency(client)
  const workers = await loadWorkers(client, agencyId, volume.workers)
  const [head] = await signedIn(client, agencyId, await loadHead(client, agencyId))
  if (!head) throw new Error('nobody heads the agency')
  say(`Loading ${volume.cases.toLocaleString('en')} cases …`)
  await loadNames(client)
  const buildIndexes = await withoutIndexes(client)
  await makeCases(client, volume)
  await sealPhones(client, agencyId, await keyring.of(agencyId))
  await loadPeople(client, agencyId)
  await loadCases(client, agencyId, volume)
  say(`Loading ${volume.records.toLocaleString('en')} records …`)
  await loadRecords(client, agencyId, volume)
  say('Building indexes …')
  await buildIndexes()
  await client.query('set session_replication_role = default; reset synchronous_commit')
  say('Analysing …')
  await client.query('vacuum analyze')
  return { agencyId, workers, head }
}

const large = [
  'people',
  'person_keys',
  'person_search_keys',
  'inquiries',
  'cases',
  'case_people',
  'sight_grants',
  'tasks',
  'timeline',
  'process_records',
]

/**
 * Takes away the keys and indexes to which nothing else refers; built anew over all rows they cost a fraction of what each row
 * would cost.
 */
async function withoutIndexes(client: pg.Client) {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k where k.conrelid = any($1::regclass[]) and k.contype in ('p', 'u')
       and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid)`,
    [large],
  )
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [large],
  )
  if (rows.length > 0) await client.query(`drop index ${rows.map(({ name }) => name).join(', ')}`)
  return async () => {
    await client.query(`set maintenance_work_mem = '512MB'`)
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const { definition } of rows) await client.query(definition)
    await client.query('reset maintenance_work_mem')
  }
}

async function loadAgency(client: pg.Client) {
  const { rows } = await client.query<{ id: string }>(
    `insert into agencies (agency_id, name, desk_post, head_post, case_prefix)
     values (gen_random_uuid(), '量度社工站', gen_random_uuid(), gen_random_uuid(), 'LD') returning agency_id as id`,
  )
  return rows[0]?.id ?? ''
}

async function loadWorkers(client: pg.Client, agencyId: string, count: number): Promise<BenchWorker[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into workers (agency_id, id, name, email, role, level)
     select $1, gen_random_uuid(), '社工' || n, 'worker' || n || '@bench.example', 'worker', 3
     from generate_series(1, $2::int) as n returning id`,
    [agencyId, count],
  )
  await client.query(
    `create temporary table bench_workers as select id, row_number() over (order by id) - 1 as n from workers`,
  )
  return signedIn(client, agencyId, rows)
}

async function loadHead(client: pg.Client, agencyId: string) {
  const { rows } = await client.query<{ id: string }>(
    `insert into workers (agency_id, id, name, email, role, level)
     values ($1, gen_random_uuid(), '赵红梅', 'head@bench.example', 'agency-head', 1) returning id`,
    [agencyId],
  )
  return rows
}

/** Each with a living sign-in of their own. */
async function signedIn(
  client: pg.Client,
  agencyId: string,
  people: readonly { id: string }[],
): Promise<BenchWorker[]> {
  const workers = people.map(({ id }) => ({ id, token: randomBytes(32).toString('base64url') }))
  await client.query(
    `insert into sign_ins (agency_id, id, worker_id, token_hash, expires_at)
     select $1, gen_random_uuid(), w.id, w.hash, now() + interval '12 hours'
     from unnest($2::uuid[], $3::bytea[]) as w(id, hash)`,
    [
      agencyId,
      workers.map(({ id }) => id),
      workers.map(({ token }) => createHash('sha256').update(token).digest()),
    ],
  )
  return workers
}

/** Each name once with its keys, made by the product itself. */
async function loadNames(client: pg.Client) {
  const names = allNames()
  await client.query(`create temporary table bench_names (n integer primary key, name text);
                      create temporary table bench_keys (n integer, key text, place smallint)`)
  await client.query(
    `insert into bench_names select n - 1, name from unnest($1::text[]) with ordinality as t(name, n)`,
    [names],
  )
  const keys = names.map((name) => personKeys({ name, otherNames: '', phone: '', idNumber: null }))
  await client.query(
    `insert into bench_keys select k.n, k.key, place_in_name(k.key, b.name)
    from unnest($1::int[], $2::text[]) as k(n, key) join bench_names b on b.n = k.n`,
    [keys.flatMap((own, n) => own.map(() => n)), keys.flat()],
  )
  await client.query('create index on bench_keys (n); analyze bench_names; analyze bench_keys')
}

/** Which case is whose, its client and the name of the client: `bench_cases`. */
async function makeCases(client: pg.Client, { cases, workers }: Volume) {
  await client.query(
    `create temporary table bench_cases as
     select s.n, gen_random_uuid() as case_id, gen_random_uuid() as client_id, gen_random_uuid() as inquiry_id, w.id as worker_id,
            (s.n * 7919::bigint) % (select count(*) from bench_names) as name_n
     from generate_series(0, ${cases - 1}) as s(n) join bench_workers w on w.n = s.n % ${workers}`,
  )
  await client.query('create index on bench_cases (n); analyze bench_cases')
}

/** A client for every case. */
async function loadPeople(client: pg.Client, agencyId: string) {
  await client.query(
    `insert into people (agency_id, id, name, sex, birth_date, created_by, edition, readers, phone_sealed, phone_tail_sealed, phone_marks)
     select $1, c.client_id, b.name, (1 + c.n % 2)::text, date '1940-01-01' + (c.n * 31 % 30000)::int, c.worker_id,
            ${currentEdition}, array[c.worker_id, a.head_post], t.phone, t.tail, t.marks
     from bench_cases c join bench_names b on b.n = c.name_n join bench_phones t on t.client_id = c.client_id cross join agencies a`,
    [agencyId],
  )
  await client.query(
    `insert into person_search_keys (agency_id, key, person_id, place, name_length, name, seen_by)
     select $1, k.key, c.client_id, k.place, char_length(b.name), b.name, reader_marks(array[c.worker_id, a.head_post])
     from bench_cases c join bench_names b on b.n = c.name_n join bench_keys k on k.n = c.name_n cross join agencies a`,
    [agencyId],
  )
  await client.query(
    `insert into person_search_keys (agency_id, key, person_id, place, name_length, name, seen_by)
     select p.agency_id, t.key, p.id, place_in_name(t.key, p.name), char_length(p.name), p.name, reader_marks(p.readers)
     from bench_tails t join people p on p.agency_id = $1 and p.id = t.client_id`,
    [agencyId],
  )
}

/** Cases three years deep; every tenth is closed. Each open one has two pieces of open work. */
async function loadCases(client: pg.Client, agencyId: string, { cases, workers }: Volume) {
  await client.query(
    `insert into inquiries (agency_id, id, state, channel, source, help_type, received_at, received_by, client_id, situation, trouble,
                            emergency, decision, decision_reason, decided_by, readers, case_id)
     select $1, inquiry_id, 'concluded', 'phone', 'self', 'own-initiative', now() - interval '1 day' * (n % 1000), worker_id, client_id,
            '与奶奶同住。', '两个月没有上学。', false, 'accept', '在服务范围之内', worker_id, array[worker_id], case_id from bench_cases`,
    [agencyId],
  )
  await client.query(
    `insert into cases (agency_id, id, number, client_id, inquiry_id, case_manager_id, stage, state, service_fields, opened_at,
                        opened_by, closed_at, readers, next_due_at, next_due_kind)
     select $1, case_id, 'LD-2026-' || lpad(n::text, 7, '0'), client_id, inquiry_id, worker_id,
            (array['intake', 'assessment', 'plan', 'delivery', 'evaluation'])[1 + (n / ${workers}) % 5],
            case when (n / ${workers}) % 10 = 0 then 'closed' else 'open' end, case when n % 3 = 0 then array['community-care', 'health-care'] else array['mental-health'] end, now() - interval '1 day' * (n % 1000),
            worker_id, case when (n / ${workers}) % 10 = 0 then now() - interval '1 day' * (n % 365) end, array[worker_id, a.head_post],
            case when (n / ${workers}) % 10 = 0 then 'infinity' else date_trunc('day', now()) + interval '1 hour' * (n * 13 % ${Math.max(24, cases)}) end,
            case when (n / ${workers}) % 10 <> 0 then 'contact-client' end
     from bench_cases cross join agencies a`,
    [agencyId],
  )
  await client.query(
    `insert into case_people (agency_id, case_id, person_id, part) select $1, case_id, client_id, 'client' from bench_cases`,
    [agencyId],
  )
  await client.query(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by)
     select $1, c.case_id, g.principal, g.source, c.worker_id
     from bench_cases c cross join agencies a
     cross join lateral (values (c.worker_id, 'case-manager'), (a.head_post, 'agency-head')) as g(principal, source)`,
    [agencyId],
  )
  await client.query(
    `insert into tasks (agency_id, id, kind, case_id, owner_id, due_at, opened_at)
     select $1, gen_random_uuid(), t.kind, c.id, c.case_manager_id, c.next_due_at + t.later, now()
     from cases c cross join (values ('contact-client', interval '0'), ('review-plan', interval '30 days')) as t(kind, later)
     where c.state = 'open'`,
    [agencyId],
  )
  await client.query(
    `insert into timeline (agency_id, at, case_id, worker_id, what, facts)
     select $1, c.opened_at, c.id, c.case_manager_id, 'stage-entered', jsonb_build_object('stage', c.stage) from cases c`,
    [agencyId],
  )
}

async function loadRecords(client: pg.Client, agencyId: string, { cases, records }: Volume) {
  const text = '按约定到家走访，小龙在修自行车，愿意谈学校的事；奶奶说这星期早上起床比以前早。'.repeat(4)
  await client.query(
    `insert into process_records (agency_id, id, case_id, ordinal, state, held_from, held_until, purpose, performance, author_id, signed_by,
                                  signed_at, content_hash)
     select $1, gen_random_uuid(), c.case_id, 1 + r.n / ${cases}, 'signed', now() - interval '1 day' * r.n / 1000, now(), '家访', $2,
            c.worker_id, c.worker_id, now(), 'bench'
     from generate_series(0, ${records - 1}) as r(n) join bench_cases c on c.n = r.n % ${cases}`,
    [agencyId, text],
  )
}
