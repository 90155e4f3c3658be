import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { MergeField, MergePreview, type MergeChoices } from '#contract/person-merges.ts'
import { PersonView } from '#contract/people.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aFamily } from '#server/drawings/drawings.factory.ts'
import { aConsent, anException } from '#server/consent/consents.factory.ts'
import { anActivePlan } from '#server/case/plan/plan.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aPersonSheet, aRecordedPerson, aRelation } from '../people.factory.ts'

// Much hangs on a person here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const all = (choice: 'kept' | 'merged', but: Partial<MergeChoices> = {}): MergeChoices => ({
  ...(Object.fromEntries(MergeField.options.map((field) => [field, choice])) as MergeChoices),
  ...but,
})

/** A worker with two records of one grandmother, each with a case, and the supervisor who sees both. */
async function twoOfOne() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2, name: '孙兰' })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const keptId = await aRecordedPerson(world, worker, {
    idNumber: '11010519491231002X',
    birthDate: '1949-12-31',
  })
  const mergedId = await aRecordedPerson(world, worker, {
    name: '王贵英',
    phone: '139 0000 7777',
    otherNames: '桂嫂',
    birthDate: '1949-12-31',
  })
  const kept = await anOpenCase(world, worker, keptId)
  const merged = await anOpenCase(world, worker, mergedId)
  return { world, worker, supervisor, keptId, mergedId, keptCase: kept.caseId, mergedCase: merged.caseId }
}
type Two = Awaited<ReturnType<typeof twoOfOne>>

/** Everything that may hang on a person, hung on the one who will be merged; some of it over and archived. */
async function hangOn({ world, worker, keptId, mergedId, keptCase, mergedCase }: Two) {
  const api = world.as(worker)
  const childId = await aRecordedPerson(world, worker, { name: '李小龙', birthDate: '2014-09-12', phone: '' })
  await anOpenCase(world, worker, childId)
  for (const guardian of [mergedId, keptId])
    await api.post(`/people/${childId}/relations`, aRelation(guardian, { guardian: guardian === mergedId }))
  await api.post(
    `/people/${mergedId}/relations`,
    aRelation(keptId, { kind: 'other-relative', guardian: false }),
  )
  const consent = aConsent({ caseId: mergedCase, giver: 'client', sensitiveKind: null, heard: '' })
  await api.post(`/people/${mergedId}/consents`, consent)
  await api.put(`/people/${mergedId}/consents/${consent.id}/withdrawal`, { reason: '不想了' }, { version: 1 })
  await api.post(`/people/${mergedId}/consent-exceptions`, anException())
  await api.put(`/people/${mergedId}/safe-address`, { address: '翠湖路 77 号' }, { version: 0 })
  await anActivePlan(world, worker)
  await world.rows(
    `insert into plan_confirmations (agency_id, id, case_id, plan_id, given_as, person_id, way, given_at, recorded_by)
     select agency_id, gen_random_uuid(), case_id, id, 'guardian', $1, 'oral', now(), author_id from plans`,
    [mergedId],
  )
  await world.rows(
    `insert into case_people (agency_id, case_id, person_id, part) values ($1, $2, $3, 'other'), ($1, $4, $5, 'family')`,
    [worker.agencyId, keptCase, mergedId, mergedCase, keptId],
  )
  await world.rows(
    `insert into assessment_further_views (agency_id, case_id, assessment_id, given_by, view, way, given_at, recorded_by, recorded_at)
     select agency_id, case_id, id, $1, 'corrected', 'oral', now(), author_id, now() from assessments`,
    [mergedId],
  )
  await world.rows(
    `insert into assessment_corrections (agency_id, case_id, assessment_id, given_by, line, position, was, says, recorded_by, recorded_at)
     select agency_id, case_id, id, $1, 'summary', 0, '旧', '新', author_id, now() from assessments`,
    [mergedId],
  )
  await world.rows(`update assessments set client_view_by = $1`, [mergedId])
  // In the child’s family she is the one record, in her own she is the centre.
  for (const [owner, inIt] of [
    [childId, mergedId],
    [mergedId, mergedId],
  ] as const)
    await world.rows(
      `insert into family_sheets (agency_id, person_id, family, written_by, written_at, version) values ($1, $2, $3, $4, now(), 3)`,
      [worker.agencyId, owner, JSON.stringify(aFamily(inIt)), worker.id],
    )
  await world.rows(
    `update cases set state = 'archived', closed_at = now(), archived_at = now(), keep_until = '2040-01-01'
    where id = $1`,
    [mergedCase],
  )
  return { childId, consentId: consent.id }
}

