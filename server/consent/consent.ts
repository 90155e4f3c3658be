import { statutoryGrounds } from '#contract/codes/index.ts'
import { type GiveConsent, purposeAsks, type RecordException } from '#contract/consent.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import type { Giving } from './giver.ts'

/** A consent as it is withdrawn. */
export type Withdrawable = Readonly<{
  id: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  purpose: string
  withdrawnAt: Date | null
  version: number
}>

/**
 * Refuses (422) a consent that does not say what its purpose asks, naming every field at once: sections, receivers,
 * details, the witness of what was spoken, what the client said where they must be heard, and a period that can begin.
 */
export function refuseUnlessWhole(given: GiveConsent, { mustBeHeard, under14 }: Giving, today: Day) {
  const asks = purposeAsks[given.purpose]
  const isForUnder14 = given.sensitiveKind === 'under-fourteen'
  whole([
    ['sensitiveKind', !under14 || given.sensitiveKind !== null, 'consents/separate-for-under-14'],
    ['sensitiveKind', under14 || !isForUnder14, 'consents/not-under-14'],
    ['sections', !asks.sections || given.sections.length > 0],
    ['receivers', !asks.receivers || given.receivers.length > 0],
    ['details', !asks.details || says(given.details)],
    ['heard', !mustBeHeard || says(given.heard), 'consents/client-not-heard'],
    ['witness', given.way !== 'oral-with-witness' || says(given.witness)],
    ['validUntil', given.validUntil >= given.validFrom, 'consents/ends-before-it-begins'],
    ['validUntil', given.validUntil >= today, 'consents/run-out-already'],
  ])
}

/** What a purpose does not ask for is not kept: a section ticked by mistake opens nothing. */
export function keptScope({ purpose, sections, receivers }: GiveConsent) {
  const asks = purposeAsks[purpose]
  return {
    sections: asks.sections ? [...new Set(sections)] : [],
    receivers: asks.receivers ? receivers : [],
  }
}

/** Refuses (422) what is given in a case and in a first contact at once. */
export function refuseTwoPlaces({ caseId, inquiryId }: Pick<GiveConsent, 'caseId' | 'inquiryId'>) {
  if (caseId !== null && inquiryId !== null) throw new Refusal('consents/one-place-only')
}

/** Refuses (409) to withdraw once more what was withdrawn. */
export function refuseIfWithdrawn({ withdrawnAt }: Withdrawable) {
  if (withdrawnAt !== null) throw new Refusal('consents/withdrawn-already')
}

/** Refuses (422) an exception by law that names no law. In an emergency the reason says enough. */
export function refuseWithoutGround({ ground, legalBasis }: RecordException) {
  const needsLaw = statutoryGrounds.includes(ground)
  whole([['legalBasis', !needsLaw || says(legalBasis), 'consents/legal-basis-missing']])
}
