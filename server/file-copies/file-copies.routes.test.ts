import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { expect, test } from 'vitest'
import { writeVersion } from '#server/agencies/settings.factory.ts'
import { aSignedAssessment } from '#server/case/assessment/assessment.factory.ts'
import { anAttachment, saidOf } from '#server/case/attachments/attachments.factory.ts'
import { aSignedRecord } from '#server/case/delivery/delivery.factory.ts'
import { noLimits } from '#server/case/own-fields/own-fields.factory.ts'
import { anActivePlan } from '#server/case/plan/plan.factory.ts'
import { testWorld, type TestWorker, type World } from '#server/testing/world.ts'
import { aDecision, aHandingOver, anAskedCopy, anAsking, makeNow } from './file-copies.factory.ts'

async function scene() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const plan = await anActivePlan(world, manager)
  return { world, agencyId, supervisor, manager, colleague, ...plan }
}

/** Nothing but the audit is written by what is refused. */
async function refused(world: World, act: () => Promise<Readonly<{ status: number; body: unknown }>>) {
  const before = await world.counts()
  const { status, body } = await act()
  expect(await world.counts()).toEqual(before)
  return [status, (body as { code?: string }).code]
}

/** A file of a copy, as it is saved. */
async function saved(world: World, worker: TestWorker, path: string, format: string) {
  const answer = await world.app.inject({
    url: `/api${path}/file?format=${format}`,
    headers: { authorization: `Bearer ${worker.token}` },
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.body, raw: answer.rawPayload }
}

const openTasks = (world: World) =>
  world.rows<{ kind: string; owner_id: string; due_at: Date }>(
    `select kind, owner_id, due_at from tasks where kind like '%file-copy' and done_at is null`,
  )

test('a guardian asks, a supervisor leaves out, a job makes, and the copy is handed over', async () => {
  const { world, supervisor, manager, caseId, guardianId, clientId } = await scene()
  const api = world.as(manager)
  const kept = await aSignedRecord(world, manager, caseId, { performance: '他说想回学校。' })
  const secret = await aSignedRecord(world, manager, caseId, { performance: '班主任悄悄说的话。' })
  await api.put(`/people/${clientId}/safe-address`, { address: '南山路七号' }, { version: 0 })
  const { path, copyId } = await anAskedCopy(world, manager, { caseId, guardianId })
  const [asked] = await openTasks(world)
  expect([asked?.kind, asked?.owner_id]).toEqual(['decide-file-copy', supervisor.id])
  expect(asked?.due_at.toISOString()).toBe('2026-03-31T15:59:59.000Z')

  const overseer = world.as(supervisor)
  const { body: page } = await overseer.get(`/cases/${caseId}/file-copies?parts=yes`)
  const records = [...(page['parts'] ?? [])].find(({ part }) => part === 'process-records')
  expect(records).toMatchObject({ count: 2 })
  const ids = [...(records?.['records'] ?? [])].map((one: Readonly<{ id: string }>) => one.id)
  expect(ids.toSorted()).toEqual([kept.id, secret.id].toSorted())
  const decision = aDecision({
    parts: [
      { part: 'other-people', ground: 'other-people', reason: '奶奶的资料' },
      { part: 'assessment', ground: 'reporter', reason: '里面写了是谁举报的' },
    ],
    records: [{ id: secret.id, ground: 'sealed', reason: '班主任要求保密' }],
  })
  const decided = await overseer.put(`${path}/decision`, decision, { version: 1 })
  expect(decided.body).toMatchObject({ state: 'decided', version: 2, abilities: { produce: 'yes' } })
  expect((await openTasks(world)).map(({ kind, owner_id }) => [kind, owner_id])).toEqual([
    ['hand-over-file-copy', manager.id],
  ])

  const making = await api.put(`${path}/making`, {}, { version: 2 })
  expect(making.body).toMatchObject({ state: 'producing', done: 0, total: 8 })
  await makeNow(world, manager, { caseId, copyId })
  const { body: made } = await api.get(path)
  expect(made).toMatchObject({ state: 'produced', done: 8, produced: { by: { id: manager.id } } })

  const json = await saved(world, manager, path, 'json')
  expect(json.headers['content-disposition']).toMatch(
    /^attachment; filename="[\w.-]+-file-copy-zh-CN\.json"$/u,
  )
  const copy = JSON.parse(json.body) as { parts: { part: string }[]; leftOut: string[] }
  expect(copy).toMatchObject({ format: 'alongside-client-file', version: 3, askedForBy: '王桂英' })
  expect(copy.leftOut).toEqual(['other-people', 'assessment', 'process-records'])
  expect(json.body).toContain('他说想回学校。')
  expect(json.body).toContain('"word": ')
  for (const hidden of ['班主任悄悄说的话。', '奶奶的资料', '里面写了是谁举报的', '南山路七号'])
    expect(json.body).not.toContain(hidden)
  expect(copy.parts.map(({ part }) => part)).not.toContain('assessment')
  for (const [format, beginning] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ] as const)
    expect((await saved(world, manager, path, format)).raw.subarray(0, 4).toString('latin1')).toContain(
      beginning,
    )

  const handed = await api.put(`${path}/handing-over`, aHandingOver(), { version: Number(made['version']) })
  expect(handed.body).toMatchObject({ state: 'handed-over', handed: { to: '王桂英', receipt: 'signature' } })
  expect(await openTasks(world)).toEqual([])
  expect((await world.story()).filter((line) => line.startsWith('file-copy'))).toEqual([
    'file-copy-asked',
    'file-copy-decided',
    'file-copy-made',
    'file-copy-fetched',
    'file-copy-fetched',
    'file-copy-fetched',
    'file-copy-handed-over',
  ])
  const exported = await world.rows(
    `select 1 from audit_log where act = 'export' and subject_kind = 'file-copy'`,
  )
  expect(exported).toHaveLength(3)
  // The database itself: what is over stays, and what was made is sealed.
  await expect(world.rows(`update file_copies set handed_to = 'x' where id = $1`, [copyId])).rejects.toThrow(
    /is over/u,
  )
  const sealed = await world.rows(
    `select 1 from file_copy_parts where position('他说想回学校。'::bytea in contents_sealed) > 0`,
  )
  expect(sealed).toEqual([])
})

