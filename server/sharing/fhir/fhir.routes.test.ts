import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCredential, aPartner } from '#server/partners/partners.factory.ts'
import { aReferral } from '../referral/referrals.factory.ts'
import type { Answer, Json } from '#server/testing/caller.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { anElderForAPartner, programOf } from './fhir.factory.ts'
import { faultsOf } from './validator.factory.ts'

/** What an answer says, once the validator has found nothing wrong with it. */
function valid({ status, body, headers }: Answer): [number, Json] {
  expect([headers['content-type'], faultsOf(body)]).toEqual(['application/fhir+json; charset=utf-8', []])
  return [status, body]
}

/** A no: its status, the refusal, and the places that it names. */
function no(answer: Answer): readonly unknown[] {
  const [status, body] = valid(answer)
  const issue = body['issue']?.[0]
  return [status, issue?.['details']?.['coding']?.[0]?.['code'], issue?.['expression']]
}

/** What the database shows whoever acts as a partner, asked without the program. */
async function asThePartner(world: World, agencyId: string, partnerId: string, statement: string) {
  const client = await world.platform.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'alongside_partner', true), set_config('app.agency', $1, true), set_config('app.worker', $2, true)`,
      [agencyId, partnerId],
    )
    return (await client.query<Record<string, string>>(statement)).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('a partner’s program reads what was shared, answers step by step, and the worker sees it', async () => {
  const world = await testWorld()
  const { id, program, api, path, personId, inquiryId, partner, agencyId, worker } =
    await anElderForAPartner(world)
  const [, found] = valid(await program.get('/Task?status=requested'))
  expect([...(found['entry'] ?? [])].map((entry) => entry['resource'])).toMatchObject([
    { id, status: 'requested', meta: { versionId: '2' }, for: { reference: `Patient/${id}-client` } },
  ])
  // A list speaks of nobody; what was shared is in the bundle, and only that.
  expect(JSON.stringify(found)).not.toContain('吴桂芝')
  const bundle = await program.get(`/Bundle/${id}`)
  const [status, whole] = valid(bundle)
  expect([status, bundle.headers['etag'], bundle.headers['cache-control']]).toEqual([
    200,
    'W/"2"',
    'no-store',
  ])
  const shown = JSON.stringify(whole)
  expect([shown.includes('吴桂芝'), shown.includes('一个人住，做不动饭')]).toEqual([true, false])
  for (const hidden of [personId, inquiryId, worker.id, agencyId]) expect(shown).not.toContain(hidden)
  expect(valid(await program.get(`/ServiceRequest/${id}`))[1]).toMatchObject({ status: 'active' })
  expect((await program.get(`/Task/${id}`)).headers['etag']).toBe('W/"2"')

  const answers: unknown[] = []
  for (const given of [
    { status: 'completed', version: 2, report: '太早' },
    { status: 'received', version: 1 },
    { status: 'received', version: 2 },
    // It arrives once more, with what it saw the first time, and with what came back.
    { status: 'received', version: 2 },
    { status: 'received', version: 3 },
    { status: 'accepted', version: 3 },
    { status: 'cancelled', version: 4 },
    { status: 'in-progress', version: 4 },
    { status: 'in-progress', version: 4, since: '2027-01-01' },
    { status: 'in-progress', version: 4, since: '2026-03-02T09:00:00+08:00' },
    { status: 'on-hold', version: 5 },
    { status: 'on-hold', version: 5, reason: '老人住院' },
    { status: 'in-progress', version: 6 },
    { status: 'completed', version: 7 },
    { status: 'completed', version: 7, report: '每天送餐。' },
  ]) {
    const answer = await program.answer(id, given)
    const told = answer.status === 200 ? [200, valid(answer)[1]['meta']?.['versionId']] : no(answer)
    answers.push([given.status, ...told])
  }
  expect(answers).toEqual([
    ['completed', 409, 'sharing/not-that-step', undefined],
    ['received', 412, 'changed-meanwhile', undefined],
    ['received', 200, '3'],
    ['received', 200, '3'],
    ['received', 200, '3'],
    ['accepted', 200, '4'],
    ['cancelled', 422, 'partners/no-such-status', ['Task.status']],
    ['in-progress', 422, 'sheet-unfinished', ['Task.executionPeriod.start']],
    ['in-progress', 422, 'sheet-unfinished', ['Task.executionPeriod.start']],
    ['in-progress', 200, '5'],
    ['on-hold', 422, 'sheet-unfinished', ['Task.statusReason.text']],
    ['on-hold', 200, '6'],
    ['in-progress', 200, '7'],
    ['completed', 422, 'sheet-unfinished', ['Task.output[0].valueString']],
    ['completed', 200, '8'],
  ])
  const seen = (await api.get(path)).body
  expect(seen).toMatchObject({ state: 'completed', outcome: '每天送餐。', firstHelpOn: '2026-03-02' })
  expect([seen['answer']?.['by'], [...(seen['steps'] ?? [])].length]).toEqual([partner.name, 7])
  // The worker confirms with the client: FHIR has no word for it, ours stands beside.
  await api.put(`${path}/step`, { move: 'confirm', words: '老人很满意', on: null }, { version: 8 })
  expect(valid(await program.get(`/Task/${id}`))[1]).toMatchObject({
    status: 'completed',
    businessStatus: { coding: [{ code: 'client-confirmed' }] },
  })

  const lines = await world.rows(
    `select distinct operation, act, outcome from audit_log where worker_id = $1 and person_id = $2 and worker_role = 'partner' order by 1, 2, 3`,
    [partner.id, personId],
  )
  const line = (operation: string, act: string, outcome: string) => ({ operation, act, outcome })
  expect(lines).toEqual([
    line('partner-referral.answer', 'change', 'done'),
    line('partner-referral.read', 'look', 'done'),
  ])
  const refusals = await world.rows(
    `select distinct reason from audit_log where worker_id = $1 and outcome = 'refused' order by 1`,
    [partner.id],
  )
  expect(refusals.length).toBe(4)
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const log = await world.as(inspector).get('/audit?limit=100')
  expect([...(log.body['rows'] ?? [])].map((row) => row['worker']['name'])).toContain(partner.name)
})

test('a withdrawn consent ends sight in that second and says so; declining is answered though it ends sight', async () => {
  const world = await testWorld()
  const one = await anElderForAPartner(world)
  const withdrawal = `/people/${one.personId}/consents/${one.consentId}/withdrawal`
  await one.api.put(withdrawal, { reason: '老人改变了主意。' }, { version: 1 })
  const withdrawn = [410, 'partners/consent-withdrawn', undefined]
  // That a credential was used is noted once an hour.
  await one.program.get('/Task')
  const before = await world.counts()
  for (const noun of ['Task', 'Bundle', 'ServiceRequest'])
    expect(no(await one.program.get(`/${noun}/${one.id}`))).toEqual(withdrawn)
  expect(no(await one.program.answer(one.id, { status: 'accepted', version: 3 }))).toEqual(withdrawn)
  expect(valid(await one.program.get('/Task'))[1]['entry']).toBeUndefined()
  expect(await world.counts()).toEqual(before)
  for (const table of ['referrals', 'referral_packages'])
    expect(await asThePartner(world, one.agencyId, one.partner.id, `select 1 from ${table}`)).toEqual([])

  const two = await anElderForAPartner(world)
  const declined = await two.program.answer(two.id, { status: 'rejected', version: 2, reason: '没有名额。' })
  expect(valid(declined)).toMatchObject([200, { status: 'rejected', statusReason: { text: '没有名额。' } }])
  expect(no(await two.program.get(`/Bundle/${two.id}`))).toEqual([410, 'partners/over', undefined])
  expect((await two.api.get(two.path)).body).toMatchObject({ state: 'rejected', stateWords: '没有名额。' })
})

test('a credential opens what was sent to its partner and nothing else, in the program and in the database', async () => {
  const world = await testWorld()
  const one = await anElderForAPartner(world)
  const { agencyId, partner, id, program } = one
  const other = await aPartner(world, agencyId, '丙区社工站')
  const stranger = programOf(world, other.credential.token)
  expect(valid(await stranger.get('/Task'))[1]['entry']).toBeUndefined()
  await program.get('/Task')
  const before = await world.counts()
  for (const noun of ['Task', 'Bundle', 'ServiceRequest']) {
    expect(no(await stranger.get(`/${noun}/${id}`))).toEqual([404, 'not-found', undefined])
    expect(no(await program.get(`/${noun}/${randomUUID()}`))).toEqual([404, 'not-found', undefined])
  }
  expect(no(await stranger.answer(id, { status: 'accepted', version: 2 }))).toEqual([
    404,
    'not-found',
    undefined,
  ])
  expect(no(await program.answer(id, { status: 'accepted', version: 2 }, { id: randomUUID() }))).toEqual([
    400,
    'partners/another-task',
    ['Task.id'],
  ])
  expect(no(await program.answer(id, { status: 'eaten', version: 2 }))[0]).toBe(400)
  expect(no(await program.get('/Task?patient=1'))[0]).toBe(400)
  expect(no(await program.get('/Patient/1'))).toEqual([404, 'not-found', undefined])
  expect(await world.counts()).toEqual(before)
  // It is no sign-in, and a sign-in is no credential.
  const token = { ...one.worker, token: partner.credential.token }
  for (const path of ['/me', one.path, '/partners', '/link/referral', '/received-referrals'])
    expect([path, (await world.as(token).get(path)).status]).toEqual([path, 401])
  expect(no(await programOf(world, one.worker.token).get('/Task'))[0]).toBe(401)

  const ids = await asThePartner(world, agencyId, partner.id, 'select id from referrals')
  expect(ids).toEqual([{ id }])
  const packages = 'select referral_id as id from referral_packages'
  expect(await asThePartner(world, agencyId, partner.id, packages)).toEqual([{ id }])
  expect(await asThePartner(world, agencyId, other.id, packages)).toEqual([])
  for (const forbidden of [
    'select summary from referrals',
    'select client_words from referrals',
    'select 1 from people',
    'select 1 from partners',
    'select 1 from partner_credentials',
    `update referrals set state = 'accepted'`,
  ])
    await expect(asThePartner(world, agencyId, partner.id, forbidden)).rejects.toThrow('permission denied')
})

test('a credential is the administrator’s to issue and to take back; whatever is wrong with one, the answer is the same', async () => {
  const world = await testWorld()
  const { partner, program, agencyId, worker, head, api } = await anElderForAPartner(world)
  const { administrator, credential } = partner
  const keeping = world.as(administrator)
  const credentials = `/partners/${partner.id}/credentials`
  const [kept] = await world.rows<{ all: string }>('select c::text as all from partner_credentials c')
  expect([credential.token.length, kept?.all.includes(credential.token)]).toEqual([43, false])
  expect(JSON.stringify((await keeping.get('/partners')).body)).not.toContain(credential.token)

  for (const who of [worker, head]) {
    expect((await world.as(who).get('/partners')).status).toBe(403)
    expect((await world.as(who).post('/partners', { id: randomUUID(), name: '丁' })).status).toBe(403)
  }
  const stale = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const before = await world.counts()
  const issue = { id: randomUUID(), days: 30 }
  const refused = await world.as(stale).post(credentials, issue)
  expect([refused.status, refused.body['code']]).toEqual([403, 'sign-in/not-fresh'])
  expect((await keeping.post(credentials, { ...issue, days: 4000 })).status).toBe(400)
  const twice = await keeping.post('/partners', { id: randomUUID(), name: partner.name })
  expect([twice.status, twice.body['code']]).toEqual([409, 'partners/name-taken'])
  expect(await world.counts()).toEqual(before)
  const elsewhere = await aPartner(world, await world.agency({ name: '晨光社工站' }))
  const foreign = await world.as(elsewhere.administrator).post(credentials, issue)
  expect(foreign.status).toBe(404)

  // Two stand side by side, so that one is exchanged without a gap; taken back, it is shut in that moment, and once.
  const next = await aCredential(world, administrator, partner.id, 1)
  expect((await program.get('/Task')).status).toBe(200)
  const ending = `${credentials}/${credential.id}/ending`
  expect((await keeping.put(ending, {})).status).toBe(200)
  const untouched = await world.counts()
  const again = await keeping.put(ending, {})
  expect([again.status, again.body['code']]).toEqual([409, 'partners/ended-already'])
  expect(await world.counts()).toEqual(untouched)
  const shut = await program.get('/Task')
  expect([no(shut), shut.headers['www-authenticate']]).toEqual([[401, 'not-signed-in', undefined], 'Bearer'])
  for (const wrong of [null, 'x'.repeat(43)])
    expect((await programOf(world, wrong).get('/Task')).body).toEqual(shut.body)
  expect((await programOf(world, next.token).get('/Task')).status).toBe(200)
  world.at('2026-03-03T02:00:01Z')
  expect((await programOf(world, next.token).get('/Task')).body).toEqual(shut.body)

  // Nothing is referred to a partner whose program cannot read.
  expect((await api.get('/referral-receivers')).body['partners']).toEqual([])
  const { inquiryId, personId } = await anElderForAPartner(world)
  const unread = aReferral({ inquiryId, way: 'partner', receiverPartnerId: partner.id })
  expect((await api.post(`/people/${personId}/referrals`, unread)).status).toBe(404)
  for (let attempt = 0; attempt < 30; attempt += 1) await programOf(world, 'y'.repeat(43)).get('/Task')
  const slower = await programOf(world, 'y'.repeat(43)).get('/Task')
  expect([no(slower)[0], Number(slower.headers['retry-after']) > 0]).toEqual([429, true])
})

test('a partner pages through its tasks; metadata is for everybody', async () => {
  const world = await testWorld()
  const { program, agencyId, partner, id, api, personId, inquiryId } = await anElderForAPartner(world)
  const more = aReferral({
    inquiryId,
    way: 'partner',
    receiverPartnerId: partner.id,
    sections: ['identity', 'contact'],
  })
  await api.post(`/people/${personId}/referrals`, more)
  world.at('2026-03-02T02:10:00Z')
  const sent = await api.put(`/people/${personId}/referrals/${more.id}/sending`, {}, { version: 1 })
  expect([sent.status, agencyId.length]).toEqual([200, 36])
  const ids: unknown[] = []
  let address: string | undefined = '/Task?_count=1&status=requested'
  while (address !== undefined && ids.length < 5) {
    const [, page] = valid(await program.get(address))
    ids.push(page['entry']?.[0]?.['resource']?.['id'])
    const next = [...(page['link'] ?? [])].find((link) => link['relation'] === 'next')
    address = next && String(next['url']).split('/fhir/R4')[1]
  }
  expect(ids).toEqual([more.id, id])
  expect(valid(await programOf(world, null).get('/metadata'))).toMatchObject([200, { fhirVersion: '4.0.1' }])
})
