import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { passwordLoad } from '#server/access/passwords.ts'
import { takeGuess } from './guesses.repository.ts'
import { anAccount, email, password } from './sign-in.factory.ts'

const wrong = { password: 'not this one' }

test('who guesses waits longer and longer; the wait is told, costs us nothing, and hides whether there is an account', async () => {
  const { world, door } = await anAccount()
  for (const address of [email, 'nobody@example.org']) {
    const answers: unknown[] = []
    for (let guess = 1; guess <= 7; guess += 1) {
      const { done } = passwordLoad()
      const { status, body, headers } = await door.post('/sign-ins', { email: address, ...wrong })
      answers.push([status, body['code'], headers['retry-after'] ?? '', passwordLoad().done - done])
    }
    expect(answers).toEqual([
      ...Array.from({ length: 5 }, () => [401, 'wrong-password', '', 1]),
      ...Array.from({ length: 2 }, () => [429, 'sign-in/wait', '5', 0]),
    ])
  }
  const rows = await world.rows<{ account: string }>('select account::text, agency_id from guesses')
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('example').toString('hex'))
})

test('many guesses at the same time are no more than one after the other', async () => {
  const { door } = await anAccount()
  const ends = await Promise.all(
    Array.from({ length: 20 }, () => door.post('/sign-ins', { email, ...wrong })),
  )
  expect(ends.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(ends.filter(({ status }) => status === 429)).toHaveLength(15)
})

test('of two free guesses that come together, the one that began first may be counted last', async () => {
  const { world } = await anAccount()
  const { db } = world.platform.database
  const guess = { account: Buffer.from('somebody'), bucket: 'anywhere' }
  await db.transaction().execute(async (tx) => {
    await sql`select now()`.execute(tx)
    await takeGuess(db, guess)
    await expect(takeGuess(tx, guess)).resolves.toBeUndefined()
  })
  expect(await world.rows('select count from guesses')).toEqual([{ count: 2 }])
})

test('while somebody guesses elsewhere, the owner signs in on the device they always use', async () => {
  const { world } = await anAccount()
  const attempt = (body: object, cookies: Record<string, string> = {}) =>
    world.app.inject({ method: 'POST', url: '/api/sign-ins', payload: { email, ...body }, cookies })
  const signedIn = await attempt({ password })
  const known = signedIn.cookies.find(({ name }) => name.startsWith('alongside-known-'))
  const device = { [known?.name ?? '']: known?.value ?? '' }
  for (let guess = 0; guess < 6; guess += 1) await attempt(wrong)
  expect((await attempt({ password })).statusCode).toBe(429)
  expect((await attempt({ password }, device)).statusCode).toBe(201)
  // A cookie that is not ours, or of another account, is worth nothing.
  const forged = { [known?.name ?? '']: `${(known?.value ?? '').slice(0, -2)}AA` }
  expect((await attempt({ password }, forged)).statusCode).toBe(429)
  const other = { ...wrong, email: 'nobody@example.org' }
  for (let guess = 0; guess < 6; guess += 1) await attempt(other, device)
  expect((await attempt(other, device)).statusCode).toBe(429)
  // Whoever has the device guesses no faster with it.
  for (let guess = 0; guess < 6; guess += 1) await attempt(wrong, device)
  expect((await attempt(wrong, device)).statusCode).toBe(429)
})

test('the wait passes, a right password ends it, and after half a day the count begins anew', async () => {
  const { world, door, signIn } = await anAccount()
  for (let guess = 0; guess < 6; guess += 1) await door.post('/sign-ins', { email, ...wrong })
  await world.rows('update guesses set open_at = now()')
  expect((await signIn()).status).toBe(201)
  expect(await world.rows('select 1 from guesses')).toEqual([])
  for (let guess = 0; guess < 6; guess += 1) await door.post('/sign-ins', { email, ...wrong })
  await world.rows(`update guesses set open_at = now(), last_at = now() - interval '13 hours'`)
  const ends: number[] = []
  for (let guess = 0; guess < 5; guess += 1)
    ends.push((await door.post('/sign-ins', { email, ...wrong })).status)
  expect(ends).toEqual([401, 401, 401, 401, 401])
})

test('a flood from everywhere is held back, and a known device passes it by', async () => {
  const { world } = await anAccount()
  const attempt = (from: string, cookies: Record<string, string> = {}, body: object = wrong) =>
    world.app.inject({
      method: 'POST',
      url: '/api/sign-ins',
      payload: { email, ...body },
      cookies,
      remoteAddress: from,
    })
  const signedIn = await attempt('10.0.0.1', {}, { password })
  const known = signedIn.cookies.find(({ name }) => name.startsWith('alongside-known-'))
  const answers: unknown[] = []
  for (let count = 0; count < 300; count += 1) {
    const answer = await attempt(`10.0.${1 + (count % 20)}.7`)
    answers.push(answer.headers['retry-after'])
  }
  // The same account is told to wait at once; only the last of them met the limit for all.
  expect(answers.at(-1)).toBe('60')
  expect(answers.at(-2)).not.toBe('60')
  const device = { [known?.name ?? '']: known?.value ?? '' }
  expect((await attempt('10.0.0.1', device, { password })).statusCode).toBe(201)
})
