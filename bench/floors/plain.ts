import type pg from 'pg'
import { askedParts } from '#server/people/person-keys.ts'

/** What a plain developer sends for a look: named statements, no sight, no role, rows as they come. */
export type PlainLook = (
  agencyId: string,
  sample: Readonly<Record<string, string>>,
) => readonly pg.QueryConfig[]

const caseload = `
  select c.id, c.number, p.name as client_name, p.birth_date, c.stage, c.state, c.emergency, c.case_manager_id, w.name as manager_name,
         c.next_due_kind, c.next_due_at
  from cases c
  join people p on p.agency_id = c.agency_id and p.id = c.client_id
  join workers w on w.agency_id = c.agency_id and w.id = c.case_manager_id
  where c.agency_id = $1 and c.case_manager_id = $2 and c.state = 'open'
  order by c.next_due_at, c.id limit 50`

const oneCase = {
  'case and client': `
    select c.*, p.name, p.sex, p.birth_date, p.birth_precision, p.legal_capacity, w.name as manager_name from cases c
    join people p on p.agency_id = c.agency_id and p.id = c.client_id
    join workers w on w.agency_id = c.agency_id and w.id = c.case_manager_id
    where c.agency_id = $1 and c.id = $2`,
  guardians: `
    select p.id, p.name, r.kind from cases c
    join relations r on r.agency_id = c.agency_id and r.person_id = c.client_id
    join people p on p.agency_id = r.agency_id and p.id = r.relative_id
    where c.agency_id = $1 and c.id = $2 and r.guardian and r.ended_at is null order by r.recorded_at`,
  team: `
    select w.id, w.name, g.source from sight_grants g
    join workers w on w.agency_id = g.agency_id and w.id = g.principal_id
    where g.agency_id = $1 and g.case_id = $2 and g.ended_at is null order by g.granted_at`,
  'open work': `
    select t.kind, t.due_at, w.id, w.name from tasks t
    join workers w on w.agency_id = t.agency_id and w.id = t.owner_id
    where t.agency_id = $1 and t.case_id = $2 and t.done_at is null order by t.due_at, t.id limit 1`,
  'stages entered': `
    select facts ->> 'stage' as stage, max(at) as at from timeline
    where agency_id = $1 and case_id = $2 and what = 'stage-entered' group by 1`,
  plans: `
    select id, state, edition, activated_at, author_id from plans
    where agency_id = $1 and case_id = $2 order by edition desc limit 5`,
  'process records': `
    select r.id, r.state, r.ordinal, r.held_from, w.id as author_id, w.name as author_name from process_records r
    left join workers w on w.agency_id = r.agency_id and w.id = r.author_id
    where r.agency_id = $1 and r.case_id = $2 order by r.ordinal desc limit 20`,
}

const search = `
  select p.id, p.name, p.sex, p.birth_date, p.birth_precision from people p
  where p.agency_id = $1 and p.id in (
    select k.person_id from person_search_keys k where k.agency_id = $1 and k.key = any($2::text[])
    group by k.person_id)
  order by char_length(p.name), p.name, p.id limit 11`

const movements = `
  with moved as materialized (
    select c.service_fields, c.case_manager_id, 1 as opened, 0 as closed from cases c
    where c.agency_id = $1 and c.opened_at >= $2 and c.opened_at < $3
    union all
    select c.service_fields, c.case_manager_id, 0, 1 from cases c
    where c.agency_id = $1 and c.closed_at >= $2 and c.closed_at < $3
  )
  select f.field, w.id, w.name, sum(m.opened)::int as opened, sum(m.closed)::int as closed
  from moved m left join lateral unnest(m.service_fields) as f(field) on true
  join workers w on w.agency_id = $1 and w.id = m.case_manager_id
  group by f.field, w.id, w.name order by f.field, w.name, w.id`

const searchPlainly: PlainLook = (agencyId, { name = '' }) => [
  { name: 'search', text: search, values: [agencyId, askedParts(name.slice(1)).flat()] },
]

/** The looks of the bare route. */
export const plainLooks: Readonly<Record<string, PlainLook>> = {
  W3: (agencyId, { workerId }) => [{ name: 'caseload', text: caseload, values: [agencyId, workerId] }],
  W4: (agencyId, { caseId }) =>
    Object.entries(oneCase).map(([name, text]) => ({ name, text, values: [agencyId, caseId] })),
  W5: searchPlainly,
  W5H: searchPlainly,
  W6: (agencyId, { month = '' }) => {
    const [year = 0, number = 0] = month.split('-').map(Number)
    const first = (months: number) => new Date(Date.UTC(year, number - 1 + months, 1) - 8 * 3_600_000)
    return [{ name: 'movements', text: movements, values: [agencyId, first(0), first(1)] }]
  },
}
