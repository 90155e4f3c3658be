import type { FamilySheet, NewFamily } from '#contract/families.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { refuseUnlessOpen } from '../clients/open-case.ts'
import { lookAtPerson } from '../people.repository.ts'
import {
  insertFamily,
  lookAtCaseOfFamily,
  lookAtFamily,
  membersOf,
  saveFamily,
  saveServed,
} from './families.repository.ts'

/** Makes a family of people in sight. */
export async function addFamily(tx: Transaction, family: NewFamily) {
  permit(tx.actor, 'person.change') // 403
  refuseTwice(family) // 400
  for (const { personId } of family.members) await lookAtPerson(tx, personId) // 404
  await insertFamily(tx, family) // 409
}

/** Saves a family; whoever comes into it must be in sight, whoever is out of sight stays in it. */
export async function changeFamily(tx: Transaction, id: string, sheet: FamilySheet) {
  const family = await lookAtFamily(tx, id, { lock: true }) // 404
  permit(tx.actor, 'person.change') // 403
  refuseTwice(sheet) // 400
  const known = new Set((await membersOf(tx, id)).map((member) => member.id))
  for (const { personId } of sheet.members) if (!known.has(personId)) await lookAtPerson(tx, personId) // 404
  await saveFamily(tx, family, sheet) // 412
}

/** Says that a case serves a family as a whole. */
export async function serveFamily(tx: Transaction, caseId: string, familyId: string | null) {
  const { state } = await lookAtCaseOfFamily(tx, caseId) // 404
  permit(tx.actor, 'person.change') // 403
  refuseUnlessOpen(state) // 409
  if (familyId !== null) await lookAtFamily(tx, familyId) // 404
  await saveServed(tx, caseId, familyId) // 412
}

/** Somebody is a member once at a time; who left and came back is written twice. */
function refuseTwice({ members }: FamilySheet) {
  const present = members.filter(({ until }) => until === null).map(({ personId }) => personId)
  const at = members.findIndex(
    ({ personId, until }) => until === null && present.filter((one) => one === personId).length > 1,
  )
  if (at < 0) return
  const code = 'families/twice-a-member'
  throw new Refusal(code, {}, [{ path: `members.${at}`, code }])
}
