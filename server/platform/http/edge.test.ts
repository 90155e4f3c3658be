import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'

async function deskWithAnInquiry() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const send = (payload: string | Buffer, type = 'application/json') =>
    world.app.inject({
      method: 'PUT',
      url: `/api/inquiries/${id}`,
      payload,
      headers: { authorization: `Bearer ${worker.token}`, 'content-type': type, 'if-match': '"1"' },
    })
  return { world, worker, id, send }
}

const sheet = (but: object) => JSON.stringify({ ...aSheet(), ...but })

const bad: { what: string; payload: string | Buffer; type?: string; status: number; body: object }[] = [
  { what: 'half of a JSON text', payload: '{"channel": ', status: 400, body: { code: 'invalid-json' } },
  {
    what: 'no JSON at all',
    payload: 'channel=phone',
    type: 'application/x-www-form-urlencoded',
    status: 400,
    body: { code: 'not-json' },
  },
  { what: 'plain text', payload: '{}', type: 'text/plain', status: 400, body: { code: 'not-json' } },
  {
    what: 'bytes that are not UTF-8',
    payload: Buffer.from([0x22, 0xff, 0x22]),
    status: 400,
    body: { code: 'invalid-json' },
  },
  { what: 'a prototype', payload: '{"__proto__": {"x": 1}}', status: 400, body: { code: 'invalid-json' } },
  {
    what: 'an unknown field',
    payload: sheet({ diagnosis: 'x' }),
    status: 400,
    body: { code: 'invalid-input', fields: [{ path: 'diagnosis', code: 'unrecognized-keys' }] },
  },
  {
    what: 'a field said twice',
    payload: '{"channel": "phone", "\\u0063hannel": "visit"}',
    status: 400,
    body: { code: 'invalid-input', fields: [{ path: 'channel', code: 'said-twice' }] },
  },
  {
    what: 'a field said twice deep inside',
    payload: '{"trouble": "{\\"a\\":1,\\"a\\":2}", "told": [{"x": {"y": 1, "z": [], "y": 2}}]}',
    status: 400,
    body: { code: 'invalid-input', fields: [{ path: 'told.0.x.y', code: 'said-twice' }] },
  },
  {
    what: 'a number where text belongs',
    payload: sheet({ trouble: 7 }),
    status: 400,
    body: { fields: [{ path: 'trouble', code: 'invalid-type' }] },
  },
  {
    what: 'NUL in a text',
    payload: sheet({ trouble: 'a\0b' }),
    status: 400,
    body: { fields: [{ path: 'trouble', code: 'text/nul' }] },
  },
  {
    what: 'half of a surrogate pair',
    payload: `{"trouble": "\\ud842"}`,
    status: 400,
    body: { fields: [{ path: 'trouble', code: 'text/lone-surrogate' }] },
  },
  {
    what: 'a text without end',
    payload: sheet({ trouble: '长'.repeat(20_001) }),
    status: 400,
    body: { fields: [{ path: 'trouble', code: 'text/too-long' }] },
  },
  {
    what: 'a code that is not in its list',
    payload: sheet({ channel: 'pigeon' }),
    status: 400,
    body: { fields: [{ path: 'channel' }] },
  },
  {
    what: 'a bottomless nest',
    payload: '['.repeat(500) + ']'.repeat(500),
    status: 400,
    body: { code: 'invalid-input', fields: [{ path: '', code: 'too-deep' }] },
  },
  {
    what: 'a body of two megabytes',
    payload: sheet({ trouble: 'x'.repeat(2_000_000) }),
    status: 413,
    body: { code: 'too-large' },
  },
]

test.each(bad)(
  '$what is refused with a code that names the field, and nothing is written',
  async ({ payload, type, status, body }) => {
    const { world, send } = await deskWithAnInquiry()
    const before = await world.counts()
    const answer = await send(payload, type)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject(body)
    expect(answer.body).not.toMatch(/postgres|syntax|relation|column|zod|fastify|stack/iu)
    expect(await world.counts()).toEqual(before)
  },
)

test.each(['%00', '%ff', 'not-an-id', '%2e%2e%2fme', `${randomUUID()}%00`])(
  'the path /inquiries/%s is refused, not passed on',
  async (part) => {
    const { world, worker } = await deskWithAnInquiry()
    const answer = await world.as(worker).get(`/inquiries/${part}`)
    expect([400, 404]).toContain(answer.status)
    expect(answer.body).toHaveProperty('code')
  },
)

test('a fault of ours tells nothing of the engine', async () => {
  const { world, worker } = await deskWithAnInquiry()
  await world.rows('alter table inquiries rename to inquiries_elsewhere')
  const answer = await world.as(worker).get('/inquiries')
  expect(answer).toMatchObject({ status: 500, body: { code: 'fault', facts: {}, fields: [] } })
  expect(JSON.stringify(answer.body)).not.toMatch(/relation|inquiries/u)
})

test('every answer carries the headers that keep a browser safe, also a refusal', async () => {
  const { world, worker } = await deskWithAnInquiry()
  for (const answer of [
    await world.as(worker).get('/me'),
    await world.as(null).get('/me'),
    await world.as(worker).get('/nowhere'),
  ]) {
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("object-src 'none'"),
    })
  }
})
