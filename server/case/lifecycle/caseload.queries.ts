import { z } from 'zod'
import { CaseLine, type CaseQuery } from '#contract/case/overview.ts'
import { ask, inSightText, principalsText, type Seer, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import type { Statement, TextRow } from '#server/platform/database/one-flight.ts'

const Position = z.tuple([z.union([z.iso.datetime(), z.literal('infinity')]), z.uuid()])

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

/** One's own name is read once; a colleague's beside each case. */
const managerName = (show: CaseQuery['show']) =>
  `(select w.name from workers w where w.agency_id = ${show === 'mine' ? `${agency} and w.id = ${worker}` : 'l.agency_id and w.id = l.case_manager_id'})`

/**
 * One statement: a page of an index, then the names. Its columns come as the text that PostgreSQL keeps them in, in the order of
 * `lineFrom`: writing JSON there takes longer than finding the lines. What is due next stands on the case. Cases without open work
 * come last.
 */
const pageText = (show: CaseQuery['show'], goesOn: boolean) => `
  select l.id, l.number, p.name as client_name, p.birth_date, l.stage, l.state, l.emergency::text, l.case_manager_id,
         ${managerName(show)} as manager_name, l.next_due_kind, extract(epoch from l.next_due_at)::text as due
  from (${linesOf(show, goesOn)}) l join people p on p.agency_id = l.agency_id and p.id = l.client_id
  order by l.next_due_at, l.id`

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

/** A row of the page as the line that is shown. */
function lineFrom(row: TextRow) {
  const [id, number, clientName, clientBirthDate, stage, itsState, ...rest] = row
  const [emergency, managerId, itsName, kind, seconds] = rest
  return {
    id,
    number,
    clientName,
    clientBirthDate,
    stage,
    state: itsState,
    emergency: emergency === 'true',
    manager: { id: managerId, name: itsName },
    next: kind && seconds ? { kind, dueAt: momentOf(seconds) } : null,
  }
}

/** A moment told in seconds from 1970, to the millisecond before it: a page that begins there leaves nothing out. */
const momentOf = (seconds: string) =>
  new Date(Math.floor(Math.round(Number(seconds) * 1e6) / 1e3)).toISOString()

/** The lines of a page out of one row more than was asked for, and where the next page begins. */
function linesFrom(rows: readonly TextRow[], atMost: number) {
  const page = pageFrom(rows.map(lineFrom), atMost, ({ id, next }) => [next?.dueAt ?? 'infinity', id ?? ''])
  return { lines: page.rows, next: page.next }
}

/** A caseload, what is due next on top, as the JSON text of a `CasePage`. It is a look of its own. */
export const caseloadGlance = (query: CaseQuery) => (seer: Seer) => ({
  statement: casePage(seer, query),
  onePlan: true,
  view: (rows: readonly TextRow[]) => {
    const { lines, next } = linesFrom(rows, query.limit)
    seer.saw({ kind: 'case-list', listed: lines.map(({ id }) => id ?? '') })
    return { json: JSON.stringify({ rows: lines, next }) }
  },
})

/** A page of a caseload as its lines. The caller notes the look. */
export async function caseRows(tx: Transaction, query: CaseQuery) {
  const { lines, next } = linesFrom(await ask(tx, casePage(tx, query)), query.limit)
  return { next, rows: z.array(CaseLine).parse(lines) }
}
