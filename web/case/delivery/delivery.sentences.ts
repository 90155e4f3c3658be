import type { Wording } from '#contract/language.ts'
import type { deliveryRefusals } from '#contract/case/delivery.ts'

/** What we tell people when the delivery stage says no. A code without its sentence does not compile. */
export const deliverySentences = {} as const satisfies Record<keyof typeof deliveryRefusals, Wording>
