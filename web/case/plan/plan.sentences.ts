import type { Wording } from '#contract/language.ts'

/** What we tell people when plan says no; `app/sentences.ts` does not compile while one is missing. */
export const planSentences = {} as const satisfies Record<string, Wording>
