import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { readWorkbook, writeSheets } from '#server/platform/spreadsheets/index.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'
import { aPublishedQuestionnaire, aQuestionnaire, someAnswers } from './questionnaires.factory.ts'

async function staff() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId, { level: 3 })
  const beginner = await world.worker(agencyId, { level: 4 })
  const elsewhere = await world.worker(await world.agency(), { level: 1 })
  return { world, worker, beginner, elsewhere }
}

/** Nothing but the audit is written by what is refused. */
async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

const saved = (world: World, { token }: TestWorker, path: string) =>
  world.app.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${token}` } })

test('designed from level 3 on, published in versions that stay, answered in a case in both, and counted', async () => {
  const { world, worker, beginner, elsewhere } = await staff()
  const api = world.as(worker)
  const id = randomUUID()
  const path = `/questionnaires/${id}`
  const add = (who: TestWorker, sheet = aQuestionnaire({ nodes: [] })) =>
    world.as(who).post('/questionnaires', { id, sheet })
  expect(await refused(world, () => add(beginner))).toMatchObject({ status: 403 })
  expect(await refused(world, () => add(worker, aQuestionnaire({ title: ' ' })))).toMatchObject({
    body: { code: 'questionnaires/untitled' },
  })
  expect(await add(worker)).toMatchObject({ status: 201, body: { published: 0, unpublished: true } })
  expect(await refused(world, () => add(worker, aQuestionnaire()))).toMatchObject({ status: 409 })
  expect((await world.as(elsewhere).get(path)).status).toBe(404)
  const publish = (version: number) => api.put(`${path}/publication`, {}, { version })
  expect(await refused(world, () => publish(1))).toMatchObject({
    status: 422,
    body: { code: 'questionnaires/not-ready', fields: [{ path: '.', code: 'nothing-asked' }] },
  })
  await api.put(path, aQuestionnaire(), { version: 1 })
  expect(await refused(world, () => publish(1))).toMatchObject({ status: 412 })
  expect((await publish(2)).body).toMatchObject({
    published: 1,
    unpublished: false,
    editions: [{ number: 1 }],
  })
  expect(await refused(world, () => publish(3))).toMatchObject({
    status: 409,
    body: { code: 'questionnaires/nothing-new' },
  })

  const { caseId } = await anOpenCase(world, worker)
  const answers = `/cases/${caseId}/questionnaire-answers`
  const paper = someAnswers(id, { way: 'paper', answeredOn: '2026-02-20' })
  expect((await api.post(answers, paper)).body).toMatchObject({
    answers: { comes: 'yes', visits: 4, yearly: '48', wishes: ['books'], child: [{ age: 7 }, { age: 9 }] },
    enteredLater: true,
  })
  const [, visits, ...others] = aQuestionnaire().nodes
  const seldom = { name: 'seldom', label: { en: 'Seldom' } }
  const { yes_no = [], ...lists } = aQuestionnaire().lists
  const comes = { ...aQuestionnaire().nodes[0], label: { en: 'Do you ever come?' } }
  const changed = aQuestionnaire({
    nodes: [comes, visits, ...others],
    lists: { ...lists, yes_no: [...yes_no, seldom] },
  })
  await api.put(path, changed, { version: 3 })
  await publish(4)
  const again = someAnswers(id, { questionnaireVersion: 2, answers: { comes: 'seldom', child: [] } })
  expect(await api.post(answers, again)).toMatchObject({ status: 201, body: { enteredLater: false } })
  const listed = await api.get(answers)
  expect(listed.body).toMatchObject({
    rows: [{ questionnaireVersion: 2 }, { questionnaireVersion: 1 }],
    abilities: { record: 'yes' },
  })
  // Whoever had the first version open when the second was published is heard by the first.
  const open = someAnswers(id, { answers: { comes: 'seldom' } })
  expect(await refused(world, () => api.post(answers, open))).toMatchObject({ status: 422 })
  const old = await api.get(`${answers}/${paper.id}`)
  expect(old.body['sheet']).toMatchObject({ nodes: [{ label: { en: 'Do you come?' } }, {}, {}, {}, {}] })
  const results = await api.get(`${path}/results?by=comes&language=en`)
  expect(results.body).toMatchObject({
    answers: 2,
    cases: 1,
    by: { groups: [{ count: 1 }, { code: 'seldom' }] },
  })
  expect((await api.get(`${path}/results?by=age&language=en`)).status).toBe(422)
  // Who sees no case sees no answer.
  expect((await world.as(beginner).get(`${path}/results?language=en`)).body).toMatchObject({ answers: 0 })
  expect(await world.story()).toEqual(expect.arrayContaining(['questionnaire-answered']))
  for (const table of ['questionnaire_editions', 'questionnaire_answers'])
    await expect(world.rows(`update ${table} set agency_id = agency_id`)).rejects.toThrow(/never changes/u)
})

test('answers are settled and checked as on screen; what is wrong is refused by its place, and nothing is written', async () => {
  const { world, worker, beginner, elsewhere } = await staff()
  const { id, path } = await aPublishedQuestionnaire(world, worker)
  const { caseId } = await anOpenCase(world, worker)
  const post = (but: object, who = worker) =>
    world.as(who).post(`/cases/${caseId}/questionnaire-answers`, { ...someAnswers(id), ...but })
  const refusal = (code: string, fields: object[] = []) => ({
    status: code === 'questionnaires/retired' ? 409 : 422,
    body: { code, fields },
  })
  const no = (but: object) => refused(world, () => post(but))
  expect(await no({ questionnaireVersion: 7 })).toMatchObject(refusal('questionnaires/no-such-version'))
  expect(await no({ answeredOn: '2027-01-01' })).toMatchObject(refusal('questionnaires/not-yet'))
  expect(await no({ answers: { spy: 'x' } })).toMatchObject(
    refusal('questionnaires/strange-answers', [{ path: 'spy', code: 'unknown' }]),
  )
  expect(await no({ answers: { comes: 'yes', visits: 40, child: [{ age: 'x' }] } })).toMatchObject(
    refusal('questionnaires/wrong-answers', [
      { path: 'visits', code: 'constraint' },
      { path: 'child[0].age', code: 'type' },
    ]),
  )
  expect(await no({ answers: {} })).toMatchObject(
    refusal('questionnaires/wrong-answers', [{ path: 'comes', code: 'required' }]),
  )
  expect(await refused(world, () => post({}, beginner))).toMatchObject({ status: 404 })
  expect(await refused(world, () => post({}, elsewhere))).toMatchObject({ status: 404 })
  // What does not apply is not kept, whatever was typed before.
  const kept = await post({ answers: { comes: 'no', visits: 40 } })
  expect(kept.body['answers']).toEqual({ comes: 'no', child: [] })
  const optional = { nodes: [{ kind: 'question', type: 'text', name: 'why', label: { en: 'Why?' } }] }
  const free = await aPublishedQuestionnaire(world, worker, optional)
  const empty = { ...someAnswers(free.id), answers: {} }
  expect(await refused(world, () => post(empty))).toMatchObject(refusal('questionnaires/nothing-answered'))
  await world.as(worker).put(`${path}/retirement`, { retired: true }, { version: 2 })
  expect(await no({})).toMatchObject(refusal('questionnaires/retired'))
  expect(
    await refused(world, () => world.as(worker).put(`${path}/publication`, {}, { version: 3 })),
  ).toMatchObject(refusal('questionnaires/retired'))
  const inUse = await world.as(worker).get('/questionnaires?show=in-use')
  expect(inUse.body['rows']).toMatchObject([{ id: free.id }])
})

const survey = [
  ['type', 'name', 'label::English (en)', 'relevant', 'colour'],
  ['select_one yn', 'ok', 'All right?', '', 'red'],
  ['photo', 'why', 'Why not?', "${ok} = 'n'", ''],
  ['holiday', 'x', 'Where to?', '', ''],
]
const choices = [
  ['list_name', 'name', 'label::English (en)'],
  ['yn', 'y', 'Yes'],
  ['yn', 'n', 'No'],
]

test('a form made elsewhere comes in with a report by rows, leaves as it came, and its answers leave with codes and labels', async () => {
  const { world, worker, beginner } = await staff()
  const bring = (bytes: Buffer, who = worker) =>
    world.app.inject({
      method: 'POST',
      url: '/api/questionnaires/imports',
      headers: {
        authorization: `Bearer ${who.token}`,
        'content-type': 'application/octet-stream',
        'import-id': randomUUID(),
        'import-name': encodeURIComponent('问卷.xlsx'),
      },
      payload: bytes,
    })
  const form = await writeSheets([
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
  ])
  const codeOf = async (bytes: Buffer, who = worker) => {
    const { statusCode, body } = await bring(bytes, who)
    return [statusCode, (JSON.parse(body) as { code?: string }).code]
  }
  const before = await world.counts()
  expect(await codeOf(form, beginner)).toEqual([403, 'level-too-low'])
  expect(await codeOf(Buffer.from(''))).toEqual([422, 'questionnaires/file-empty'])
  expect(await codeOf(Buffer.from('PK no'))).toEqual([422, 'questionnaires/file-unreadable'])
  expect(await codeOf(Buffer.alloc(11 * 1024 * 1024))).toEqual([413, 'questionnaires/file-too-large'])
  const other = await writeSheets([{ name: 'Sheet1', rows: [['a']] }])
  expect(await codeOf(other)).toEqual([422, 'questionnaires/no-survey'])
  const empty = await writeSheets([
    {
      name: 'survey',
      rows: [
        ['type', 'name'],
        ['holiday', 'x'],
      ],
    },
  ])
  expect(await codeOf(empty)).toEqual([422, 'questionnaires/no-questions'])
  const endless = [
    ['type', 'name', 'label'],
    ...Array.from({ length: 3_100 }, (_, at) => ['text', `q${at}`, 'x']),
  ]
  expect(await codeOf(await writeSheets([{ name: 'survey', rows: endless }]))).toEqual([
    422,
    'questionnaires/too-much',
  ])
  expect(await world.counts()).toEqual(before)

  const brought = await bring(form)
  const view = brought.json<{ id: string; report: { remarks: { row: number; code: string }[] } }>()
  expect([brought.statusCode, view.report]).toMatchObject([201, { fileName: '问卷.xlsx', rows: 3, taken: 2 }])
  const said = view.report.remarks.map(({ row, code }) => [row, code])
  expect(said).toEqual([
    [1, 'column-unknown'],
    [3, 'type-as-text'],
    [4, 'type-unknown'],
  ])
  const path = `/questionnaires/${view.id}`
  expect((await world.as(worker).put(`${path}/publication`, {}, { version: 1 })).status).toBe(200)
  const { caseId } = await anOpenCase(world, worker)
  const answers = { ok: 'n', why: '=cmd|calc' }
  await world.as(worker).post(`/cases/${caseId}/questionnaire-answers`, { ...someAnswers(view.id), answers })

  const left = await saved(world, worker, `${path}/xlsform`)
  const [sheet] = await readWorkbook(left.rawPayload)
  expect(sheet?.rows.slice(1).map((cells) => cells.slice(0, 2))).toEqual([
    ['select_one yn', 'ok'],
    ['text', 'why'],
  ])
  const csv = await saved(world, worker, `${path}/export?format=csv&language=en`)
  expect(csv.body).toContain('"ok","ok: All right?","why"')
  expect(csv.body).toContain(`"n","No","'=cmd|calc"`)
  const xlsx = await saved(world, worker, `${path}/export?format=xlsx&language=ru`)
  const sheets = await readWorkbook(xlsx.rawPayload)
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['Коды', 2],
    ['Слова', 2],
    ['Кодовая книга', 4],
  ])
  expect((await saved(world, beginner, `${path}/export?format=csv&language=en`)).statusCode).toBe(403)
  const lines = await world.rows(
    `select operation, subject_kind as kind, outcome, listed from audit_log where act = 'export' order by id`,
  )
  const exported = 'questionnaire.export'
  const whole = { operation: exported, kind: 'questionnaire', outcome: 'done', listed: [] }
  const ofCases = { operation: exported, kind: 'questionnaire-results', outcome: 'done', listed: [caseId] }
  expect(lines).toEqual([
    { ...whole, operation: 'questionnaire.read' },
    whole,
    ofCases,
    whole,
    ofCases,
    { ...whole, kind: 'asked', outcome: 'refused' },
  ])
})

test('answers that need not be known are not sent: not on their page, not counted, not in the file', async () => {
  const { world, worker } = await staff()
  const supervisor = await world.worker(worker.agencyId, { role: 'supervisor', level: 2 })
  const head = await world.worker(worker.agencyId, { role: 'agency-head', level: 1 })
  await world.rows('update workers set supervisor_id = $2 where id = $1', [worker.id, supervisor.id])
  const { id, path } = await aPublishedQuestionnaire(world, worker)
  const { caseId } = await anOpenCase(world, worker)
  const answers = `/cases/${caseId}/questionnaire-answers`
  const given = someAnswers(id)
  await world.as(worker).post(answers, given)
  const seen = async (who: TestWorker) => (await world.as(who).get(`${answers}/${given.id}`)).body
  const counted = async (who: TestWorker) =>
    (await world.as(who).get(`${path}/results?by=comes&language=en`)).body
  const file = async (who: TestWorker) =>
    (await saved(world, who, `${path}/export?format=csv&language=en`)).body
  for (const who of [worker, supervisor]) {
    expect(await seen(who)).toMatchObject({ masked: false, answers: { visits: 4 } })
    expect(await counted(who)).toMatchObject({ answers: 1, withheld: 0, by: { groups: [{ count: 1 }] } })
    expect(await file(who)).toContain(given.id)
  }
  expect(await seen(head)).toMatchObject({ masked: true, answers: {}, title: '社区阅览室问卷' })
  expect((await world.as(head).get(answers)).body).toMatchObject({ rows: [{ id: given.id }] })
  expect(await counted(head)).toMatchObject({ answers: 0, cases: 0, withheld: 1, by: { groups: [] } })
  expect((await file(head)).trimEnd().split('\r\n')).toHaveLength(1)
  const [, , left] = await world.rows(
    `select listed from audit_log where act = 'export' and subject_kind = 'questionnaire-results' order by id`,
  )
  expect(left).toEqual({ listed: [] })
})
