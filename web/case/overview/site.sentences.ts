import type { Wording } from '#contract/language.ts'

/** What we tell people when a case cannot move so; `app/sentences.ts` does not compile while one is missing. */
export const caseSiteSentences = {
  'case-site/there-already': {
    'zh-CN': '个案已经在这个服务点。',
    en: 'The case is at this site already.',
    ru: 'Случай уже ведётся в этом месте.',
  },
} as const satisfies Record<string, Wording>