/** Every byte of every table, but for what tells of the merge itself. */
async function everything(world: World) {
  const tables = await world.rows<{
    name: string
  }>(`select tablename as name from pg_tables where schemaname = 'public'
    and tablename not in ('person_merges', 'person_merge_moves', 'audit_log', 'kept_answers', 'sign_ins') order by 1`)
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const text = await world.rows<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      return [name, text.map(({ row }) => row)] as const
    }),
  )
  return Object.fromEntries(rows)
}

async function proposed(two: Two, by: TestWorker = two.worker, but: object = {}) {
  const { world, keptId, mergedId } = two
  const preview = (await world.as(by).get(`/people/${keptId}/merge-preview?with=${mergedId}`)).body
  const id = randomUUID()
  const answer = await world.as(by).post('/person-merges', {
    id,
    keptId,
    mergedId,
    keptVersion: preview['keptVersion'] ?? 1,
    mergedVersion: preview['mergedVersion'] ?? 1,
    choices: all('kept', { phone: 'merged', otherNames: 'both', address: 'both' }),
    reason: '同一个人，名字写错了一个字',
    ...but,
  })
  return { id, preview, answer, path: `/person-merges/${id}` }
}

const yes = { merge: true, reason: '已当面核对' }

test('every column that names a person has its way in a merge', async () => {
  const world = await testWorld()
  const [row] = await world.rows<{ missing: string[] }>('select unhandled_person_references() as missing')
  expect(row?.missing, 'say in person_references() what a merge does with it').toEqual([])
  const stale = await world.rows(`select r.* from person_references() r where not exists (
    select 1 from information_schema.columns c where c.table_name = r.table_name and c.column_name = r.column_name)`)
  expect(stale).toEqual([])
})

