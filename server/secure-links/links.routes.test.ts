import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anElderReferred } from '#server/sharing/referral/referrals.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

const byLink = { way: 'link', receiverAgencyId: null, receiverName: '乙区社工站' } as const

/** An elder referred to somebody without an account. */
const anElderByLink = (world: World) => anElderReferred(world, byLink)

type Elder = Awaited<ReturnType<typeof anElderByLink>>

async function issue(world: World, { worker, path }: Elder, but: object = {}) {
  const body = { id: randomUUID(), factor: 'phone-tail', phoneTail: '138 0931 2271', days: 14, ...but }
  const answer = await world.as(worker).post(`${path}/links`, body)
  if (answer.status !== 201) throw new Error(`No link: ${JSON.stringify(answer.body)}`)
  return { id: body.id, token: String(answer.body['token']), code: answer.body['code'], view: answer.body }
}

const open = (world: World, token: string, answer: string) =>
  world.as(null).post('/link-openings', { token, answer, as: 'program' })

/** Whoever opened a link, as a caller of their own. */
async function opened(world: World, token: string, answer = '2271') {
  const { status, body } = await open(world, token, answer)
  if (status !== 201) throw new Error(`Not opened: ${JSON.stringify(body)}`)
  return world.as({ token: String(body['token']) } as TestWorker)
}

const step = (move: string, words = '', on: string | null = null) => ({ move, words, on })

test('a receiver without an account reads, answers and reports by a link, and is on the audit as its receiver', async () => {
  const world = await testWorld()
  const elder = await anElderByLink(world)
  const { worker, path, personId, inquiryId } = elder
  const { token, view } = await issue(world, elder)
  expect(token.length).toBe(43)
  // What is kept opens nothing, and what the worker sees later shows neither token nor code.
  const [kept] = await world.rows<{ all: string }>('select l::text as all from secure_links l')
  expect([kept?.all.includes(token), kept?.all.includes('2271')]).toEqual([false, false])
  expect(JSON.stringify((await world.as(worker).get(`${path}/links`)).body)).not.toContain(token)
  expect(view['link']).toMatchObject({ isOpen: true, openedAt: null })

  const them = await opened(world, token, '２２７１')
  const seen = await them.get('/link/referral')
  const sent = await world.as(worker).get(`${path}/package`)
  expect([seen.status, seen.body['contents']]).toEqual([200, sent.body['contents']])
  const answers: unknown[] = []
  for (const [move, version, words, on] of [
    ['complete', 2, '太早'],
    ['receive', 1],
    ['receive', 2],
    ['accept', 3],
    ['cancel', 4, '不行'],
    ['begin', 4, '', '2026-03-02'],
    ['complete', 5, '每天送餐。'],
  ] as const) {
    const { status, body } = await them.put('/link/referral/step', step(move, words, on ?? null), { version })
    answers.push([move, status, body['state'] ?? body['code']])
  }
  expect(answers).toEqual([
    ['complete', 409, 'sharing/not-that-step'],
    ['receive', 412, 'changed-meanwhile'],
    ['receive', 200, 'received'],
    ['accept', 200, 'accepted'],
    ['cancel', 400, 'invalid-input'],
    ['begin', 200, 'in-progress'],
    ['complete', 200, 'completed'],
  ])
  const told = await world.as(worker).get(path)
  expect(told.body).toMatchObject({ outcome: '每天送餐。', answer: { by: '乙区社工站' } })
  const lines = await world.rows(
    `select distinct worker_role, operation, act, person_id, inquiry_id from audit_log where worker_role = 'link-receiver' and outcome = 'done' order by act, operation`,
  )
  const whose = { worker_role: 'link-receiver', person_id: personId, inquiry_id: inquiryId }
  expect(lines).toEqual([
    { ...whose, operation: 'linked-referral.answer', act: 'change' },
    // Whoever came too late was shown how it stands now.
    { ...whose, operation: 'linked-referral.answer', act: 'look' },
    { ...whose, operation: 'linked-referral.read', act: 'look' },
  ])
  const refused = `select reason from audit_log where worker_role = 'link-receiver' and outcome = 'refused' order by reason`
  expect(await world.rows(refused)).toEqual([
    { reason: 'changed-meanwhile' },
    { reason: 'sharing/not-that-step' },
  ])
  const inspector = await world.worker(elder.agencyId, { role: 'inspector' })
  const log = await world.as(inspector).get('/audit?limit=100')
  expect([...(log.body['rows'] ?? [])].map((row) => row['worker']['name'])).toContain('乙区社工站')
})

