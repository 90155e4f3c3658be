import type { Language, Wording } from '#contract/language.ts'

/** What the form of an interview needs in words beside its labels. */
export const interviewRowWords = {
  before: { 'zh-CN': '面谈开始', en: 'At the beginning', ru: 'В начале' },
  after: { 'zh-CN': '面谈结束', en: 'At the end', ru: 'В конце' },
} as const satisfies Record<string, Wording>

/** What a language is called on a form. */
export const languageWords: Readonly<Record<Language, Wording>> = {
  'zh-CN': { 'zh-CN': '中文', en: 'Chinese', ru: 'китайский' },
  en: { 'zh-CN': '英文', en: 'English', ru: 'английский' },
  ru: { 'zh-CN': '俄文', en: 'Russian', ru: 'русский' },
}

/** Who has not confirmed yet, where they would sign. */
export const awaitedOnForm: Wording = {
  'zh-CN': '尚未确认：{name}（自 {when} 起等待）',
  en: 'Not confirmed yet: {name}, awaited since {when}',
  ru: 'Ещё не подтверждено: {name}, ждём с {when}',
}

/** Said beside a document that was written late. */
export const lateWords: Wording = {
  'zh-CN': '（补记）',
  en: ' (written late)',
  ru: ' (записано с опозданием)',
}

/** What the list of contents calls the documents of a case file. */
export const contentWords: Readonly<Record<string, Wording>> = {
  interview: { 'zh-CN': '接案面谈记录', en: 'Intake interview record', ru: 'Протокол первичной беседы' },
  assessment: { 'zh-CN': '个案管理评估表', en: 'Case management assessment form', ru: 'Лист оценки' },
  plan: { 'zh-CN': '个案管理目标计划表', en: 'Goal plan form', ru: 'План целей' },
  record: { 'zh-CN': '个案过程记录表', en: 'Process record form', ru: 'Протокол работы' },
  evaluation: { 'zh-CN': '服务评估表', en: 'Service evaluation form', ru: 'Лист оценки услуг' },
  closing: { 'zh-CN': '个案管理结案表', en: 'Case closing form', ru: 'Карта закрытия случая' },
}
