// `node --import tsx tools/measure-assessments.ts [rounds, 300 without a number]`: the page of a case that has 1, 10, 100 and 1000
// assessments, turn about in one run. The figures go to docs/measured.md; what counts is the ratio to the case with one.
import { createSecretKey, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Actor, glanceAs } from '#server/access/index.ts'
import { caseGlance } from '#server/case/lifecycle/case.view.ts'
import { startThrowAwayCluster } from '#server/platform/database/cluster/throw-away.ts'
import { type Database, openDatabase } from '#server/platform/database/database.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import { installationKeys, keyFilePath, makeKeyFile } from '#server/platform/identifier-keys/index.ts'

const rounds = Number(process.argv[2] ?? 300)
const sizes = [1, 10, 100, 1000]
const password = 'only for this measurement'
const [agencyId, workerId] = [randomUUID(), randomUUID()]
const folder = mkdtempSync(join(tmpdir(), 'alongside-measure-'))
const cluster = await startThrowAwayCluster()
const client = new pg.Client({ connectionString: cluster.ownerUrl() })
await client.connect()

const actor: Actor = {
  agencyId,
  workerId,
  principals: [workerId],
  role: 'worker',
  level: 3,
  signInId: workerId,
  name: '',
  language: 'zh-CN',
  agencyName: '',
  demo: false,
}

/** An open case of this worker with so many assessments, all but the newest confirmed. */
async function caseWith(count: number): Promise<string> {
  const [caseId, inquiryId, personId] = [randomUUID(), randomUUID(), randomUUID()]
  await client.query(
    `insert into people (agency_id, id, name, created_by, readers) values ($1, $2, '王桂英', $3, array[$3::uuid])`,
    [agencyId, personId, workerId],
  )
  await client.query(
    `insert into inquiries (agency_id, id, state, channel, received_at, received_by, readers)
     values ($1, $2, 'draft', 'phone', now(), $3, array[$3::uuid])`,
    [agencyId, inquiryId, workerId],
  )
  await client.query(
    `insert into cases (agency_id, id, number, client_id, inquiry_id, case_manager_id, service_fields, opened_at, opened_by, readers)
     values ($1, $2, 'AN-' || $6::text, $3, $4, $5, array['community-care'], now(), $5, array[$5::uuid])`,
    [agencyId, caseId, personId, inquiryId, workerId, count],
  )
  await client.query(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'case-manager', $3)`,
    [agencyId, caseId, workerId],
  )
  await client.query(
    `insert into assessments (agency_id, id, case_id, author_id, created_at, physical, psychological, social)
     select $1, gen_random_uuid(), $2, $3, now() - n * interval '1 day', repeat('身', 400), repeat('心', 400), repeat('家', 400)
     from generate_series(1, $4::integer) as n`,
    [agencyId, caseId, workerId, count],
  )
  return caseId
}

async function measure(database: Database) {
  await client.query('set session_replication_role = replica')
  await client.query(`insert into agencies (agency_id, name, desk_post, head_post) values ($1, '', $1, $1)`, [
    agencyId,
  ])
  await client.query(
    `insert into workers (agency_id, id, name, email, role, level) values ($1, $2, 'x', 'x@example.org', 'worker', 3)`,
    [agencyId, workerId],
  )
  const cases: (readonly [size: number, id: string, times: number[]])[] = []
  for (const size of sizes) cases.push([size, await caseWith(size), []])
  await client.query('set session_replication_role = default')
  await client.query('vacuum analyze')
  for (let round = 0; round < rounds + 20; round += 1)
    for (const [, id, times] of cases) {
      const began = performance.now()
      await glanceAs(database, { actor, operation: 'case.read', now: new Date() }, caseGlance(id))
      // The first rounds fill caches.
      if (round >= 20) times.push(performance.now() - began)
    }
  const median = (times: number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0
  const first = median(cases[0]?.[2] ?? [])
  for (const [size, , times] of cases)
    process.stdout.write(
      `${String(size).padStart(5)} assessments: p50 ${median(times).toFixed(2)} ms, ratio ${(median(times) / first).toFixed(2)}\n`,
    )
}

try {
  await migrate(cluster.ownerUrl(), password)
  makeKeyFile(keyFilePath(folder))
  const database = openDatabase({
    ownerUrl: cluster.ownerUrl(),
    appPassword: password,
    keys: installationKeys(keyFilePath(folder)),
    auditKey: createSecretKey(Buffer.alloc(32)),
    max: 2,
  })
  await measure(database)
  await database.close()
} finally {
  await client.end()
  await cluster.stop()
  rmSync(folder, { recursive: true })
}
