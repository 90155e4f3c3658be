import { sql } from 'kysely'
import { z } from 'zod'
import { DueItem, ReviewLine } from '#contract/workday.ts'
import type { PageQuery } from '#contract/page.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { agencyTimeZone } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

type Row = Readonly<{
  id: string
  kind: string
  dueAt: Date
  caseId: string | null
  caseNumber: string | null
  inquiryId: string | null
  subjectId: string | null
  personName: string | null
  what: string
  names: unknown
  emergency: boolean
}>

/**
 * Everything open that is mine to do: tasks I own, and my own steps of active plans in open cases I manage.
 * An emergency is one until help is under way: from the first contact to the plan.
 * Both halves start from an index (tasks_by_owner, cases_by_manager) and hold only one worker's open work.
 */
const mine = (tx: Transaction) => sql`
  select t.id, t.kind, t.due_at, t.case_id, c.number as case_number, t.inquiry_id, t.subject_id,
         coalesce(client.name, asked.name, caller.name) as person_name, '' as what, nullif(t.names, '{}') as names, c.case_manager_id,
         t.kind in ('answer-emergency', 'decide-alert') or coalesce(i.emergency and i.state <> 'concluded', false)
           or coalesce(c.emergency and c.stage in ('intake', 'assessment'), false) as emergency
  from tasks t
  left join cases c on c.agency_id = t.agency_id and c.id = t.case_id and ${inSight(tx, 'c')}
  left join people client on client.agency_id = c.agency_id and client.id = c.client_id
  left join inquiries i on i.agency_id = t.agency_id and i.id = t.inquiry_id and ${inSight(tx, 'i')}
  left join people asked on asked.agency_id = i.agency_id and asked.id = i.client_id
  left join people caller on caller.agency_id = i.agency_id and caller.id = i.caller_id
  where t.agency_id = ${tx.actor.agencyId} and t.owner_id = ${tx.actor.workerId} and t.done_at is null
    and (t.case_id is null or c.id is not null)`

const mySteps = (tx: Transaction) => sql`
  select s.id, 'plan-step', (s.due_on + time '23:59:59') at time zone ${agencyTimeZone}, c.id, c.number, null::uuid, s.plan_id,
         client.name, s.what, null::jsonb, c.case_manager_id, false
  from cases c
  join plans p on p.agency_id = c.agency_id and p.case_id = c.id and p.state = 'active'
  join steps s on s.agency_id = p.agency_id and s.plan_id = p.id
  join people client on client.agency_id = c.agency_id and client.id = c.client_id
  where c.agency_id = ${tx.actor.agencyId} and c.case_manager_id = ${tx.actor.workerId} and ${inSight(tx, 'c')} and c.state = 'open'
    and s.state = 'open' and s.responsible = 'worker' and s.due_on is not null`

const DuePosition = z.tuple([z.literal([0, 1]), z.iso.datetime(), z.uuid()])

/** What is due for me, emergencies on top, then by due date, what is overdue first. One statement. */
export async function duePage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, DuePosition)
  const from = position
    ? sql`where (calm, due_at, id) > (${position[0]}::integer, ${position[1]}::timestamptz, ${position[2]}::uuid)`
    : sql``
  const { rows } = await sql<Row>`
    select * from (
      select *, (not emergency)::integer as calm from (${mine(tx)} union all ${mySteps(tx)}) as open_work
    ) as due ${from}
    order by calm, due_at, id limit ${limit + 1}`.execute(tx.db)
  tx.saw({ kind: 'today', listed: listedIn(rows, limit) })
  const page = pageFrom(rows, limit, ({ emergency, dueAt, id }) => [
    emergency ? 0 : 1,
    dueAt.toISOString(),
    id,
  ])
  return {
    next: page.next,
    rows: page.rows.map((row) => DueItem.parse({ ...row, dueAt: row.dueAt.toISOString() })),
  }
}

const reviewKinds = [
  'cosign-assessment',
  'cosign-plan',
  'cosign-evaluation',
  'approve-closing',
  'decide-file-copy',
] as const
const ReviewPosition = z.tuple([z.iso.datetime(), z.uuid()])

type ReviewRow = Row & Readonly<{ managerId: string | null; managerName: string | null }>

/** What waits for my co-signature or approval, the longest waiting first. */
export async function reviewPage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, ReviewPosition)
  const from = position
    ? sql`and (due_at, mine.id) > (${position[0]}::timestamptz, ${position[1]}::uuid)`
    : sql``
  const { rows } = await sql<ReviewRow>`
    select mine.*, w.id as manager_id, w.name as manager_name from (${mine(tx)}) as mine
    left join workers w on w.agency_id = ${tx.actor.agencyId} and w.id = mine.case_manager_id
    where mine.kind in (${sql.join(reviewKinds)}) ${from}
    order by due_at, mine.id limit ${limit + 1}`.execute(tx.db)
  tx.saw({ kind: 'review-list', listed: listedIn(rows, limit) })
  const page = pageFrom(rows, limit, ({ dueAt, id }) => [dueAt.toISOString(), id])
  return { next: page.next, rows: page.rows.map(reviewFrom) }
}

const reviewFrom = ({ managerId, managerName, ...row }: ReviewRow) =>
  ReviewLine.parse({
    ...row,
    dueAt: row.dueAt.toISOString(),
    manager: managerId && managerName ? { id: managerId, name: managerName } : null,
  })

/** What was shown: the cases and first contacts that the lines name. */
const listedIn = (rows: readonly Row[], limit: number) => [
  ...new Set(rows.slice(0, limit).flatMap(({ caseId, inquiryId }) => caseId ?? inquiryId ?? [])),
]
