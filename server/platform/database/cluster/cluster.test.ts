import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkAbilities, refuseUnable } from './abilities.ts'
import { startCluster, type Cluster } from './cluster.ts'
import { isRunning } from './processes.ts'
import { makeThrowAwayFolder, removeThrowAwayFolder, sweepThrowAway } from './throw-away.ts'

let home: string
let folder: string
const log = (): void => undefined

beforeEach(() => {
  home = makeThrowAwayFolder()
  folder = join(home, 'postgres')
})

afterEach(() => removeThrowAwayFolder(home))

test('a first start makes a database that finds and sorts Chinese, and stop leaves no process', async () => {
  const cluster = await startCluster({ folder, log, fast: true })
  const server = await readServer(cluster)
  await checkAbilities(cluster.ownerUrl())
  await cluster.stop()
  expect(server.addresses).toBe('')
  expect(isRunning(server.pid)).toBe(false)
})

test('the second start in a row keeps the data, and the password file is ours alone', async () => {
  const first = await startCluster({ folder, log, fast: true })
  await ask(first, 'create table kept (name text)')
  await first.stop()
  const second = await startCluster({ folder, log, fast: true })
  expect(await ask(second, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
  await second.stop()
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)
})

test('a database made for keeping writes every commit to the disk', async () => {
  const cluster = await startCluster({ folder, log })
  const [settings] = await ask(
    cluster,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  await cluster.stop()
  expect(settings).toEqual({ fsync: 'on', commit: 'on' })
})

test('a database whose program was killed is adopted by the next start', async () => {
  const orphan = await leaveOrphan(folder)
  expect(isRunning(orphan)).toBe(true)
  const sentences: string[] = []
  const cluster = await startCluster({ folder, log: (sentence) => sentences.push(sentence), fast: true })
  const adopted = (await readServer(cluster)).pid
  await cluster.stop()
  expect(adopted).toBe(orphan)
  expect(sentences).toHaveLength(1)
  expect(isRunning(orphan)).toBe(false)
})

test('a database server that was itself killed is started anew with its data', async () => {
  const orphan = await leaveOrphan(folder)
  process.kill(orphan, 'SIGKILL')
  const cluster = await startCluster({ folder, log, fast: true })
  const server = await readServer(cluster)
  await cluster.stop()
  expect(server.pid).not.toBe(orphan)
})

test('a database server that ends while we use it is started again', async () => {
  const cluster = await startCluster({ folder, log, fast: true })
  const before = (await readServer(cluster)).pid
  process.kill(before, 'SIGKILL')
  const after = await vi.waitFor(() => readServer(cluster), { timeout: 10_000, interval: 200 })
  await cluster.stop()
  expect(after.pid).not.toBe(before)
  expect(isRunning(after.pid)).toBe(false)
})

test('a second start on a folder in use is refused and does not disturb the first', async () => {
  const first = await startCluster({ folder, log, fast: true })
  await expect(startCluster({ folder, log, fast: true })).rejects.toThrow('already running')
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('a folder with a long name, spaces and Chinese letters works', async () => {
  const deep = join(home, 'postgres', '很长的文件夹 '.repeat(8), 'x'.repeat(120))
  const cluster = await startCluster({ folder: deep, log, fast: true })
  expect(await ask(cluster, 'select 1 as one')).toEqual([{ one: 1 }])
  await cluster.stop()
})

test('what a killed test run left behind is stopped and removed by the next one', async () => {
  const orphan = await leaveOrphan(folder)
  await sweepThrowAway()
  expect(isRunning(orphan)).toBe(false)
  expect(statSync(home, { throwIfNoEntry: false })).toBeUndefined()
})

test.runIf(process.getuid?.() === 0)(
  'as root a folder nobody else may enter works, by a place elsewhere',
  async () => {
    const closed = mkdtempSync(join(tmpdir(), 'closed-'))
    const cluster = await startCluster({ folder: join(closed, 'postgres'), log, fast: true })
    const place = readFileSync(join(closed, 'postgres', 'place'), 'utf8').trim()
    expect(await ask(cluster, 'select 1 as one')).toEqual([{ one: 1 }])
    await cluster.stop()
    rmSync(place, { recursive: true })
    rmSync(closed, { recursive: true })
  },
)

test('a database that is too old, not UTF-8 or cannot sort Chinese is refused in one sentence', () => {
  const able = { version: 18, encoding: 'UTF8', chineseOrder: true }
  expect(() => refuseUnable(able)).not.toThrow()
  expect(() => refuseUnable({ ...able, version: 14 })).toThrow(
    'PostgreSQL 15 or newer is needed; this one is 14.',
  )
  expect(() => refuseUnable({ ...able, encoding: 'SQL_ASCII' })).toThrow('must be encoded in UTF8')
  expect(() => refuseUnable({ ...able, chineseOrder: false })).toThrow('zh-Hans-x-icu')
})

async function ask(cluster: Cluster, statement: string): Promise<unknown[]> {
  const connection = new Client({ connectionString: cluster.ownerUrl() })
  await connection.connect()
  const { rows } = await connection.query(statement)
  await connection.end()
  return rows
}

async function readServer(cluster: Cluster): Promise<{ pid: number; addresses: string }> {
  const [row] = await ask(
    cluster,
    `
    select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::int as pid,
           current_setting('listen_addresses') as addresses`,
  )
  return row as { pid: number; addresses: string }
}

/** Starts the cluster in a process of its own, kills that with SIGKILL, and tells the orphan's number. */
async function leaveOrphan(at: string): Promise<number> {
  const program = `
    import { startCluster } from '#server/platform/database/cluster/cluster.ts'
    await startCluster({ folder: process.env.FOLDER, log: () => undefined, fast: true })
    console.log('up')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    env: { ...process.env, FOLDER: at },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await firstOutput(child)
  child.kill('SIGKILL')
  await new Promise((resume) => child.once('exit', resume))
  return Number(readFileSync(join(at, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function firstOutput(child: ChildProcess): Promise<void> {
  await new Promise((resume, refuse) => {
    child.stdout?.once('data', resume)
    child.once('exit', () => refuse(new Error('The helper process ended early.')))
  })
}
