import type { Wording } from '#contract/language.ts'
import type { evaluationRefusals } from '#contract/case/evaluation.ts'

/** What we tell people when the evaluation stage says no. A code without its sentence does not compile. */
export const evaluationSentences = {} as const satisfies Record<keyof typeof evaluationRefusals, Wording>
