import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The password of every demo account while browser tests run. */
export const demoPassword = 'walk alongside, step by step'

const patienceMilliseconds = 180_000

/**
 * Starts the demo as `npm start` does, on the port in E2E_PORT, in a folder for temporary files, and waits until it
 * is ready. Playwright calls it once before all tests.
 * @returns the teardown: stops the server and removes the folder
 */
export default async function startDemo(): Promise<() => Promise<void>> {
  const port = process.env['E2E_PORT'] ?? '3999'
  const folder = mkdtempSync(join(tmpdir(), 'alongside-test-'))
  chmodSync(folder, 0o755)
  process.env['DEMO_PASSWORD'] = demoPassword
  const server = spawn(process.execPath, [resolve(import.meta.dirname, '../../tools/start.mjs')], {
    // Whoever starts us by npm may be killed; the server then notices and stops by itself.
    env: { ...process.env, PORT: port, HOST: '127.0.0.1', DATA_DIR: folder, npm_lifecycle_event: 'e2e' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const tearDown = async (): Promise<void> => {
    await stop(server)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(server, `http://127.0.0.1:${port}/healthz`)
  } catch (problem) {
    await tearDown()
    throw problem
  }
  return tearDown
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error('The demo server did not become ready.')
    await new Promise((resume) => setTimeout(resume, 200))
  }
}

async function answers(url: string): Promise<boolean> {
  return await fetch(url).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resume) => server.once('exit', resume))
  server.kill('SIGTERM')
  await ended
}
