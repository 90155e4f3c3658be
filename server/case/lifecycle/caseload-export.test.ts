import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeVersion } from '#server/agencies/settings.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aSignedAssessment, aCaseInAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aField, names } from '#server/case/own-fields/own-fields.factory.ts'
import { partsOf } from '#server/platform/spreadsheets/workbook.factory.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'

async function aCaseload() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id, name: '=cmd|calc' })
  const colleague = await world.worker(agencyId)
  const mine = await anOpenCase(world, worker)
  const theirs = await anOpenCase(world, colleague)
  const save = (who: TestWorker, path: string) =>
    world.app.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${who.token}` } })
  return { world, agencyId, supervisor, worker, colleague, mine, theirs, save }
}

test('a caseload leaves as it is shown: whose, in which state, what its reader sees and no more', async () => {
  const { world, supervisor, worker, colleague, mine, save } = await aCaseload()
  await world.rows('update people set name = $1 where id = $2', ['=HYPERLINK("http://x")', mine.clientId])
  const [number, other] = await world.rows<{ number: string }>(
    'select number from cases order by case_manager_id = $1 desc',
    [worker.id],
  )
  const csv = async (who: TestWorker, query: string) =>
    (await save(who, `/cases/export?${query}&format=csv&language=ru`)).body
  const own = await csv(worker, 'show=mine&state=open')
  expect(own.split('\r\n')).toHaveLength(3)
  expect(own).toContain(`"${number?.number}","'=HYPERLINK(""http://x"")",`)
  expect(own).toContain(`"'=cmd|calc"`)
  expect(own).toContain('Номер случая')
  for (const [who, query, sees] of [
    [worker, 'show=agency&state=open', [true, false]],
    [supervisor, 'show=team&state=open', [true, false]],
    [colleague, 'show=mine&state=open', [false, true]],
    [worker, 'show=mine&state=closed', [false, false]],
  ] as const) {
    const text = await csv(who, query)
    expect([query, text.includes(`"${number?.number}"`), text.includes(`"${other?.number}"`)]).toEqual([
      query,
      ...sees,
    ])
  }
})

test('an export is one line of the audit with every case that left, and is sent to be saved', async () => {
  const { world, worker, mine, save } = await aCaseload()
  const answer = await save(worker, '/cases/export?show=mine&state=open&format=xlsx&language=zh-CN')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="cases-2026-03-02.xlsx"',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  })
  expect([...partsOf(answer.rawPayload).values()].join('\n')).toContain('个案编号')
  const lines = await world.rows(
    `select act, operation, subject_kind, listed from audit_log where act = 'export'`,
  )
  expect(lines).toEqual([
    { act: 'export', operation: 'case.export', subject_kind: 'case-list', listed: [mine.caseId] },
  ])
})

test('whoever does no case work exports nothing; a long list leaves whole, page by page', async () => {
  const { world, agencyId, worker, mine, save } = await aCaseload()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator' })
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const path = '/cases/export?show=mine&state=open&format=csv&language=en'
  for (const who of [administrator, inspector]) expect((await save(who, path)).statusCode).toBe(403)
  for (const spoiled of ['format=pdf&language=en', 'format=csv', 'format=csv&language=en&limit=3'])
    expect((await save(worker, `/cases/export?show=mine&${spoiled}`)).statusCode).toBe(400)
  await world.rows(
    `insert into cases (agency_id, id, number, client_id, case_manager_id, stage, service_fields, opened_at, opened_by)
     select agency_id, gen_random_uuid(), 'X-' || n, client_id, case_manager_id, stage, service_fields, opened_at, opened_by
     from cases, generate_series(1, 510) as n where id = $1`,
    [mine.caseId],
  )
  const answer = await save(worker, path)
  expect([answer.statusCode, answer.body.trimEnd().split('\r\n').length]).toEqual([200, 512])
})

test('the desk’s list leaves as it is shown, in the reader’s language, with no live cell', async () => {
  const { world, worker, save } = await aCaseload()
  const id = randomUUID()
  await world.as(worker).post('/inquiries', { id, channel: 'phone' })
  const open = await save(worker, '/inquiries/export?show=open&format=csv&language=en')
  expect(open.headers['content-disposition']).toBe('attachment; filename="first-contacts-2026-03-02.csv"')
  expect(open.body.trimEnd().split('\r\n')).toHaveLength(2)
  expect(open.body).toContain(`"'=cmd|calc"`)
  const concluded = await save(worker, '/inquiries/export?show=concluded&format=csv&language=en')
  expect(concluded.body).toContain('Accept')
  const lines = await world.rows(
    `select operation, cardinality(listed) as listed from audit_log where act = 'export' order by id`,
  )
  expect(lines).toEqual([
    { operation: 'inquiry.export', listed: 1 },
    { operation: 'inquiry.export', listed: 1 },
  ])
})

test('what stands in a field of the agency leaves with the caseload, and no cell of it is a formula', async () => {
  const { world, agencyId, worker, mine, save } = await aCaseload()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const fieldId = randomUUID()
  await writeVersion(world, administrator, {
    kind: 'field',
    subject: fieldId,
    sheet: aField({ record: 'interview', type: 'text', choices: [], label: names('=备注', '=Note', '') }),
  })
  const field = { id: fieldId, ordinal: 1, ...aField({ record: 'interview', type: 'text', choices: [] }) }
  await world.rows(
    `insert into own_answers (agency_id, case_id, record, record_id, answers, fields, sealed_at, written_by, written_at)
     values ($1, $2, 'interview', $3, $4, $5, now(), $6, now())`,
    [
      agencyId,
      mine.caseId,
      randomUUID(),
      JSON.stringify({ [fieldId]: '=1+1' }),
      JSON.stringify([field]),
      worker.id,
    ],
  )
  const { body } = await save(worker, '/cases/export?show=mine&state=open&format=csv&language=en')
  expect(body).toContain('"Interview record: Danger at home"')
  expect(body).toContain(`"'=1+1"`)
})

test('what need not be known does not leave with a caseload; where nothing is sensitive, it does', async () => {
  const { world, agencyId, supervisor, worker, save } = await aCaseload()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const senior = await world.worker(agencyId, { level: 3, supervisorId: supervisor.id })
  const { caseId, clientId } = await aCaseInAssessment(world, senior)
  await world.rows(`update people set birth_date = '1980-01-01' where id = $1`, [clientId])
  const { id: assessmentId } = await aSignedAssessment(world, senior, caseId)
  const [interview] = await world.rows<{ id: string }>('select id from interviews where case_id = $1', [
    caseId,
  ])
  const records = [
    ['interview', interview?.id],
    ['assessment', assessmentId],
    ['closing', randomUUID()],
  ] as const
  for (const [record, recordId] of records) {
    const fieldId = randomUUID()
    const field = { id: fieldId, ordinal: 1, ...aField({ record, type: 'text', choices: [] }) }
    await world.rows(
      `insert into own_answers (agency_id, case_id, record, record_id, answers, fields, sealed_at, written_by, written_at)
       values ($1, $2, $3, $4, $5, $6, now(), $7, now())`,
      [
        agencyId,
        caseId,
        record,
        recordId,
        JSON.stringify({ [fieldId]: `said in ${record}` }),
        JSON.stringify([field]),
        worker.id,
      ],
    )
  }
  const told = async (who: TestWorker, show: string) => {
    const { body } = await save(who, `/cases/export?show=${show}&state=open&format=csv&language=en`)
    return [body.match(/said in [a-z]+/gu) ?? [], body.includes('(sensitive, not shown)')]
  }
  const whole = ['said in interview', 'said in assessment', 'said in closing']
  expect(await told(senior, 'mine')).toEqual([whole, false])
  expect(await told(supervisor, 'agency')).toEqual([whole, false])
  expect(await told(head, 'agency')).toEqual([['said in closing'], true])
  const beside = async (id: string | undefined) =>
    (await world.as(head).get(`/cases/${caseId}/own-fields/${id}`)).body
  expect(await beside(interview?.id)).toMatchObject({ masked: true, answers: {}, version: 0 })

  // Its author says that nothing of it is sensitive: the interview stays what somebody told.
  await world.rows(`alter table assessments disable trigger user`)
  await world.rows(`update assessments set sensitive_kinds = '{}' where id = $1`, [assessmentId])
  expect(await told(head, 'agency')).toEqual([['said in assessment', 'said in closing'], true])
  expect(await beside(assessmentId)).toMatchObject({ masked: false })
})
