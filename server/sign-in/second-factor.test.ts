import { expect, test } from 'vitest'
import { caller } from '#server/testing/caller.ts'
import { anAccount, anAccountWithFactor, codeFor, password } from './sign-in.factory.ts'

test('an authenticator app is set up, kept sealed, and asked for from then on; each of its codes opens once', async () => {
  const { world, door, uri, token, nextCode, pending } = await anAccountWithFactor()
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  expect(secret).toHaveLength(32)
  const [kept] = await world.rows<{ secret: Buffer }>('select secret from second_factors')
  expect([kept?.secret.toString('latin1').includes(secret), (kept?.secret.length ?? 0) > 20]).toEqual([
    false,
    true,
  ])

  // The code that confirmed the app is used up already.
  const first = await pending()
  const used = await door.post('/sign-ins/second-step', { pending: first, code: codeFor(uri, world.now()) })
  expect(used).toMatchObject({ status: 401, body: { code: 'sign-in/wrong-code' } })
  const code = nextCode()
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  const signedIn = await door.post('/sign-ins/second-step', { pending: first, code: spaced, as: 'program' })
  expect(signedIn).toMatchObject({ status: 201, body: { worker: { name: '李娜' } } })
  expect(signedIn.body['token']).not.toBe(token)
  const again = await door.post('/sign-ins/second-step', { pending: first, code: nextCode() })
  expect(again).toMatchObject({ status: 401, body: { code: 'sign-in/began-too-long-ago' } })
  const replay = await door.post('/sign-ins/second-step', { pending: await pending(), code })
  expect(replay).toMatchObject({ status: 401, body: { code: 'sign-in/wrong-code' } })
})

test('the password alone opens nothing where there is a second factor', async () => {
  const { world, signIn } = await anAccountWithFactor()
  const before = await world.rows('select id from sign_ins')
  const answer = await signIn()
  expect(answer).toMatchObject({ status: 202, body: { step: 'code' } })
  expect(answer.headers['set-cookie']).toBeUndefined()
  const me = await caller(world.app, String(answer.body['pending'])).get('/me')
  expect(me.status).toBe(401)
  expect(await world.rows('select id from sign_ins')).toEqual(before)
})

test('of many who come with one code at the same time, one gets in', async () => {
  const { world, door, nextCode, pending } = await anAccountWithFactor()
  for (let round = 0; round < 3; round += 1) {
    const tokens = [await pending(), await pending(), await pending(), await pending()]
    const code = nextCode()
    await world.rows('delete from guesses')
    const before = await world.rows('select id from sign_ins')
    const ends = await Promise.all(
      tokens.map((token) => door.post('/sign-ins/second-step', { pending: token, code, as: 'program' })),
    )
    const statuses = ends.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    // Who comes so late that three guesses have failed already waits for the next.
    expect(statuses.every((status) => [201, 401, 429].includes(status))).toBe(true)
    expect(await world.rows('select id from sign_ins')).toHaveLength(before.length + 1)
  }
})

test('a recovery code opens once, however it is written down, and of two at the same time one gets in', async () => {
  const { world, door, api, recoveryCodes, pending } = await anAccountWithFactor()
  expect(new Set(recoveryCodes).size).toBe(10)
  const kept = JSON.stringify(await world.rows('select code_hash::text from recovery_codes'))
  for (const code of recoveryCodes) {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u)
    expect(kept).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'))
  }
  const [first = '', second = ''] = recoveryCodes
  const written = first.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  const tokens = [await pending(), await pending()]
  const ends = await Promise.all(
    tokens.map((token) => door.post('/sign-ins/second-step', { pending: token, code: written })),
  )
  expect(ends.map(({ status }) => String(status)).toSorted()).toEqual(['201', '401'])
  expect((await door.post('/sign-ins/second-step', { pending: await pending(), code: first })).status).toBe(
    401,
  )
  expect((await api.get('/me/account')).body['secondFactor']).toMatchObject({ recoveryCodesLeft: 9 })
  // New ones take the place of all old ones.
  const { body } = await api.post('/me/recovery-codes', {})
  expect(body['recoveryCodes']).toHaveLength(10)
  expect((await door.post('/sign-ins/second-step', { pending: await pending(), code: second })).status).toBe(
    401,
  )
})

test('whoever must have a second factor gets one at the first sign-in, and nothing before', async () => {
  const { world, door, signIn } = await anAccount({ secondFactorFor: 'everybody' })
  const begun = await signIn()
  expect(begun).toMatchObject({ status: 202, body: { step: 'enrolment' } })
  const token = begun.body['pending']
  const { body } = await door.post('/sign-ins/enrolment', { pending: token })
  const wrong = await door.post('/sign-ins/enrolment-code', { pending: token, code: '000000' })
  expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in/wrong-code' } })
  expect(await world.rows('select 1 from second_factors')).toEqual([])
  const code = codeFor(String(body['uri']), world.now())
  const done = await door.post('/sign-ins/enrolment-code', { pending: token, code, as: 'program' })
  expect(done).toMatchObject({ status: 201, body: { worker: { name: '李娜' } } })
  expect(done.body['recoveryCodes']).toHaveLength(10)
  expect((await signIn()).body).toMatchObject({ step: 'code' })
})

