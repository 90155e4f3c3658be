import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aRecordedPerson } from '#server/people/people.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { anOpenCase, aSheet, aSharedInquiry } from './inquiry.factory.ts'

const canary = '顾小燕老师'
const reporter = {
  name: canary,
  phone: '13700001111',
  relation: '班主任',
  anonymous: true,
  note: '请不要让家长知道。',
}

/** A first contact at the desk, in which whoever called was named before they asked to be protected. */
async function aReport() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const writer = await world.worker(agencyId, { supervisorId: supervisor.id })
  const deskmate = await world.worker(agencyId)
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 1 })
  const client = await aRecordedPerson(world, writer, { name: '李小龙', birthDate: '2014-09-12' })
  const caller = await aRecordedPerson(world, writer, { name: '来电人' })
  const { id, version } = await aSharedInquiry(world, writer, client, { callerId: caller })
  const place = `/inquiries/${id}/reporter`
  const protect = (who = writer, seen = version, but: object = {}) =>
    world.as(who).put(place, { ...reporter, ...but }, { version: seen })
  return {
    world,
    agencyId,
    supervisor,
    writer,
    deskmate,
    head,
    inspector,
    client,
    caller,
    id,
    version,
    place,
    protect,
  }
}

test('whoever wrote it down shows it again; the head says why; the desk learns only that it is protected', async () => {
  const { world, writer, deskmate, head, id, place, protect } = await aReport()
  const kept = await protect()
  expect(kept).toMatchObject({
    status: 200,
    body: {
      caller: null,
      sheet: { callerId: null, callerRelation: null, referrerName: '' },
      reporter: { protected: true, sight: 'yes', mine: true },
    },
  })
  expect(JSON.stringify(kept.body)).not.toContain(canary)
  expect((await world.as(writer).get(place)).body).toMatchObject(reporter)
  expect((await world.as(deskmate).get(`/inquiries/${id}`)).body['reporter']).toEqual({
    protected: true,
    sight: 'not-you',
    mine: false,
  })
  expect((await world.as(deskmate).get(`${place}?reason=oversight`)).status).toBe(404)
  expect(await world.as(head).get(place)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'reason', code: 'required' }] },
  })
  expect((await world.as(head).get(`${place}?reason=oversight`)).body).toMatchObject(reporter)
  const looks = await world.rows(
    `select worker_id, act, reason from audit_log where subject_kind = 'reporter' and outcome = 'done' order by id`,
  )
  expect(looks).toEqual([
    { worker_id: writer.id, act: 'change', reason: '' },
    { worker_id: writer.id, act: 'look', reason: '' },
    { worker_id: head.id, act: 'look', reason: 'oversight' },
  ])
})

test('it stands in no other answer, in no row in clear, and in no line of the audit', async () => {
  const { world, writer, deskmate, supervisor, head, inspector, client, id, version, protect } =
    await aReport()
  await protect()
  const decision = {
    decision: 'accept',
    reason: '在服务范围之内',
    caseManagerId: writer.id,
    serviceFields: ['community-care'],
  }
  const decided = await world.as(writer).put(`/inquiries/${id}/decision`, decision, { version: version + 1 })
  const caseId = String(decided.body['conclusion']?.['caseId'])
  const paths = [
    `/inquiries/${id}`,
    '/inquiries?show=concluded',
    `/cases/${caseId}`,
    `/cases/${caseId}/timeline`,
    `/cases/${caseId}/audit`,
    `/cases/${caseId}/documents/F01?language=zh-CN`,
    `/people/${client}`,
    '/today',
    '/notices',
    '/audit',
  ]
  for (const who of [writer, deskmate, supervisor, head, inspector]) {
    for (const path of paths)
      expect((JSON.stringify((await world.as(who).get(path)).body) ?? '').includes(canary)).toBe(false)
    const found = await world.as(who).post('/searches', { text: '顾小燕' })
    expect(JSON.stringify(found.body)).not.toContain(canary)
  }
  const tables = await world.rows<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  )
  // As text, and as the bytes of text.
  const clear = `%(${canary}|${Buffer.from(canary).toString('hex')})%`
  for (const { name } of tables)
    expect([name, await world.rows(`select 1 from ${name} t where t::text similar to $1`, [clear])]).toEqual([
      name,
      [],
    ])
})

