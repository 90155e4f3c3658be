import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import {
  aJpeg,
  aPdf,
  aPng,
  aWordFile,
  jpegComment,
  jpegExif,
} from '#server/platform/file-kinds/files.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { addFile, anAttachment, attachmentHeaders, saidOf } from './attachments.factory.ts'

async function aCase() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const colleague = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  return { world, agencyId, supervisor, worker, colleague, caseId, files: () => filesOf(world) }
}

/** Everything that lies in the folder of the attachments, by its path. */
function filesOf({ platform }: World): string[] {
  const { folder } = platform.attachments.files
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

const fetched = (world: World, worker: TestWorker, path: string) =>
  world.app.inject({
    url: `/api${path}/content`,
    headers: { authorization: `Bearer ${worker.token}` },
  })

test('a file is added, listed, fetched as it was, and told in the story and on the audit', async () => {
  const { world, worker, supervisor, caseId, files } = await aCase()
  const said = saidOf({ title: '诊断书', name: '诊断书.pdf' })
  const added = await addFile(world, worker, caseId, { bytes: aPdf('小龙'), said })
  expect(added).toMatchObject({
    status: 201,
    body: {
      id: said.id,
      title: '诊断书',
      name: '诊断书.pdf',
      kind: 'application/pdf',
      bytes: aPdf('小龙').length,
      sha256: createHash('sha256').update(aPdf('小龙')).digest('hex'),
      addedBy: { id: worker.id },
      taken: null,
      version: 1,
      abilities: { read: 'yes', takeAway: 'yes' },
    },
  })
  const path = `/cases/${caseId}/attachments/${said.id}`
  expect(await world.as(supervisor).get(`/cases/${caseId}/attachments`)).toMatchObject({
    status: 200,
    body: { rows: [{ id: said.id }], next: null, abilities: { add: 'not-you' } },
  })
  const answer = await fetched(world, supervisor, path)
  expect([answer.statusCode, answer.rawPayload]).toEqual([200, aPdf('小龙')])
  expect(await world.story()).toContain('attachment-added')
  const lines = await world.rows(
    `select operation, act, subject_kind, subject_id, cardinality(listed) as listed from audit_log
     where operation like 'attachment.%' and subject_kind like 'attachment%' and case_id = $1 order by id`,
    [caseId],
  )
  expect(lines).toEqual([
    {
      operation: 'attachment.add',
      act: 'change',
      subject_kind: 'attachment',
      subject_id: said.id,
      listed: 0,
    },
    {
      operation: 'attachment.list',
      act: 'look',
      subject_kind: 'attachment-list',
      subject_id: null,
      listed: 1,
    },
    { operation: 'attachment.read', act: 'look', subject_kind: 'attachment', subject_id: said.id, listed: 0 },
  ])
  // What lies on the disk says nothing, not even by its name.
  expect(files()).toHaveLength(1)
  expect(files().join()).not.toContain(said.id)
  expect(readFileSync(files()[0] ?? '', 'latin1')).not.toContain('%PDF')
  const [row] = await world.rows<{ key_sealed: Buffer }>('select key_sealed from attachments')
  expect(row?.key_sealed.length).toBeGreaterThan(60)
})

test('a file is sent to be saved, under its own name in any script, and never to be shown in place', async () => {
  const { world, worker, caseId } = await aCase()
  const names = [
    [
      '李小龙的诊断书 😀.pdf',
      '_______ _.pdf',
      '%E6%9D%8E%E5%B0%8F%E9%BE%99%E7%9A%84%E8%AF%8A%E6%96%AD%E4%B9%A6%20%F0%9F%98%80.pdf',
    ],
    ['Акт "a"; x=1.pdf', '___ _a__ x_1.pdf', '%D0%90%D0%BA%D1%82%20%22a%22%3B%20x%3D1.pdf'],
    ["a'b(c)*.pdf", 'a_b_c__.pdf', 'a%27b%28c%29%2A.pdf'],
    ['без окончания', '___ _________.pdf', `${encodeURIComponent('без окончания')}.pdf`],
  ] as const
  for (const [name, plain, encoded] of names) {
    const { path } = await anAttachment(world, worker, caseId, { bytes: aPdf(), said: saidOf({ name }) })
    const { headers } = await fetched(world, worker, path)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(aPdf().length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    })
  }
})