test('two become one with all that hangs on them, and two again, byte for byte', async () => {
  const two = await twoOfOne()
  const { world, worker, supervisor, keptId, mergedId, keptCase, mergedCase } = two
  const { childId, consentId } = await hangOn(two)
  const before = await everything(world)
  const { preview, answer, path } = await proposed(two)
  expect(preview).toMatchObject({
    sameSight: true,
    follows: { cases: 2 },
    saidToDiffer: [{ ground: 'namesake' }],
  })
  expect(MergePreview.parse(preview).fields.find(({ field }) => field === 'idNumber')).toMatchObject({
    kept: '110•••••••••••002X',
  })
  expect(answer).toMatchObject({ status: 201, body: { state: 'proposed', abilities: { decide: 'not-you' } } })
  expect(await everything(world)).toEqual(before)

  const merged = await world.as(supervisor).put(`${path}/decision`, yes, { version: 1 })
  expect(merged).toMatchObject({
    status: 200,
    body: { state: 'merged', decided: { by: { id: supervisor.id } } },
  })
  const api = world.as(worker)
  const view = (await api.get(`/people/${mergedId}`)).body
  expect(view).toMatchObject({
    id: keptId,
    movedFrom: { id: mergedId },
    sheet: { name: '王桂英', phone: '139 0000 7777' },
  })
  expect(view['sheet']['otherNames']).toBe('桂嫂')
  expect(new Set(PersonView.parse(view).cases.map(({ id }) => id))).toEqual(new Set([keptCase, mergedCase]))
  expect((await api.get(`/people/${keptId}/consents`)).body['rows']).toMatchObject([{ id: consentId }])
  expect((await api.get(`/people/${keptId}/safe-address`)).body).toEqual({
    address: '翠湖路 77 号',
    version: 1,
  })
  const child = (await api.get(`/people/${childId}`)).body
  expect(PersonView.parse(child).relatives.map(({ person }) => person.id)).toEqual([keptId, keptId])
  for (const text of ['王桂英', '王贵英', '5678', '7777'])
    expect([text, (await api.post('/searches', { text })).body['rows']]).toMatchObject([
      text,
      [{ id: keptId }],
    ])
  expect((await api.put(`/people/${mergedId}`, aPersonSheet(), { version: 1 })).status).toBe(404)
  for (const owner of [childId, keptId])
    expect((await api.get(`/people/${owner}/family`)).body).toMatchObject({
      family: {
        persons: expect.arrayContaining([expect.objectContaining({ personId: keptId, name: '王桂英' })]),
      },
    })
  const [said] = await world.rows(`select a.client_view_by, v.given_by, c.given_by as corrected_by
    from assessments a join assessment_further_views v on v.assessment_id = a.id join assessment_corrections c on c.assessment_id = a.id`)
  expect(said).toEqual({ client_view_by: keptId, given_by: keptId, corrected_by: keptId })

  const undone = await world.as(supervisor).put(`${path}/undoing`, { reason: '其实是姐妹' }, { version: 2 })
  expect(undone).toMatchObject({ status: 200, body: { state: 'undone' } })
  expect(await everything(world)).toEqual(before)
  expect((await api.get(`/people/${mergedId}`)).body).toMatchObject({ id: mergedId, movedFrom: null })
})

test('what is written after a merge stays with the kept one when it is undone', async () => {
  const two = await twoOfOne()
  const { world, worker, supervisor, keptId, mergedId } = two
  const { childId } = await hangOn(two)
  const { path } = await proposed(two)
  await world.as(supervisor).put(`${path}/decision`, yes, { version: 1 })
  const api = world.as(worker)
  const { sheet, version } = (await api.get(`/people/${keptId}`)).body
  const written = { ...Object(sheet), schoolOrWork: '退休' }
  expect((await api.put(`/people/${keptId}`, written, { version: Number(version) })).status).toBe(200)
  const later = await anOpenCase(world, worker, keptId)
  const of = (await api.get(`/people/${childId}/family`)).body
  const rewritten = { ...Object(of['family']), households: [] }
  expect(
    (await api.put(`/people/${childId}/family`, rewritten, { version: Number(of['version']) })).status,
  ).toBe(200)
  await world.as(supervisor).put(`${path}/undoing`, { reason: '其实是姐妹' }, { version: 2 })
  const [kept, merged] = [await api.get(`/people/${keptId}`), await api.get(`/people/${mergedId}`)]
  expect(kept.body).toMatchObject({ sheet: { phone: '138 1234 5678', otherNames: '', schoolOrWork: '退休' } })
  expect(PersonView.parse(kept.body).cases.map(({ id }) => id)).toContain(later.caseId)
  expect(merged.body).toMatchObject({ sheet: { phone: '139 0000 7777', otherNames: '桂嫂' } })
  // The family that was rewritten meanwhile stays as it was rewritten, and names again whom it named.
  expect((await api.get(`/people/${childId}/family`)).body).toMatchObject({
    version: 6,
    family: {
      households: [],
      persons: expect.arrayContaining([expect.objectContaining({ personId: mergedId })]),
    },
  })
})

