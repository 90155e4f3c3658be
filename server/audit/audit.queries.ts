import { sql } from 'kysely'
import { z } from 'zod'
import { AuditLine, type AuditQuery, type CaseAuditQuery } from '#contract/audit.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { byBreakGlass } from './witness.repository.ts'
import { endOfDay } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.int()])

const lines = (tx: Transaction, { limit, after }: Pick<PageQuery, 'limit' | 'after'>) => {
  const [before] = positionIn(after, Position) ?? []
  const query = tx.db
    .selectFrom('auditLog as a')
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'a.agencyId').onRef('w.id', '=', 'a.workerId'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .select([
      'a.id',
      'a.at',
      'a.workerRole',
      'a.operation',
      'a.act',
      'a.outcome',
      sql<boolean>`a.reason = ${byBreakGlass}`.as('byBreakGlass'),
      'a.subjectKind',
      'a.subjectId',
      'a.caseId',
      'a.workerId',
      'w.name as workerName',
      sql<number>`cardinality(a.listed)`.as('listed'),
    ])
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  return before === undefined ? query : query.where('a.id', '<', before)
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

type Numbers = ReadonlyMap<string, string>

const pageOfRows = async (tx: Transaction, rows: readonly Row[], limit: number, numbers: Numbers) => {
  const page = pageFrom(rows, limit, ({ id }) => [id])
  const outsiders = await outsidersOn(tx, page.rows)
  return { next: page.next, rows: page.rows.map((row) => lineFrom(row, numbers, outsiders)) }
}

/** Who looked from outside: workers of agencies with whom something was shared, each with their agency. */
async function outsidersOn(tx: Transaction, rows: readonly Row[]): Promise<Numbers> {
  const ids = [
    ...new Set(rows.flatMap(({ workerId, workerName }) => (workerName === null ? [workerId] : []))),
  ]
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; name: string }>`
    select * from names_of_outsiders(${ids}::uuid[])`.execute(tx.db)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

const lineFrom = (
  { at, workerId, workerName, workerRole, ...row }: Row,
  numbers: Numbers,
  outsiders: Numbers,
) =>
  AuditLine.parse({
    ...row,
    at: at.toISOString(),
    role: workerRole,
    worker: { id: workerId, name: workerName ?? outsiders.get(workerId) ?? '' },
    caseNumber: (row.caseId && numbers.get(row.caseId)) ?? null,
  })

/** Who looked at a case and who changed it, newest first (R-281). */
export async function caseAuditPage(
  tx: Transaction,
  { id, number }: Readonly<{ id: string; number: string }>,
  { act, outcome, who, ...paging }: CaseAuditQuery,
) {
  let query = lines(tx, paging).where('a.caseId', '=', id)
  if (act) query = query.where('a.act', '=', act)
  if (outcome) query = query.where('a.outcome', '=', outcome)
  if (who === 'others') query = query.where('a.workerId', '<>', tx.actor.workerId)
  return pageOfRows(tx, await query.execute(), paging.limit, new Map([[id, number]]))
}

/** The numbers of these cases and nothing else of them, for a reader who sees no case. */
async function caseNumbers(tx: Transaction, rows: readonly Row[]): Promise<Numbers> {
  const ids = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]
  const found = await sql<{ caseId: string; number: string }>`
    select * from numbers_of_cases(${ids}::uuid[])`.execute(tx.db)
  return new Map(found.rows.map(({ caseId, number }) => [caseId, number]))
}

/** The agency's whole audit log for its inspector: workers and references, no name of any client. */
export async function agencyAuditPage(
  tx: Transaction,
  { day, workerId, act, outcome, ...paging }: AuditQuery,
) {
  // Asking who one is opens no record of anybody.
  let query = lines(tx, paging).where('a.subjectKind', '<>', 'nothing')
  if (day) {
    const end = endOfDay(day)
    const start = new Date(end.getTime() - 86_400_000)
    // The page stays in the order of the numbers, and reads only those of that day: an index on the time says from where to
    // where. (`+ 0` keeps PostgreSQL from looking for the least number among all lines.)
    const onThatDay = (line: string) =>
      sql<boolean>`${sql.ref(`${line}.at`)} > ${start} and ${sql.ref(`${line}.at`)} <= ${end}`
    const numbers = (which: 'min' | 'max') => sql`(select ${sql.raw(which)}(l.id + 0) from audit_log l
      where l.agency_id = ${tx.actor.agencyId} and ${onThatDay('l')})`
    query = query
      .where(onThatDay('a'))
      .where(sql<boolean>`a.id between ${numbers('min')} and ${numbers('max')}`)
  }
  if (workerId) query = query.where('a.workerId', '=', workerId)
  if (act) query = query.where('a.act', '=', act)
  if (outcome) query = query.where('a.outcome', '=', outcome)
  tx.saw({ kind: 'audit-log' })
  const rows = await query.execute()
  return pageOfRows(tx, rows, paging.limit, await caseNumbers(tx, rows))
}
