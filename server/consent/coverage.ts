import type { Receiver } from '#contract/consent.ts'
import { purposeAsks } from '#contract/consent.ts'
import type { ConsentPurpose, ConsentState, FileSection, SensitiveKind } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { dayOf } from '#server/kernel/days.ts'

/** A consent as the rules see it. */
export type Consent = Readonly<{
  id: string
  purpose: ConsentPurpose
  sensitiveKind: SensitiveKind | null
  sections: readonly FileSection[]
  receivers: readonly Receiver[]
  validFrom: Day
  validUntil: Day
  recordedAt: Date
  withdrawnAt: Date | null
}>

/** What somebody is about to do with information about a person. */
export type Use = Readonly<{
  purpose: ConsentPurpose
  sections: readonly FileSection[]
  /** The sensitive kinds that are in it; `under-fourteen` for everything about somebody who is or may be under 14. */
  kinds: readonly SensitiveKind[]
  /** Who receives it or takes part; null where nobody is named. */
  receiver: Receiver | null
  at: Date
}>

/** Whether a use is covered, by which consents, and what no consent covers. */
export type Coverage = Readonly<{
  covered: boolean
  by: readonly string[]
  missing: Readonly<{ sections: readonly FileSection[]; kinds: readonly SensitiveKind[] }>
}>

/**
 * How a consent stands at a moment. It begins when it was written down, never before, so that nothing written later
 * justifies what was done; it ends with the second of its withdrawal (Personal Information Protection Law, art. 15).
 */
export function stateAt(
  consent: Omit<Consent, 'id' | 'purpose' | 'sensitiveKind' | 'sections' | 'receivers'>,
  at: Date,
): ConsentState {
  if (consent.withdrawnAt !== null && at >= consent.withdrawnAt) return 'withdrawn'
  const day = dayOf(at)
  if (day > consent.validUntil) return 'run-out'
  return at < consent.recordedAt || day < consent.validFrom ? 'not-yet' : 'in-force'
}

/**
 * Whether consents that are in force at a moment cover a use: its purpose, each section, the receiver, and each sensitive
 * kind by a consent of its own (R-074, R-186, R-282, R-284; Personal Information Protection Law, art. 23, 29, 31).
 * What is about a child under 14 is sensitive as a whole: its sections need consents of that kind, and consents of no
 * kind count for nothing. Once the child is 14 it is the other way round, and the child consents anew.
 * Exceptions (emergency, law) are no consents and are not asked here: a referral asks for them by itself.
 */
export function coveredBy(consents: readonly Consent[], use: Use): Coverage {
  const standing = consents.filter(
    (one) => one.purpose === use.purpose && stateAt(one, use.at) === 'in-force' && reaches(one, use),
  )
  const basis: SensitiveKind | null = use.kinds.includes('under-fourteen') ? 'under-fourteen' : null
  const ofBasis = standing.filter(({ sensitiveKind }) => sensitiveKind === basis)
  const names = purposeAsks[use.purpose].sections
  const covers = (some: readonly Consent[], section: FileSection) =>
    !names || some.some(({ sections }) => sections.includes(section))
  const sections = use.sections.filter((section) => !covers(ofBasis, section))
  const kinds = use.kinds.filter((kind) => {
    const ofKind = standing.filter(({ sensitiveKind }) => sensitiveKind === kind)
    return ofKind.length === 0 || use.sections.some((section) => !covers(ofKind, section))
  })
  const covered = ofBasis.length > 0 && sections.length === 0 && kinds.length === 0
  const counted = standing.filter(
    ({ sensitiveKind }) => sensitiveKind === basis || use.kinds.some((kind) => kind === sensitiveKind),
  )
  return { covered, by: covered ? counted.map(({ id }) => id) : [], missing: { sections, kinds } }
}

/** Whether a consent names the receiver of a use; where its purpose names nobody, anybody is meant. */
function reaches({ receivers, purpose }: Consent, { receiver }: Use): boolean {
  if (!purposeAsks[purpose].receivers) return true
  return receiver !== null && receivers.some((one) => isSameReceiver(one, receiver))
}

// How a name is spaced or written in width does not make it another receiver.
const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase()

/** Whether two records mean the same receiver. */
export const isSameReceiver = (one: Receiver, other: Receiver) =>
  one.kind === other.kind && plain(one.name) === plain(other.name)
