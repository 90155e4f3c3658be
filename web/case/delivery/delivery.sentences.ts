import type { Wording } from '#contract/language.ts'

/** What we tell people when the delivery stage says no; `app/sentences.ts` does not compile while one is missing. */
const refusalSentences = {
  'delivery/plan-not-active': {
    'zh-CN': '这个步骤所在的计划不在实施中。',
    en: 'The plan of this step is not the active one.',
    ru: 'План, к которому относится этот шаг, сейчас не действует.',
  },
  'delivery/step-settled': {
    'zh-CN': '这个步骤已经完成或取消。',
    en: 'This step has already been done or cancelled.',
    ru: 'Этот шаг уже выполнен или отменён.',
  },
  'delivery/not-your-record': {
    'zh-CN': '记录须由撰写人本人签名。',
    en: 'A record is signed by whoever wrote it.',
    ru: 'Протокол подписывает тот, кто его составил.',
  },
  'delivery/not-signed-yet': {
    'zh-CN': '记录还没有签名，可以直接修改。',
    en: 'This record is not signed yet; it can still be changed itself.',
    ru: 'Протокол ещё не подписан, его можно просто исправить.',
  },
} as const satisfies Record<string, Wording>

/** What stands beside a field of a record or a step. */
const fieldSentences = {
  'delivery/in-the-future': {
    'zh-CN': '这个时间还没有到。',
    en: 'This moment has not come yet.',
    ru: 'Этот момент ещё не наступил.',
  },
  'delivery/ends-before-it-begins': {
    'zh-CN': '结束时间须晚于开始时间。',
    en: 'The end has to be later than the beginning.',
    ru: 'Окончание должно быть позже начала.',
  },
  'delivery/same-day': {
    'zh-CN': '请选择另一个日期。',
    en: 'Choose another day than the present one.',
    ru: 'Выберите другую дату.',
  },
} as const satisfies Record<string, Wording>

export const deliverySentences = { ...refusalSentences, ...fieldSentences } as const satisfies Record<
  string,
  Wording
>
