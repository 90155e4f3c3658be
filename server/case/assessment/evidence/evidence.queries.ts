import { sql } from 'kysely'
import { z } from 'zod'
import type { FindingQuery } from '#contract/case/evidence.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { together } from '#server/platform/database/together.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])
const DayPosition = z.tuple([z.iso.date(), z.uuid()])

const findings = ({ db, actor }: Transaction, caseId: string) =>
  db.selectFrom('findings').selectAll().where('agencyId', '=', actor.agencyId).where('caseId', '=', caseId)

/** The findings of a case, newest first: of one field, or those that contradict themselves. */
export async function findingRows(
  tx: Transaction,
  caseId: string,
  { limit, after, field, show }: FindingQuery,
) {
  const position = positionIn(after, Position)
  let query = findings(tx, caseId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (field !== undefined) query = query.where('field', '=', field)
  if (show === 'contradicted') query = query.where('contradicted', '=', true)
  if (position)
    query = query.where(sql<boolean>`(recorded_at, id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
  const page = pageFrom(await query.execute(), limit, (row) => [row.recordedAt.toISOString(), row.id])
  tx.saw({ kind: 'finding-list', caseId, listed: page.rows.map(({ id }) => id) })
  return page
}

export type FindingRow = Awaited<ReturnType<typeof findingRow>>

/** One finding of a case. */
export const findingRow = (tx: Transaction, caseId: string, id: string) =>
  findings(tx, caseId).where('id', '=', id).executeTakeFirstOrThrow()

/** Every source and settlement of these findings, in the order in which they were written down. */
export async function saidOf(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return { sources: [], settlements: [] }
  const [sources, settlements] = await together([sourceRows(tx, ids), settlementRows(tx, ids)])
  return { sources, settlements }
}

const sourceRows = ({ db, actor }: Transaction, ids: readonly string[]) =>
  db
    .selectFrom('findingSources as s')
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 's.agencyId').onRef('r.id', '=', 's.recordedBy'),
    )
    .leftJoin('workers as t', (join) =>
      join.onRef('t.agencyId', '=', 's.agencyId').onRef('t.id', '=', 's.takenBackBy'),
    )
    .where('s.agencyId', '=', actor.agencyId)
    .where('s.findingId', 'in', [...ids])
    .orderBy('s.recordedAt')
    .orderBy('s.id')
    .selectAll('s')
    .select(['r.name as recordedByName', 't.name as takenBackByName'])
    .execute()

const settlementRows = ({ db, actor }: Transaction, ids: readonly string[]) =>
  db
    .selectFrom('findingSettlements as s')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.settledBy'),
    )
    .where('s.agencyId', '=', actor.agencyId)
    .where('s.findingId', 'in', [...ids])
    .orderBy('s.settles')
    .select(['s.findingId', 's.note', 's.settledAt', 's.settledBy', 'w.name as settledByName'])
    .execute()

export type Said = Awaited<ReturnType<typeof saidOf>>

/** How much of the picture of a case is there: what still stands, from whom, on which levels. */
export async function coverRow({ db, actor }: Transaction, caseId: string) {
  const { rows } = await sql<{
    perspectives: string[]
    levels: string[]
    fields: string[]
    findings: number
    contradicted: number
  }>`select coalesce(array_agg(distinct s.said_by), '{}') as perspectives,
      coalesce(array_agg(distinct f.level), '{}') as levels, coalesce(array_agg(distinct f.field), '{}') as fields,
      count(distinct f.id)::int as findings, count(distinct f.id) filter (where f.contradicted)::int as contradicted
    from findings f join finding_sources s on s.agency_id = f.agency_id and s.finding_id = f.id and s.taken_back_at is null
    where f.agency_id = ${actor.agencyId} and f.case_id = ${caseId}`.execute(db)
  return rows[0]
}

/** The notice that was last told in a case. */
export const noticeRow = ({ db, actor }: Transaction, caseId: string) =>
  db
    .selectFrom('collectionNotices as n')
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 'n.agencyId').onRef('r.id', '=', 'n.recordedBy'),
    )
    .where('n.agencyId', '=', actor.agencyId)
    .where('n.caseId', '=', caseId)
    .orderBy('n.recordedAt', 'desc')
    .limit(1)
    .selectAll('n')
    .select('r.name as recordedByName')
    .executeTakeFirst()

// The name is looked up for each by itself: the page is read in the order of its index, and nothing is sorted.
const contacts = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('collectionContacts as k')
    .where('k.agencyId', '=', tx.actor.agencyId)
    .where('k.caseId', '=', caseId)
    .selectAll('k')
    .select(({ selectFrom }) =>
      selectFrom('workers as r')
        .whereRef('r.agencyId', '=', 'k.agencyId')
        .whereRef('r.id', '=', 'k.recordedBy')
        .select('r.name')
        .as('recordedByName'),
    )

/** One visit or consultation. */
export const contactRow = (tx: Transaction, caseId: string, id: string) =>
  contacts(tx, caseId).where('k.id', '=', id).executeTakeFirstOrThrow()

export type ContactRow = Awaited<ReturnType<typeof contactRow>>

/** The visits and consultations of a case, newest first. */
export async function contactRows(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, DayPosition)
  let query = contacts(tx, caseId)
    .orderBy('k.heldOn', 'desc')
    .orderBy('k.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(sql<boolean>`(k.held_on, k.id) < (${position[0]}::date, ${position[1]}::uuid)`)
  const page = pageFrom(await query.execute(), limit, (row) => [row.heldOn, row.id])
  tx.saw({ kind: 'collection-contact-list', caseId, listed: page.rows.map(({ id }) => id) })
  return page
}
