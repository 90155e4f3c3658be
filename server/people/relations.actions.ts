import type { NewRelation, RelationSheet } from '#contract/people.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { lookAtPerson } from './people.repository.ts'
import { insertRelation, lookAtRelation, refuseIfRelated, saveRelation } from './relations.repository.ts'
import { refuseUnlessCanGuard, refuseUnlessLasting } from './relations.ts'

/** Says who somebody is to this person. Both must be in sight: a relation shows the one to whoever sees the other. */
export async function addRelation(tx: Transaction, personId: string, relation: NewRelation) {
  await lookAtPerson(tx, personId, { lock: true }) // 404; locked, so that nobody says the same meanwhile
  const relative = await lookAtPerson(tx, relation.relativeId) // 404
  permit(tx.actor, 'person.change') // 403
  if (personId === relative.id)
    throw new Refusal('people/related-to-self', {}, [{ path: 'relativeId', code: 'people/related-to-self' }])
  await refuseIfRelated(tx, personId, relative.id) // 409
  if (relation.guardian) refuseUnlessCanGuard(relative, dayOf(tx.now)) // 422
  await insertRelation(tx, personId, relation)
}

/** Changes or ends a relation. */
export async function changeRelation(tx: Transaction, personId: string, id: string, sheet: RelationSheet) {
  await lookAtPerson(tx, personId) // 404
  const relation = await lookAtRelation(tx, personId, id) // 404
  permit(tx.actor, 'person.change') // 403
  refuseUnlessLasting(relation) // 409
  if (sheet.guardian && !sheet.ended) {
    refuseUnlessCanGuard(await lookAtPerson(tx, relation.relativeId), dayOf(tx.now)) // 422
  }
  await saveRelation(tx, relation, sheet) // 412
}
