import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { writeLines } from '#server/audit/chain.factory.ts'
import { checkpointWriter } from '#server/audit/checkpoints.repository.ts'
import { reachCluster } from '#server/platform/database/cluster/cluster.ts'
import { makeThrowAwayFolder, removeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { layReadyCluster } from '#server/testing/ready-cluster.ts'
import { serverProgram } from '#server/testing/programs.ts'
import { asSuperuser } from '#server/testing/superuser.ts'
import { testWorld } from '#server/testing/world.ts'
import { runCommand } from './run-command.ts'

const verify = (settings: Readonly<Record<string, string>>) => {
  vi.unstubAllEnvs()
  for (const name of ['DATABASE_URL', 'DATA_DIR', 'ALONGSIDE_AUDIT_KEY', 'ALONGSIDE_AUDIT_COPY_DIR'])
    vi.stubEnv(name, settings[name])
  return runCommand(['audit-verify'])
}

/** A database of one's own with a chain in it, noted in two places. */
async function aNotedDatabase() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  await writeLines(world, worker, 9)
  const folder = mkdtempSync(join(tmpdir(), 'alongside-verify-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const places = [join(folder, 'audit'), join(folder, 'second')] as const
  await checkpointWriter({ ...world.platform, folders: places, say: () => undefined })()
  const settings = {
    DATABASE_URL: world.ownerUrl,
    DATA_DIR: folder,
    ALONGSIDE_AUDIT_KEY: world.platform.database.auditKey.export().toString('base64url'),
    ALONGSIDE_AUDIT_COPY_DIR: places[1],
  }
  return { world, folder, settings, files: places.map((place) => join(place, 'checkpoints.jsonl')) }
}

test('a whole audit of a database of one’s own: exit code 0, and what was walked as JSON', async () => {
  const { settings } = await aNotedDatabase()
  const { code, output, complaint } = await verify(settings)
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
  expect(JSON.parse(output)).toMatchObject({
    whole: true,
    checkpoints: 2,
    unreadable: 0,
    agencies: [{ name: '安宁社工站', lines: 9, checkpointed: 9 }],
  })
})

test('a changed line: exit code 1, naming the agency and the line, and nothing of what it said', async () => {
  const { world, settings } = await aNotedDatabase()
  await asSuperuser(world, (client) => client.query(`update audit_log set act = 'change' where id = 6`))
  const { code, output, complaint } = await verify(settings)
  expect({ code, output }).toEqual({ code: 1, output: '' })
  expect(complaint).toMatch(
    /^Agency 安宁社工站 [0-9a-f-]{36}: line 6 is not what was written there[^\n]*\.$/u,
  )
})

test('a cut tail is found by the second place alone, when the first was cut with it', async () => {
  const { world, settings, files } = await aNotedDatabase()
  await asSuperuser(world, (client) => client.query('delete from audit_log where id > 7'))
  writeFileSync(files[0] ?? '', '')
  const { code, complaint } = await verify(settings)
  expect(code).toBe(1)
  expect(complaint).toContain('line 8 and what follows it were cut off (the checkpoint of ')
  // Without any place outside, nobody could tell.
  const { ALONGSIDE_AUDIT_COPY_DIR: _second, ...first } = settings
  expect((await verify(first)).code).toBe(0)
})

test('checkpoints that are gone, forged or of another key are a complaint, and a wrong key is told as one', async () => {
  const { settings, files, folder } = await aNotedDatabase()
  const [first = '', second = ''] = files
  const text = readFileSync(first, 'utf8')
  writeFileSync(first, text.replace('"id":9', '"id":4'))
  expect(await verify(settings)).toMatchObject({
    code: 1,
    complaint: `Line 1 of ${first} has a wrong seal.`,
  })
  writeFileSync(first, text)
  rmSync(second)
  expect(await verify(settings)).toMatchObject({
    code: 1,
    complaint: `There are no checkpoints in ${second}.`,
  })
  writeFileSync(second, text)
  const another = await verify({ ...settings, ALONGSIDE_AUDIT_KEY: 'A'.repeat(43) })
  expect(another.code).toBe(1)
  expect(another.complaint).toContain('was sealed with another key than this one')
  const { ALONGSIDE_AUDIT_KEY: _key, ...without } = settings
  expect(await verify(without)).toMatchObject({
    code: 1,
    complaint: `There is no key of the audit in ${join(folder, 'audit', 'key')}.`,
  })
})

test('nothing to verify is told in one sentence, and asks for no database to be made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-verify-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'audit'))
  writeFileSync(join(folder, 'audit', 'key'), `${'A'.repeat(43)}\n`)
  appendFileSync(join(folder, 'audit', 'checkpoints.jsonl'), '')
  expect(await verify({ DATA_DIR: folder })).toMatchObject({
    code: 1,
    complaint: `There is no database in ${join(folder, 'postgres')}.`,
  })
  expect((await runCommand(['audit-verify', 'everything'])).code).toBe(2)
})

test(
  'the embedded database is verified while the server runs and after it stopped, which notes the last line',
  { timeout: 120_000 },
  async () => {
    const folder = makeThrowAwayFolder()
    onTestFinished(() => removeThrowAwayFolder(folder))
    await layReadyCluster(folder)
    const { address, token, stop } = await aServer(folder)
    await post(`${address}/api/setup`, {
      token,
      agencyName: '安宁社工站',
      language: 'zh-CN',
      name: '高敏',
      email: 'gao@example.org',
      password: 'walk alongside, step by step',
    })
    await asOwnerOf(folder, `update agencies set second_factor_for = 'nobody'`)
    const signedIn = await post(`${address}/api/sign-ins`, {
      email: 'gao@example.org',
      password: 'walk alongside, step by step',
      as: 'program',
    })
    const { token: bearer } = (await signedIn.json()) as { token: string }
    for (let turn = 0; turn < 5; turn += 1)
      await fetch(`${address}/api/workers`, { headers: { authorization: `Bearer ${bearer}` } })

    // The first checkpoint comes with the first full minute, or with the end.
    const running = await verify({ DATA_DIR: folder })
    expect([running.complaint, running.code]).toEqual(
      running.code === 0 ? ['', 0] : [`There are no checkpoints in ${folder}/audit/checkpoints.jsonl.`, 1],
    )
    await stop()
    expect(statSync(join(folder, 'audit', 'key')).mode & 0o777).toBe(0o600)
    const stopped = await verify({ DATA_DIR: folder })
    expect([stopped.complaint, stopped.code]).toEqual(['', 0])
    expect(JSON.parse(stopped.output)).toMatchObject({ agencies: [{ lines: 6, checkpointed: 6 }] })

    await asOwnerOf(folder, 'set session_replication_role = replica; delete from audit_log where id > 4')
    const cut = await verify({ DATA_DIR: folder })
    expect(cut).toMatchObject({ code: 1, output: '' })
    expect(cut.complaint).toContain('line 5 and what follows it were cut off')
  },
)

/** Does something to the database of a data folder past every wall, whether a server runs on it or not. */
async function asOwnerOf(folder: string, statements: string) {
  const cluster = await reachCluster({ folder: join(folder, 'postgres'), log: () => undefined })
  const client = new pg.Client({ connectionString: cluster.ownerUrl('alongside') })
  await client.connect()
  await client.query(statements)
  await client.end()
  await cluster.stop()
}

/** A production server on this data folder, as its operator starts it. */
async function aServer(folder: string) {
  const { DATABASE_URL: _url, DEMO_PASSWORD: _password, npm_lifecycle_event: _event, ...env } = process.env
  const child = spawn(process.execPath, [serverProgram, 'serve'], {
    env: { ...env, DATA_DIR: folder, PORT: '0' },
  })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (said += String(text)))
  const ended = once(child, 'close')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  await vi.waitFor(() => expect(said).toMatch(/^ {2}[0-9a-f]{32}$/mu), { timeout: 90_000, interval: 100 })
  const [, address = ''] = /ready at (\S+)/u.exec(said) ?? []
  const [, token = ''] = /^ {2}([0-9a-f]{32})$/mu.exec(said) ?? []
  return { address, token, stop }
}

const post = (address: string, body: object) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
