import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { startCluster } from '#server/platform/database/cluster/cluster.ts'
import { makeThrowAwayFolder, removeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import type { Loaded } from '#server/testing/volume/volume.ts'

const project = resolve(import.meta.dirname, '..')

/**
 * A scratch database with every safety on, in a folder for temporary files; or in a folder that is named, where it stays, and
 * from where it is taken the next time.
 */
export async function scratchDatabase(say: (line: string) => void, named: string) {
  const folder = named === '' ? makeThrowAwayFolder() : resolve(named)
  const cluster = await startCluster({ folder: join(folder, 'postgres'), log: say })
  const owner = new pg.Client({ connectionString: cluster.ownerUrl() })
  await owner.connect()
  const { rowCount } = await owner.query(`select from pg_database where datname = 'bench'`)
  if (rowCount === 0) await owner.query('create database bench')
  await owner.end()
  const remove = async () => {
    await cluster.stop()
    if (named === '') removeThrowAwayFolder(folder)
  }
  const postmaster = Number(
    readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  return { folder, ownerUrl: cluster.ownerUrl('bench'), postmaster, remove }
}

/** What was loaded into the database of that folder, now or the last time. */
export async function loadedIn(folder: string, load: () => Promise<Loaded>): Promise<Loaded> {
  const note = join(folder, 'loaded.json')
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Loaded
  const loaded = await load()
  writeFileSync(note, JSON.stringify(loaded))
  return loaded
}

/** The real server in production mode on that database, and how long it took to answer. */
export async function realServer(ownerUrl: string, folder: string) {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [join(project, 'tools/start.mjs'), 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: ownerUrl,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error('The server did not start.')
    await new Promise((later) => setTimeout(later, 100))
  }
  return { port, pid: child.pid ?? 0, startedIn: performance.now() - began, stop: () => ended(child) }
}

/** The bare routes, in a process of their own as the real server is. */
export async function bareServer(order: object) {
  const child = fork(join(import.meta.dirname, 'floors/bare-server.ts'), [], {
    execArgv: ['--import', 'tsx'],
  })
  child.send(order)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { port, pid: child.pid ?? 0, stop: () => ended(child) }
}

async function ended(child: ChildProcess) {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
