import type { Wording } from '#contract/language.ts'

/** What we tell people when delivery says no; `app/sentences.ts` does not compile while one is missing. */
export const deliverySentences = {} as const satisfies Record<string, Wording>
