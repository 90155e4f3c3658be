import type { Wording } from '#contract/language.ts'
import type { planRefusals } from '#contract/case/plan.ts'

/** What we tell people when the plan stage says no. A code without its sentence does not compile. */
export const planSentences = {} as const satisfies Record<keyof typeof planRefusals, Wording>
