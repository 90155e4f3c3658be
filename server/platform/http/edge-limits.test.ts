import { randomUUID } from 'node:crypto'
import { connect, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { aSheet } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'

async function aDesk() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const send = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    world.app.inject({
      method: 'PUT',
      url: `/api/inquiries/${id}`,
      payload,
      headers: {
        authorization: `Bearer ${worker.token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
        ...headers,
      },
    })
  return { world, worker, id, send, whole: JSON.stringify(aSheet()) }
}

test.each([
  ['a name said twice', (whole: string) => whole.replace('{', '{"channel":"walk-in",'), 'said-twice'],
  [
    'a name said twice, once with an escape',
    (whole: string) => whole.replace('{', String.raw`{"ch\u0061nnel":"phone",`),
    'said-twice',
  ],
  [
    'a number beyond the last exact one',
    (whole: string) => whole.replace(/"willingness":\d/u, '"willingness":9007199254740993'),
    'willingness',
  ],
])('%s is refused and nothing is written', async (_, spoil, code) => {
  const { world, send, whole } = await aDesk()
  expect(spoil(whole)).not.toBe(whole)
  const before = await world.counts()
  const answer = await send(spoil(whole))
  expect([answer.statusCode, answer.body.includes(code)]).toEqual([400, true])
  expect(await world.counts()).toEqual(before)
})

test('a body goes in as JSON in UTF-8, whatever else its type pretends', async () => {
  const { send, whole } = await aDesk()
  for (const type of [
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])
    expect([type, (await send(whole, { 'content-type': type, 'if-match': '"1"' })).statusCode < 413]).toEqual(
      [type, true],
    )
  for (const type of [
    'text/plain',
    'text/plain; application/json',
    'application/jsonx',
    'application/json+xml',
    'application/json; charset=utf-16',
    'application/json; charset=gbk',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=application/json',
    'text/plain\tapplication/json',
    'text/json',
    '',
    'json',
  ]) {
    const answer = await send(whole, { 'content-type': type })
    expect([type, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([type, 400, 'not-json'])
  }
})

test('methods nobody uses are not there, and no header turns one into another', async () => {
  const { world, worker, id } = await aDesk()
  const before = await world.counts()
  for (const method of ['PATCH', 'OPTIONS', 'TRACE'] as const) {
    const headers = { authorization: `Bearer ${worker.token}` }
    for (const url of [`/api/inquiries/${id}`, '/', '/api/me']) {
      const answer = await world.app.inject({ method: method as 'PATCH', url, headers })
      expect([method, url, answer.statusCode]).toEqual([method, url, 404])
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    }
  }
  const disguised = await world.app.inject({
    method: 'POST',
    url: '/api/sign-ins/current',
    headers: {
      authorization: `Bearer ${worker.token}`,
      'x-http-method-override': 'DELETE',
      'x-requested-with': 'alongside',
    },
  })
  expect(disguised.statusCode).toBe(404)
  expect(await world.counts()).toEqual(before)
})

test('every answer carries the whole set of headers, also where there is nothing, too much, or a fault', async () => {
  const { world, worker, send } = await aDesk()
  const headers = { authorization: `Bearer ${worker.token}` }
  const get = (url: string) => world.app.inject({ url, headers })
  await world.rows('alter table people rename to people_elsewhere')
  const answers = [
    await get('/api/me'),
    await get('/api/nowhere'),
    await get('/healthz'),
    await get('/api/inquiries/no-id'),
    await get('/api/%zz'),
    await send('x'.repeat(2_000_000)),
    await get(`/api/people/${randomUUID()}`),
    await world.app.inject('/api/me'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 404, 200, 400, 400, 413, 500, 401])
  for (const answer of answers) {
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    const policy = String(answer.headers['content-security-policy'])
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(directive)
    for (const kind of ['default-src', 'form-action'])
      expect(policy).toMatch(new RegExp(`${kind} '(?:self|none)'`, 'u'))
    expect(policy).not.toMatch(/unsafe|\*/u)
    expect(answer.headers).not.toHaveProperty('x-powered-by')
    expect(answer.headers).not.toHaveProperty('server')
  }
})

test('over TLS the browser is told to stay there; without it is not', async () => {
  const tls = await testWorld({ secureCookies: true })
  expect((await tls.app.inject('/healthz')).headers['strict-transport-security']).toBe(
    'max-age=31536000; includeSubDomains',
  )
  const plain = await testWorld()
  expect((await plain.app.inject('/healthz')).headers).not.toHaveProperty('strict-transport-security')
})

/** From how many addresses thirty-one sign-ins seem to come: one too many from one is refused. */
async function refusedOf(world: World, remoteAddress: string, forwarded: (count: number) => string) {
  const statuses: number[] = []
  for (let count = 0; count < 31; count += 1) {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/sign-ins',
      payload: {},
      remoteAddress,
      headers: { 'x-forwarded-for': forwarded(count) },
    })
    statuses.push(answer.statusCode)
  }
  return statuses.filter((status) => status === 429).length
}

test('who calls is told by the web server in front, and by nobody else', async () => {
  const nobody = await testWorld()
  expect(await refusedOf(nobody, '203.0.113.9', (count) => `10.9.0.${count}`)).toBe(1)
  const world = await testWorld({ proxies: ['10.0.0.5', '127.0.0.1'] })
  expect(await refusedOf(world, '10.0.0.5', (count) => `203.0.113.${count}`)).toBe(0)
  expect(await refusedOf(world, '10.0.0.6', (count) => `203.0.113.${count}`)).toBe(1)
  // What a caller writes before the proxy adds the address it saw counts for nothing.
  expect(await refusedOf(world, '127.0.0.1', (count) => `198.51.100.${count}, 203.0.113.200`)).toBe(1)
})

/** Sends bytes as they are and waits until the server has hung up. */
async function talk(world: World, bytes: string) {
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = world.app.server.address() as AddressInfo
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  const heard: Buffer[] = []
  socket.on('data', (part: Buffer) => heard.push(part))
  socket.write(bytes)
  await new Promise((resolve) => socket.once('close', resolve))
  return { text: Buffer.concat(heard).toString(), seconds: (performance.now() - began) / 1000 }
}

test(
  'a request that is never finished ends by itself, its headers after five seconds',
  { timeout: 30_000 },
  async () => {
    const world = await testWorld()
    const { headersTimeout, requestTimeout, keepAliveTimeout } = world.app.server
    expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({
      headersTimeout: 5000,
      requestTimeout: 600_000,
      keepAliveTimeout: 30_000,
    })
    const slow = await talk(world, 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow:')
    expect(slow.text).toMatch(/^HTTP\/1\.1 408 /u)
    expect(slow.seconds).toBeGreaterThan(4)
    expect(slow.seconds).toBeLessThan(12)
  },
)

test.each([
  ['no HTTP', 'HELLO\r\n\r\n', 400],
  ['headers of forty kilobytes', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  [
    'two lengths',
    'POST /api/sign-ins HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    400,
  ],
  [
    'a length and pieces',
    'POST /api/sign-ins HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}',
    400,
  ],
])('%s is refused with a code and without a word of the engine', async (_, bytes, status) => {
  const world = await testWorld()
  const { text } = await talk(world, bytes)
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, 'u'))
  expect(text).toContain('x-content-type-options: nosniff')
  expect(text).toContain('{"code":"invalid-input","facts":{},"fields":[]}')
  expect(text).not.toMatch(/HPE_|Client Error|node/iu)
})
