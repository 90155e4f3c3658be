// What a line of the audit costs: one act after the other, and eight writers at once, on a database that writes every
// commit to the disk. Usage: node --import tsx tools/measure-audit.ts
import { createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { type Actor, enterAs, type Transaction } from '#server/access/index.ts'
import { witness } from '#server/audit/index.ts'
import { verifyChains } from '#server/audit/verify.queries.ts'
import { startCluster } from '#server/platform/database/cluster/cluster.ts'
import { makeThrowAwayFolder, removeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { type Database, openDatabase } from '#server/platform/database/database.ts'
import { installationKeys, keyFilePath, makeKeyFile } from '#server/platform/identifier-keys/index.ts'
import { migrate } from '#server/platform/database/migrate.ts'
import { foundAgency } from '#server/access/sign-in.repository.ts'

const acts = 400
const writersAtOnce = 8
const auditKey = createSecretKey(randomBytes(32))

const folder = makeThrowAwayFolder()
const cluster = await startCluster({ folder: join(folder, 'postgres'), log: () => undefined })
try {
  const appPassword = randomBytes(18).toString('base64url')
  await migrate(cluster.ownerUrl(), appPassword)
  const keyFile = keyFilePath(folder)
  makeKeyFile(keyFile)
  const keys = installationKeys(keyFile)
  const database = openDatabase({ ownerUrl: cluster.ownerUrl(), appPassword, keys, auditKey })
  const actors: Actor[] = []
  for (let agency = 0; agency < writersAtOnce; agency += 1) actors.push(await anActor(database))
  const [one] = actors
  if (one === undefined) throw new Error('No actor.')
  await makePlainTable()
  for (const [name, work] of Object.entries({
    'no line': look,
    'plain line': plainly,
    'sealed line': sealed,
  })) {
    await inTurn(database, one, work, 100)
    console.log(`${name}, one after the other: ${await inTurn(database, one, work, acts)}`)
    console.log(`${name}, ${writersAtOnce} writers of one agency: ${await atOnce(database, () => one, work)}`)
    console.log(
      `${name}, ${writersAtOnce} writers of ${writersAtOnce} agencies: ${await atOnce(database, (writer) => actors[writer] ?? one, work)}`,
    )
  }
  const began = performance.now()
  const reports = await verifyChains({ ownerUrl: cluster.ownerUrl(), key: auditKey, checkpoints: [] })
  const lines = reports.reduce((sum, report) => sum + report.lines, 0)
  const whole = reports.every(({ fault }) => fault === null)
  console.log(
    `verified: ${lines} lines, ${whole ? 'whole' : 'NOT WHOLE'}, ${perSecond(lines, began)} lines a second`,
  )
  await database.close()
} finally {
  await cluster.stop()
  removeThrowAwayFolder(folder)
}

async function anActor(database: Database): Promise<Actor> {
  const [agencyId, workerId] = [randomUUID(), randomUUID()]
  await foundAgency(database.db, {
    agencyId,
    agencyName: 'Measured',
    language: 'en',
    prefix: '',
    demo: false,
    workerId,
    name: 'Somebody',
    email: `${workerId}@example.org`,
    hash: 'none',
  })
  return {
    signInId: '',
    agencyId,
    workerId,
    name: 'Somebody',
    role: 'agency-administrator',
    level: 2,
    language: 'en',
    agencyName: 'Measured',
    demo: false,
    principals: [workerId],
  }
}

type Work = (tx: Transaction) => Promise<void>

/** What every request does at least: reads something of its agency. */
async function look({ db, actor }: Transaction) {
  await db.selectFrom('workers').select('name').where('agencyId', '=', actor.agencyId).execute()
}

async function sealed(tx: Transaction) {
  await look(tx)
  tx.saw({ kind: 'case', id: tx.newId() })
  await witness(tx, { act: 'look', requestId: 'measured' })
}

/** The same line without number, seal and turn, in a table like the one before the chain. */
async function plainly(tx: Transaction) {
  await look(tx)
  await sql`insert into plain_lines (agency_id, worker_id, worker_role, operation, act, outcome, subject_kind, subject_id, request_id)
    values (${tx.actor.agencyId}, ${tx.actor.workerId}, ${tx.actor.role}, ${tx.operation}, 'look', 'done', 'case', ${tx.newId()}, 'measured')`.execute(
    tx.db,
  )
}

async function makePlainTable() {
  const client = new pg.Client({ connectionString: cluster.ownerUrl() })
  await client.connect()
  await client.query(`create table plain_lines (like audit_log including defaults including indexes);
    alter table plain_lines alter id add generated always as identity;
    grant insert on plain_lines to alongside_administrator`)
  await client.end()
}

function enter(database: Database, actor: Actor, work: Work) {
  return enterAs(database, { actor, operation: 'agency.read', now: new Date() }, work)
}

async function inTurn(database: Database, actor: Actor, work: Work, count: number) {
  const times: number[] = []
  for (let act = 0; act < count; act += 1) {
    const began = performance.now()
    await enter(database, actor, work)
    times.push(performance.now() - began)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)
  return `${at(0.5)} ms half of them, ${at(0.95)} ms 95 of 100`
}

async function atOnce(database: Database, actorOf: (writer: number) => Actor, work: Work) {
  const began = performance.now()
  await Promise.all(
    Array.from({ length: writersAtOnce }, async (_, writer) => {
      for (let act = 0; act < acts / 2; act += 1) await enter(database, actorOf(writer), work)
    }),
  )
  return `${perSecond((acts / 2) * writersAtOnce, began)} a second`
}

function perSecond(count: number, began: number) {
  return Math.round((count / (performance.now() - began)) * 1000)
}
