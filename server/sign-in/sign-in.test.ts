import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { passwordLoad } from '#server/access/passwords.ts'
import type { World } from '#server/testing/world.ts'
import { anAccount, anotherPassword, email, password } from './sign-in.factory.ts'

/** What a refused attempt may leave: that somebody guessed, and nothing else. */
async function kept(world: World) {
  const counts = await world.counts()
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !name.startsWith('guesses')))
}

test('a program signs in with its token, knows who it is, and is nobody after signing out', async () => {
  const { world, signIn } = await anAccount()
  const signedIn = await signIn({ email: email.toLowerCase() })
  expect(signedIn).toMatchObject({
    status: 201,
    body: { worker: { name: '李娜' }, agency: { name: '安宁社工站' } },
  })
  expect(signedIn.headers['set-cookie']).toBeUndefined()

  const headers = { authorization: `Bearer ${String(signedIn.body['token'])}` }
  const me = () => world.app.inject({ url: '/api/me', headers })
  expect((await me()).json()).toMatchObject({ worker: { name: '李娜', role: 'worker' } })
  await world.app.inject({ method: 'DELETE', url: '/api/sign-ins/current', headers })
  expect((await me()).statusCode).toBe(401)
})

test('a browser gets a cookie that scripts cannot read, and its writes must come from our own pages', async () => {
  const { world } = await anAccount()
  const signedIn = await world.app.inject({
    method: 'POST',
    url: '/api/sign-ins',
    payload: { email, password },
  })
  const cookie = signedIn.cookies.find(({ name }) => name === 'alongside')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(signedIn.cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Strict')).toBe(true)
  expect(signedIn.json()).not.toHaveProperty('token')

  const cookies = { alongside: cookie?.value ?? '' }
  const ours = { 'x-requested-with': 'alongside' }
  const write = (headers: Record<string, string>) =>
    world.app.inject({ method: 'DELETE', url: '/api/sign-ins/current', cookies, headers })
  expect((await write({})).json()).toMatchObject({ code: 'cross-site' })
  for (const foreign of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ])
    expect((await write({ ...ours, ...foreign })).statusCode).toBe(403)
  const own = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:80' }
  expect((await write({ ...ours, ...own })).statusCode).toBe(200)
})

test('a page that was drawn for one worker reads and does nothing as another who signed in since', async () => {
  const { world } = await anAccount()
  const signedIn = await world.app.inject({
    method: 'POST',
    url: '/api/sign-ins',
    payload: { email, password },
  })
  const mine: string = signedIn.json().worker.id
  const cookies = { alongside: signedIn.cookies.find(({ name }) => name === 'alongside')?.value ?? '' }
  const asked = async (drawnFor: string) => {
    const headers = { 'x-requested-with': 'alongside', 'x-drawn-for': drawnFor }
    const payload = { id: randomUUID(), channel: 'phone' }
    const look = await world.app.inject({ url: '/api/inquiries', cookies, headers })
    const write = await world.app.inject({ method: 'POST', url: '/api/inquiries', cookies, headers, payload })
    return [look.statusCode, write.statusCode]
  }
  expect(await asked(randomUUID())).toEqual([401, 401])
  expect(await asked('')).toEqual([401, 401])
  expect(await world.rows('select 1 from inquiries')).toEqual([])
  // Remembered by now, and still asked.
  expect(await asked(mine)).toEqual([200, 201])
  expect(await asked(randomUUID())).toEqual([401, 401])
  expect(await world.rows('select 1 from inquiries')).toHaveLength(1)
})

test('another site cannot sign a browser in, as somebody else, without it noticing', async () => {
  const { world } = await anAccount()
  for (const foreign of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example' }]) {
    const url = '/api/sign-ins'
    const answer = await world.app.inject({
      method: 'POST',
      url,
      payload: { email, password },
      headers: foreign,
    })
    expect([answer.statusCode, answer.cookies]).toEqual([403, []])
  }
  expect(await world.rows('select 1 from sign_ins')).toEqual([])
})

test('behind TLS every cookie is tied to this host and to TLS', async () => {
  const { world } = await anAccount({}, { secureCookies: true })
  const signedIn = await world.app.inject({
    method: 'POST',
    url: '/api/sign-ins',
    payload: { email, password },
  })
  expect(signedIn.cookies).toHaveLength(2)
  for (const { name, secure, path, domain } of signedIn.cookies)
    expect([name.slice(0, 7), secure, path, domain]).toEqual(['__Host-', true, '/', undefined])
})

test.each([
  { when: 'the password is wrong', attempt: { email, password: 'not this one' } },
  { when: 'nobody has this address', attempt: { email: 'nobody@example.org', password } },
  { when: 'the address is that of somebody who left', attempt: { email, password }, left: true },
  { when: 'the address only looks like one of ours', attempt: { email: 'Lİ.Na@example.org', password } },
])('when $when the answer and the work are the same, and nothing is begun', async ({ attempt, left }) => {
  const { world, door } = await anAccount()
  if (left) await world.rows('update workers set active = false')
  const before = await kept(world)
  const { done } = passwordLoad()
  const answer = await door.post('/sign-ins', attempt)
  expect(answer).toMatchObject({ status: 401, body: { code: 'wrong-password', facts: {}, fields: [] } })
  expect(passwordLoad().done - done).toBe(1)
  expect(await kept(world)).toEqual(before)
})

test('a first password opens only the choice of one’s own', async () => {
  const { world, door, signIn } = await anAccount()
  await world.rows('update passwords set temporary = true')
  const begun = await signIn()
  expect(begun).toMatchObject({ status: 202, body: { step: 'own-password' } })
  const choose = (chosen: string) =>
    door.post('/sign-ins/own-password', { pending: begun.body['pending'], password: chosen, as: 'program' })
  const field = (code: string) => ({ status: 422, body: { fields: [{ path: 'password', code }] } })
  expect(await choose('short')).toMatchObject(field('sign-in/password-too-short'))
  expect(await choose('安宁社工站李娜安宁社工站李娜')).toMatchObject(field('sign-in/password-too-short'))
  expect(await choose(password)).toMatchObject(field('sign-in/password-is-the-same'))
  expect(await world.rows('select 1 from sign_ins')).toEqual([])
  expect(await choose('Alongside, alongside')).toMatchObject(field('sign-in/password-speaks-of-you'))
  expect(await choose(anotherPassword)).toMatchObject({ status: 201, body: { worker: { name: '李娜' } } })
  expect((await signIn()).status).toBe(401)
  expect((await signIn({ password: anotherPassword })).status).toBe(201)
})

test('a sign-in ends after thirty quiet minutes and, however busy, after twelve hours', async () => {
  const { world, signedIn } = await anAccount()
  const { api: quiet } = await signedIn()
  const { api: busy } = await signedIn()
  const { api: other } = await signedIn()
  const ids = await world.rows<{ id: string }>('select id from sign_ins order by started_at')
  await world.rows(`update sign_ins set last_seen_at = now() - interval '31 minutes' where id = $1`, [
    ids[0]?.id,
  ])
  await world.rows(`update sign_ins set expires_at = now() where id = $1`, [ids[1]?.id])
  const ends = [await quiet.get('/me'), await busy.get('/me'), await other.get('/me')]
  expect(ends.map(({ status }) => status)).toEqual([401, 401, 200])
  const [span] = await world.rows<{ hours: number }>(
    'select extract(epoch from max(expires_at - started_at))::int / 3600 as hours from sign_ins',
  )
  expect(span?.hours).toBe(12)
})
