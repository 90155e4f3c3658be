import type { EcomapSheet, FamilySheet } from '#contract/drawings.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookAtCase, needsToKnowPerson, refuseUnlessOpen } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { lookAtPerson } from '#server/people/index.ts'
import { refuseUndrawableDays } from './ecomap.ts'
import { ecomapsOf, saveEcomaps } from './ecomaps.repository.ts'
import { familyOf, recordsInSight, saveFamily } from './families.repository.ts'
import { keptFamily, recordsIn, refuseStrangers, refuseUndrawable } from './family.ts'

/** Writes the family of a person as it is now told. */
export async function writeFamily(tx: Transaction, personId: string, family: FamilySheet) {
  await lookAtPerson(tx, personId) // 404
  const kept = await familyOf(tx, personId, { lock: true })
  permit(tx.actor, 'family.write') // 403
  // Whoever writes it sees all of it, also what they have just written.
  if (!(await needsToKnowPerson(tx, personId)))
    throw new Refusal('not-allowed', { operation: 'family.write' }) // 403
  refuseStrangers(family, kept.family, await recordsInSight(tx, recordsIn(family))) // 422
  refuseUndrawable(family) // 422
  await saveFamily(tx, personId, kept, keptFamily(family)) // 412
}

/** Writes the ecomaps of a case, each of the day on which it was drawn. */
export async function writeEcomaps(tx: Transaction, caseId: string, sheet: EcomapSheet) {
  const caseFile = await lookAtCase(tx, caseId) // 404
  const kept = await ecomapsOf(tx, caseId, { lock: true })
  permit(tx.actor, 'ecomap.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUndrawableDays(sheet) // 422
  await saveEcomaps(tx, caseId, kept, sheet) // 412
  const drawn = sheet.days.find(({ id }) => !kept.days.some((day) => day.id === id))
  if (drawn) await tellStory(tx, { caseId }, 'ecomap-drawn', { day: drawn.day })
}
