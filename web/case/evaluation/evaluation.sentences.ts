import type { Wording } from '#contract/language.ts'

/** What we tell people when evaluation says no; `app/sentences.ts` does not compile while one is missing. */
export const evaluationSentences = {} as const satisfies Record<string, Wording>
