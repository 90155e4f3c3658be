import { sql } from 'kysely'
import { CaseMovement, type CaseMovements, type Month } from '#contract/reporting.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { monthSpan } from './month-span.ts'

type Row = Readonly<{
  field: string | null
  managerId: string
  managerName: string
  opened: number
  closed: number
  allOpened: number
  allClosed: number
}>

/** Cases in sight that were opened or closed in a month, counted by field of service and case manager, in one statement. */
export async function caseMovements(tx: Transaction, month: Month): Promise<CaseMovements> {
  const { from, until } = monthSpan(month)
  const here = sql`c.agency_id = ${tx.actor.agencyId} and ${inSight(tx, 'c')}`
  const { rows } = await sql<Row>`
    with moved as materialized (
      select c.service_fields, c.case_manager_id, 1 as opened, 0 as closed from cases c
      where ${here} and c.opened_at >= ${from} and c.opened_at < ${until}
      union all
      select c.service_fields, c.case_manager_id, 0, 1 from cases c
      where ${here} and c.closed_at >= ${from} and c.closed_at < ${until}
    ), whole as (
      select sum(opened)::int as all_opened, sum(closed)::int as all_closed from moved
    ), counted as (
      select f.field, m.case_manager_id, sum(m.opened)::int as opened, sum(m.closed)::int as closed
      from moved m left join lateral unnest(m.service_fields) as f(field) on true
      group by f.field, m.case_manager_id
    )
    select n.field, w.id as manager_id, w.name as manager_name, n.opened, n.closed, a.all_opened, a.all_closed
    from counted n cross join whole a
    join workers w on w.agency_id = ${tx.actor.agencyId} and w.id = n.case_manager_id
    order by n.field nulls last, w.name, w.id`.execute(tx.db)
  tx.saw({ kind: 'statistics' })
  const [first] = rows
  return {
    month,
    opened: first?.allOpened ?? 0,
    closed: first?.allClosed ?? 0,
    rows: rows.map(({ field, managerId, managerName, opened, closed }) =>
      CaseMovement.parse({ field, manager: { id: managerId, name: managerName }, opened, closed }),
    ),
  }
}
