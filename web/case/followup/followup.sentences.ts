import type { Wording } from '#contract/language.ts'
import type { followupRefusals } from '#contract/case/followup.ts'

/** What we tell people when the followup stage says no. A code without its sentence does not compile. */
export const followupSentences = {} as const satisfies Record<keyof typeof followupRefusals, Wording>
