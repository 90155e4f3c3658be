import type { NewRelation, RelationSheet } from '#contract/people.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Relation } from './relations.ts'

/** Whether these two are already known to belong together; a relation that ended does not count. */
export async function refuseIfRelated(tx: Transaction, personId: string, relativeId: string) {
  const known = await tx.db
    .selectFrom('relations')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', '=', personId)
    .where('relativeId', '=', relativeId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (known) throw new Refusal('people/already-related')
}

/** Writes a new relation. The relative comes into the sight of whoever sees the client. */
export async function insertRelation(tx: Transaction, personId: string, relation: NewRelation) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('relations')
    .values({ agencyId, personId, ...relation, recordedBy: workerId, recordedAt: tx.now })
    .execute()
  tx.saw({ kind: 'relation', id: relation.id, personId })
}

/** Looks at a relation of a person and locks it; out of sight is the same as absent (404). */
export async function lookAtRelation(tx: Transaction, personId: string, id: string): Promise<Relation> {
  const row = await tx.db
    .selectFrom('relations')
    .select(['id', 'personId', 'relativeId', 'endedAt', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', '=', personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'relation', id, personId })
  return row
}

/** Saves a relation against the version that was seen (412); ended, it keeps the moment of its end. */
export async function saveRelation(
  tx: Transaction,
  { id, version }: Relation,
  { ended, ...facts }: RelationSheet,
) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('relations')
    .set({ ...facts, endedAt: ended ? tx.now : null, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}
