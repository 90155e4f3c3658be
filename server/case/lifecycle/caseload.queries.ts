import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { CaseLine, type CaseQuery } from '#contract/case/overview.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.union([z.iso.datetime(), z.literal('infinity')]), z.uuid()])

type Row = Readonly<{
  id: string
  number: string
  clientName: string
  clientBirthDate: string | null
  stage: string
  state: string
  emergency: boolean
  managerId: string
  managerName: string
  taskKind: string | null
  dueAt: Date | null
}>

const columns = sql`c.agency_id, c.id, c.number, c.client_id, c.case_manager_id, c.stage, c.state, c.emergency, c.next_due_at`

/** Whose cases are meant, in the order of an index, so many at most. The walls decide what of them is in sight. */
function linesOf(tx: Transaction, { show, state, limit, after }: CaseQuery) {
  const position = positionIn(after, Position)
  const from = position
    ? sql`and (c.next_due_at, c.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`
    : sql``
  const page = (whose: RawBuilder<unknown>) => sql`
    select ${columns} from cases c
    where c.agency_id = ${tx.actor.agencyId} and c.state = ${state} and ${whose} ${from} and ${inSight(tx, 'c')}
    order by c.next_due_at, c.id limit ${limit + 1}`
  if (show === 'mine') return page(sql`c.case_manager_id = ${tx.actor.workerId}`)
  if (show === 'agency') return page(sql`true`)
  // A page of each colleague's, and of these the first: never more is sorted than a team has pages.
  return sql`
    select one.* from workers m cross join lateral (${page(sql`c.case_manager_id = m.id`)}) as one
    where m.agency_id = ${tx.actor.agencyId} and m.supervisor_id = ${tx.actor.workerId}
    order by one.next_due_at, one.id limit ${limit + 1}`
}

/** A caseload, what is due next on top. Its page is a look of its own. */
export async function caseLines(tx: Transaction, query: CaseQuery) {
  const page = await caseRows(tx, query)
  tx.saw({ kind: 'case-list', listed: page.rows.map(({ id }) => id) })
  return page
}

/**
 * A page of a caseload in one statement: a page of an index first, then the names. Cases without open work come last.
 * The caller notes the look.
 */
export async function caseRows(tx: Transaction, query: CaseQuery) {
  const { limit } = query
  const { rows } = await sql<Row>`
    with lines as (${linesOf(tx, query)})
    select l.id, l.number, p.name as client_name, p.birth_date as client_birth_date, l.stage, l.state, l.emergency,
           w.id as manager_id, w.name as manager_name, t.kind as task_kind, t.due_at
    from lines l
    join people p on p.agency_id = l.agency_id and p.id = l.client_id
    join workers w on w.agency_id = l.agency_id and w.id = l.case_manager_id
    left join lateral (
      select kind, due_at from tasks
      where agency_id = l.agency_id and case_id = l.id and done_at is null
      order by due_at, id limit 1
    ) as t on true
    order by l.next_due_at, l.id`.execute(tx.db)
  const page = pageFrom(rows, limit, ({ dueAt, id }) => [dueAt?.toISOString() ?? 'infinity', id])
  return { next: page.next, rows: page.rows.map(lineFrom) }
}

const lineFrom = ({ managerId, managerName, taskKind, dueAt, ...row }: Row) =>
  CaseLine.parse({
    ...row,
    manager: { id: managerId, name: managerName },
    next: taskKind && dueAt ? { kind: taskKind, dueAt: dueAt.toISOString() } : null,
  })
