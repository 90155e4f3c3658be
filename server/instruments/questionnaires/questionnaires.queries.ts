import { sql } from 'kysely'
import { z } from 'zod'
import type { QuestionnaireQuery } from '#contract/questionnaires/kept.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const questionnaires = (tx: Transaction) =>
  tx.db
    .selectFrom('questionnaires')
    .where('agencyId', '=', tx.actor.agencyId)
    .select(['id', 'published', 'unpublished', 'retired', 'createdAt', 'version'])
    .select(sql<string>`sheet ->> 'title'`.as('title'))

export type QuestionnaireRow = Awaited<ReturnType<typeof questionnaireRow>>

/** One questionnaire with what is being written and how it came in (404). */
export async function questionnaireRow(tx: Transaction, id: string) {
  const row = await questionnaires(tx).select(['sheet', 'report']).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'questionnaire', id })
  return row
}

/** The questionnaires of the agency, newest first: all, or those that can be answered. */
export async function questionnaireRows(tx: Transaction, { limit, after, show }: QuestionnaireQuery) {
  const position = positionIn(after, Position)
  let query = questionnaires(tx)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (show === 'in-use') query = query.where('published', '>', 0).where(sql<boolean>`not retired`)
  if (position)
    query = query.where(sql<boolean>`(created_at, id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
  const rows = await query.execute()
  tx.saw({ kind: 'questionnaire-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.createdAt.toISOString(), row.id])
}

/** Who published which version, newest first. */
export const editionRows = (tx: Transaction, questionnaireId: string) =>
  tx.db
    .selectFrom('questionnaireEditions as e')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'e.agencyId').onRef('w.id', '=', 'e.publishedBy'),
    )
    .where('e.agencyId', '=', tx.actor.agencyId)
    .where('e.questionnaireId', '=', questionnaireId)
    .select(['e.number', 'e.publishedAt', 'w.id as byId', 'w.name as byName'])
    .orderBy('e.number', 'desc')
    .execute()

/** A published version with whether its questionnaire is in use; undefined where there is none. */
export const editionRow = (tx: Transaction, questionnaireId: string, number: number) =>
  tx.db
    .selectFrom('questionnaireEditions as e')
    .innerJoin('questionnaires as q', (join) =>
      join.onRef('q.agencyId', '=', 'e.agencyId').onRef('q.id', '=', 'e.questionnaireId'),
    )
    .where('e.agencyId', '=', tx.actor.agencyId)
    .where('e.questionnaireId', '=', questionnaireId)
    .where('e.number', '=', number)
    .select(['e.sheet', 'q.retired', 'q.published'])
    .executeTakeFirst()

/** Every published version, oldest first: what the answers of all of them are read with. */
export const editionSheets = (tx: Transaction, questionnaireId: string) =>
  tx.db
    .selectFrom('questionnaireEditions')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('questionnaireId', '=', questionnaireId)
    .select(['number', 'sheet'])
    .orderBy('number')
    .execute()
