import {
  caseSource,
  contactChannel,
  helpResult,
  intakeDecision,
  potentialClientKind,
} from '#contract/codes/index.ts'
import type { Language, Wording } from '#contract/language.ts'
import type { FirstContacts } from '#contract/reporting.ts'
import type { ExportColumn } from '#server/kernel/export.ts'
import { firstContacts } from './first-contacts.queries.ts'
import type { MonthTable } from './month-export.actions.ts'

const words = {
  channel: { 'zh-CN': '渠道', en: 'Channel', ru: 'Канал' },
  source: { 'zh-CN': '来源', en: 'Source', ru: 'Источник' },
  decision: { 'zh-CN': '处理结果', en: 'Decision', ru: 'Решение' },
  help: {
    'zh-CN': '以前求助的结果',
    en: 'What came of earlier help-seeking',
    ru: 'Чем кончились прежние обращения',
  },
  potential: { 'zh-CN': '潜在服务对象', en: 'Potential clients', ru: 'Потенциальные клиенты' },
  contacts: { 'zh-CN': '初步接洽', en: 'First contacts', ru: 'Первичные контакты' },
  attempts: { 'zh-CN': '求助次数', en: 'Attempts', ru: 'Попытки' },
  people: { 'zh-CN': '人数', en: 'People', ru: 'Люди' },
  outsideHours: { 'zh-CN': '接待时间以外', en: 'Outside hours', ru: 'Вне часов приёма' },
  emergencies: { 'zh-CN': '紧急情况', en: 'Emergencies', ru: 'Экстренные' },
  became: { 'zh-CN': '转为服务对象', en: 'Became clients', ru: 'Стали клиентами' },
  unsaid: { 'zh-CN': '未填', en: 'Not said', ru: 'Не указано' },
  undecided: { 'zh-CN': '尚未决定', en: 'Not decided yet', ru: 'Ещё не решено' },
} as const satisfies Record<string, Wording>
type Word = keyof typeof words

/** One number of the desk: by what it was counted, what was counted, and how many of them. */
type Line = Readonly<{ by: Word; value: string; what: Word; total: number; partOf: Word; part: number }>

function linesOf(counted: FirstContacts, language: Language): Line[] {
  const { channels, sources, decisions, earlierHelp, potential } = counted
  const none = (word: Word) => words[word][language]
  return [
    ...channels.map(({ channel, contacts, outsideHours }) => ({
      ...({ by: 'channel', what: 'contacts', partOf: 'outsideHours' } as const),
      value: contactChannel.label(channel, language),
      total: contacts,
      part: outsideHours,
    })),
    ...sources.map(({ source, contacts, emergencies }) => ({
      ...({ by: 'source', what: 'contacts', partOf: 'emergencies' } as const),
      value: source === null ? none('unsaid') : caseSource.label(source, language),
      total: contacts,
      part: emergencies,
    })),
    ...decisions.map(({ decision, contacts, emergencies }) => ({
      ...({ by: 'decision', what: 'contacts', partOf: 'emergencies' } as const),
      value: decision === null ? none('undecided') : intakeDecision.label(decision, language),
      total: contacts,
      part: emergencies,
    })),
    ...earlierHelp.map(({ result, attempts, contacts }) => ({
      ...({ by: 'help', what: 'attempts', partOf: 'contacts' } as const),
      value: result === null ? none('unsaid') : helpResult.label(result, language),
      total: attempts,
      part: contacts,
    })),
    ...potential.map(({ kind, people, became }) => ({
      ...({ by: 'potential', what: 'people', partOf: 'became' } as const),
      value: potentialClientKind.label(kind, language),
      total: people,
      part: became,
    })),
  ]
}

const columnsIn = (language: Language): readonly ExportColumn<Line>[] => [
  {
    heading: { 'zh-CN': '按什么统计', en: 'Counted by', ru: 'По чему сосчитано' },
    cell: ({ by }) => words[by][language],
  },
  { heading: { 'zh-CN': '项目', en: 'Item', ru: 'Значение' }, cell: ({ value }) => value },
  {
    heading: { 'zh-CN': '统计的是', en: 'What was counted', ru: 'Что сосчитано' },
    cell: ({ what }) => words[what][language],
  },
  { heading: { 'zh-CN': '数量', en: 'Number', ru: 'Число' }, cell: ({ total }) => String(total) },
  {
    heading: { 'zh-CN': '其中', en: 'Of them', ru: 'Из них' },
    cell: ({ partOf }) => words[partOf][language],
  },
  {
    heading: { 'zh-CN': '其中数量', en: 'Number of them', ru: 'Их число' },
    cell: ({ part }) => String(part),
  },
]

/** What a month brought to the desk, as it leaves: one line for each number of the page. */
export const firstContactsTable: MonthTable<Line> = {
  title: words.contacts,
  file: 'first-contacts',
  columnsIn,
  linesOf: async (tx, month, language) => linesOf(await firstContacts(tx, month), language),
}
