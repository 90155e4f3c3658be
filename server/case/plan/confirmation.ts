import type { GivePlanConfirmation } from '#contract/case/plan.ts'
import type { Confirmer } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/** Who has to confirm a plan: the client, and a guardian where the law asks for one. */
export type ConfirmationNeed = Readonly<{
  clientId: string
  needsGuardian: boolean
  guardians: readonly Readonly<{ id: string }>[]
}>

type Given = Pick<GivePlanConfirmation, 'givenAs' | 'personId'>

/** Who has not confirmed yet, in the order in which people are asked. A guardian counts only while recorded as one. */
export function missingConfirmations(given: readonly Given[], need: ConfirmationNeed): Confirmer[] {
  const byClient = given.some(({ givenAs, personId }) => givenAs === 'client' && personId === need.clientId)
  const byGuardian = given.some(
    ({ givenAs, personId }) => givenAs === 'guardian' && need.guardians.some(({ id }) => id === personId),
  )
  return [
    ...(byClient ? [] : ['client' as const]),
    ...(byGuardian || !need.needsGuardian ? [] : ['guardian' as const]),
  ]
}

/** Refuses to begin work on a plan that the people it is about did not confirm. */
export function refuseUnlessConfirmed(given: readonly Given[], need: ConfirmationNeed) {
  const missing = missingConfirmations(given, need)
  if (missing.includes('client')) throw new Refusal('plan/client-not-confirmed')
  if (missing.includes('guardian')) throw new Refusal('plan/guardian-not-confirmed')
}

/** Refuses a confirmation by somebody whose it is not, without its witness, or from the future. */
export function refuseUnlessGivable(given: GivePlanConfirmation, need: ConfirmationNeed, now: Date) {
  const isTheClient = given.personId === need.clientId
  if (given.givenAs === 'client' && !isTheClient) throw new Refusal('plan/not-the-client')
  const isGuardian = need.guardians.some(({ id }) => id === given.personId)
  if (given.givenAs === 'guardian' && !isGuardian) throw new Refusal('plan/not-a-guardian')
  whole([
    ['witness', given.way !== 'oral-with-witness' || says(given.witness)],
    ['said', given.way !== 'other' || says(given.said)],
    ['givenAt', new Date(given.givenAt) <= now, 'plan/in-the-future'],
  ])
}
