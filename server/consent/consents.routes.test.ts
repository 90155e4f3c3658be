import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { consentWay } from '#contract/codes/index.ts'
import { enterAs } from '#server/access/index.ts'
import { aPerson, aSharedInquiry, anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aRecordedPerson, aRelation } from '#server/people/people.factory.ts'
import { testWorld, type TestWorker, type World } from '#server/testing/world.ts'
import { aCaseOfAChild, aConsent, aGivenConsent, anException } from './consents.factory.ts'
import { coveredBy, consentsOf } from './index.ts'

async function staff() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const colleague = await world.worker(agencyId)
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  return { world, agencyId, supervisor, manager, head, colleague, administrator }
}

/** Nothing but the audit is written by what is refused. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

const entryOf = (world: World, { id, agencyId, role, level }: TestWorker) => ({
  actor: {
    agencyId,
    workerId: id,
    principals: [id],
    role,
    level,
    signInId: id,
    name: '',
    language: 'zh-CN' as const,
    agencyName: '',
    demo: false,
  },
  operation: 'case.read' as const,
  now: world.now(),
})

/** Whether the school may be told about the assessment, asked as another module asks it. */
const maySchoolKnow = (world: World, worker: TestWorker, personId: string) =>
  enterAs(world.platform.database, entryOf(world, worker), async (tx) => {
    const { consents, under14 } = await consentsOf(tx, personId)
    return coveredBy(consents, {
      purpose: 'sharing',
      sections: ['assessment'],
      kinds: under14 ? ['under-fourteen'] : [],
      receiver: { kind: 'school', name: '安宁小学' },
      at: tx.now,
    }).covered
  })

test('a guardian consents for a child of eleven; withdrawn, sharing is covered no more from that second', async () => {
  const { world, manager } = await staff()
  const { childId, consent, path, guardianId } = await aGivenConsent(world, manager)
  const listed = await world.as(manager).get(`/people/${childId}/consents`)
  expect(listed).toMatchObject({
    status: 200,
    body: {
      rows: [
        {
          id: consent.id,
          state: 'in-force',
          giver: 'guardian',
          giverName: '王桂英',
          capacity: 'from-eight',
          sections: ['assessment'],
          receivers: [{ kind: 'school', name: '安宁小学' }],
          withdrawn: null,
          abilities: { withdraw: 'yes' },
        },
      ],
      giving: { giver: 'guardian', under14: true, mustBeHeard: true, guardians: [{ id: guardianId }] },
      inForce: ['sharing'],
    },
  })
  expect(await maySchoolKnow(world, manager, childId)).toBe(true)
  world.at('2026-03-05T03:04:05Z')
  const reason = { reason: '奶奶不想让学校知道。' }
  const withdrawn = await world.as(manager).put(`${path}/withdrawal`, reason, { version: 1 })
  expect(withdrawn).toMatchObject({
    status: 200,
    body: { state: 'withdrawn', version: 2, withdrawn: { at: '2026-03-05T03:04:05.000Z', ...reason } },
  })
  expect(await maySchoolKnow(world, manager, childId)).toBe(false)
  expect((await world.as(manager).get(`/people/${childId}/consents`)).body['inForce']).toEqual([])
  expect(await world.story()).toEqual(expect.arrayContaining(['consent-given', 'consent-withdrawn']))
})

test('a child cannot consent, nor a guardian who is none, nor one without hearing the child', async () => {
  const { world, manager } = await staff()
  const { caseId, childId, guardianId } = await aCaseOfAChild(world, manager)
  const stranger = await aRecordedPerson(world, manager, { name: '赵大伟', birthDate: '1970-01-01' })
  const give = (but: object) =>
    refused(world, () =>
      world.as(manager).post(`/people/${childId}/consents`, { ...aConsent({ caseId, guardianId }), ...but }),
    )
  const no = (code: string) => ({ status: 422, body: { code } })
  const field = (path: string, code: string) => ({ status: 422, body: { fields: [{ path, code }] } })
  expect(await give({ giver: 'client', guardianId: null })).toMatchObject(no('consents/guardian-gives'))
  expect(await give({ guardianId: stranger })).toMatchObject(no('consents/no-such-guardian'))
  expect(await give({ heard: ' ' })).toMatchObject(field('heard', 'consents/client-not-heard'))
  expect(await give({ sensitiveKind: null })).toMatchObject(
    field('sensitiveKind', 'consents/separate-for-under-14'),
  )
  expect(await give({ way: 'oral-with-witness' })).toMatchObject(field('witness', 'required'))
  expect(await give({ receivers: [] })).toMatchObject(field('receivers', 'required'))
  expect(await give({ sections: [] })).toMatchObject(field('sections', 'required'))
  expect(await give({ validUntil: '2026-03-01' })).toMatchObject({ status: 422 })
  expect(await give({ noticeVersion: 2 })).toMatchObject(no('consents/no-such-notice'))
  expect(await give({ inquiryId: randomUUID() })).toMatchObject(no('consents/one-place-only'))
  expect(await give({ purpose: 'pictures', details: '' })).toMatchObject(field('details', 'required'))
})

