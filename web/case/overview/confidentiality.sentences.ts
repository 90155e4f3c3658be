import type { Wording } from '#contract/language.ts'

/** What we tell people when the circle of a case cannot be drawn so; `app/sentences.ts` does not compile while one is missing. */
export const confidentialitySentences = {
  'confidentiality/not-yours-to-widen': {
    'zh-CN': '放宽保密级别须由督导者或机构负责人决定。',
    en: 'Only a supervisor or the agency head may widen the circle again.',
    ru: 'Расширить круг снова может только супервизор или руководитель организации.',
  },
} as const satisfies Record<string, Wording>
