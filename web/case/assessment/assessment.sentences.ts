import type { Wording } from '#contract/language.ts'

/** What we tell people when assessment says no; `app/sentences.ts` does not compile while one is missing. */
export const assessmentSentences = {} as const satisfies Record<string, Wording>
