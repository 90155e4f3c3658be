import type { Wording } from '#contract/language.ts'
import type { intakeRefusals } from '#contract/case/intake.ts'

/** What we tell people when the intake stage says no. A code without its sentence does not compile. */
export const intakeSentences = {} as const satisfies Record<keyof typeof intakeRefusals, Wording>