test('in a case it is known to its manager, those who are named and the head: not to the team, not to a supervisor', async () => {
  const { world, agencyId, supervisor, writer, head, id, version, place, protect } = await aReport()
  await protect()
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const decision = { decision: 'accept', reason: '在服务范围之内', caseManagerId: manager.id }
  const decided = await world
    .as(writer)
    .put(
      `/inquiries/${id}/decision`,
      { ...decision, serviceFields: ['community-care'] },
      { version: version + 1 },
    )
  const [row] = await world.rows<{ id: string; version: number }>('select id, version from cases')
  expect([decided.status, row?.version]).toEqual([200, 1])
  const status = async (who: typeof writer) => (await world.as(who).get(`${place}?reason=safety`)).status
  const all = () => Promise.all([writer, manager, head, supervisor].map(status))
  expect(await all()).toEqual([200, 200, 200, 404])
  const circle = { level: 'restricted', reason: '举报人的孩子在同一所学校。', readerIds: [supervisor.id] }
  await world
    .as(manager)
    .put(`/cases/${String(row?.id)}/confidentiality`, circle, { version: row?.version ?? 0 })
  // A narrow case takes its first contact with it: whoever is outside the circle no longer sees either.
  expect(await all()).toEqual([404, 200, 404, 200])
  const before = await world.counts()
  expect((await protect(manager, version + 2)).body).toMatchObject({ code: 'intake/concluded' })
  expect(await world.counts()).toEqual(before)
})

test('each refusal writes nothing: a stale version, a deskmate who would overwrite, a name in the open', async () => {
  const { world, writer, deskmate, caller, client, id, version, protect } = await aReport()
  const before = await world.counts()
  expect((await protect(writer, version - 1)).status).toBe(412)
  expect((await protect(writer, version, { phone: 'x'.repeat(61) })).status).toBe(400)
  expect(await world.counts()).toEqual(before)
  await protect()
  const kept = await world.counts()
  expect((await protect(deskmate, version + 1)).status).toBe(404)
  const named = aSheet({ clientId: client, callerId: caller })
  for (const who of [writer, deskmate])
    expect(await world.as(who).put(`/inquiries/${id}`, named, { version: version + 1 })).toMatchObject({
      status: 409,
      body: { code: 'intake/reporter-is-protected' },
    })
  expect(await world.counts()).toEqual(kept)
  expect((await world.as(writer).get(`/inquiries/${randomUUID()}/reporter`)).status).toBe(404)
})

test('the database alone keeps it from the desk, keeps it sealed, and never lets it be named in the open again', async () => {
  const { world, id, caller, protect } = await aReport()
  await protect()
  const policies = await world.rows<{ cmd: string; qual: string | null; with_check: string | null }>(
    `select cmd, qual, with_check from pg_policies where tablename = 'reporter_identities' and policyname <> 'owner_keeps'`,
  )
  expect(policies).toHaveLength(9)
  expect(
    policies.filter(({ cmd, qual }) => cmd !== 'INSERT' && !String(qual).includes('may_see_reporter')),
  ).toEqual([])
  await expect(world.rows('update inquiries set caller_id = $2 where id = $1', [id, caller])).rejects.toThrow(
    'inquiries_name_no_protected_reporter',
  )
  await expect(
    world.rows('update inquiries set reporter_protected = false where id = $1', [id]),
  ).rejects.toThrow('is protected')
})

test('what was recorded before stays readable: a caller who is not protected is named as ever', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { inquiryId } = await anOpenCase(world, worker)
  expect((await world.as(worker).get(`/inquiries/${inquiryId}`)).body).toMatchObject({
    sheet: { callerRelation: 'paternal-grandmother' },
    reporter: { protected: false, sight: 'not-you', mine: false },
  })
})