test('nobody decides on their own proposal, twice, or on what has changed; refused acts write nothing', async () => {
  const two = await twoOfOne()
  const { world, worker, supervisor, keptId, mergedId } = two
  const others = world.as(await world.worker(worker.agencyId, { name: '旁人' }))
  const mine = await proposed(two, supervisor)
  const before = await everything(world)
  const decide = (who: TestWorker, path = mine.path, version = 1) =>
    world.as(who).put(`${path}/decision`, yes, { version })
  expect(await decide(supervisor)).toMatchObject({ status: 403, body: { code: 'own-work' } })
  expect(await decide(worker)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  expect((await others.get(mine.path)).status).toBe(404)
  expect((await others.get('/person-merges')).body['rows']).toEqual([])
  expect((await others.get(`/people/${keptId}/merge-preview?with=${mergedId}`)).status).toBe(404)
  expect((await proposed(two)).answer).toMatchObject({
    status: 409,
    body: { code: 'people/merge-under-way' },
  })
  for (const [but, status, code] of [
    [{ mergedId: keptId }, 400, 'people/merge-with-self'],
    [{ choices: all('kept', { name: 'both' }) }, 400, 'people/merge-choice'],
  ] as const)
    expect((await proposed(two, worker, but)).answer).toMatchObject({ status, body: { code } })

  const head = await world.worker(worker.agencyId, { role: 'agency-head', level: 2, name: '主任' })
  expect(await decide(head, mine.path, 2)).toMatchObject({ status: 412 })
  expect(await everything(world)).toEqual({ ...before, workers: (await everything(world))['workers'] })
  await world.as(head).put(`${mine.path}/decision`, { merge: false, reason: '电话不同' }, { version: 1 })
  expect(await decide(head, mine.path, 2)).toMatchObject({
    status: 409,
    body: { code: 'people/merge-decided' },
  })
  const undoing = await world.as(head).put(`${mine.path}/undoing`, { reason: '不对' }, { version: 2 })
  expect(undoing).toMatchObject({ status: 409, body: { code: 'people/merge-decided' } })
  expect((await proposed(two, worker, { keptVersion: 9 })).answer).toMatchObject({
    body: { code: 'people/merge-outdated' },
  })
  const next = await proposed(two)
  await world.as(worker).put(`/people/${mergedId}`, aPersonSheet({ name: '王贵英' }), { version: 1 })
  expect(await decide(supervisor, next.path)).toMatchObject({
    status: 409,
    body: { code: 'people/merge-outdated' },
  })
})

test('a merge that would show anybody more is refused, by the program and by the database', async () => {
  const two = await twoOfOne()
  const { world, worker, supervisor, keptId, mergedId, mergedCase } = two
  const { path } = await proposed(two)
  const colleague = await world.worker(worker.agencyId, { name: '旁人' })
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [worker.agencyId, mergedCase, colleague.id, supervisor.id],
  )
  const before = await everything(world)
  const refused = await world.as(supervisor).put(`${path}/decision`, yes, { version: 1 })
  expect(refused).toMatchObject({ status: 409, body: { code: 'people/merge-would-show' } })
  await world.rows(
    `create or replace function same_people_see_both(one uuid, other uuid) returns boolean language sql as 'select true'`,
  )
  const again = await world.as(supervisor).put(`${path}/decision`, yes, { version: 1 })
  expect(again).toMatchObject({ status: 409, body: { code: 'people/merge-would-show' } })
  expect(await everything(world)).toEqual(before)
  expect((await world.as(colleague).get(`/people/${keptId}`)).status).toBe(404)
  expect((await world.as(colleague).get(`/people/${mergedId}`)).status).toBe(200)
})

test('two places of hiding are not made one', async () => {
  const two = await twoOfOne()
  const { world, worker, supervisor, keptId, mergedId } = two
  for (const id of [keptId, mergedId])
    await world.as(worker).put(`/people/${id}/safe-address`, { address: `翠湖路 ${id}` }, { version: 0 })
  const { path } = await proposed(two)
  const before = await everything(world)
  const refused = await world.as(supervisor).put(`${path}/decision`, yes, { version: 1 })
  expect(refused).toMatchObject({ status: 409, body: { code: 'people/merge-two-safe-addresses' } })
  expect(await everything(world)).toEqual(before)
})
