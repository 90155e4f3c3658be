import type { Wording } from '#contract/language.ts'

/** What we tell people when scales say no. */
export const scaleSentences = {
  'scales/no-such-instrument': {
    'zh-CN': '没有这个版本的量表。请重新打开页面。',
    en: 'There is no such version of this scale. Please open the page again.',
    ru: 'Такой версии шкалы нет. Откройте страницу заново.',
  },
  'scales/strange-answers': {
    'zh-CN': '有的回答不是该量表的选项。',
    en: 'Some answers are none that this scale knows.',
    ru: 'Некоторых ответов в этой шкале нет.',
  },
  'scales/nothing-answered': {
    'zh-CN': '还没有回答任何题目。',
    en: 'Nothing has been answered yet.',
    ru: 'Пока нет ни одного ответа.',
  },
  'scales/not-by-them': {
    'zh-CN': '该量表不由此人填写。',
    en: 'This scale is not answered by them.',
    ru: 'Эту шкалу заполняют не они.',
  },
  'scales/not-in-this-language': {
    'zh-CN': '该量表没有这种语言的版本。',
    en: 'This scale does not exist in that language.',
    ru: 'На этом языке шкалы нет.',
  },
  'scales/not-yet': {
    'zh-CN': '填写日期不能晚于今天。',
    en: 'The day of the answers cannot lie ahead.',
    ru: 'День ответов не может быть в будущем.',
  },
  'scales/nothing-to-decide': {
    'zh-CN': '该量表没有提示危险，无需决定。',
    en: 'This scale tells of no danger: there is nothing to decide.',
    ru: 'Эта шкала не говорит об опасности: решать нечего.',
  },
  'scales/undecided': {
    'zh-CN': '有量表提示危险，尚未决定；决定之后才能归档。',
    en: 'A scale tells of danger, and nobody has decided yet. Decide first, then archive.',
    ru: 'Шкала говорит об опасности, решения ещё нет. Сначала примите решение, затем архивируйте.',
  },
  'scales/decided-already': {
    'zh-CN': '已经有人作出决定。',
    en: 'Somebody has decided already.',
    ru: 'Решение уже принято.',
  },
} as const satisfies Record<string, Wording>
