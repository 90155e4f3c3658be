import type { Wording } from '#contract/language.ts'
import type { peopleRefusals } from '#contract/people.ts'

/** What we tell people when people says no. A code without its sentence does not compile. */
export const peopleSentences = {} as const satisfies Record<keyof typeof peopleRefusals, Wording>
