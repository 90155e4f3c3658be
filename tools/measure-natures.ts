// `node --import tsx tools/measure-natures.ts [rounds, 40 without a number]`: the natures of the problems of a month with 10 000
// assessed cases and 30 000 problems, and of a quiet one, counted as before decision 303 and as now, turn about in one run. On Linux
// it also tells the processor time of the database, which other work on the machine does not lengthen.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startThrowAwayCluster } from '#server/platform/database/cluster/throw-away.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import { openKeyring } from '#server/platform/identifier-keys/index.ts'
import { testKeys } from '#server/testing/keys.ts'
import { load } from '#server/testing/volume/volume.ts'

const migrations = join(import.meta.dirname, '../server/migrations')
const rounds = Number(process.argv[2] ?? 40)
const volume = { cases: 10_000, workers: 20, records: 0 }
const months = {
  busy: ['2026-03-01', '2026-04-01'],
  quiet: ['2026-05-01', '2026-06-01'],
} as const
const functions = ['count_before', 'count_problem_natures'] as const
const cluster = await startThrowAwayCluster()
const client = new pg.Client({ connectionString: cluster.ownerUrl() })
await client.connect()

/** The function as it was, beside the one that is. */
const before = () =>
  readFileSync(join(migrations, '2026-11-30-171-count-natures-at-once.sql'), 'utf8')
    .replaceAll('count_problem_natures', 'count_before')
    .replace('create or replace', 'create')

/** Every case assessed in March, a hundred of them in May, three problems each; some moved since. */
async function fill() {
  await client.query('set session_replication_role = replica')
  for (const [share, month] of [
    [1, '2026-03-01'],
    [100, '2026-05-01'],
  ] as const)
    await client.query(
      `insert into assessments (agency_id, id, case_id, author_id, state, signed_by, signed_at, content_hash)
       select agency_id, gen_random_uuid(), id, case_manager_id, 'signed', case_manager_id,
         $2::timestamptz + interval '4 minutes' * row_number() over (), 'x'
       from (select *, row_number() over () as place from cases) c where c.place % $1 = 0`,
      [share, month],
    )
  await client.query(
    `insert into problems (agency_id, id, case_id, assessment_id, position, nature, client_rank, worker_rank)
     select a.agency_id, gen_random_uuid(), a.case_id, a.id, n,
       (array['recurring', 'situational', 'structural'])[1 + (abs(hashtext(a.id::text || n)) % 3)], n, 4 - n
     from assessments a cross join generate_series(1, 3) as n`,
  )
  await client.query(
    `insert into site_moves (agency_id, case_id, to_site_id, reason, moved_by, moved_at)
     select agency_id, id, gen_random_uuid(), 'x', case_manager_id, '2026-04-10' from cases limit 500`,
  )
  await client.query('set session_replication_role = default')
  await client.query('vacuum analyze')
}

type Asked = Readonly<{
  role: string
  agencyId: string
  principals: readonly string[]
  name: string
  month: readonly string[]
  pid: number
}>

/** The processor time of the connection's process so far, in milliseconds; 0 where the system does not tell. */
function processorTime(pid: number): number {
  if (process.platform !== 'linux') return 0
  const [, after = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ')
  const [user = 0, system = 0] = after.split(' ').slice(11, 13).map(Number)
  return (user + system) * 10
}

/** One count, as whoever asks; its milliseconds and what it told. */
async function asked({ role, agencyId, principals, name, month, pid }: Asked) {
  await client.query('begin')
  await client.query(
    `select set_config('role', $1, true), set_config('app.agency', $2, true), set_config('app.principals', $3, true),
       set_config('plan_cache_mode', 'auto', true)`,
    [role, agencyId, `{${principals.join(',')}}`],
  )
  const busy = processorTime(pid)
  const began = performance.now()
  const { rows } = await client.query(`select * from ${name}($1, $2) order by nature, site_id`, [...month])
  const took = performance.now() - began
  await client.query('rollback')
  return { took, busy: processorTime(pid) - busy, told: JSON.stringify(rows) }
}

const middle = (times: readonly number[]) =>
  times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0

async function measure() {
  const { agencyId, workers, head } = await load(client, volume, openKeyring(client, testKeys), () => {})
  const { rows } = await client.query<{ post: string; pid: number }>(
    'select head_post as post, pg_backend_pid() as pid from agencies',
  )
  const pid = rows[0]?.pid ?? 0
  await fill()
  const roles = [
    { role: 'alongside_head', principals: [head.id, rows[0]?.post ?? ''] },
    { role: 'alongside_worker', principals: [workers[0]?.id ?? ''] },
  ]
  for (const [label, month] of Object.entries(months))
    for (const who of roles) {
      const times: Record<(typeof functions)[number], number[]> = {
        count_before: [],
        count_problem_natures: [],
      }
      const busy: Record<(typeof functions)[number], number> = { count_before: 0, count_problem_natures: 0 }
      for (let round = 0; round < rounds + 3; round += 1) {
        const told = new Set<string>()
        for (const name of functions) {
          const answer = await asked({ ...who, agencyId, name, month, pid })
          told.add(answer.told)
          if (round < 3) continue
          times[name].push(answer.took)
          busy[name] += answer.busy
        }
        if (told.size !== 1) throw new Error(`${label} ${who.role}: the two do not tell the same`)
      }
      const lines = functions.map((name) => {
        const sorted = times[name].toSorted((one, other) => one - other)
        return `${name} p50 ${middle(sorted).toFixed(1)} ms (${(sorted[0] ?? 0).toFixed(1)} to ${(sorted.at(-1) ?? 0).toFixed(1)}), processor ${(busy[name] / rounds).toFixed(1)} ms`
      })
      process.stdout.write(`${label} month, ${who.role}: ${lines.join('; ')}\n`)
    }
}

try {
  await migrate(cluster.ownerUrl(), 'only for this measurement')
  await client.query(before())
  await client.query(
    'grant execute on function count_before(timestamptz, timestamptz) to alongside_worker, alongside_head',
  )
  await measure()
} finally {
  await client.end()
  await cluster.stop()
}