test('each no: who may not, whose time has not come, what is not whole; and nothing is written', async () => {
  const { world, agencyId, supervisor, manager, colleague, caseId, guardianId } = await scene()
  const list = `/cases/${caseId}/file-copies`
  const no = (worker: TestWorker, method: 'post' | 'put', to: string, body: object, version?: number) =>
    refused(world, () =>
      method === 'post'
        ? world.as(worker).post(to, body)
        : world.as(worker).put(to, body, { version: version ?? 1 }),
    )
  expect(await no(colleague, 'post', list, anAsking({ guardianId }))).toEqual([404, 'not-found'])
  const named = await world.worker(agencyId)
  await world.as(supervisor).get(`/cases/${caseId}`)
  expect(await no(manager, 'post', list, anAsking({ askedBy: 'client' }))).toEqual([422, 'sheet-unfinished'])
  expect(await no(manager, 'post', list, anAsking({ guardianId: named.id }))).toEqual([
    422,
    'sheet-unfinished',
  ])
  const { path } = await anAskedCopy(world, manager, { caseId, guardianId })
  expect(await no(manager, 'put', `${path}/decision`, aDecision())).toEqual([403, 'not-allowed'])
  expect(await no(supervisor, 'put', `${path}/decision`, aDecision(), 7)).toEqual([412, 'changed-meanwhile'])
  expect(await no(supervisor, 'put', `${path}/decision`, aDecision({ give: false }))).toEqual([
    422,
    'sheet-unfinished',
  ])
  expect(await no(manager, 'put', `${path}/making`, {})).toEqual([409, 'file-copies/not-now'])
  expect(await no(manager, 'put', `${path}/handing-over`, aHandingOver())).toEqual([
    409,
    'file-copies/not-now',
  ])
  expect(await refused(world, () => world.as(manager).get(`${path}/file?format=json`))).toEqual([
    409,
    'file-copies/not-now',
  ])
  expect(await refused(world, () => world.as(colleague).get(`${path}/file?format=json`))).toEqual([
    404,
    'not-found',
  ])
  const refusal = aDecision({ give: false, parts: [], refusal: '法院禁止。' })
  expect((await world.as(supervisor).put(`${path}/decision`, refusal, { version: 1 })).body).toMatchObject({
    state: 'refused',
    decided: { refusal: '法院禁止。', parts: [] },
  })
  expect(await no(supervisor, 'put', `${path}/decision`, aDecision(), 2)).toEqual([
    409,
    'file-copies/not-now',
  ])
  expect(await openTasks(world)).toEqual([])
})

