import { expect, test } from 'vitest'
import { caller } from '#server/testing/caller.ts'
import { anAccount, anAccountWithFactor, anotherPassword, codeFor, password } from './sign-in.factory.ts'

/** An administrator whose sign-in is fresh. */
async function freshAdministrator({ world, agencyId }: Awaited<ReturnType<typeof anAccount>>) {
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  await world.rows(`update sign_ins set fresh_until = now() + interval '5 minutes' where worker_id = $1`, [
    administrator.id,
  ])
  return administrator
}

test('an administrator starts a reset and never learns the password; its token works once, and ends every sign-in', async () => {
  const account = await anAccount()
  const { world, workerId, door, signIn, signedIn } = account
  const administrator = await freshAdministrator(account)
  const { api } = await signedIn()
  const started = await world.as(administrator).post(`/workers/${workerId}/resets`, { withFactor: false })
  expect(started.status).toBe(201)
  const token = String(started.body['token'])
  expect(JSON.stringify(await world.rows('select token_hash::text from resets'))).not.toContain(
    Buffer.from(token).toString('hex'),
  )
  // Until it is used nothing has changed.
  expect([(await signIn()).status, (await api.get('/me')).status]).toEqual([201, 200])

  const finish = (given: string, chosen: string) => door.post('/resets', { token: given, password: chosen })
  expect(await finish(token, '安宁社工站李娜2026李娜安宁社工站')).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'password', code: 'sign-in/password-speaks-of-you' }] },
  })
  const ends = await Promise.all([finish(token, anotherPassword), finish(token, `${anotherPassword}去`)])
  expect(ends.map(({ status }) => String(status)).toSorted()).toEqual(['201', '403'])
  expect((await finish(token, anotherPassword)).body['code']).toBe('sign-in/reset-is-over')
  expect((await signIn()).status).toBe(401)
  expect((await api.get('/me')).status).toBe(401)
})

test('a reset with the factor lets a worker whose device is lost begin anew', async () => {
  const account = await anAccountWithFactor()
  const { world, workerId, door, signIn } = account
  await world.rows(`update agencies set second_factor_for = 'everybody'`)
  const administrator = await freshAdministrator(account)
  const { body } = await world.as(administrator).post(`/workers/${workerId}/resets`, { withFactor: true })
  expect((await signIn()).body['step']).toBe('code')
  const done = await door.post('/resets', { token: body['token'], password: anotherPassword })
  expect(done.status).toBe(201)
  expect((await signIn({ password: anotherPassword })).body['step']).toBe('enrolment')
  expect(await world.rows('select 1 from recovery_codes')).toEqual([])
})

test('a reset ends after an hour, when a new one is started, and when its worker leaves', async () => {
  const account = await anAccount()
  const { world, workerId, door } = account
  const administrator = await freshAdministrator(account)
  const start = async () =>
    String(
      (await world.as(administrator).post(`/workers/${workerId}/resets`, { withFactor: false })).body[
        'token'
      ],
    )
  const finish = async (token: string) =>
    (await door.post('/resets', { token, password: anotherPassword })).body['code']
  const first = await start()
  const second = await start()
  expect(await finish(first)).toBe('sign-in/reset-is-over')
  const [left] = await world.rows<{ minutes: number }>(
    'select round(extract(epoch from expires_at - now()) / 60)::int as minutes from resets where ended_at is null',
  )
  expect(left?.minutes).toBe(60)
  await world.rows('update resets set expires_at = now()')
  expect(await finish(second)).toBe('sign-in/reset-is-over')
  const third = await start()
  await world.rows('update workers set active = false where id = $1', [workerId])
  expect(await finish(third)).toBe('sign-in/reset-is-over')
})

test('only a fresh administrator of the same agency starts one, or ends a colleague’s sign-ins', async () => {
  const account = await anAccount()
  const { world, agencyId, workerId, signedIn } = account
  const { api } = await signedIn()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const stale = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const stranger = await freshAdministrator({ ...account, agencyId: await world.agency() })
  const before = await world.counts()
  const start = (who: typeof head) => world.as(who).post(`/workers/${workerId}/resets`, { withFactor: true })
  expect((await start(head)).body['code']).toBe('not-allowed')
  expect((await start(stale)).body['code']).toBe('sign-in/not-fresh')
  expect((await start(stranger)).status).toBe(404)
  expect((await world.as(head).delete(`/workers/${workerId}/sign-ins`)).status).toBe(403)
  expect((await world.as(stranger).delete(`/workers/${workerId}/sign-ins`)).status).toBe(404)
  expect(await world.counts()).toEqual(before)

  expect((await world.as(stale).delete(`/workers/${workerId}/sign-ins`)).status).toBe(200)
  expect((await api.get('/me')).status).toBe(401)
  expect((await world.as(head).get('/me')).status).toBe(200)
})

test('an administrator decides whose second factor the agency asks for, freshly proved and against the version seen', async () => {
  const account = await anAccount()
  const { world, agencyId, signIn } = account
  const administrator = await freshAdministrator(account)
  const worker = await world.worker(agencyId)
  const policy = { secondFactorFor: 'everybody' }
  expect((await world.as(worker).put('/agency/sign-in-policy', policy, { version: 1 })).status).toBe(403)
  const changed = await world.as(administrator).put('/agency/sign-in-policy', policy, { version: 1 })
  expect(changed).toMatchObject({ status: 200, body: { secondFactorFor: 'everybody', version: 2 } })
  expect((await signIn()).body['step']).toBe('enrolment')
  const late = await world.as(administrator).put('/agency/sign-in-policy', policy, { version: 1 })
  expect(late.status).toBe(412)
})

test('the first run founds an agency that asks everybody for a second factor, under a password that is none of its own names', async () => {
  const account = await anAccount({}, { setupToken: 'a token that is shown once' })
  const { world, door } = account
  await world.rows('truncate agencies cascade')
  const given = {
    token: 'a token that is shown once',
    agencyName: '同行社工站',
    language: 'zh-CN',
    name: '高敏',
    email: 'gao.min@example.org',
    password,
  }
  expect(await door.post('/setup', { ...given, password: '同行社工站高敏同行社工站高敏' })).toMatchObject({
    status: 422,
  })
  expect((await door.post('/setup', given)).status).toBe(201)
  const begun = await door.post('/sign-ins', { email: given.email, password })
  expect(begun).toMatchObject({ status: 202, body: { step: 'enrolment' } })
  const { body } = await door.post('/sign-ins/enrolment', { pending: begun.body['pending'] })
  const code = codeFor(String(body['uri']), world.now())
  const done = await door.post('/sign-ins/enrolment-code', {
    pending: begun.body['pending'],
    code,
    as: 'program',
  })
  expect((await caller(world.app, String(done.body['token'])).get('/me')).status).toBe(200)
})
