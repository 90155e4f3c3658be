// `node --import tsx tools/measure-break-glass.ts [rounds, 2000 without a number]`: one insert of a row, one after the other, into a table of the
// product with the trigger that keeps break-glass from writing, and without it, turn about in one run. The figures go to docs/measured.md.
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { startThrowAwayCluster } from '#server/platform/database/cluster/throw-away.ts'
import { migrate } from '#server/platform/database/migrate.ts'

const rounds = Number(process.argv[2] ?? 2_000)
const turns = 6
const openings = 5_000
const [agencyId, workerId] = [randomUUID(), randomUUID()]
const cluster = await startThrowAwayCluster()
const client = new pg.Client({ connectionString: cluster.ownerUrl() })
await client.connect()
const microseconds: Record<'with' | 'without', number[]> = { with: [], without: [] }
try {
  await migrate(cluster.ownerUrl(), 'only for this measurement')
  await fill()
  for (let turn = 0; turn < turns; turn += 1)
    for (const which of ['with', 'without'] as const) {
      await client.query(
        `alter table notices ${which === 'with' ? 'enable' : 'disable'} trigger read_only_under_break_glass`,
      )
      microseconds[which].push(await inserted())
    }
} finally {
  await client.end()
  await cluster.stop()
}
const middle = (all: readonly number[]) =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
process.stdout.write(
  `${JSON.stringify({ rounds, turns, openings, medianMicroseconds: { with: Math.round(middle(microseconds.with)), without: Math.round(middle(microseconds.without)) } })}\n`,
)

/** An agency with a worker, and with thousands of openings by others that were reviewed long ago. */
async function fill() {
  await client.query(
    `insert into agencies (agency_id, name, desk_post, head_post, case_prefix)
     values ($1, '安宁社工站', gen_random_uuid(), gen_random_uuid(), 'AN')`,
    [agencyId],
  )
  await client.query(
    `insert into workers (agency_id, id, name, email, role, level) values ($1, $2, '陈思远', 'chen@example.org', 'worker', 3)`,
    [agencyId, workerId],
  )
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into break_glass_openings (agency_id, id, case_id, case_number, worker_id, principal_id, ground, reason, opened_at, until, review_due_at)
     select $1, gen_random_uuid(), gen_random_uuid(), n::text, gen_random_uuid(), gen_random_uuid(), 'medical', repeat('x', 20), now(), now() + interval '1 hour', now()
     from generate_series(1, $2::int) n`,
    [agencyId, openings],
  )
  await client.query('set session_replication_role = origin')
  await client.query('analyze break_glass_openings')
}

/** Microseconds of one insert, of a transaction that is undone: without the disk, which would drown it. */
async function inserted(): Promise<number> {
  await client.query('begin')
  await client.query(
    `select set_config('app.agency', $1, true), set_config('app.worker', $2, true), set_config('app.principals', $3, true)`,
    [agencyId, workerId, `{${workerId}}`],
  )
  // Inside the database, so that the way there and back is not counted.
  const started = performance.now()
  await client.query(`do $$ begin for n in 1..${rounds} loop
    insert into notices (agency_id, id, worker_id, kind) values (app_agency(), gen_random_uuid(), app_worker(), 'task');
    end loop; end $$`)
  const took = performance.now() - started
  await client.query('rollback')
  return (took * 1_000) / rounds
}