test('an adult consents alone; of limited capacity a guardian does, and the client is heard', async () => {
  const { world, manager } = await staff()
  const adult = await aRecordedPerson(world, manager, { name: '周小梅', birthDate: '1990-05-01' })
  const own = aConsent({ giver: 'client', sensitiveKind: null, heard: '' })
  const asGuardian = aConsent({ guardianId: adult, sensitiveKind: null })
  const post = (person: string, body: object) => world.as(manager).post(`/people/${person}/consents`, body)
  expect(await refused(world, () => post(adult, asGuardian))).toMatchObject({
    status: 422,
    body: { code: 'consents/client-gives' },
  })
  expect(await refused(world, () => post(adult, { ...own, sensitiveKind: 'under-fourteen' }))).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'sensitiveKind', code: 'consents/not-under-14' }] },
  })
  expect(await post(adult, own)).toMatchObject({
    status: 201,
    body: { capacity: 'full', giverName: '周小梅' },
  })
  // On paper, by a fingerprint, by word before a witness, on a screen: each is kept as it was given.
  for (const way of consentWay.codes) {
    const witness = way === 'oral-with-witness' ? '邻居王大妈' : ''
    const given = { ...own, id: randomUUID(), way, witness }
    expect([way, await post(adult, given)]).toMatchObject([way, { status: 201, body: { way } }])
  }
  const limited = await aRecordedPerson(world, manager, {
    name: '钱国富',
    birthDate: '1960-05-01',
    legalCapacity: 'limited',
  })
  const wife = await aRecordedPerson(world, manager, { name: '孙秀英', birthDate: '1962-05-01' })
  await post(limited, own)
  await world.as(manager).post(`/people/${limited}/relations`, aRelation(wife, { kind: 'wife' }))
  const hers = aConsent({ guardianId: wife, sensitiveKind: 'health' })
  expect(await refused(world, () => post(limited, { ...hers, heard: '' }))).toMatchObject({ status: 422 })
  expect(await post(limited, hers)).toMatchObject({
    status: 201,
    body: { capacity: 'limited', giverName: '孙秀英', sensitiveKind: 'health' },
  })
  // What is only agreed for a sensitive kind leaves the purpose itself without a consent.
  const inForce = async (person: string) =>
    (await world.as(manager).get(`/people/${person}/consents`)).body['inForce']
  expect([await inForce(adult), await inForce(limited)]).toEqual([['sharing'], []])
})

test('whoever sees the case sees what was given in it; who sees the person elsewhere does not', async () => {
  const { world, manager, supervisor, head, colleague } = await staff()
  const { caseId, childId, path } = await aGivenConsent(world, manager)
  // The colleague sees the child through a first contact of their own.
  await world.rows('update people set readers = readers || $2::uuid where id = $1', [childId, colleague.id])
  const list = `/people/${childId}/consents`
  for (const reader of [manager, supervisor, head])
    expect((await world.as(reader).get(list)).body['rows']).toHaveLength(1)
  expect(await world.as(colleague).get(list)).toMatchObject({ status: 200, body: { rows: [] } })
  expect((await world.as(colleague).get(`${list}?caseId=${caseId}`)).status).toBe(404)
  const withdraw = () => world.as(colleague).put(`${path}/withdrawal`, { reason: '撤回' }, { version: 1 })
  expect(await refused(world, withdraw)).toMatchObject({ status: 404 })
  const give = () => world.as(colleague).post(list, aConsent({ caseId }))
  expect(await refused(world, give)).toMatchObject({ status: 404 })
  const stranger = await world.worker(await world.agency())
  expect((await world.as(stranger).get(list)).status).toBe(404)
})

test('only the team writes a consent down; whoever oversees the case may note its withdrawal', async () => {
  const { world, manager, supervisor, head } = await staff()
  const { caseId, childId, guardianId, path } = await aGivenConsent(world, manager)
  for (const reader of [supervisor, head]) {
    const give = () => world.as(reader).post(`/people/${childId}/consents`, aConsent({ caseId, guardianId }))
    expect(await refused(world, give)).toMatchObject({ status: 403 })
  }
  const withdrawn = await world.as(head).put(`${path}/withdrawal`, { reason: '来电撤回。' }, { version: 1 })
  expect(withdrawn.status).toBe(200)
})

