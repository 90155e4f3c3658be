import type { ExceptionGround, FileSection } from '#contract/codes/index.ts'
import type { Receiver } from '#contract/consent.ts'
import { type Consent, type Coverage, coveredBy, isSameReceiver, type Use } from '#server/consent/index.ts'

/** What was written down as done without consent, in the case or first contact that a referral comes from, or in none. */
export type WrittenException = Readonly<{
  id: string
  ground: ExceptionGround
  sections: readonly FileSection[]
  receivers: readonly Receiver[]
  recordedAt: Date
}>

/** What a use rests on: consents, exceptions, or both; the grounds of the exceptions go with the package. */
export type Basis = Coverage &
  Readonly<{ exceptions: readonly Readonly<{ id: string; ground: ExceptionGround }>[] }>

/**
 * How long a written exception carries a referral. Emergency and duty are of the moment (Personal Information Protection
 * Law, art. 13); no source sets a number, a week is ours.
 */
const daysCarried = 7
const dayMilliseconds = 86_400_000

/**
 * What a referral rests on. Where consents do not cover it, an exception carries the sections that it names,
 * to the receivers that it names; everything else needs consents as always, and an exception never widens one.
 */
export function basisOf(
  consents: readonly Consent[],
  exceptions: readonly WrittenException[],
  use: Use,
): Basis {
  const consented = coveredBy(consents, use)
  if (consented.covered) return { ...consented, exceptions: [] }
  const carrying = exceptions.filter(
    ({ receivers, recordedAt, sections }) =>
      use.at.getTime() - recordedAt.getTime() <= daysCarried * dayMilliseconds &&
      receivers.some((one) => use.receiver !== null && isSameReceiver(one, use.receiver)) &&
      sections.some((section) => use.sections.includes(section)),
  )
  if (carrying.length === 0) return { ...consented, exceptions: [] }
  const rest = use.sections.filter((section) => !carrying.some(({ sections }) => sections.includes(section)))
  const left = rest.length === 0 ? nothingLeft : coveredBy(consents, { ...use, sections: rest })
  return { ...left, exceptions: carrying.map(({ id, ground }) => ({ id, ground })) }
}

const nothingLeft: Coverage = { covered: true, by: [], missing: { sections: [], kinds: [] } }
