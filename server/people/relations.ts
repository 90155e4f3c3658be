import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { isMinorOn, legalCapacityOn } from './legal-capacity.ts'
import { birthOf, capacityFactsOf, type Person } from './person.ts'

/** What one person is to another, as the rules need it. */
export type Relation = Readonly<{
  id: string
  personId: string
  relativeId: string
  endedAt: Date | null
  version: number
}>

/** Whether the person can guard others: of age and in full capacity (Civil Code of the PRC, art. 27, 28). */
export const canGuard = ({ sheet }: Pick<Person, 'sheet'>, today: Day) =>
  !isMinorOn(today, birthOf(sheet)) && legalCapacityOn(today, capacityFactsOf(sheet)) === 'full'

/** Refuses a guardian who cannot be one. */
export function refuseUnlessCanGuard(relative: Person, today: Day) {
  if (canGuard(relative, today)) return
  const isMinor = isMinorOn(today, birthOf(relative.sheet))
  const code = isMinor ? 'people/guardian-is-a-minor' : 'people/guardian-lacks-capacity'
  throw new Refusal(code, {}, [{ path: 'guardian', code }])
}

/** Refuses to change what is history. */
export function refuseUnlessLasting({ endedAt }: Relation) {
  if (endedAt !== null) throw new Refusal('people/relation-ended')
}
