import type { Wording } from '#contract/language.ts'

/** What we tell people when the record of an interview says no. */
export const interviewSentences = {
  'interview/draft-under-way': {
    'zh-CN': '这个个案已有一份面谈记录正在填写，请先完成它。',
    en: 'An interview of this case is still being written. Finish that one first.',
    ru: 'По этому случаю уже заполняется протокол беседы. Сначала завершите его.',
  },
  'interview/no-such-outline': {
    'zh-CN': '本机构没有这份面谈提纲。',
    en: 'The agency has no such outline.',
    ru: 'В организации нет такого плана беседы.',
  },
  'outlines/no-language-whole': {
    'zh-CN': '至少要用一种语言写全标题和每一个问题。',
    en: 'Write the title and every question in at least one language.',
    ru: 'Напишите название и каждый вопрос хотя бы на одном языке.',
  },
  'interview/not-signed-yet': {
    'zh-CN': '这份记录还没有签名，可以直接修改。',
    en: 'This record is not signed yet; it can simply be changed.',
    ru: 'Протокол ещё не подписан, его можно просто изменить.',
  },
} as const satisfies Record<string, Wording>
