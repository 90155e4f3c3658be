// `npm run bench`: how fast everyday work is with everything switched on, beside three floors of the same run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { beginningsTable, firstPage, megabytesOf } from './beginnings.ts'
import { again, optionsFor, type Piece } from './floors/pieces.ts'
import { askingAt, drive, type Processor, type Rate } from './generator.ts'
import { processorOf } from './processor.ts'
import { recorder } from './recording.ts'
import { keep, type Row, table } from './report.ts'
import { bareServer, loadedIn, realServer, scratchDatabase } from './scratch.ts'
import { installationKeys, keyFilePath, openKeyring } from '#server/platform/identifier-keys/index.ts'
import { load, type Loaded } from '#server/testing/volume/volume.ts'
import { type Sample, type Workload, workloads } from './workloads.ts'

const { values: given } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '1,10,50' },
    only: { type: 'string', default: '' },
    warm: { type: 'string', default: '10' },
    folder: { type: 'string', default: '' },
  },
})
const cases = Number(given.cases)
const seconds = Number(given.seconds)
const warm = Number(given.warm)
const connections = given.connections.split(',').map(Number)
const chosen = workloads.filter(({ key }) => given.only === '' || given.only.split(',').includes(key))
const say = (line: string) => process.stderr.write(`${line}\n`)

const scratch = await scratchDatabase(say, given.folder)
const keyFile = keyFilePath(join(scratch.folder, 'data'))
const endings: (() => Promise<void>)[] = [scratch.remove]
try {
  say('Starting the server …')
  const cold = await realServer(scratch.ownerUrl, scratch.folder)
  await cold.stop()
  const server = await realServer(scratch.ownerUrl, scratch.folder)
  endings.unshift(server.stop)
  const client = new pg.Client({ connectionString: scratch.ownerUrl })
  await client.connect()
  endings.unshift(() => client.end())
  const loaded = await loadedIn(scratch.folder, () =>
    load(
      client,
      { cases, workers: 20, records: cases * 5 },
      openKeyring(client, installationKeys(keyFile)),
      say,
    ),
  )
  // A folder that was kept is measured again on another day.
  await client.query(`update sign_ins set last_seen_at = now(), expires_at = now() + interval '1 day'`)
  const pieces = await recordPieces(client, loaded)
  const rows = await measure(client, loaded, server, pieces)
  const beginnings = {
    coldStartMilliseconds: Math.round(cold.startedIn),
    warmStartMilliseconds: Math.round(server.startedIn),
    serverMegabytes: megabytesOf(server.pid),
    ...(await firstPage(server.port)),
  }
  process.stdout.write(`${table(rows)}\n\n${beginningsTable(beginnings)}\n`)
  keep(rows, {
    cases,
    records: cases * 5,
    seconds,
    ...beginnings,
    node: process.version,
  })
} catch (error) {
  process.exitCode = 1
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
} finally {
  for (const end of endings) await end()
}

type Served = Readonly<{ port: number; pid: number }>

/**
 * A server works for weeks, and its code is compiled again and again in its first thousands of requests. So whoever answers is
 * warmed before the first measurement of each workload, the floors as long as the real server; between measurements for a second.
 */
function warmingSeconds(lines: number) {
  return lines === connections[0] ? warm : Math.min(1, seconds)
}

type Pieces = Readonly<{ pieces: Readonly<Record<string, Piece>>; bytes: Readonly<Record<string, number>> }>

/** Asks the real application once for each workload, and keeps what it sent. */
async function recordPieces(client: pg.Client, loaded: Loaded): Promise<Pieces> {
  const secrets = JSON.parse(readFileSync(join(scratch.folder, 'data', 'secrets.json'), 'utf8')) as {
    appPassword: string
  }
  const { record, close } = await recorder(scratch.ownerUrl, secrets.appPassword, keyFile)
  const pieces: Record<string, Piece> = {}
  const bytes: Record<string, number> = {}
  for (const workload of chosen) {
    const [sample] = await workload.samples(client, loaded, 1)
    if (!sample) throw new Error(`${workload.key} has no sample`)
    const recorded = await record(workload.requests(sample, sample['token'] ?? ''))
    const { token: _token, ...ids } = sample
    pieces[workload.key] = {
      statements: recorded.statements,
      plans: recorded.plans,
      fixed: [loaded.agencyId],
      sample: ids,
    }
    bytes[workload.key] = recorded.bytes
    say(`${workload.key}: ${recorded.statements.length} statements, ${recorded.bytes} bytes`)
  }
  await close()
  return { pieces, bytes }
}

