import type { Wording } from '#contract/language.ts'

/** What the list of contents calls the documents of a case file. */
export const contentWords: Readonly<Record<string, Wording>> = {
  interview: { 'zh-CN': '接案面谈记录', en: 'Intake interview record', ru: 'Протокол первичной беседы' },
  assessment: { 'zh-CN': '个案管理评估表', en: 'Case management assessment form', ru: 'Лист оценки' },
  plan: { 'zh-CN': '个案管理目标计划表', en: 'Goal plan form', ru: 'План целей' },
  record: { 'zh-CN': '个案过程记录表', en: 'Process record form', ru: 'Протокол работы' },
  evaluation: { 'zh-CN': '服务评估表', en: 'Service evaluation form', ru: 'Лист оценки услуг' },
  closing: { 'zh-CN': '个案管理结案表', en: 'Case closing form', ru: 'Карта закрытия случая' },
}