test('a link opens its one record and nothing else, whatever door is tried, in the program and in the database', async () => {
  const world = await testWorld()
  const elder = await anElderByLink(world)
  const { worker, path, personId, inquiryId } = elder
  const { token } = await issue(world, elder)
  const them = await opened(world, token)
  // The token of an opening is no sign-in, and a sign-in is no opening.
  for (const hidden of [path, `/people/${personId}`, `/inquiries/${inquiryId}`, '/me', '/received-referrals'])
    expect([hidden, (await them.get(hidden)).status]).toEqual([hidden, 401])
  expect((await world.as(worker).get('/link/referral')).status).toBe(401)
  expect((await world.as(null).get('/link/referral')).status).toBe(401)

  const other = await anElderByLink(world)
  const [link] = await world.rows<{ id: string; agency_id: string }>('select id, agency_id from secure_links')
  const client = await world.platform.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'alongside_link_receiver', true), set_config('app.agency', $1, true), set_config('app.worker', $2, true)`,
      [link?.agency_id, link?.id],
    )
    const packages = await client.query<{ referral_id: string }>('select referral_id from referral_packages')
    expect(packages.rows.map((row) => row.referral_id)).toEqual([elder.referral.id])
    expect((await client.query('select id from referrals')).rowCount).toBe(1)
    for (const forbidden of [
      'select summary from referrals',
      'select 1 from people',
      'select 1 from cases',
      'select token_hash from secure_links',
      'select 1 from link_openings',
      `update referrals set state = 'accepted'`,
    ]) {
      await client.query('savepoint here')
      await expect(client.query(forbidden)).rejects.toThrow('permission denied')
      await client.query('rollback to here')
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  expect(other.referral.id).not.toBe(elder.referral.id)
})

test('whatever is wrong, the answer is the same; the fifth wrong answer ends the link, and its issuer is told', async () => {
  const world = await testWorld()
  const elder = await anElderByLink(world)
  const { worker, path } = elder
  const { token } = await issue(world, elder)
  const no = { status: 403, body: { code: 'links/not-opened', facts: {}, fields: [] } }
  const tried = async (given: string, answer: string) => {
    const { status, body } = await open(world, given, answer)
    return { status, body }
  }
  expect(await tried('x'.repeat(43), '2271')).toEqual(no)
  for (const wrong of ['0000', '1111', '2222', '3333', '4444']) expect(await tried(token, wrong)).toEqual(no)
  // The right answer comes too late, and nothing tells that it was right.
  expect(await tried(token, '2271')).toEqual(no)
  const { body } = await world.as(worker).get(`${path}/links`)
  expect(body['links']).toMatchObject([{ isOpen: false, wrongAnswers: 5, ended: { why: 'guessed' } }])
  expect(await world.rows(`select kind from notices where worker_id = $1`, [worker.id])).toEqual([
    { kind: 'link-guessed' },
  ])

  // Run out, replaced, taken back: the same no, also for whoever is inside already.
  const first = await issue(world, elder, { factor: 'code', days: 1 })
  expect(String(first.code)).toMatch(/^\d{6}$/u)
  const inside = await opened(world, first.token, String(first.code))
  expect((await inside.get('/link/referral')).status).toBe(200)
  world.at('2026-03-02T02:31:00Z')
  expect((await inside.get('/link/referral')).status).toBe(401)
  world.at('2026-03-03T02:00:00Z')
  expect(await tried(first.token, String(first.code))).toEqual(no)
  const second = await issue(world, elder)
  const third = await issue(world, elder)
  expect(await tried(second.token, '2271')).toEqual(no)
  const them = await opened(world, third.token)
  const ending = `${path}/links/${third.id}/ending`
  expect((await world.as(worker).put(ending, {})).status).toBe(200)
  expect((await them.get('/link/referral')).status).toBe(401)
  const before = await world.counts()
  const twice = await world.as(worker).put(ending, {})
  expect([twice.status, twice.body['code']]).toEqual([409, 'links/ended-already'])
  const short = { id: randomUUID(), factor: 'phone-tail', phoneTail: '12', days: 3 }
  const refused = await world.as(worker).post(`${path}/links`, short)
  expect([refused.status, refused.body['code']]).toEqual([422, 'links/phone-tail'])
  expect(await world.counts()).toEqual(before)
})

test('a withdrawn consent ends a link in that second; only a referral sent by link has one', async () => {
  const world = await testWorld()
  const elder = await anElderByLink(world)
  const { worker, personId, consentId } = elder
  const { token } = await issue(world, elder)
  const them = await opened(world, token)
  const withdrawal = `/people/${personId}/consents/${consentId}/withdrawal`
  await world.as(worker).put(withdrawal, { reason: '老人改变了主意。' }, { version: 1 })
  // Whoever proved that the link is theirs is told why; whoever guesses is told nothing, and not even that it ended.
  const why = async (asked: Promise<{ status: number; body: { [key: string]: unknown } }>) => {
    const { status, body } = await asked
    return [status, body['code']]
  }
  const withdrawn = [409, 'links/consent-withdrawn']
  expect(await why(them.get('/link/referral'))).toEqual(withdrawn)
  expect(await why(them.put('/link/referral/step', step('accept'), { version: 3 }))).toEqual(withdrawn)
  expect(await why(open(world, token, '2271'))).toEqual(withdrawn)
  for (let guess = 1; guess <= 5; guess += 1)
    expect(await why(open(world, token, `000${String(guess)}`))).toEqual([403, 'links/not-opened'])
  expect(await why(open(world, token, '2271'))).toEqual([403, 'links/not-opened'])
  expect((await world.as(worker).get(elder.path)).body).toMatchObject({
    state: 'cancelled',
    sightEnded: { why: 'consent-withdrawn' },
  })

  // Declining is answered, though it ends sight with it.
  const declined = await anElderByLink(world)
  const inside = await opened(world, (await issue(world, declined)).token)
  const no = await inside.put('/link/referral/step', step('reject', '本月没有名额。'), { version: 2 })
  expect([no.status, no.body['state'], no.body['possible'], no.body['version']]).toEqual([
    200,
    'rejected',
    [],
    3,
  ])
  expect(await why(inside.get('/link/referral'))).toEqual([409, 'links/over'])
  expect((await world.as(declined.worker).get(declined.path)).body).toMatchObject({
    state: 'rejected',
    stateWords: '本月没有名额。',
    version: 3,
  })

  const paper = await anElderReferred(world, { ...byLink, way: 'paper' })
  const before = await world.counts()
  const body = { id: randomUUID(), factor: 'code', phoneTail: '', days: 14 }
  const answer = await world.as(paper.worker).post(`${paper.path}/links`, body)
  expect([answer.status, answer.body['code']]).toEqual([409, 'links/not-by-link'])
  expect(await world.counts()).toEqual(before)
})
