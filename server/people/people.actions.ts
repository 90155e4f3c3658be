import { PersonSheet, type NewPerson } from '#contract/people.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { insertPerson, lookAtPerson, savePerson } from './people.repository.ts'
import { checkedSheet } from './person.ts'

/** Records a person. */
export async function addPerson(tx: Transaction, { id, ...given }: NewPerson) {
  permit(tx.actor, 'person.add') // 403
  await insertPerson(tx, id, checkedSheet(PersonSheet.parse(given), dayOf(tx.now))) // 400, 409
}

/** Keeps a person's sheet as it stands. */
export async function changePerson(tx: Transaction, id: string, sheet: PersonSheet) {
  const person = await lookAtPerson(tx, id, { lock: true }) // 404
  permit(tx.actor, 'person.change') // 403
  await savePerson(tx, person, checkedSheet(sheet, dayOf(tx.now))) // 400, 412
}