async function measure(
  client: pg.Client,
  loaded: Loaded,
  server: Served,
  { pieces, bytes }: Pieces,
): Promise<Row[]> {
  const bare = await bareServer({ url: scratch.ownerUrl, agencyId: loaded.agencyId, pieces, bytes })
  endings.unshift(bare.stop)
  const rows: Row[] = []
  for (const workload of chosen)
    for (const lines of connections) {
      const piece = pieces[workload.key]
      if (!piece) continue
      const next = async () => samplesOf(workload, client, loaded, lines)
      const real = await askReal(workload, server, lines, await next())
      const bareRate = await askFloor('bare', workload, bare, lines, await next())
      const same = workload.writes ? bareRate : await askFloor('same', workload, bare, lines, await next())
      const sql = await askSql(workload, piece, loaded, lines, await next())
      const constant = await askConstant(workload, bare.port, lines)
      rows.push({
        workload: workload.key,
        title: workload.title,
        connections: lines,
        real,
        sql,
        constant,
        bare: bareRate,
        same,
      })
      say(
        `${workload.key} at ${lines}: ${real.rps.toFixed(0)}/s, bare ${bareRate.rps.toFixed(0)}/s, same statements ${same.rps.toFixed(0)}/s, failed ${real.failed}+${bareRate.failed}+${sql.failed}`,
      )
    }
  return rows
}

/** Enough samples for one run: writes use them up, reads go round. */
async function samplesOf(workload: Workload, client: pg.Client, loaded: Loaded, lines: number) {
  const samples = await workload.samples(
    client,
    loaded,
    workload.writes ? Math.ceil(seconds * (lines === 1 ? 2_000 : 6_000)) : 400,
  )
  let at = 0
  return (): Sample => {
    at += 1
    return samples[at % samples.length] ?? {}
  }
}

async function askReal(workload: Workload, server: Served, lines: number, next: () => Sample): Promise<Rate> {
  const { ask, close } = askingAt(server.port, lines)
  const work = async () => {
    const sample = next()
    for (const asked of workload.requests(sample, sample['token'] ?? ''))
      if ((await ask(asked)).status >= 300) return false
    return true
  }
  await drive(lines, warmingSeconds(lines), work)
  const rate = await drive(lines, seconds, work, processorBehind(server))
  close()
  return rate
}

async function askFloor(
  floor: 'bare' | 'same',
  { key, writes }: Workload,
  bare: Served,
  lines: number,
  next: () => Sample,
): Promise<Rate> {
  const { ask, close } = askingAt(bare.port, lines)
  const work = async () => {
    const { token: _token, ...sample } = next()
    const answer = await ask({
      method: 'POST',
      path: `/${floor}/${key}`,
      headers: {},
      body: { sample, writes },
    })
    return answer.status < 300
  }
  await drive(lines, warmingSeconds(lines), work)
  const rate = await drive(lines, seconds, work, processorBehind(bare))
  close()
  return rate
}

/** Whoever answers, and the database behind. */
function processorBehind({ pid }: Served): Processor {
  return () => {
    const [answering, database] = [processorOf(pid), processorOf(scratch.postmaster)]
    return answering === null || database === null ? null : answering + database
  }
}

async function askConstant({ key }: Workload, port: number, lines: number): Promise<Rate> {
  const { ask, close } = askingAt(port, lines)
  const rate = await drive(
    lines,
    seconds,
    async () => (await ask({ method: 'GET', path: `/constant/${key}`, headers: {} })).status === 200,
  )
  close()
  return rate
}

/** The statements alone, each line on a connection of its own. */
async function askSql(
  { writes }: Workload,
  piece: Piece,
  { agencyId }: Loaded,
  lines: number,
  next: () => Sample,
): Promise<Rate> {
  const clients = await Promise.all(
    Array.from({ length: lines }, async () => {
      const client = new pg.Client({
        connectionString: scratch.ownerUrl,
        pipeline: true,
        options: optionsFor(agencyId, piece.plans),
      })
      await client.connect()
      return client
    }),
  )
  const idle = [...clients]
  const work = async () => {
    const client = idle.pop()
    if (!client) throw new Error('more lines than connections')
    const { token: _token, ...sample } = next()
    const statements = again(piece, sample)
    if (writes) await client.query('begin')
    await Promise.all(statements.map((statement) => client.query(statement)))
    if (writes) await client.query('commit')
    idle.push(client)
    return true
  }
  try {
    return await drive(lines, seconds, work)
  } finally {
    for (const client of clients) await client.end()
  }
}
