import { PersonSheet, type NewPerson } from '#contract/people.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { insertPerson, lookAtIdNumber, lookAtWholePerson, savePerson } from './people.repository.ts'
import { checkedSheet } from './person.ts'

/** Records a person. */
export async function addPerson(tx: Transaction, { id, ...given }: NewPerson) {
  permit(tx.actor, 'person.add') // 403
  await insertPerson(tx, id, checkedSheet(PersonSheet.parse(given), dayOf(tx.now))) // 400, 409
}

/** Shows the whole identity number, on the audit as a look of its own. */
export async function showIdNumber(tx: Transaction, id: string) {
  const idNumber = await lookAtIdNumber(tx, id) // 404
  permit(tx.actor, 'person.show-id-number') // 403
  return { idNumber }
}

/** Keeps a person's sheet as it stands. */
export async function changePerson(tx: Transaction, id: string, sheet: PersonSheet) {
  const person = await lookAtWholePerson(tx, id, { lock: true }) // 404
  permit(tx.actor, 'person.change') // 403
  await savePerson(tx, person, checkedSheet(sheet, dayOf(tx.now), person.sheet.idNumber)) // 400, 412
}