test('a photograph is kept without place and camera, and its hash is that of what is kept', async () => {
  const { world, worker, caseId } = await aCase()
  const bytes = aJpeg({ segments: [jpegExif(3), jpegComment('camera')], after: Buffer.from('PAYLOAD') })
  const { path } = await anAttachment(world, worker, caseId, { bytes })
  const { rawPayload } = await fetched(world, worker, path)
  expect(rawPayload.toString('latin1')).not.toMatch(/GPS|camera|PAYLOAD/u)
  const [row] = await world.rows('select sha256, bytes from attachments')
  expect(row).toEqual({
    sha256: createHash('sha256').update(rawPayload).digest('hex'),
    bytes: rawPayload.length,
  })
})

test.each([
  ['a page called a picture', Buffer.from('<html><script>1</script>'), '照片.jpg', 422, 'kind-not-accepted'],
  ['a picture called a document', aPng(), '报告.docx', 422, 'not-what-its-name-says'],
  ['a document called a picture', aPdf(), '照片.jpg', 422, 'not-what-its-name-says'],
  ['a program called nothing', Buffer.from('MZ\0\0'), 'x', 422, 'kind-not-accepted'],
  ['macros', aWordFile([{ name: 'word/vbaProject.bin', content: 'x' }]), 'x.docx', 422, 'holds-macros'],
  [
    'a bomb',
    aWordFile([{ name: 'x', content: Buffer.alloc(70_000_000) }]),
    'x.docx',
    422,
    'archive-too-large',
  ],
  ['a pixel bomb', aPng({ width: 90_000, height: 90_000 }), 'x.png', 422, 'image-too-large'],
  ['half a picture', aPng().subarray(0, 60), 'x.png', 422, 'image-broken'],
  ['nothing', Buffer.alloc(0), 'x.txt', 422, 'empty'],
  ['too much', Buffer.alloc(1024 * 1024 + 1, 97), 'x.txt', 413, 'too-large'],
  ['other letters', Buffer.from([0xc4, 0xe3, 0x0a]), 'x.txt', 422, 'text-unreadable'],
  ['a name that turns around', aPdf(), 'photo\u202Egpj.pdf', 422, 'name-not-allowed'],
  ['a name that is a path', aPdf(), '../../etc/passwd.pdf', 422, 'name-not-allowed'],
  ['a name that is a path of Windows', aPdf(), 'C:\\x.pdf', 422, 'name-not-allowed'],
] as const)('%s is refused, and neither row nor file is left', async (_, bytes, name, status, code) => {
  const { world, worker, caseId, files } = await aCase()
  const before = await world.counts()
  const answer = await addFile(world, worker, caseId, { bytes, said: saidOf({ name }) })
  expect(answer).toMatchObject({ status, body: { code: `attachments/${code}` } })
  expect([await world.counts(), files()]).toEqual([before, []])
})

test('what is said of a file is checked like any other field, and nothing of it may hide in a header', async () => {
  const { world, worker, caseId, files } = await aCase()
  const before = await world.counts()
  const refused = async (headers: Record<string, string>) => {
    const all = { ...attachmentHeaders(saidOf()), ...headers }
    const answer = await world.as(worker).post(`/cases/${caseId}/attachments`, aPdf(), { headers: all })
    return [
      answer.status,
      answer.body['code'],
      answer.body['fields']?.[0]?.['path'],
      answer.body['fields']?.[0]?.['code'],
    ]
  }
  const invalid = (path: string, code: string) => [400, 'invalid-input', path, code]
  expect(await refused({ 'attachment-name': encodeURIComponent('长'.repeat(256)) })).toEqual(
    invalid('attachment-name', 'text/too-long'),
  )
  expect(await refused({ 'attachment-name': 'a%0D%0Ab.pdf' })).toEqual(
    invalid('attachment-name', 'text/control-character'),
  )
  expect(await refused({ 'attachment-name': 'a%00b.pdf' })).toEqual(invalid('attachment-name', 'text/nul'))
  expect(await refused({ 'attachment-name': '%E0%A4%A' })).toEqual(
    invalid('attachment-name', 'invalid-format'),
  )
  expect(await refused({ 'attachment-title': '%20' })).toEqual(invalid('attachment-title', 'text/blank'))
  expect(await refused({ 'attachment-id': 'no-id' })).toEqual(invalid('attachment-id', 'invalid-format'))
  expect((await world.as(worker).post(`/cases/${caseId}/attachments`, aPdf())).status).toBe(400)
  expect([await world.counts(), files()]).toEqual([before, []])
  // Long names in every script are kept bit for bit.
  const name = `${'长й😀'.repeat(80)}.pdf`
  const { path } = await anAttachment(world, worker, caseId, { bytes: aPdf(), said: saidOf({ name }) })
  expect((await world.as(worker).get(path.replace(/\/[^/]+$/u, ''))).body['rows']?.[0]?.['name']).toBe(name)
})