test('a withdrawal is done once, against the version that was seen, and answered twice alike', async () => {
  const { world, manager } = await staff()
  const { path } = await aGivenConsent(world, manager)
  const put = (sending: object) =>
    world.as(manager).put(`${path}/withdrawal`, { reason: '不再同意。' }, sending)
  expect(await refused(world, () => put({}))).toMatchObject({ status: 428 })
  expect(await refused(world, () => put({ version: 2 }))).toMatchObject({
    status: 412,
    body: { current: { version: 1, state: 'in-force' } },
  })
  const key = randomUUID()
  const first = await put({ version: 1, key })
  expect(await put({ version: 1, key })).toMatchObject({ status: 200, body: first.body })
  expect(await refused(world, () => put({ version: 2 }))).toMatchObject({
    status: 409,
    body: { code: 'consents/withdrawn-already' },
  })
})

test('a consent given twice is there once', async () => {
  const { world, manager } = await staff()
  const { childId, consent } = await aGivenConsent(world, manager)
  const again = () => world.as(manager).post(`/people/${childId}/consents`, consent)
  expect(await refused(world, again)).toMatchObject({ status: 409, body: { code: 'already-there' } })
})

test('a consent is about somebody of that case or first contact', async () => {
  const { world, manager } = await staff()
  const { caseId } = await aCaseOfAChild(world, manager)
  const other = await aRecordedPerson(world, manager, { name: '周小梅', birthDate: '1990-05-01' })
  const own = aConsent({ giver: 'client', sensitiveKind: null })
  const { id: inquiryId } = await aSharedInquiry(world, manager, other)
  const post = (but: object) => world.as(manager).post(`/people/${other}/consents`, { ...own, ...but })
  expect(await refused(world, () => post({ caseId }))).toMatchObject({
    status: 422,
    body: { code: 'consents/not-of-this-case' },
  })
  expect(await post({ inquiryId })).toMatchObject({ status: 201, body: { inquiryId, caseId: null } })
})

test('an exception is a record of its own: it has a ground, never changes, and covers nothing', async () => {
  const { world, manager, colleague } = await staff()
  const { caseId, childId } = await aCaseOfAChild(world, manager)
  const path = `/people/${childId}/consent-exceptions`
  const nameless = () => world.as(manager).post(path, anException({ caseId, legalBasis: '' }))
  expect(await refused(world, nameless)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'legalBasis', code: 'consents/legal-basis-missing' }] },
  })
  const school = { kind: 'school', name: '安宁小学' } as const
  const emergency = anException({ caseId, ground: 'life-or-health', legalBasis: '', receivers: [school] })
  expect(await world.as(manager).post(path, emergency)).toMatchObject({
    status: 201,
    body: { id: emergency.id, ground: 'life-or-health', recordedBy: { id: manager.id } },
  })
  expect((await world.as(manager).post(path, anException({ caseId }))).status).toBe(201)
  expect((await world.as(manager).get(path)).body['rows']).toHaveLength(2)
  expect(await maySchoolKnow(world, manager, childId)).toBe(false)
  expect((await world.as(manager).get(`/people/${childId}/consents`)).body['rows']).toEqual([])
  expect((await world.as(colleague).get(path)).status).toBe(404)
  const change = world.rows('update consent_exceptions set reason = $1', ['别的'])
  await expect(change).rejects.toThrow('never changes')
})

test('the database itself lets nobody change what was given, nor withdraw it twice', async () => {
  const { world, manager } = await staff()
  const { path } = await aGivenConsent(world, manager)
  await expect(world.rows(`update consents set sections = '{identity}'`)).rejects.toThrow('only withdrawn')
  await world.as(manager).put(`${path}/withdrawal`, { reason: '不再同意。' }, { version: 1 })
  const undo = `update consents set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null`
  await expect(world.rows(undo)).rejects.toThrow('only withdrawn')
  await expect(world.rows(`update consent_notices set words_en = 'X'`)).rejects.toThrow('never changes')
})

test('an administrator writes the next version of the notice; older ones stay as they were told', async () => {
  const { world, manager, administrator } = await staff()
  const first = await world.as(manager).get('/consent-notices')
  expect(first).toMatchObject({
    status: 200,
    body: { notices: [{ version: 1, writtenBy: null }], abilities: { write: 'not-you' } },
  })
  const words = { 'zh-CN': '我们是安宁社工站。', en: 'We are Anning.', ru: 'Мы – «Аньнин».' }
  const write = (worker: TestWorker, version: number) =>
    world.as(worker).post('/consent-notices', { version, words })
  expect(await refused(world, () => write(manager, 2))).toMatchObject({ status: 403 })
  expect(await refused(world, () => write(administrator, 3))).toMatchObject({
    status: 409,
    body: { code: 'consents/notice-written-meanwhile' },
  })
  expect(await write(administrator, 2)).toMatchObject({
    status: 201,
    body: { notices: [{ version: 2, words, writtenBy: { id: administrator.id } }, first.body['notices'][0]] },
  })
  expect(await refused(world, () => write(administrator, 2))).toMatchObject({ status: 409 })
  const adult = await aRecordedPerson(world, manager, { birthDate: '1990-05-01' })
  const consent = aConsent({ giver: 'client', sensitiveKind: null, noticeVersion: 1, noticeLanguage: 'ru' })
  expect(await world.as(manager).post(`/people/${adult}/consents`, consent)).toMatchObject({
    status: 201,
    body: { noticeVersion: 1, noticeLanguage: 'ru' },
  })
})

