import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { refusalCodes, refusals, type RefusalCode } from '#contract/refusals.ts'
import { dateProblems } from '#contract/dates.ts'
import { textProblems } from '#contract/text.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { foundAgency } from '#server/access/sign-in.repository.ts'
import { statusOfRefusal } from '#server/platform/http/refusals.ts'
import { testWorld, type World } from './world.ts'

// A whole program runs here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const text = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  Array.from(
    text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gmsu')),
    ([, block = '']) => block,
  )
const quoted = Array.from(
  text.replaceAll(/^```.*?^```$/gmsu, '').matchAll(/`([^`\n]+)`/gu),
  ([, word = '']) => word,
)

const email = 'li.wei@example.org'
const password = '一路同行, step by step'

/** An agency with one worker who really has a password: founded as production founds its first one. */
async function aWorkerWithPassword(world: World) {
  const { db } = world.platform.database
  const workerId = randomUUID()
  const agency = {
    agencyId: randomUUID(),
    agencyName: '安宁社工站',
    language: 'zh-CN',
    prefix: 'AN',
    demo: true,
  }
  await foundAgency(db, { ...agency, workerId, name: '李薇', email, hash: await hashPassword(password) })
  await world.rows(`update workers set role = 'worker', level = 3 where id = $1`, [workerId])
  return workerId
}

/** Runs the page's program as a reader would: saved as one file, in a process of its own, against a port. */
async function runProgram(address: string) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-api-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'work-a-case.mjs')
  writeFileSync(file, blocks('js').join('\n'))
  const env = { PATH: process.env['PATH'], ADDRESS: address, EMAIL: email, PASSWORD: password }
  return promisify(execFile)(process.execPath, [file], { env, cwd: folder })
}

test('the program of the page works a case in ten calls', async () => {
  const world = await testWorld()
  const workerId = await aWorkerWithPassword(world)
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const calls: string[] = []
  world.app.server.on('request', ({ method, url }) => calls.push(`${method} ${url}`))
  const { port } = world.app.server.address() as AddressInfo

  const { stdout } = await runProgram(`http://127.0.0.1:${port}`)

  const printed = JSON.parse(stdout) as { id: string; number: string; stage: string }
  expect(calls[0]).toBe('POST /api/sign-ins')
  expect(calls.slice(1)).toHaveLength(10)
  expect(text).toContain('**ten calls**')
  const cases = await world.rows('select id, number, stage, case_manager_id from cases')
  expect(cases).toEqual([
    { id: printed.id, number: printed.number, stage: printed.stage, case_manager_id: workerId },
  ])
  expect(await world.rows('select name from people')).toEqual([{ name: '李小龙' }])
})

test('the refusal shown on the page is the one the server gives', async () => {
  const world = await testWorld()
  const api = world.as(await world.worker(await world.agency()))
  const id = randomUUID()
  await api.post('/inquiries', { id, channel: 'phone' })
  const { status, body } = await api.put(`/inquiries/${id}/registration`, {}, { version: 1 })
  expect(status).toBe(422)
  expect(blocks('json').map((block) => JSON.parse(block))).toEqual([body])
})

test('the table of refusals names each general code once, with its status', () => {
  const rows = Array.from(text.matchAll(/^\| (\d{3}) \| ([^|]+) \|/gmu))
  const told = rows.flatMap(([, status = '', codes = '']) =>
    Array.from(codes.matchAll(/`([^`]+)`/gu), ([, code = '']) => [code, Number(status)] as const),
  )
  const general = refusalCodes.filter((code) => !code.includes('/'))
  expect(told).toHaveLength(general.length)
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(general.map((code) => [code, statusOfRefusal(code)])),
  )
})

test('every code with a slash is a refusal of a module or a problem of a field', () => {
  const codes = quoted.filter((word) => /^[a-z-]+\/[a-z-]+$/u.test(word) && !word.startsWith('contract/'))
  const known: readonly string[] = [...Object.keys(refusals), ...textProblems, ...dateProblems]
  expect(codes.length).toBeGreaterThan(8)
  expect(codes.filter((code) => !known.includes(code))).toEqual([])
  const explained = [...textProblems, ...dateProblems].filter((problem) => !codes.includes(problem))
  expect(explained).toEqual([])
})

test('every address on the page is one of the server', async () => {
  const { app } = await testWorld()
  const routes = app.declared.map(({ method, url }) => `${method} ${url}`)
  const pairs = quoted.flatMap((word) => {
    const [, method, path] = /^(?:([A-Z]+) )?(\/[^\s?]+)(?:\?\S+)?$/u.exec(word) ?? []
    return path === undefined ? [] : [{ method: method ?? 'GET', path }]
  })
  expect(pairs.length).toBeGreaterThan(10)
  const exists = ({ method, path }: { method: string; path: string }) =>
    routes.includes(`${method} /api${path}`) || routes.includes(`${method} ${path}`)
  expect(pairs.filter((pair) => !exists(pair))).toEqual([])
})

test('sign-ins beyond thirty a minute wait as long as Retry-After says', async () => {
  const { app } = await testWorld()
  const signIn = () => app.inject({ method: 'POST', url: '/api/sign-ins', payload: {} })
  for (let count = 0; count < 30; count += 1) expect((await signIn()).statusCode).toBe(400)
  const refused = await signIn()
  expect(refused.statusCode).toBe(429)
  expect(refused.json()).toMatchObject({ code: 'too-many-requests' satisfies RefusalCode })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
})

test('a repeat with the same key is answered as the first time, although its version is stale', async () => {
  const world = await testWorld()
  const api = world.as(await world.worker(await world.agency()))
  const id = randomUUID()
  const key = randomUUID()
  await api.post('/inquiries', { id, channel: 'phone' })
  const calm = { emergency: false, reason: '孩子在家。', dangerKinds: [] }
  const send = () => api.put(`/inquiries/${id}/emergency-decision`, calm, { version: 1, key })
  const first = await send()
  expect(await send()).toMatchObject({ status: 200, body: first.body })
  const other = { ...calm, reason: '孩子在学校。' }
  const changed = await api.put(`/inquiries/${id}/emergency-decision`, other, { version: 1, key })
  expect(changed).toMatchObject({ status: 422, body: { code: 'key-used-differently' } })
  const late = await api.put(`/inquiries/${id}/emergency-decision`, other, { version: 1 })
  expect(late).toMatchObject({
    status: 412,
    body: { code: 'changed-meanwhile', current: { id, version: 2 } },
  })
})
