import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isRunning } from '#server/platform/database/cluster/processes.ts'
import { makeThrowAwayFolder, removeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { layReadyCluster } from '#server/testing/ready-cluster.ts'
import { serverProgram } from '#server/testing/programs.ts'

type Run = {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

// Whole servers start here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let folder: string

beforeEach(() => {
  folder = makeThrowAwayFolder()
})

afterEach(() => removeThrowAwayFolder(folder))

test('production starts without any account, prints a setup token of 128 bits, and stops without a trace', async () => {
  const run = launch({ PORT: '0' }, 'serve')
  const [, address = ''] = await waitFor(run, /ready at (\S+)/)
  const ready = await fetch(`${address}/healthz`)
  const server = readPostmaster()
  run.child.kill('SIGTERM')
  expect(ready.status).toBe(200)
  expect(await run.ended).toBe(0)
  expect(run.said()).toMatch(/^ {2}[0-9a-f]{32}$/m)
  expect(run.said()).not.toContain('Demo accounts')
  expect(isRunning(server)).toBe(false)
})

test('asked to stop while starting, it stops the database it has just started', async () => {
  const run = launch({ PORT: '0' }, 'serve')
  await waitFor(run, /Starting the database/)
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
  expect(
    statSync(join(folder, 'postgres', 'data', 'postmaster.pid'), { throwIfNoEntry: false }),
  ).toBeUndefined()
})

test('an unsafe setting ends it with one sentence and nothing done', async () => {
  const run = launch({ DEMO_PASSWORD: 'open sesame' }, 'serve')
  expect(await run.ended).toBe(1)
  expect(run.said()).toMatch(/^[^\n]+\.\n$/)
  expect(statSync(join(folder, 'mode'), { throwIfNoEntry: false })).toBeUndefined()
})

test('a server left behind by a killed npm stops by itself', async () => {
  await layReadyCluster(folder)
  const program = JSON.stringify(serverProgram)
  const npm = spawn(
    process.execPath,
    [
      '-e',
      `
    const child = require('node:child_process').spawn(process.execPath, [${program}, 'serve'], { stdio: ['ignore', 'pipe', 'ignore'] })
    child.stdout.once('data', () => process.stdout.write(String(child.pid)))`,
    ],
    { env: environment({ PORT: '0', npm_lifecycle_event: 'serve' }), stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const server = await new Promise<number>((tell) => npm.stdout.once('data', (text) => tell(Number(text))))
  const database = readPostmaster()
  npm.kill('SIGKILL')
  await expect.poll(() => isRunning(server) || isRunning(database), { timeout: 30_000 }).toBe(false)
})

function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const {
    DEMO_PASSWORD: _password,
    DATABASE_URL: _url,
    npm_lifecycle_event: _event,
    ...inherited
  } = process.env
  return { ...inherited, DATA_DIR: folder, ...settings }
}

function launch(settings: Record<string, string>, ...words: string[]): Run {
  const child = spawn(process.execPath, [serverProgram, ...words], { env: environment(settings) })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (said += String(text)))
  return { child, said: () => said, ended: new Promise((tell) => child.once('close', tell)) }
}

async function waitFor({ child, said }: Run, words: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = words.exec(said())
    if (found) return found
    if (child.exitCode !== null) throw new Error(`It ended early: ${said()}`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

function readPostmaster(): number {
  return Number(readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}
