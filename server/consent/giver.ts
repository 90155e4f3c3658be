import type { Confirmer, ConsentCapacity } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { ageRangeOn, type CapacityFacts, needsGuardianForData } from '#server/people/index.ts'

/** Who gives a consent about a person, from what that follows, and whether the person must be heard beside a guardian. */
export type Giving = Readonly<{
  giver: Confirmer
  capacity: ConsentCapacity
  mustBeHeard: boolean
  under14: boolean
}>

// From this age a child under guardianship is heard (Civil Code of the PRC, art. 19: limited capacity).
const heardFrom = 8
const adultFrom = 18

/**
 * Who consents on a day to what is done with information about a person (R-140, R-282, R-296; Personal Information
 * Protection Law, art. 31): a guardian for whoever is or may be under 14; a guardian for whoever was found to have limited
 * or no capacity, and the person is heard; otherwise the person, from 14 on. A vague birth date counts as the youngest
 * possible age; no birth date at all counts as an adult, as everywhere.
 */
export function whoGives(day: Day, facts: CapacityFacts): Giving {
  const { birth, assessed } = facts
  const youngest = birth ? ageRangeOn(day, birth).youngest : adultFrom
  if (needsGuardianForData(day, birth)) {
    const isHeard = youngest >= heardFrom
    return {
      giver: 'guardian',
      capacity: isHeard ? 'from-eight' : 'under-eight',
      mustBeHeard: isHeard,
      under14: true,
    }
  }
  if (assessed === 'limited' || assessed === 'none')
    return { giver: 'guardian', capacity: assessed, mustBeHeard: true, under14: false }
  return {
    giver: 'client',
    capacity: youngest < adultFrom ? 'from-fourteen' : 'full',
    mustBeHeard: false,
    under14: false,
  }
}

type Given = Readonly<{ giver: Confirmer; guardianId: string | null }>
type Somebody = Readonly<{ id: string; name: string }>

/**
 * Who gave it, by id and name. Refuses (422) a consent by somebody whose it is not to give.
 * @param guardians who is a guardian of the person now
 */
export function giverOf(
  given: Given,
  { giver }: Giving,
  person: Somebody,
  guardians: readonly Somebody[],
): Somebody {
  if (given.giver !== giver)
    refuseField(giver === 'guardian' ? 'consents/guardian-gives' : 'consents/client-gives', 'giver')
  if (giver === 'client') return person
  const guardian = guardians.find(({ id }) => id === given.guardianId)
  if (!guardian) refuseField('consents/no-such-guardian', 'guardianId')
  return guardian
}

function refuseField(code: Refusal['code'], path: string): never {
  throw new Refusal(code, {}, [{ path, code }])
}
