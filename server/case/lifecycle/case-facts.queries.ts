import { sql } from 'kysely'
import { inSight, type Transaction } from '#server/access/index.ts'
import { openedReach } from '#server/people/index.ts'

/** The client of a case, as the head of its page shows them. */
export async function clientOf(tx: Transaction, caseId: string) {
  const row = await tx.db
    .selectFrom('cases as c')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.sex', 'p.birthDate', 'p.birthPrecision', 'p.legalCapacity'])
    .select(['p.phoneSealed', 'p.safeContactSealed', 'pk.wrapped as wrappedKey'])
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', caseId)
    .executeTakeFirst()
  return row && { ...row, ...openedReach(tx.keys, row) }
}

/** The guardians of a case's client who are known today. */
export async function guardiansOf(tx: Transaction, caseId: string) {
  const rows = await tx.db
    .selectFrom('cases as c')
    .innerJoin('relations as r', (join) =>
      join.onRef('r.agencyId', '=', 'c.agencyId').onRef('r.personId', '=', 'c.clientId'),
    )
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'r.agencyId').onRef('p.id', '=', 'r.relativeId'),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'r.kind as relation'])
    .select(['p.phoneSealed', 'p.safeContactSealed', 'pk.wrapped as wrappedKey'])
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', caseId)
    .where('r.guardian', '=', true)
    .where(inSight(tx, 'p'))
    .where('r.endedAt', 'is', null)
    .orderBy('r.recordedAt')
    .execute()
  return rows.map((row) => ({ ...row, ...openedReach(tx.keys, row) }))
}

/** Who works on the case or watches over it. Posts (the head's) are not persons and stay out. */
export const membersOf = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('sightGrants as g')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'g.agencyId').onRef('w.id', '=', 'g.principalId'),
    )
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'g.agencyId').onRef('c.id', '=', 'g.caseId'),
    )
    .select(['w.id', 'w.name', 'g.source'])
    .where(sql<boolean>`grant_counts(g.source, c.confidentiality)`)
    .where('g.agencyId', '=', tx.actor.agencyId)
    .where('g.caseId', '=', caseId)
    .where('g.endedAt', 'is', null)
    .orderBy('g.grantedAt')
    .execute()

/** When the case last entered each of its stages after intake, as its story tells it. */
export async function stageEntries(tx: Transaction, caseId: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ stage: string; at: Date }>`
    select facts ->> 'stage' as stage, max(at) as at from timeline
    where agency_id = ${tx.actor.agencyId} and case_id = ${caseId} and what = 'stage-entered'
    group by 1`.execute(tx.db)
  return new Map(rows.map(({ stage, at }) => [stage, at]))
}

/** The open work of a case that is due first, with its owner. */
export const firstTaskOf = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('tasks as t')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 't.agencyId').onRef('w.id', '=', 't.ownerId'),
    )
    .select(['t.kind', 't.dueAt', 'w.id as ownerId', 'w.name as ownerName'])
    .where('t.agencyId', '=', tx.actor.agencyId)
    .where('t.caseId', '=', caseId)
    .where('t.doneAt', 'is', null)
    .orderBy('t.dueAt')
    .orderBy('t.id')
    .executeTakeFirst()

/** One record of the case as it comes from any of the seven tables. */
export type RecordRow = Readonly<{
  kind: string
  id: string
  state: string
  ordinal: number | null
  day: string
  authorId: string | null
  authorName: string | null
}>

/** How many records of one kind a case page lists; the stage's own page lists all. */
const listed = 5
/** What was done is what one looks back on: a case page lists more of it. */
const listedProcessRecords = 20

/** The newest records of every stage as lines, in one statement. Days are the agency's, UTC+8. */
export async function recordsOf(tx: Transaction, caseId: string): Promise<readonly RecordRow[]> {
  const here = sql`where agency_id = ${tx.actor.agencyId} and case_id = ${caseId}`
  const day = (moment: string) => sql.raw(`(${moment} at time zone 'Asia/Shanghai')::date`)
  const { rows } = await sql<RecordRow>`
    select r.kind, r.id, r.state, r.ordinal, r.day, r.author_id, w.name as author_name from (
      (select 'interview' as kind, id, state, null::integer as ordinal, ${day('coalesce(held_from, created_at)')} as day, author_id
         from interviews ${here} order by created_at desc limit ${listed})
      union all
      (select 'assessment', id, state, null, coalesce(held_on, ${day('created_at')}), author_id
         from assessments ${here} order by created_at desc limit ${listed})
      union all
      (select 'plan', id, state, edition, ${day('coalesce(activated_at, signed_at, created_at)')}, author_id
         from plans ${here} order by edition desc limit ${listed})
      union all
      (select 'process-record', id, state, ordinal, ${day('coalesce(held_from, created_at)')}, author_id
         from process_records ${here} order by ordinal desc limit ${listedProcessRecords})
      union all
      (select 'evaluation', id, state, null, coalesce(held_on, ${day('created_at')}), author_id
         from evaluations ${here} order by created_at desc limit ${listed})
      union all
      (select 'closing', id, state, null, ${day('coalesce(decided_at, submitted_at, created_at)')}, author_id
         from closings ${here} order by created_at desc limit ${listed})
      union all
      (select 'follow-up', id, state, null, coalesce(held_on, due_on), recorded_by
         from follow_ups ${here} order by due_on limit ${listed})
    ) as r left join workers w on w.agency_id = ${tx.actor.agencyId} and w.id = r.author_id
    order by r.day desc, r.ordinal desc nulls last, r.id`.execute(tx.db)
  return rows
}
