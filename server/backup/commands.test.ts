import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// Whole programs start here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'alongside-commands-'))
})

afterEach(() => rmSync(home, { recursive: true }))

/** What the shell sees of a command: its exit code, and one line of what it complained. */
async function run(tool: string, words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const { DATABASE_URL: _url, DEMO_PASSWORD: _password, BACKUP_DIR: _folder, ...inherited } = process.env
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../tools', tool), ...words], {
    env: { ...inherited, DATA_DIR: join(home, 'data'), INIT_CWD: home, ...settings },
  })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (text) => (output += String(text)))
  child.stderr.on('data', (text) => (complaint += String(text)))
  const code = await new Promise((tell) => child.once('close', tell))
  return { code, output, complaint }
}

const own = { DATABASE_URL: 'postgresql://somebody@127.0.0.1/alongside' }

test('asked wrongly they end with 2, and say how to ask', async () => {
  const wrong = await Promise.all([
    run('restore.mjs', []),
    run('restore.mjs', ['one', '--to-time', 'yesterday']),
    run('restore.mjs', ['one', '--to-time', '2026-11-22T10:00:00Z', '--latest']),
    run('backup.mjs', ['--keep-days', 'ever']),
  ])
  expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2])
  expect(wrong[0]?.complaint).toContain('Usage: npm run restore -- BACKUP')
  expect(wrong[1]?.complaint).toContain('yesterday is not a moment such as 2026-11-22T10:00:00Z')
  expect((await run('backup.mjs', ['--help'])).output).toContain('Usage: npm run backup')
})

test('what they cannot do is one sentence and exit code 1, with nothing made', async () => {
  const refused = await Promise.all([
    run('backup.mjs', [], own),
    run('restore.mjs', ['nothing.backup'], own),
    run('backup.mjs', []),
    run('restore.mjs', ['nothing.backup']),
  ])
  expect(refused.map(({ code, output }) => [code, output])).toEqual([1, 1, 1, 1].map((code) => [code, '']))
  expect(refused.map(({ complaint }) => complaint.trim().split('\n').length)).toEqual([1, 1, 1, 1])
  expect(refused[0]?.complaint).toContain(
    'names a PostgreSQL of your own: back it up and restore it with its own tools',
  )
  expect(refused[2]?.complaint).toContain('There is no data folder at')
  expect(refused[3]?.complaint).toContain(`There is no backup at ${join(home, 'nothing.backup')}`)
  expect(existsSync(join(home, 'data')) ? readdirSync(join(home, 'data')) : []).toEqual([])
})