test('who does not see the case finds nothing, who only reads it adds nothing, and no byte of theirs is kept', async () => {
  const { world, agencyId, worker, supervisor, colleague, caseId, files } = await aCase()
  const { id, path } = await anAttachment(world, worker, caseId)
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const stranger = await world.worker(await world.agency(), { role: 'supervisor', level: 1 })
  const own = await anOpenCase(world, colleague)
  const before = [await world.counts(), files()]
  for (const who of [colleague, stranger]) {
    const answers = [
      await world.as(who).get(`/cases/${caseId}/attachments`),
      await world.as(who).get(`${path}/content`),
      await world.as(who).put(`${path}/removal`, { reason: '看不到' }, { version: 1 }),
      await addFile(world, who, caseId),
      // Their own case is no way to the files of another one.
      await world.as(who).get(`/cases/${own.caseId}/attachments/${id}/content`),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  }
  expect((await addFile(world, supervisor, caseId)).status).toBe(403)
  expect((await addFile(world, head, caseId)).status).toBe(403)
  expect([await world.counts(), files()]).toEqual(before)
  const refusals = await world.rows(
    `select worker_id, reason from audit_log where outcome = 'refused' and operation = 'attachment.read' and case_id = $1
     order by worker_id`,
    [caseId],
  )
  const tried = [colleague.id, stranger.id].toSorted()
  expect(refusals).toEqual(tried.map((workerId) => ({ worker_id: workerId, reason: 'not-found' })))
})

test('what was taken away stays in the list with its reason, and its content is shown to nobody any more', async () => {
  const { world, worker, supervisor, caseId, files } = await aCase()
  const { path } = await anAttachment(world, worker, caseId)
  const removal = { reason: '属于另一位服务对象。' }
  const before = await world.counts()
  expect((await world.as(worker).put(`${path}/removal`, removal, { version: 7 })).status).toBe(412)
  expect((await world.as(worker).put(`${path}/removal`, removal)).status).toBe(428)
  expect((await world.as(worker).put(`${path}/removal`, { reason: ' ' }, { version: 1 })).status).toBe(400)
  expect(await world.counts()).toEqual(before)
  expect(await world.as(supervisor).put(`${path}/removal`, removal, { version: 1 })).toMatchObject({
    status: 200,
    body: { taken: { reason: removal.reason, by: { id: supervisor.id } }, abilities: { read: 'not-now' } },
  })
  const after = await world.counts()
  expect(await world.as(worker).get(`${path}/content`)).toMatchObject({
    status: 409,
    body: { code: 'attachments/taken-away' },
  })
  expect((await world.as(worker).put(`${path}/removal`, removal, { version: 2 })).status).toBe(409)
  expect(await world.counts()).toEqual(after)
  // Nothing is deleted, in the table or on the disk; and nobody brings it back past the program.
  expect(files()).toHaveLength(1)
  await expect(
    world.rows('update attachments set taken_at = null, taken_by = null, taken_reason = null'),
  ).rejects.toThrow('was taken away')
  await expect(world.as(worker).get(`/cases/${caseId}/attachments`)).resolves.toMatchObject({
    body: { rows: [{ taken: { reason: removal.reason } }] },
  })
  expect(await world.story()).toContain('attachment-taken-away')
})

test('the same upload sent again is done once; another file with its key is refused; the id is taken once', async () => {
  const { world, worker, caseId, files } = await aCase()
  const said = saidOf()
  const key = randomUUID()
  const first = await addFile(world, worker, caseId, { said, sending: { key } })
  const before = [await world.counts(), files()]
  const again = await addFile(world, worker, caseId, { said, sending: { key } })
  expect([again.status, again.body]).toEqual([201, first.body])
  const other = await addFile(world, worker, caseId, { bytes: aJpeg({ width: 17 }), said, sending: { key } })
  expect(other).toMatchObject({ status: 422, body: { code: 'key-used-differently' } })
  const taken = await addFile(world, worker, caseId, { said })
  expect(taken).toMatchObject({ status: 409, body: { code: 'already-there' } })
  expect([await world.counts(), files()]).toEqual(before)
})

test('a worker has a day’s measure and an agency its room; two who come at once do not pass it together', async () => {
  const { world, worker, caseId, files } = await aCase()
  const megabyte = 1024 * 1024
  const text = () => Buffer.alloc(megabyte - 10, 'a')
  const named = () => saidOf({ name: 'x.txt' })
  await addFile(world, worker, caseId, { bytes: text(), said: named() })
  await world.rows('update attachments set bytes = $1', [18 * megabyte])
  // In three cases, for two changes of one case come one after the other anyway.
  const cases = [caseId, (await anOpenCase(world, worker)).caseId, (await anOpenCase(world, worker)).caseId]
  const answers = await Promise.all(
    cases.map((each) => addFile(world, worker, each, { bytes: text(), said: named() })),
  )
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 201, 409])
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'attachments/day-used-up',
    facts: { megabytes: 20 },
  })
  expect(files()).toHaveLength(3)
  world.at('2026-03-03T03:00:00Z')
  expect((await addFile(world, worker, caseId, { bytes: text(), said: named() })).status).toBe(201)
  await world.rows('update attachments set bytes = $1 where bytes > $2', [37 * megabyte, 2 * megabyte])
  expect(await addFile(world, worker, caseId, { bytes: text(), said: named() })).toMatchObject({
    status: 409,
    body: { code: 'attachments/agency-full' },
  })
  expect(files()).toHaveLength(4)
})

