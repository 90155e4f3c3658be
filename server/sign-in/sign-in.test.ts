import { expect, test } from 'vitest'
import { foundAgency } from '#server/access/sign-in.repository.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { testWorld } from '#server/testing/world.ts'

const email = 'Li.Na@example.org'
const password = '一路同行 alongside'

async function worldWithAnAccount() {
  const world = await testWorld()
  await foundAgency(world.platform.database.db, {
    agencyId: crypto.randomUUID(),
    agencyName: '同行社工站',
    language: 'zh-CN',
    prefix: 'TX',
    demo: false,
    workerId: crypto.randomUUID(),
    name: '李娜',
    email,
    hash: await hashPassword(password),
  })
  return world
}

test('a program signs in with its token, knows who it is, and is nobody after signing out', async () => {
  const world = await worldWithAnAccount()
  const signedIn = await world
    .as(null)
    .post('/sign-ins', { email: email.toLowerCase(), password, as: 'program' })
  expect(signedIn).toMatchObject({
    status: 201,
    body: { worker: { name: '李娜' }, agency: { name: '同行社工站' } },
  })

  const headers = { authorization: `Bearer ${String(signedIn.body['token'])}` }
  const me = () => world.app.inject({ url: '/api/me', headers })
  expect((await me()).json()).toMatchObject({ worker: { name: '李娜', role: 'agency-administrator' } })
  await world.app.inject({ method: 'DELETE', url: '/api/sign-ins/current', headers })
  expect((await me()).statusCode).toBe(401)
})

test('a browser gets a cookie that scripts cannot read, and its writes must come from our own pages', async () => {
  const world = await worldWithAnAccount()
  const signedIn = await world.app.inject({
    method: 'POST',
    url: '/api/sign-ins',
    payload: { email, password },
  })
  const cookie = signedIn.cookies[0]
  expect(cookie).toMatchObject({ name: 'alongside', httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(signedIn.json()).not.toHaveProperty('token')

  const cookies = { alongside: cookie?.value ?? '' }
  const write = (headers: Record<string, string>) =>
    world.app.inject({ method: 'DELETE', url: '/api/sign-ins/current', cookies, headers })
  expect((await write({})).json()).toMatchObject({ code: 'cross-site' })
  expect((await write({ 'x-requested-with': 'alongside', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
    403,
  )
  expect((await write({ 'x-requested-with': 'alongside' })).statusCode).toBe(200)
})

test.each([
  { when: 'the password is wrong', attempt: { email, password: 'not this one' } },
  { when: 'nobody has this address', attempt: { email: 'nobody@example.org', password } },
])('when $when the answer is the same and nothing is begun', async ({ attempt }) => {
  const world = await worldWithAnAccount()
  const before = await world.counts()
  const answer = await world.as(null).post('/sign-ins', attempt)
  expect(answer).toMatchObject({ status: 401, body: { code: 'wrong-password', facts: {}, fields: [] } })
  expect(await world.counts()).toEqual(before)
})