test('a copy holds every version and the list of what is attached, and no form of what is not there', async () => {
  const { world, supervisor, manager, caseId, guardianId } = await scene()
  await aSignedAssessment(world, manager, caseId)
  const given = await anAttachment(world, manager, caseId, {
    said: saidOf({ title: '户口簿', name: 'hukou.jpg' }),
  })
  const secret = await anAttachment(world, manager, caseId, {
    said: saidOf({ title: '举报信', name: 'letter.jpg' }),
  })
  const { path, copyId } = await anAskedCopy(world, manager, { caseId, guardianId })
  const { body: page } = await world.as(supervisor).get(`/cases/${caseId}/file-copies?parts=yes`)
  const there = [...(page['parts'] ?? [])].find(({ part }) => part === 'attachments')
  expect(new Set([...(there?.['records'] ?? [])].map(({ name }) => name))).toEqual(
    new Set(['户口簿', '举报信']),
  )
  const decision = aDecision({ parts: [], records: [{ id: secret.id, ground: 'reporter', reason: 'x' }] })
  await world.as(supervisor).put(`${path}/decision`, decision, { version: 1 })
  await world.as(manager).put(`${path}/making`, {}, { version: 2 })
  await makeNow(world, manager, { caseId, copyId })
  const { body } = await saved(world, manager, path, 'json')
  const copy = JSON.parse(body) as {
    leftOut: string[]
    parts: { part: string; forms: { title: string }[]; facts: Record<string, unknown[]> }[]
  }
  const part = (name: string) => copy.parts.find((one) => one.part === name)
  expect(part('assessment')?.facts['versions']).toHaveLength(2)
  expect(part('assessment')?.forms.map(({ title }) => /（第 \d 版，共 2 版）/u.test(title))).toEqual([
    true,
    true,
  ])
  expect(part('attachments')?.facts['attachments']).toMatchObject([
    { title: '户口簿', fileName: 'hukou.jpg', file: 'attachments/001 hukou.jpg' },
  ])
  expect([part('consents')?.forms, part('closing')?.forms]).toEqual([[], []])
  expect(copy.leftOut).toEqual(['attachments'])
  expect(body).not.toContain('举报信')

  const whole = await saved(world, manager, path, 'zip')
  const stem = /filename="(.+)\.zip"/u.exec(String(whole.headers['content-disposition']))?.[1] ?? ''
  const held = await filesIn(whole.raw)
  expect([...held.keys()]).toEqual([
    `${stem}.pdf`,
    `${stem}.docx`,
    `${stem}.json`,
    'attachments/001 hukou.jpg',
  ])
  const alone = await world.app.inject({
    url: `/api${given.path}/content`,
    headers: { authorization: `Bearer ${manager.token}` },
  })
  expect(held.get('attachments/001 hukou.jpg')?.equals(alone.rawPayload)).toBe(true)
  expect(held.get(`${stem}.json`)?.toString()).toBe(body)
  const looks = await world.rows(
    `select act from audit_log where operation = 'file-copy.fetch' and subject_kind = 'attachment' and subject_id = $1`,
    [given.id],
  )
  expect(looks).toHaveLength(1)
  await world.as(manager).put(`${given.path}/removal`, { reason: '照错了人。' }, { version: 1 })
  const gone = async () => {
    const { status, body: said } = await saved(world, manager, path, 'zip')
    return { status, body: JSON.parse(said) as unknown }
  }
  expect(await refused(world, gone)).toEqual([409, 'file-copies/attachment-gone'])
})

/** What a zip archive holds, by the paths in it. */
async function filesIn(bytes: Buffer) {
  const archive = await yauzl.fromBufferPromise(bytes, { strictFileNames: true })
  const held = new Map<string, Buffer>()
  for await (const entry of archive.eachEntry())
    held.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  return held
}

test('the agency’s limit says by when it is answered, and a new decision counts out what was made', async () => {
  const { world, agencyId, supervisor, manager, caseId, guardianId } = await scene()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  await writeVersion(world, administrator, { kind: 'deadlines', sheet: { ...noLimits, fileCopy: 10 } })
  const { path, copyId } = await anAskedCopy(world, manager, { caseId, guardianId })
  const api = world.as(manager)
  expect((await api.get(path)).body).toMatchObject({ dueOn: '2026-03-11', overdue: false })
  await world.as(supervisor).put(`${path}/decision`, aDecision(), { version: 1 })
  await api.put(`${path}/making`, {}, { version: 2 })
  await makeNow(world, manager, { caseId, copyId })
  const all = await saved(world, manager, path, 'json')
  expect(all.body).toContain('"assessment"')
  const less = aDecision({ parts: [{ part: 'assessment', ground: 'law', reason: '法律' }] })
  expect((await world.as(supervisor).put(`${path}/decision`, less, { version: 4 })).body).toMatchObject({
    state: 'decided',
    produced: null,
  })
  expect((await saved(world, manager, path, 'json')).status).toBe(409)
  await api.put(`${path}/making`, {}, { version: 5 })
  await makeNow(world, manager, { caseId, copyId })
  const copy = JSON.parse((await saved(world, manager, path, 'json')).body) as { parts: { part: string }[] }
  expect(copy.parts.map(({ part }) => part)).not.toContain('assessment')
  // Before it was asked for, nothing was handed over.
  const early = aHandingOver({ on: '2026-02-28' })
  expect((await api.put(`${path}/handing-over`, early, { version: 7 })).body).toMatchObject({
    fields: [{ path: 'on', code: 'file-copies/before-it-was-asked' }],
  })
})
