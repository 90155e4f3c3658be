import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { hearing } from '#server/testing/heard.ts'
import { testWorld } from '#server/testing/world.ts'
import { memoryOfActors, type Remembered } from './remembered.ts'

/** A worker with a case who has just been recognised, and what the server sends from then on. */
async function aRememberedWorker() {
  const world = await testWorld({}, { apart: true })
  const heard = hearing(world.platform.database.pool)
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  expect((await world.as(worker).get('/me')).status).toBe(200)
  heard()
  const change = (set: string) => world.rows(`update workers set ${set} where id = $1`, [worker.id])
  return { world, agencyId, worker, caseId, heard, change }
}

test('who was recognised a moment ago is not asked for in a flight of its own, but as the act begins', async () => {
  const { world, worker, caseId, heard } = await aRememberedWorker()
  expect((await world.as(worker).get(`/cases/${caseId}`)).status).toBe(200)
  const texts = heard().map(({ text }) => text)
  expect(texts.filter((text) => text.includes('recognise('))).toEqual([])
  // Taking the role and the look are one flight; the line of the audit and its way to the disk are the other.
  expect(texts).toHaveLength(4)
  expect(texts[0]).toContain('still_recognised(')
})

test.each([
  ['was switched off', 'active = false'],
  ['has another role that does no case work', `role = 'inspector'`],
])('whoever %s since does nothing any more, and nothing is written', async (_what, set) => {
  const { world, worker, caseId, change } = await aRememberedWorker()
  await change(set)
  const before = await world.counts()
  const body = { level: 'sealed', reason: '试', readerIds: [] }
  const answers = [
    await world.as(worker).get(`/cases/${caseId}`),
    await world.as(worker).put(`/cases/${caseId}/confidentiality`, body, { version: 1 }),
  ]
  for (const { status } of answers) expect([401, 403]).toContain(status)
  const after = await world.counts()
  expect({ ...after, audit_log: 0 }).toEqual({ ...before, audit_log: 0 })
})

test('a sign-in that was ended, or slept too long, is nobody at the next request', async () => {
  const { world, worker } = await aRememberedWorker()
  await world.rows(`update sign_ins set last_seen_at = now() - interval '31 minutes'`)
  expect((await world.as(worker).get('/cases')).status).toBe(401)
  await world.rows(`update sign_ins set last_seen_at = now()`)
  expect((await world.as(worker).get('/cases')).status).toBe(200)
  await world.rows('update sign_ins set ended_at = now()')
  expect((await world.as(worker).get('/cases')).status).toBe(401)
})

test('whoever got another role or name is who they are now at the next request', async () => {
  const { world, worker, change, heard } = await aRememberedWorker()
  expect((await world.as(worker).get('/audit')).status).toBe(403)
  await world.as(worker).get('/me')
  await change(`role = 'inspector', name = '陈思远（督查）'`)
  expect((await world.as(worker).get('/audit')).status).toBe(200)
  expect((await world.as(worker).get('/me')).body['worker']).toMatchObject({ name: '陈思远（督查）' })
  heard()
  const key = '5e1f3c52-6c0b-4a6b-9a38-0d9c61a4c7b1'
  await world.as(worker).get('/me')
  await change(`role = 'worker', name = '陈思远'`)
  expect((await world.as(worker).post('/inquiries', { id: key, channel: 'phone' }, { key })).status).toBe(201)
  expect(await world.rows('select id from inquiries where id = $1', [key])).toHaveLength(1)
})

test('a request that is refused before its first statement leaves nobody’s role on the connection', async () => {
  const { world, worker } = await aRememberedWorker()
  for (let time = 0; time < 8; time += 1) {
    const asked = ['/workers?after=x', '/cases?after=x', '/workers?after=x'].map((path) =>
      world.as(worker).get(path),
    )
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([400, 400, 400])
    const good = [world.as(worker).get('/workers'), world.as(worker).get('/cases')]
    expect((await Promise.all(good)).map(({ status }) => status)).toEqual([200, 200])
  }
})

const remembered = (letter: string): Remembered => ({
  actor: {
    signInId: letter,
    agencyId: letter,
    workerId: letter,
    name: letter,
    role: 'worker',
    level: 3,
    language: 'en',
    agencyName: letter,
    demo: false,
    principals: [letter],
  },
  recognition: { hash: Buffer.from(letter), mark: letter },
})

test('the memory lasts less than a minute, forgets whom it is told to, and does not grow without end', () => {
  let now = 0
  const memory = memoryOfActors(() => now)
  memory.keep(remembered('a'))
  now = 44_999
  expect(memory.find(Buffer.from('a'))).toMatchObject({ actor: { name: 'a' } })
  now = 45_000
  expect(memory.find(Buffer.from('a'))).toBeNull()
  memory.keep(remembered('b'))
  memory.forget(Buffer.from('b'))
  expect(memory.find(Buffer.from('b'))).toBeNull()
  memory.keep(remembered('c'))
  for (let other = 0; other < 5_000; other += 1) memory.keep(remembered(`other ${other}`))
  expect(memory.find(Buffer.from('c'))).toBeNull()
  expect(memory.find(Buffer.from('other 4999'))).not.toBeNull()
})
