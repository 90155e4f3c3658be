import type { Wording } from '#contract/language.ts'
import type { closingRefusals } from '#contract/case/closing.ts'

/** What we tell people when the closing stage says no. A code without its sentence does not compile. */
export const closingSentences = {} as const satisfies Record<keyof typeof closingRefusals, Wording>
