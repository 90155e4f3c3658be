import { z } from 'zod'
import { CaseLine, type CaseQuery } from '#contract/case/overview.ts'
import { ask, inSightText, principalsText, type Seer, type Transaction } from '#server/access/index.ts'
import { cursorOf, positionIn } from '#server/platform/database/keyset.ts'
import type { Statement, TextRow } from '#server/platform/database/one-flight.ts'

const Position = z.tuple([z.union([z.iso.datetime(), z.literal('infinity')]), z.uuid()])

/** A page of a caseload whose lines are already the text that is sent. */
type WrittenCaseLines = Readonly<{ lines: string; ids: readonly string[]; next: string | null }>

const columns = `c.agency_id, c.id, c.number, c.client_id, c.case_manager_id, c.stage, c.state, c.emergency, c.next_due_at, c.next_due_kind`

/** Where the values of the statement stand: agency, state, who asks, their principals, the lines of a page, and its beginning. */
const [agency, state, worker, principals, limit, due, lastId] = [
  '$1::uuid',
  '$2',
  '$3::uuid',
  '$4',
  '$5::int',
  '$6::timestamptz',
  '$7::uuid',
] as const

/** Whose cases are meant, in the order of an index, so many at most. The walls decide what of them is in sight. */
function linesOf(show: CaseQuery['show'], goesOn: boolean) {
  const page = (whose: string) => `
    select ${columns} from cases c
    where c.agency_id = ${agency} and c.state = ${state} and ${whose} and ${inSightText('c', principals)}
      ${goesOn ? `and (c.next_due_at, c.id) > (${due}, ${lastId})` : ''}
    order by c.next_due_at, c.id limit ${limit} + 1`
  if (show === 'mine') return page(`c.case_manager_id = ${worker}`)
  if (show === 'agency') return page(`${worker} is not null`)
  // A page of each colleague's, and of these the first: never more is sorted than a team has pages.
  return `
    select one.* from workers m cross join lateral (${page('c.case_manager_id = m.id')}) as one
    where m.agency_id = ${agency} and m.supervisor_id = ${worker}
    order by one.next_due_at, one.id limit ${limit} + 1`
}

const instant = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A line as JSON. What people wrote is quoted by PostgreSQL; the rest is made of ids, codes and moments. */
const line = `concat('{"id":"', id, '","number":', to_json(number), ',"clientName":', to_json(client_name),
  ',"clientBirthDate":', coalesce(to_json(birth_date)::text, 'null'), ',"stage":"', stage, '","state":"', state,
  '","emergency":', emergency::text, ',"manager":{"id":"', case_manager_id, '","name":', to_json(manager_name), '},"next":',
  case when next_due_kind is null then 'null' else concat('{"kind":"', next_due_kind, '","dueAt":"', due, '"}') end, '}')`

/** One's own name is read once; a colleague's beside each case. */
const managerName = (show: CaseQuery['show']) =>
  `(select w.name from workers w where w.agency_id = ${show === 'mine' ? `${agency} and w.id = ${worker}` : 'l.agency_id and w.id = l.case_manager_id'})`

/**
 * One statement: a page of an index, then the names, then the JSON of it, which PostgreSQL writes in a fraction of the time
 * that reading rows and writing them again takes here; strung together, because `json_build_object` looks up the type of each
 * value of each line. What is due next stands on the case. Cases without open work come last.
 */
const pageText = (show: CaseQuery['show'], goesOn: boolean) => `
  with named as materialized (
    select row_number() over (order by l.next_due_at, l.id) as place, l.*, p.name as client_name, p.birth_date,
           ${managerName(show)} as manager_name, ${instant('l.next_due_at')} as due
    from (${linesOf(show, goesOn)}) l join people p on p.agency_id = l.agency_id and p.id = l.client_id
  )
  select concat('[', string_agg(${line}, ',' order by place) filter (where place <= ${limit}), ']') as lines,
         coalesce(string_agg(id::text, ',' order by place) filter (where place <= ${limit}), '') as ids,
         max(due) filter (where place = ${limit} and next_due_kind is not null) as last_due,
         (count(*) > ${limit})::text as more
  from named`

const texts = new Map<string, string>()

function casePage(
  seer: Pick<Seer, 'actor'>,
  { show, state: itsState, limit: atMost, after }: CaseQuery,
): Statement {
  const position = positionIn(after, Position)
  const kind = `${show} ${position !== null}`
  const text = texts.get(kind) ?? pageText(show, position !== null)
  texts.set(kind, text)
  const { agencyId, workerId } = seer.actor
  const values = [agencyId, itsState, workerId, principalsText(seer), String(atMost)]
  return { text, values: position ? [...values, ...position] : values }
}

function linesFrom(rows: readonly TextRow[]): WrittenCaseLines {
  const [[lines, listed, lastDue, more] = []] = rows
  const ids = listed ? listed.split(',') : []
  const last = ids.at(-1)
  return {
    lines: lines ?? '[]',
    ids,
    next: more === 'true' && last ? cursorOf([lastDue ?? 'infinity', last]) : null,
  }
}

/** A caseload, what is due next on top, as the JSON text of a `CasePage`. It is a look of its own. */
export const caseloadGlance = (query: CaseQuery) => (seer: Seer) => ({
  statement: casePage(seer, query),
  view: (rows: readonly TextRow[]) => {
    const { lines, ids, next } = linesFrom(rows)
    seer.saw({ kind: 'case-list', listed: ids })
    return { json: `{"rows":${lines},"next":${JSON.stringify(next)}}` }
  },
})

/** A page of a caseload as its lines. The caller notes the look. */
export async function caseRows(tx: Transaction, query: CaseQuery) {
  const { lines, next } = linesFrom(await ask(tx, casePage(tx, query)))
  return { next, rows: z.array(CaseLine).parse(JSON.parse(lines)) }
}
