import type { Wording } from '#contract/language.ts'

/** What we tell people when followup says no; `app/sentences.ts` does not compile while one is missing. */
export const followupSentences = {} as const satisfies Record<string, Wording>
