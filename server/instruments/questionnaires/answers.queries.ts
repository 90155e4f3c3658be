import { sql } from 'kysely'
import { z } from 'zod'
import type { AnsweredQuery } from '#contract/questionnaires/answered.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const InCase = z.tuple([z.iso.date(), z.uuid()])
const OfAll = z.tuple([z.iso.datetime(), z.uuid()])

const answered = (tx: Transaction) =>
  tx.db
    .selectFrom('questionnaireAnswers')
    .where('agencyId', '=', tx.actor.agencyId)
    .select(['id', 'agencyId', 'caseId', 'questionnaireId', 'questionnaireVersion', 'way', 'language'])
    .select(['answeredOn', 'recordedBy', 'recordedAt'])

/** These with names; a page is chosen before anything is joined to it, so that no more than it is ever sorted. */
const named = (tx: Transaction, chosen: ReturnType<typeof answered>) =>
  tx.db
    .selectFrom(chosen.as('a'))
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'a.agencyId').onRef('w.id', '=', 'a.recordedBy'),
    )
    .innerJoin('questionnaireEditions as e', (join) =>
      join
        .onRef('e.agencyId', '=', 'a.agencyId')
        .onRef('e.questionnaireId', '=', 'a.questionnaireId')
        .onRef('e.number', '=', 'a.questionnaireVersion'),
    )
    .selectAll('a')
    .select('w.name as recordedByName')
    .select(sql<string>`e.sheet ->> 'title'`.as('title'))
    .orderBy('a.answeredOn', 'desc')
    .orderBy('a.id', 'desc')

export type AnsweredRow = Awaited<ReturnType<ReturnType<typeof named>['executeTakeFirstOrThrow']>>

/** What was answered in a case, newest first. */
export async function answeredRows(tx: Transaction, caseId: string, { limit, after }: AnsweredQuery) {
  const position = positionIn(after, InCase)
  let page = answered(tx)
    .where('caseId', '=', caseId)
    .orderBy('answeredOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (position)
    page = page.where(sql<boolean>`(answered_on, id) < (${position[0]}::date, ${position[1]}::uuid)`)
  const rows = await named(tx, page).execute()
  tx.saw({ kind: 'questionnaire-answers-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.answeredOn, row.id])
}

/** One set of answers (404). */
export async function answeredRow(tx: Transaction, caseId: string, id: string): Promise<AnsweredRow> {
  const row = await named(
    tx,
    answered(tx).where('caseId', '=', caseId).where('id', '=', id),
  ).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'questionnaire-answers', id, caseId })
  return row
}

/** What was answered, and by the version that asked it. */
export const answersOf = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('questionnaireAnswers as a')
    .innerJoin('questionnaireEditions as e', (join) =>
      join
        .onRef('e.agencyId', '=', 'a.agencyId')
        .onRef('e.questionnaireId', '=', 'a.questionnaireId')
        .onRef('e.number', '=', 'a.questionnaireVersion'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.id', '=', id)
    .select(['a.answers', 'e.sheet'])
    .executeTakeFirstOrThrow()

/** A page of everything that this reader sees of the answers to a questionnaire, in the order in which they came. */
export async function everyAnswer(
  tx: Transaction,
  questionnaireId: string,
  after: string | undefined,
  limit: number,
) {
  const position = positionIn(after, OfAll)
  let query = tx.db
    .selectFrom('questionnaireAnswers as a')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'a.agencyId').onRef('c.id', '=', 'a.caseId'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.questionnaireId', '=', questionnaireId)
    .select(['a.id', 'a.caseId', 'c.number as caseNumber', 'a.questionnaireVersion', 'a.way', 'a.language'])
    .select(['a.answeredOn', 'a.recordedAt', 'a.answers'])
    .orderBy('a.recordedAt')
    .orderBy('a.id')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(a.recorded_at, a.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  return pageFrom(await query.execute(), limit, (row) => [row.recordedAt.toISOString(), row.id])
}
