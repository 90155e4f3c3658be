import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { CaseLine, type CaseQuery } from '#contract/case/overview.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { cursorOf, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.union([z.iso.datetime(), z.literal('infinity')]), z.uuid()])

/** A page as PostgreSQL writes it: the lines as JSON, whose they are, and where the page ends. */
type Row = Readonly<{ lines: string; ids: readonly string[]; lastDue: string | null; more: boolean }>

/** A page of a caseload whose lines are already the text that is sent. */
export type WrittenCaseLines = Readonly<{ lines: string; ids: readonly string[]; next: string | null }>

const columns = sql`c.agency_id, c.id, c.number, c.client_id, c.case_manager_id, c.stage, c.state, c.emergency, c.next_due_at, c.next_due_kind`

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

/** A caseload, what is due next on top, as the JSON text of a `CasePage`. It is a look of its own. */
export async function writtenCasePage(tx: Transaction, query: CaseQuery) {
  const { lines, ids, next } = await writtenCaseLines(tx, query)
  tx.saw({ kind: 'case-list', listed: ids })
  return { json: `{"rows":${lines},"next":${JSON.stringify(next)}}` }
}

/** A page of a caseload as its lines. The caller notes the look. */
export async function caseRows(tx: Transaction, query: CaseQuery) {
  const { lines, next } = await writtenCaseLines(tx, query)
  return { next, rows: z.array(CaseLine).parse(JSON.parse(lines)) }
}

const instant = (moment: string) =>
  sql.raw(`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/**
 * One statement: a page of an index, then the names, then the JSON of it, which PostgreSQL writes in a fraction of the time
 * that reading rows and writing them again takes here. What is due next stands on the case. Cases without open work come last.
 */
async function writtenCaseLines(tx: Transaction, query: CaseQuery): Promise<WrittenCaseLines> {
  const { limit } = query
  const { rows } = await sql<Row>`
    with lines as (${linesOf(tx, query)}),
    named as (
      select row_number() over (order by l.next_due_at, l.id) as place, l.*, p.name as client_name, p.birth_date,
             w.name as manager_name, ${instant('l.next_due_at')} as due
      from lines l
      join people p on p.agency_id = l.agency_id and p.id = l.client_id
      join workers w on w.agency_id = l.agency_id and w.id = l.case_manager_id
    )
    select coalesce(json_agg(json_build_object(
             'id', id, 'number', number, 'clientName', client_name, 'clientBirthDate', birth_date,
             'stage', stage, 'state', state, 'emergency', emergency,
             'manager', json_build_object('id', case_manager_id, 'name', manager_name),
             'next', case when next_due_kind is not null then json_build_object('kind', next_due_kind, 'dueAt', due) end
           ) order by place) filter (where place <= ${limit}), '[]')::text as lines,
           coalesce(array_agg(id order by place) filter (where place <= ${limit}), '{}') as ids,
           max(due) filter (where place = ${limit} and next_due_kind is not null) as last_due,
           count(*) > ${limit} as more
    from named`.execute(tx.db)
  const [{ lines, ids, lastDue, more } = { lines: '[]', ids: [], lastDue: null, more: false }] = rows
  const last = ids.at(-1)
  return { lines, ids, next: more && last ? cursorOf([lastDue ?? 'infinity', last]) : null }
}