test('in a closed case papers are still added, in an archived one nothing is added or taken away', async () => {
  const { world, worker, caseId, files } = await aCase()
  const { path } = await anAttachment(world, worker, caseId)
  await world.rows(`update cases set state = 'closed', closed_at = now() where id = $1`, [caseId])
  expect((await addFile(world, worker, caseId)).status).toBe(201)
  await world.rows(
    `update cases set state = 'archived', archived_at = now(), keep_until = '2060-01-01' where id = $1`,
    [caseId],
  )
  const before = [await world.counts(), files()]
  expect(await addFile(world, worker, caseId)).toMatchObject({
    status: 409,
    body: { code: 'case-is-archived' },
  })
  expect((await world.as(worker).put(`${path}/removal`, { reason: '错了' }, { version: 1 })).status).toBe(409)
  expect([await world.counts(), files()]).toEqual(before)
  expect((await fetched(world, worker, path)).statusCode).toBe(200)
})

test('a file that is gone is told, and nothing leaves as if it were whole', async () => {
  const { world, worker, caseId, files } = await aCase()
  const { path } = await anAttachment(world, worker, caseId, {
    bytes: aPdf(),
    said: saidOf({ name: 'a.pdf' }),
  })
  const [file] = files()
  const [row] = await world.rows<{ file_id: string }>('select file_id from attachments')
  expect(file).toContain(row?.file_id ?? 'no file')
  await world.platform.attachments.files.remove(row?.file_id ?? '')
  expect(await world.as(worker).get(`${path}/content`)).toMatchObject({
    status: 409,
    body: { code: 'attachments/content-lost' },
  })
})

test('the list goes page by page, newest first', async () => {
  const { world, worker, caseId } = await aCase()
  const ids: string[] = []
  for (let count = 0; count < 5; count += 1) {
    world.at(`2026-03-02T0${count}:00:00Z`)
    ids.unshift((await anAttachment(world, worker, caseId)).id)
  }
  const found: string[] = []
  let next = ''
  do {
    const { body } = await world
      .as(worker)
      .get(`/cases/${caseId}/attachments?limit=2${next && `&after=${next}`}`)
    found.push(...(body['rows'] as unknown as { id: string }[]).map(({ id }) => id))
    next = String(body['next'] ?? '')
  } while (next !== '')
  expect(found).toEqual(ids)
})
