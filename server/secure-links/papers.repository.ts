import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Sealed for one link: it opens for no other. */
const placeOf = (what: 'paper' | 'answer', linkId: string) => `link-${what}|${linkId}`

/** Lays down what a link shows. Nothing of the record it was taken from is read through the link. */
export async function layPaper(tx: Transaction, linkId: string, contents: object) {
  await tx.db
    .insertInto('linkPapers')
    .values({
      agencyId: tx.actor.agencyId,
      linkId,
      contentsSealed: tx.keys.own.seal(placeOf('paper', linkId), JSON.stringify(contents)),
    })
    .execute()
}

/** What the actor’s own link shows, as JSON; a link that shows nothing of the kind, or no longer, finds nothing (404). */
export async function paperHere(tx: Transaction): Promise<unknown> {
  const { workerId: linkId, link } = tx.actor
  const row =
    link &&
    (await tx.db
      .selectFrom('linkPapers')
      .select('contentsSealed')
      .where('agencyId', '=', tx.actor.agencyId)
      .where('linkId', '=', linkId)
      .executeTakeFirst())
  if (!row) throw new Refusal('not-found')
  const { personId, caseId } = link
  tx.saw({ kind: 'link-paper', id: linkId, personId, ...(caseId === null ? {} : { caseId }) })
  return JSON.parse(tx.keys.own.open(placeOf('paper', linkId), row.contentsSealed))
}

/** Keeps the answer of the actor’s own link, which ends with it; refused (409) where it no longer opens. */
export async function keepAnswer(tx: Transaction, answer: object) {
  const sealed = tx.keys.own.seal(placeOf('answer', tx.actor.workerId), JSON.stringify(answer))
  const { rows } = await sql<{
    kept: boolean
  }>`select keep_link_answer(${sealed}, ${tx.now}) as kept`.execute(tx.db)
  if (!rows[0]?.kept) throw new Refusal('links/no-longer')
}

/** An answer that waits to be taken into its case, with whose it is; null once it was taken. Out of sight is 404. */
export async function answerToTake(tx: Transaction, linkId: string) {
  const row = await tx.db
    .selectFrom('linkAnswers as a')
    .innerJoin('secureLinks as l', (join) =>
      join.onRef('l.agencyId', '=', 'a.agencyId').onRef('l.id', '=', 'a.linkId'),
    )
    .select(['a.answerSealed', 'a.givenAt', 'a.takenAt'])
    .select(['l.caseId', 'l.personId', 'l.receiverId', 'l.subjectId', 'l.about'])
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.linkId', '=', linkId)
    .forUpdate('a')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const { answerSealed, caseId, receiverId, takenAt, ...whose } = row
  if (takenAt !== null || caseId === null || receiverId === null) return null
  const answer: unknown = JSON.parse(tx.keys.own.open(placeOf('answer', linkId), answerSealed))
  return { ...whose, caseId, receiverId, answer }
}

/** The answer stands in the case. */
export async function markTaken(tx: Transaction, linkId: string) {
  await tx.db
    .updateTable('linkAnswers')
    .set({ takenAt: tx.now })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('linkId', '=', linkId)
    .execute()
}
