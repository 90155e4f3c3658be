import type { Language } from '#contract/language.ts'

const words = {
  title: { 'zh-CN': '转介资料', en: 'Referral', ru: 'Направление' },
  summary: { 'zh-CN': '情况摘要', en: 'Summary', ru: 'Краткое описание' },
  done: { 'zh-CN': '已提供的服务', en: 'Done so far', ru: 'Что уже сделано' },
  expectation: { 'zh-CN': '期望结果', en: 'What is expected', ru: 'Ожидаемый результат' },
  report: { 'zh-CN': '服务结果', en: 'What was done', ru: 'Что сделано' },
  withoutConsent: {
    'zh-CN': '未经同意提供，理由',
    en: 'Shared without consent',
    ru: 'Передано без согласия',
  },
  nothing: {
    'zh-CN': '档案中没有这部分内容。',
    en: 'The file holds nothing of it.',
    ru: 'В деле этого нет.',
  },
  consent: {
    'zh-CN': '服务对象同意把这些部分提供给该接收方。',
    en: 'The client agreed that these sections go to this receiver.',
    ru: 'Клиент согласен передать эти разделы этому получателю.',
  },
} as const

/** What stands between the codes and the texts of a referral, in the language that its receiver reads. */
export const say = (word: keyof typeof words, language: Language) => words[word][language]
