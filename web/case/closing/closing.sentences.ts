import type { Wording } from '#contract/language.ts'

/** What we tell people when closing says no; `app/sentences.ts` does not compile while one is missing. */
export const closingSentences = {
  'closing/one-under-way': {
    'zh-CN': '已有一份结案材料正在办理，请接着完成它。',
    en: 'A closing is already under way. Please go on with that one.',
    ru: 'Закрытие уже готовится. Продолжите работу с ним.',
  },
  'closing/already-submitted': {
    'zh-CN': '结案已提交审核，审核结束前不能改动。',
    en: 'The closing has been submitted and does not change until it is decided on.',
    ru: 'Закрытие передано на утверждение и не меняется, пока по нему нет решения.',
  },
  'closing/already-approved': {
    'zh-CN': '结案已获批准，不能再改动。',
    en: 'The closing has been approved and does not change any more.',
    ru: 'Закрытие утверждено и больше не меняется.',
  },
  'closing/not-submitted': {
    'zh-CN': '结案还没有提交审核。',
    en: 'The closing has not been submitted yet.',
    ru: 'Закрытие ещё не передано на утверждение.',
  },
  'closing/needs-outcome-evaluation': {
    'zh-CN': '按这个原因结案，须先完成并签署结果评估。',
    en: 'Closing for this reason needs a signed evaluation of the outcome first.',
    ru: 'Для закрытия по этой причине сначала нужна подписанная оценка результата.',
  },
} as const satisfies Record<string, Wording>
