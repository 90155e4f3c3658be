import type { AddAddendum, Addendum } from '#contract/case/addenda.ts'
import type { Transaction } from '#server/access/index.ts'
import { tellStory } from './timeline.repository.ts'

/** The kinds of signed records that addenda are written to. */
export type AddendumSubject = 'interview' | 'assessment' | 'plan' | 'record' | 'evaluation' | 'closing'

type NewAddendum = AddAddendum & Readonly<{ caseId: string; subjectKind: AddendumSubject; subjectId: string }>

/** Adds to a signed record what must be said later, and tells the story of it. Nobody changes or removes it again. */
export async function addAddendum(
  tx: Transaction,
  { id, caseId, subjectKind, subjectId, text, reason }: NewAddendum,
) {
  await tx.db
    .insertInto('addenda')
    .values({
      agencyId: tx.actor.agencyId,
      id,
      caseId,
      subjectKind,
      subjectId,
      text,
      reason,
      authorId: tx.actor.workerId,
      at: tx.now,
    })
    .execute()
  await tellStory(tx, { caseId }, 'addendum-added', { subject: subjectKind, subjectId })
}

/** The addenda of one record, oldest first. */
export async function addendaOf(tx: Transaction, subjectId: string): Promise<Addendum[]> {
  const rows = await tx.db
    .selectFrom('addenda as a')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'a.agencyId').onRef('w.id', '=', 'a.authorId'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.subjectId', '=', subjectId)
    .select(['a.id', 'a.text', 'a.reason', 'a.at', 'w.id as authorId', 'w.name as authorName'])
    .orderBy('a.at')
    .orderBy('a.id')
    .execute()
  return rows.map(({ authorId, authorName, at, ...row }) => ({
    ...row,
    author: { id: authorId, name: authorName },
    at: at.toISOString(),
  }))
}

/** The same for a reader from whom what the record tells stays behind: who added something and when, without its words. */
export const withoutWords = (addenda: readonly Addendum[]): Addendum[] =>
  addenda.map((one) => ({ ...one, text: '', reason: '' }))