test.each([
  { secondFactorFor: 'leaders', role: 'worker', status: 201 },
  { secondFactorFor: 'leaders', role: 'supervisor', status: 201 },
  { secondFactorFor: 'leaders', role: 'agency-head', status: 202 },
  { secondFactorFor: 'leaders', role: 'agency-administrator', status: 202 },
  { secondFactorFor: 'leaders', role: 'inspector', status: 202 },
  { secondFactorFor: 'everybody', role: 'worker', status: 202 },
  { secondFactorFor: 'nobody', role: 'agency-head', status: 201 },
] as const)(
  'asked of $secondFactorFor, the sign-in of a(n) $role answers $status',
  async ({ status, ...given }) => {
    const { signIn } = await anAccount(given)
    expect((await signIn()).status).toBe(status)
  },
)

test('after five tries, or five minutes, the password has to be given again', async () => {
  const { world, door, nextCode, pending } = await anAccountWithFactor()
  const tired = await pending()
  for (let tries = 0; tries < 5; tries += 1) {
    await world.rows('delete from guesses')
    expect((await door.post('/sign-ins/second-step', { pending: tired, code: '000000' })).body['code']).toBe(
      'sign-in/wrong-code',
    )
  }
  await world.rows('delete from guesses')
  const late = await pending()
  await world.rows(`update pending_sign_ins set expires_at = now() where tries = 0`)
  for (const token of [tired, late])
    expect(
      (await door.post('/sign-ins/second-step', { pending: token, code: nextCode() })).body['code'],
    ).toBe('sign-in/began-too-long-ago')
})

test('who knows the password gets no more guesses at the code by beginning anew', async () => {
  const { world, door, signIn, pending } = await anAccountWithFactor()
  const codes: unknown[] = []
  for (let tries = 0; tries < 8; tries += 1)
    codes.push(
      (await door.post('/sign-ins/second-step', { pending: await pending(), code: '000000' })).body['code'],
    )
  expect(codes).toEqual([
    ...Array.from({ length: 5 }, () => 'sign-in/wrong-code'),
    ...Array.from({ length: 3 }, () => 'sign-in/wait'),
  ])
  expect((await signIn({ password })).status).toBe(202)
  expect(await world.rows('select 1 from sign_ins')).toHaveLength(1)
})

test('the factor stays where the agency asks for it, and goes where it does not, with its recovery codes', async () => {
  const { world, api, signIn } = await anAccountWithFactor()
  await world.rows(`update agencies set second_factor_for = 'everybody'`)
  const before = await world.counts()
  expect(await api.delete('/me/second-factor')).toMatchObject({
    status: 409,
    body: { code: 'sign-in/factor-is-required' },
  })
  expect(await world.counts()).toEqual(before)
  await world.rows(`update agencies set second_factor_for = 'nobody'`)
  expect(await api.delete('/me/second-factor')).toMatchObject({ status: 200, body: { secondFactor: null } })
  expect(await world.rows('select 1 from recovery_codes')).toEqual([])
  expect((await signIn()).status).toBe(201)
})

test('nobody reaches another’s factor, password or sign-ins, not even past the program', async () => {
  const { world, agencyId, workerId } = await anAccountWithFactor()
  const colleague = await world.worker(agencyId)
  const client = await world.platform.database.pool.connect()
  const attempt = async (text: string) => {
    await client.query('begin')
    try {
      await client.query(
        `select set_config('role', 'alongside_worker', true), set_config('app.agency', $1, true), set_config('app.worker', $2, true)`,
        [agencyId, colleague.id],
      )
      return (await client.query(text.replaceAll('$who', `'${agencyId}', '${workerId}'`))).rowCount
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    } finally {
      await client.query('rollback')
    }
  }
  const ends: Record<string, unknown> = {}
  for (const act of [
    'factor_of($who)',
    'account_of($who)',
    `set_own_password($who, 'x')`,
    'remove_factor($who)',
    'use_factor_step($who, 1)',
    `use_recovery_code($who, '{}')`,
    `keep_recovery_codes($who, '{}')`,
    `keep_enrolment($who, '', 1)`,
    'end_other_sign_ins($who, null)',
    `end_sign_ins_of('${workerId}')`,
    `find_account('li.na@example.org')`,
  ])
    ends[act] = await attempt(`select ${act}`)
  client.release()
  expect(Object.values(ends)).toEqual(Object.keys(ends).map(() => '42501'))
})
