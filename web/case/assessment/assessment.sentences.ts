import type { Wording } from '#contract/language.ts'
import type { assessmentRefusals } from '#contract/case/assessment.ts'

/** What we tell people when the assessment stage says no. A code without its sentence does not compile. */
export const assessmentSentences = {} as const satisfies Record<keyof typeof assessmentRefusals, Wording>
