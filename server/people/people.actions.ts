import { PersonSheet, type PersonToRecord } from '#contract/people.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { candidatesFor } from './duplicates.queries.ts'
import {
  insertPerson,
  insertSearch,
  lookAtIdNumber,
  lookAtWholePerson,
  savePerson,
} from './people.repository.ts'
import { checkedSheet } from './person.ts'
import { refuseUnlessOthers, searchedAt } from './sought.ts'

/**
 * Records a person, after a search only. The search is made once more here, through the actor's eyes:
 * whoever came in meanwhile is suggested too, and whoever is out of sight is no more than nobody.
 */
export async function addPerson(tx: Transaction, { id, sought, ...given }: PersonToRecord) {
  permit(tx.actor, 'person.add') // 403
  const sheet = checkedSheet(PersonSheet.parse(given), dayOf(tx.now)) // 400
  const at = searchedAt(tx, sheet.name, sought.search) // 409
  const birthDate = sheet.birthPrecision === 'day' ? sheet.birthDate : null
  const candidates = (await candidatesFor(tx, { ...sheet, birthDate })).filter(
    ({ person }) => person.id !== id,
  )
  refuseUnlessOthers(sought, candidates) // 409, 422
  await insertPerson(tx, id, sheet) // 409
  const { ground, note } = sought
  const others = candidates.map(({ person }) => person.id)
  insertSearch(tx, id, { searchedAt: at, others, ground: others.length > 0 ? ground : null, note })
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
