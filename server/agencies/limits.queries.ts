import type { Day } from '#contract/dates.ts'
import { limitIn, type LimitName, limitNames } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { inForce } from './settings.repository.ts'

/** Every limit of the agency as a plain number, in the unit of its proposal. */
export type Limits = Readonly<Record<LimitName, number>>

/** The limits that are in force on a day: what opens then takes them, and keeps them. */
export async function limitsOn(tx: Transaction, day: Day): Promise<Limits> {
  const [own] = await inForce(tx, 'deadlines', day, [''])
  const entries = limitNames.map((name) => [name, limitIn(own?.sheet ?? null, name)] as const)
  return Object.fromEntries(entries) as Record<LimitName, number>
}