test('neither an administrator nor an inspector reads a consent', async () => {
  const { world, agencyId, manager, administrator } = await staff()
  const { childId } = await aGivenConsent(world, manager)
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 1 })
  for (const reader of [administrator, inspector])
    expect((await world.as(reader).get(`/people/${childId}/consents`)).status).toBe(403)
})

test('nothing new is given in an archived case, but a consent is withdrawn, and a court may ask', async () => {
  const { world, manager } = await staff()
  const { caseId, childId, guardianId, path } = await aGivenConsent(world, manager)
  await world.rows(
    `update cases set state = 'archived', stage = 'followup', closed_at = now(), archived_at = now(),
    keep_until = '2060-01-01' where id = $1`,
    [caseId],
  )
  const give = () => world.as(manager).post(`/people/${childId}/consents`, aConsent({ caseId, guardianId }))
  expect(await refused(world, give)).toMatchObject({ status: 409, body: { code: 'case-is-archived' } })
  const withdrawn = await world
    .as(manager)
    .put(`${path}/withdrawal`, { reason: '不再同意。' }, { version: 1 })
  expect(withdrawn.status).toBe(200)
  const order = anException({ caseId, ground: 'lawful-order', legalBasis: '《刑事诉讼法》第五十四条' })
  expect((await world.as(manager).post(`/people/${childId}/consent-exceptions`, order)).status).toBe(201)
})

test('a withdrawal at the same time waits for whoever is using the consent', async () => {
  const { world, manager } = await staff()
  const { childId, path } = await aGivenConsent(world, manager)
  const order: string[] = []
  let withdrawing: Promise<unknown> = Promise.resolve()
  await enterAs(world.platform.database, entryOf(world, manager), async (tx) => {
    await consentsOf(tx, childId)
    withdrawing = world
      .as(manager)
      .put(`${path}/withdrawal`, { reason: '不再同意。' }, { version: 1 })
      .then(({ status }) => order.push(`withdrawn ${status}`))
    await new Promise((resolve) => setTimeout(resolve, 300))
    order.push('shared')
  })
  await withdrawing
  expect(order).toEqual(['shared', 'withdrawn 200'])
})

test('the first contact’s consents follow its sight', async () => {
  const { world, manager, colleague } = await staff()
  const adult = await aPerson(world, manager, '周小梅', '1990-05-01')
  const { inquiryId } = await anOpenCase(world, manager, adult)
  const consent = aConsent({ inquiryId, giver: 'client', sensitiveKind: null })
  expect((await world.as(manager).post(`/people/${adult}/consents`, consent)).status).toBe(201)
  expect((await world.as(colleague).get(`/people/${adult}/consents`)).status).toBe(404)
})

test('the database alone keeps consents from whoever sees the person and not the case', async () => {
  const { world, manager, colleague } = await staff()
  const { caseId, childId, guardianId, consent } = await aGivenConsent(world, manager)
  await world.as(manager).post(`/people/${childId}/consent-exceptions`, anException({ caseId }))
  await world.rows('update people set readers = readers || $2::uuid where id = $1', [childId, colleague.id])
  const seen = (worker: TestWorker) =>
    enterAs(world.platform.database, entryOf(world, worker), async ({ db }) => [
      (await db.selectFrom('consents').select('id').execute()).length,
      (await db.selectFrom('consentExceptions').select('id').execute()).length,
    ])
  expect(await seen(manager)).toEqual([1, 1])
  expect(await seen(colleague)).toEqual([0, 0])
  const forged = enterAs(world.platform.database, entryOf(world, colleague), ({ db, actor, now }) =>
    db
      .insertInto('consents')
      .values({
        agencyId: actor.agencyId,
        id: randomUUID(),
        personId: childId,
        caseId,
        purpose: consent.purpose,
        giver: 'guardian',
        giverId: guardianId,
        giverName: '王桂英',
        capacity: 'from-eight',
        way: 'written',
        validFrom: consent.validFrom,
        validUntil: consent.validUntil,
        noticeVersion: 1,
        noticeLanguage: 'zh-CN',
        recordedBy: actor.workerId,
        recordedAt: now,
      })
      .execute(),
  )
  await expect(forged).rejects.toThrow('row-level security')
})
