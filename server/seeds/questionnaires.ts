import type { Language, Wording } from '#contract/language.ts'
import type { Answers, Questionnaire, QuestionnaireNode } from '#contract/questionnaires/index.ts'
import {
  addQuestionnaire,
  publishQuestionnaire,
} from '#server/instruments/questionnaires/questionnaires.actions.ts'
import { answerQuestionnaire } from '#server/instruments/questionnaires/answers.actions.ts'
import type { DemoAgency } from './agencies.ts'
import { demoId } from './demo-id.ts'
import type { Act, Scene } from './scene.ts'

const said = (zh: string, en: string, ru: string): Wording => ({ 'zh-CN': zh, en, ru })
const title = said('家庭与期望问卷', 'Household and wishes', 'Семья и ожидания')

const lists = {
  yes_no: [
    { name: 'yes', label: said('是', 'Yes', 'Да') },
    { name: 'no', label: said('否', 'No', 'Нет') },
  ],
  wishes: [
    { name: 'talk', label: said('有人谈心', 'Somebody to talk to', 'Поговорить с кем-то') },
    { name: 'care', label: said('照料方面的帮助', 'Help with care', 'Помощь в уходе') },
    { name: 'papers', label: said('办理手续', 'Help with papers', 'Помощь с документами') },
    { name: 'money', label: said('经济上的帮助', 'Help with money', 'Материальная помощь') },
  ],
}

const asked = (
  name: string,
  type: 'text' | 'integer' | 'select-one' | 'select-multiple',
  label: Wording,
  but: object = {},
): QuestionnaireNode => ({ kind: 'question', type, name, label, ...but })

const sheetIn = (language: Language): Questionnaire => ({
  title: title[language],
  languages: [language, ...(['zh-CN', 'en', 'ru'] as const).filter((one) => one !== language)],
  defaultLanguage: language,
  lists,
  nodes: [
    asked(
      'people',
      'integer',
      said('家里共有几口人？', 'How many people live at home?', 'Сколько человек живёт дома?'),
      {
        required: true,
        constraint: '. >= 1 and . <= 30',
      },
    ),
    asked(
      'children',
      'select-one',
      said('有未满14周岁的孩子吗？', 'Are there children under 14?', 'Есть ли дети до 14 лет?'),
      {
        list: 'yes_no',
        required: true,
      },
    ),
    {
      kind: 'repeat',
      name: 'child',
      label: said('孩子', 'Child', 'Ребёнок'),
      relevant: "${children} = 'yes'",
      nodes: [asked('age', 'integer', said('年龄', 'Age', 'Возраст'), { constraint: '. < 14' })],
    },
    asked(
      'wishes',
      'select-multiple',
      said('希望得到哪些帮助？', 'What help do you wish for?', 'Какой помощи вы ждёте?'),
      {
        list: 'wishes',
      },
    ),
    asked(
      'words',
      'text',
      said('还想说什么？', 'What else would you like to say?', 'Что ещё вы хотите сказать?'),
      { rows: 3 },
    ),
  ],
})

const yearMilliseconds = 365 * 24 * 60 * 60 * 1000
/** The agency's questionnaire, by the key of the agency. */
export const questionnaireIdOf = (agency: string) => demoId('questionnaire', agency)

/** A worker of level 3 or higher draws up a questionnaire of each agency, a year before its stories, and publishes it. */
export function questionnaireActs({ key, language, workers }: DemoAgency, now: Date): Act[] {
  const by = workers.find(({ role, level }) => role === 'worker' && level <= 3)?.key
  if (by === undefined) return []
  const at = new Date(now.getTime() - yearMilliseconds)
  const id = questionnaireIdOf(key)
  return [
    {
      name: 'questionnaire designed',
      by,
      at,
      operation: 'questionnaire.write',
      does: (tx) => addQuestionnaire(tx, { id, sheet: sheetIn(language) }),
    },
    {
      name: 'questionnaire published',
      by,
      at: new Date(at.getTime() + 60_000),
      operation: 'questionnaire.write',
      does: (tx) => publishQuestionnaire({ ...tx, seenVersion: 1 }, id),
    },
  ]
}

const answered: readonly Answers[] = [
  { people: 4, children: 'yes', child: [{ age: 9 }, { age: 5 }], wishes: ['talk', 'care'] },
  { people: 1, children: 'no', wishes: ['care', 'papers'] },
  { people: 3, children: 'yes', child: [{ age: 12 }], wishes: ['money'] },
]

/** Later in the day than its scales, on a clock of its own beside the case. */
const minutesAfter = 300

/** Tells that the agency's questionnaire was answered, on the first day of the scales of a story, on paper every other time. */
export function tellQuestionnaires(scene: Scene, agency: string): readonly Act[] {
  const { story, go, pass, act, id, caseId, calendar, language } = scene
  const [first] = story.scales ?? []
  if (!first) return []
  go(first.day)
  pass(minutesAfter)
  const at = story.key.length % answered.length
  act('questionnaire answered', 'questionnaire.answer', async (tx) =>
    answerQuestionnaire(tx, await caseId(tx), {
      id: id('questionnaire'),
      questionnaireId: questionnaireIdOf(agency),
      questionnaireVersion: 1,
      way: at === 1 ? 'paper' : 'screen',
      language,
      answeredOn: calendar.day(first.day),
      answers: answered[at] ?? {},
    }),
  )
  return scene.acts
}
