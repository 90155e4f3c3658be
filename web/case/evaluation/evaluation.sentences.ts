import type { Wording } from '#contract/language.ts'

/** Sentences for the refusals of this part. */
export const evaluationSentences = {
  'evaluation/no-active-plan': {
    'zh-CN': '评估要对照生效的服务计划，目前还没有。',
    en: 'An evaluation looks at the active plan, and there is none yet.',
    ru: 'Оценивается действующий план, а его пока нет.',
  },
  'evaluation/one-under-way': {
    'zh-CN': '还有一份评估没有完成，请先完成它。',
    en: 'Another evaluation is still under way. Please finish that one first.',
    ru: 'Ещё не завершена другая оценка. Сначала закончите её.',
  },
  'evaluation/not-awaiting-cosignature': {
    'zh-CN': '这份评估不需要会签，或已经会签过了。',
    en: 'This evaluation does not wait for a co-signature.',
    ru: 'Эта оценка не ждёт второй подписи.',
  },
} as const satisfies Record<string, Wording>
