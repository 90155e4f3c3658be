import { timingSafeEqual } from 'node:crypto'
import type { DuplicateList, Sought } from '#contract/people.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'

/** How long a search holds: after it, others may have been recorded whom it could not show. */
const holdsMilliseconds = 3_600_000

type Searching = Pick<Transaction, 'actor' | 'keys' | 'now'>

/**
 * What shows that somebody searched for a name, and when: nothing of it lies in the database, and only this agency's key makes
 * it. It says nothing of what the search found.
 */
export const tokenOfSearch = (tx: Searching, name: string) => tokenAt(tx, name, tx.now.getTime())

function tokenAt({ actor, keys }: Searching, name: string, at: number): string {
  const mark = keys.mark('person-search', JSON.stringify([actor.workerId, at, name]))
  return `${at.toString(36)}.${mark}`
}

/** When the search was that a token shows; refused (409) where it is another's, for another name, or too long ago. */
export function searchedAt(tx: Searching, name: string, token: string): Date {
  const at = Number.parseInt(token.split('.')[0] ?? '', 36)
  const age = tx.now.getTime() - at
  if (!(age >= 0 && age <= holdsMilliseconds) || !same(token, tokenAt(tx, name, at)))
    throw new Refusal('people/search-first')
  return new Date(at)
}

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Whoever is suggested must be named as another person, with the ground; `other` says which (409, 422). */
export function refuseUnlessOthers(
  { others, ground, note }: Sought,
  candidates: DuplicateList['candidates'],
) {
  if (candidates.some(({ person }) => !others.includes(person.id))) throw new Refusal('people/maybe-known')
  const asked = candidates.length > 0
  whole([
    ['sought.ground', !asked || ground !== null],
    ['sought.note', !asked || ground !== 'other' || note.trim() !== ''],
  ])
}
