import { expect, test } from 'vitest'
import { caller } from '#server/testing/caller.ts'
import {
  anAccount,
  anAccountWithFactor,
  anotherPassword,
  codeFor,
  email,
  password,
} from './sign-in.factory.ts'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('one sees where one is signed in, in plain words, and which of them asks', async () => {
  const { world, signedIn } = await anAccount()
  const { api } = await signedIn()
  const payload = { email, password, as: 'program' }
  await world.app.inject({
    method: 'POST',
    url: '/api/sign-ins',
    payload,
    headers: { 'user-agent': firefox },
  })
  const { body } = await api.get('/sign-ins')
  const seen = [...(body['rows'] ?? [])].map(({ device, current }) => [device, current])
  expect(seen).toHaveLength(2)
  expect(seen).toContainEqual([{ browser: null, system: null }, true])
  expect(seen).toContainEqual([{ browser: 'Firefox', system: 'Windows' }, false])
})

test('one ends one sign-in, or all the others; its next request is nobody’s', async () => {
  const { world, agencyId, signedIn } = await anAccount()
  const [one, two, three, four] = [await signedIn(), await signedIn(), await signedIn(), await signedIn()]
  const status = async ({ api }: typeof one) => (await api.get('/me')).status
  const { body } = await two.api.get('/sign-ins')
  const second = [...(body['rows'] ?? [])].find(({ current }) => current)
  expect((await one.api.delete(`/sign-ins/${String(second?.['id'])}`)).status).toBe(200)
  expect(await Promise.all([one, two, three, four].map(status))).toEqual([200, 401, 200, 200])
  expect((await one.api.delete(`/sign-ins/${String(second?.['id'])}`)).status).toBe(404)

  const colleague = await world.worker(agencyId)
  const [theirs] = await world.rows<{ id: string }>('select id from sign_ins where worker_id = $1', [
    colleague.id,
  ])
  const before = await world.counts()
  expect((await one.api.delete(`/sign-ins/${theirs?.id}`)).status).toBe(404)
  expect(await world.counts()).toEqual(before)

  expect((await one.api.delete('/sign-ins/others')).status).toBe(200)
  expect(await Promise.all([one, three, four].map(status))).toEqual([200, 401, 401])
  expect((await world.as(colleague).get('/me')).status).toBe(200)
})

test('a new password needs the old one, and ends every other sign-in', async () => {
  const { world, signIn, signedIn } = await anAccount()
  const here = await signedIn()
  const there = await signedIn()
  const before = await world.rows('select hash from passwords')
  const change = (current: string, given: string) =>
    here.api.put('/me/password', { current, password: given })
  expect(await change('not this one', anotherPassword)).toMatchObject({
    status: 403,
    body: { code: 'sign-in/not-proved' },
  })
  expect(await change(password, 'qwertyuiop123456')).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'password', code: 'sign-in/password-is-common' }] },
  })
  expect(await world.rows('select hash from passwords')).toEqual(before)
  expect((await change(password, anotherPassword)).status).toBe(200)
  expect([(await here.api.get('/me')).status, (await there.api.get('/me')).status]).toEqual([200, 401])
  expect([(await signIn()).status, (await signIn({ password: anotherPassword })).status]).toEqual([401, 201])
})

test('a new factor ends every other sign-in, and whatever is on its way to one', async () => {
  const { world, door, api, pending, nextCode } = await anAccountWithFactor()
  const token = await pending()
  const code = nextCode()
  const other = await door.post('/sign-ins/second-step', { pending: await pending(), code, as: 'program' })
  const there = caller(world.app, String(other.body['token']))
  expect((await there.get('/me')).status).toBe(200)
  const { body } = await api.post('/me/second-factor-enrolments', {})
  const confirmed = await api.put('/me/second-factor', { code: codeFor(String(body['uri']), world.now()) })
  expect(confirmed.status).toBe(200)
  expect([(await there.get('/me')).status, (await api.get('/me')).status]).toEqual([401, 200])
  expect((await door.post('/sign-ins/second-step', { pending: token, code: nextCode() })).body['code']).toBe(
    'sign-in/began-too-long-ago',
  )
})

test('what matters asks for a fresh proof, which gives the sign-in a new token', async () => {
  const { world, api, token, uri } = await anAccountWithFactor()
  await world.rows('update sign_ins set fresh_until = now()')
  const before = await world.counts()
  for (const answer of [
    await api.post('/me/recovery-codes', {}),
    await api.post('/me/second-factor-enrolments', {}),
    await api.delete('/me/second-factor'),
    await api.put('/me/password', { current: password, password: anotherPassword }),
  ])
    expect(answer).toMatchObject({ status: 403, body: { code: 'sign-in/not-fresh' } })
  expect(await world.counts()).toEqual(before)
  expect((await api.get('/me/account')).body['fresh']).toBe(false)

  // The password is no proof where there is a second factor.
  expect((await api.post('/me/proofs', { password })).body['code']).toBe('sign-in/not-proved')
  world.at(new Date(world.now().getTime() + 30_000).toISOString())
  const proved = await api.post('/me/proofs', { code: codeFor(uri, world.now()) })
  expect(proved.status).toBe(201)
  expect((await api.get('/me')).status).toBe(401)
  const renewed = caller(world.app, String(proved.body['token']))
  expect(proved.body['token']).not.toBe(token)
  expect((await renewed.post('/me/recovery-codes', {})).status).toBe(201)
  const [left] = await world.rows<{ minutes: number }>(
    'select round(extract(epoch from fresh_until - now()) / 60)::int as minutes from sign_ins',
  )
  expect(left?.minutes).toBe(10)
})

test('without a second factor the password is the proof; guesses at it are counted although they are refused', async () => {
  const { world, signedIn } = await anAccount()
  const { api } = await signedIn()
  await world.rows('update sign_ins set fresh_until = null')
  const codes: unknown[] = []
  for (let guess = 0; guess < 6; guess += 1)
    codes.push((await api.post('/me/proofs', { password: 'not this one' })).body['code'])
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'sign-in/not-proved'), 'sign-in/wait'])
  await world.rows('delete from guesses')
  expect((await api.post('/me/proofs', { password })).status).toBe(201)
})

test('secrets of the account leave no trace among the kept answers, and the audit names the act without them', async () => {
  const { world, api, recoveryCodes } = await anAccountWithFactor()
  await api.post('/me/recovery-codes', {}, { key: crypto.randomUUID() })
  expect(await world.rows('select 1 from kept_answers')).toEqual([])
  const lines = await world.rows<{ operation: string; subject_kind: string }>(
    'select operation, subject_kind from audit_log order by id',
  )
  expect(lines.map(({ operation, subject_kind }) => `${operation} ${subject_kind}`)).toEqual([
    'account.prove sign-in',
    'account.change second-factor',
    'account.change second-factor',
    'account.change recovery-codes',
  ])
  expect(JSON.stringify(lines)).not.toContain(recoveryCodes[0])
})
