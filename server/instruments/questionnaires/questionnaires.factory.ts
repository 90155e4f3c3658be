import { randomUUID } from 'node:crypto'
import { Questionnaire } from '#contract/questionnaires/index.ts'
import type { AnswerQuestionnaire } from '#contract/questionnaires/answered.ts'
import { writeSheets } from '#server/platform/spreadsheets/index.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

const yesNo = [
  { name: 'yes', label: { 'zh-CN': '是', en: 'Yes', ru: 'Да' } },
  { name: 'no', label: { 'zh-CN': '否', en: 'No', ru: 'Нет' } },
]
const wants = [
  { name: 'books', label: { 'zh-CN': '借书', en: 'Books' } },
  { name: 'walks', label: { 'zh-CN': '散步', en: 'Walks' } },
]

/** What families of a street think of its reading room: a choice, what hangs on it, a number, a repeat, a calculation. */
export const aQuestionnaire = (but: object = {}): Questionnaire =>
  Questionnaire.parse({
    title: '社区阅览室问卷',
    languages: ['zh-CN', 'en', 'ru'],
    defaultLanguage: 'zh-CN',
    lists: { yes_no: yesNo, wants },
    nodes: [
      {
        kind: 'question',
        type: 'select-one',
        name: 'comes',
        list: 'yes_no',
        required: true,
        label: { en: 'Do you come?' },
      },
      {
        kind: 'question',
        type: 'integer',
        name: 'visits',
        label: { en: 'How often a month?' },
        relevant: "${comes} = 'yes'",
        required: true,
        constraint: '. <= 31',
      },
      { kind: 'question', type: 'calculate', name: 'yearly', calculation: '${visits} * 12' },
      {
        kind: 'question',
        type: 'select-multiple',
        name: 'wishes',
        list: 'wants',
        label: { en: 'What for?' },
      },
      {
        kind: 'repeat',
        name: 'child',
        label: { en: 'Child' },
        nodes: [{ kind: 'question', type: 'integer', name: 'age', label: { en: 'Age' } }],
      },
    ],
    ...but,
  })

/** What somebody answered to it. Say only what matters to your test. */
export const someAnswers = (
  questionnaireId: string,
  but: Partial<AnswerQuestionnaire> = {},
): AnswerQuestionnaire => ({
  id: randomUUID(),
  questionnaireId,
  questionnaireVersion: 1,
  way: 'screen',
  language: 'zh-CN',
  answeredOn: '2026-03-02',
  answers: { comes: 'yes', visits: 4, wishes: ['books'], child: [{ age: 7 }, { age: 9 }] },
  ...but,
})

/** A questionnaire of the worker's agency that was published. */
export async function aPublishedQuestionnaire(world: World, worker: TestWorker, but: object = {}) {
  const id = randomUUID()
  const path = `/questionnaires/${id}`
  const api = world.as(worker)
  const added = await api.post('/questionnaires', { id, sheet: aQuestionnaire(but) })
  const published = await api.put(`${path}/publication`, {}, { version: 1 })
  for (const { status, body } of [added, published])
    if (status > 299) throw new Error(`The questionnaire was not published: ${JSON.stringify(body)}`)
  return { id, path }
}

/** A form made elsewhere: one question. */
export const aForm = () =>
  writeSheets([
    {
      name: 'survey',
      rows: [
        ['type', 'name', 'label'],
        ['text', 'why', 'Why?'],
      ],
    },
  ])

/** Brings in a form made elsewhere. */
export const bringForm = (world: World, worker: TestWorker, bytes: Buffer) =>
  world.as(worker).post('/questionnaires/imports', bytes, {
    headers: {
      'content-type': 'application/octet-stream',
      'import-id': randomUUID(),
      'import-name': encodeURIComponent('问卷.xlsx'),
    },
  })
