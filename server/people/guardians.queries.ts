import { type FamilyRelation, familyRelation } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { isMinorOn, needsGuardian } from './legal-capacity.ts'
import { guardianRows } from './relations.queries.ts'
import { lookAtPerson } from './people.repository.ts'
import { openSheetFrom } from './people.rows.ts'
import { birthOf, capacityFactsOf } from './person.ts'
import { canGuard } from './relations.ts'

/** Somebody who confirms beside the client, and what they are to them. */
export type Guardian = Readonly<{ id: string; name: string; kind: FamilyRelation }>

/** Who must confirm what is decided for a person. */
export type ConfirmationNeed = Readonly<{
  needsGuardian: boolean
  isMinor: boolean
  guardians: readonly Guardian[]
}>

/** The present guardians of a person; whoever cannot guard any more (no longer in full capacity) is left out. */
export async function guardiansOf(tx: Transaction, personId: string): Promise<Guardian[]> {
  const today = dayOf(tx.now)
  const rows = await guardianRows(tx, personId)
  return rows
    .filter((row) => canGuard({ sheet: openSheetFrom(row) }, today))
    .map(({ id, name, kind }) => ({ id, name, kind: familyRelation.schema.parse(kind) }))
}

/** Whether a guardian must confirm beside this person, and who could. 404 when out of sight. */
export async function confirmationNeedOf(tx: Transaction, personId: string): Promise<ConfirmationNeed> {
  const today = dayOf(tx.now)
  const { sheet } = await lookAtPerson(tx, personId)
  return {
    needsGuardian: needsGuardian(today, capacityFactsOf(sheet)),
    isMinor: isMinorOn(today, birthOf(sheet)),
    guardians: await guardiansOf(tx, personId),
  }
}
