import type { Wording } from '#contract/language.ts'

/** What we tell people when closing says no; `app/sentences.ts` does not compile while one is missing. */
export const closingSentences = {} as const satisfies Record<string, Wording>
