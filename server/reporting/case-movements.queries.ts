import type { Month } from '#contract/reporting.ts'
import { inSightText, principalsText, type Seer } from '#server/access/index.ts'
import type { TextRow } from '#server/platform/database/one-flight.ts'
import { monthSpan } from './month-span.ts'

/** Where the values of the statement stand: the agency, who asks, and the month. */
const [agency, principals, from, until] = ['$1::uuid', '$2', '$3::timestamptz', '$4::timestamptz'] as const

const text = () => {
  const here = `c.agency_id = ${agency} and ${inSightText('c', principals)}`
  return `
    with moved as materialized (
      select service_fields, case_manager_id, sum(opened)::int as opened, sum(closed)::int as closed
      from (
        select c.service_fields, c.case_manager_id, 1 as opened, 0 as closed from cases c
        where ${here} and c.opened_at >= ${from} and c.opened_at < ${until}
        union all
        select c.service_fields, c.case_manager_id, 0, 1 from cases c
        where ${here} and c.closed_at >= ${from} and c.closed_at < ${until}
      ) each_case
      group by service_fields, case_manager_id
    ), counted as (
      select f.field, m.case_manager_id, sum(m.opened)::int as opened, sum(m.closed)::int as closed
      from moved m left join lateral
        (select distinct split_part(own, '.', 1) as field from unnest(m.service_fields) as o(own)) f on true
      group by f.field, m.case_manager_id
    )
    select (select coalesce(sum(opened), 0) from moved)::text as all_opened,
           (select coalesce(sum(closed), 0) from moved)::text as all_closed,
           string_agg(concat('{"field":', coalesce(to_json(n.field)::text, 'null'), ',"manager":{"id":"', w.id, '","name":', to_json(w.name),
             '},"opened":', n.opened, ',"closed":', n.closed, '}'), ',' order by n.field nulls last, w.name, w.id) as lines
    from counted n join workers w on w.agency_id = ${agency} and w.id = n.case_manager_id`
}
let known = ''

/**
 * Cases in sight that were opened or closed in a month, counted by field of service and case manager, an own
 * field of the agency as the field under which it stands, in one statement, as the JSON text of a `CaseMovements`.
 */
export const caseMovementsGlance = (month: Month) => (seer: Seer) => {
  const span = monthSpan(month)
  return {
    statement: {
      text: (known ||= text()),
      values: [seer.actor.agencyId, principalsText(seer), span.from.toISOString(), span.until.toISOString()],
    },
    view: (rows: readonly TextRow[]) => {
      const [[opened, closed, lines] = []] = rows
      seer.saw({ kind: 'statistics' })
      return {
        json: `{"month":${JSON.stringify(month)},"opened":${opened ?? 0},"closed":${closed ?? 0},"rows":[${lines ?? ''}]}`,
      }
    },
  }
}
