import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type BenchWorker, load } from '#server/testing/volume/volume.ts'
import { fillDirectory } from './busy-directory.ts'
import { testWorld, type TestWorker } from '#server/testing/world.ts'

const volume = { cases: 10_000, workers: 200, records: 10_000 }
/** How many workers one supervisor has. */
export const teamSize = 8
/** How many lines one busy case has of each kind, and one busy worker of notices. */
const busy = 500

/** An agency of years: thousands of cases, one of them with more lines of each kind than any page shows. */
export async function busyAgency() {
  const world = await testWorld()
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  onTestFinished(() => client.end())
  const { agencyId, workers, head } = await load(client, volume, () => {})
  const [first] = workers
  if (!first) throw new Error('nobody works here')
  const member = (who: BenchWorker, role: TestWorker['role']) =>
    ({ ...who, agencyId, name: '', role, level: 3 }) as const
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const [chosen] = await world.rows<{ id: string; client_id: string }>(
    `select id, client_id from cases where case_manager_id = $1 and state = 'open' order by id limit 1`,
    [first.id],
  )
  if (!chosen) throw new Error('nobody is served here')
  const caseId = chosen.id
  await client.query('set session_replication_role = replica')
  await fill(client, { agencyId, caseId, workerId: first.id, supervisorId: supervisor.id })
  const importId = await fillDirectory(client, { agencyId, workerId: first.id })
  await client.query('set session_replication_role = default')
  await client.query('vacuum analyze')
  return {
    world,
    client,
    caseId,
    personId: chosen.client_id,
    importId,
    members: { worker: member(first, 'worker'), supervisor, head: member(head, 'agency-head'), inspector },
  }
}

type Busy = Readonly<{ agencyId: string; caseId: string; workerId: string; supervisorId: string }>

async function fill(client: pg.Client, { agencyId, caseId, workerId, supervisorId }: Busy) {
  const many = (text: string) =>
    client.query(`${text} from generate_series(1, ${String(busy)}) as n`, [agencyId, caseId, workerId])
  // A few of the workers are the supervisor's: they see those cases.
  await client.query(
    `update workers set supervisor_id = $1 where id in
       (select id from workers where agency_id = $2 and role = 'worker' order by id <> $3, id limit $4)`,
    [supervisorId, agencyId, workerId, teamSize],
  )
  await client.query(
    `update cases c set readers = c.readers || $1::uuid from workers w where w.id = c.case_manager_id and w.supervisor_id = $1`,
    [supervisorId],
  )
  await client.query(
    `update people p set readers = p.readers || $1::uuid from cases c where c.client_id = p.id and $1 = any(c.readers)`,
    [supervisorId],
  )
  await client.query(
    `update inquiries i set readers = i.readers || $1::uuid from workers w where w.id = i.received_by and w.supervisor_id = $1`,
    [supervisorId],
  )
  await many(`insert into timeline (agency_id, at, case_id, worker_id, what, facts)
    select $1, now() - interval '1 hour' * n, $2, $3, 'stage-entered', '{"stage": "plan"}'`)
  await many(`insert into process_records (agency_id, id, case_id, ordinal, state, held_from, author_id)
    select $1, gen_random_uuid(), $2, 1000 + n, 'draft', now(), $3`)
  await many(`insert into interviews (agency_id, id, case_id, author_id, state, held_from, signed_by, signed_at, content_hash)
    select $1, gen_random_uuid(), $2, $3, 'signed', now(), $3, now(), 'x'`)
  await many(`insert into assessments (agency_id, id, case_id, author_id, state, signed_by, signed_at, content_hash)
    select $1, gen_random_uuid(), $2, $3, 'signed', $3, now(), 'x'`)
  await many(`insert into plans (agency_id, id, case_id, author_id, edition, assessment_id, state, signed_by, signed_at, content_hash)
    select $1, gen_random_uuid(), $2, $3, n, gen_random_uuid(), 'proposed', $3, now(), 'x'`)
  await client.query(
    `insert into interviews (agency_id, id, case_id, author_id, state, held_from, signed_by, signed_at, content_hash)
     select agency_id, gen_random_uuid(), id, case_manager_id, 'signed', now(), case_manager_id, now(), 'x' from cases`,
  )
  await client.query(
    `insert into assessments (agency_id, id, case_id, author_id, state, signed_by, signed_at, content_hash)
     select agency_id, gen_random_uuid(), id, case_manager_id, 'signed', case_manager_id, now(), 'x' from cases`,
  )
  await client.query(
    `insert into plans (agency_id, id, case_id, author_id, edition, assessment_id, state, signed_by, signed_at, content_hash)
     select agency_id, gen_random_uuid(), id, case_manager_id, 900, gen_random_uuid(), 'proposed', case_manager_id, now(), 'x' from cases`,
  )
  const [chosen] = (
    await client.query<{ client_id: string }>('select client_id from cases where id = $1', [caseId])
  ).rows
  // Of every client a few, of one of them many.
  await client.query(
    `insert into consents (agency_id, id, person_id, case_id, purpose, giver, giver_id, giver_name, capacity, way,
       valid_from, valid_until, notice_version, notice_language, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.client_id, c.id, 'recording', 'client', c.client_id, 'x', 'full', 'written',
       '2026-01-01', '2027-01-01', 1, 'en', c.case_manager_id, now() - interval '1 hour' * n
     from cases c cross join generate_series(1, case when c.client_id = $1 then ${String(busy)} else 1 end) as n`,
    [chosen?.client_id],
  )
  await client.query(
    `insert into consent_exceptions (agency_id, id, person_id, case_id, ground, reason, recorded_by, recorded_at)
     select agency_id, gen_random_uuid(), person_id, case_id, 'life-or-health', 'x', recorded_by, recorded_at from consents`,
  )
  await many(`insert into notices (agency_id, id, worker_id, kind, case_id, told_at)
    select $1, gen_random_uuid(), $3, 'case-assigned', $2, now() - interval '1 minute' * n`)
  await client.query(
    `insert into inquiries (agency_id, id, state, channel, received_at, received_by, readers)
     select $1, gen_random_uuid(), 'draft', 'phone', now() - interval '1 hour' * s.n, w.id, array[w.id, a.desk_post, a.head_post]
     from bench_workers w cross join generate_series(1, 20) as s(n) cross join agencies a`,
    [agencyId],
  )
  await fillAudit(client, agencyId)
}

/** Lines of looks at every case, as a year of work leaves them. */
async function fillAudit(client: pg.Client, agencyId: string) {
  await client.query(
    `insert into audit_log (agency_id, id, mac, at, worker_id, worker_role, operation, act, outcome, subject_kind, subject_id, case_id)
     select $1, row_number() over (order by n, c.id), sha256('bench'), c.opened_at + interval '1 minute' * n, c.case_manager_id, 'worker', 'case.read', 'look', 'done', 'case', c.id, c.id
     from cases c cross join generate_series(1, 5) as n`,
    [agencyId],
  )
}
