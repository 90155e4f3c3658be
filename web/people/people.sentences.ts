import type { Wording } from '#contract/language.ts'

/** What we tell people when people says no; `app/sentences.ts` does not compile while one is missing. */
export const peopleSentences = {} as const satisfies Record<string, Wording>
