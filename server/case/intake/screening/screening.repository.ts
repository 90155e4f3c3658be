import { InquiryProblem, type ScreeningSheet } from '#contract/case/screening.ts'
import { serviceField, withOwn } from '#contract/codes/index.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Transaction } from '#server/access/index.ts'
import { together } from '#server/platform/database/together.ts'

/** What a first contact is screened with. The caller has looked at it. */
export async function screeningSheet(
  tx: Transaction,
  inquiryId: string,
): Promise<{ sheet: ScreeningSheet; birthDate: string | null }> {
  const { agencyId } = tx.actor
  const [row, problems] = await together([
    tx.db
      .selectFrom('inquiries as i')
      .leftJoin('people as p', (join) =>
        join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.clientId'),
      )
      .select(['i.residenceCode', 'i.wantedFields', 'p.birthDate'])
      .where('i.agencyId', '=', agencyId)
      .where('i.id', '=', inquiryId)
      .executeTakeFirstOrThrow(),
    tx.db
      .selectFrom('inquiryProblems')
      .select(['id', 'what', 'level', 'difficulty', 'clientRank', 'workerRank', 'danger'])
      .where('agencyId', '=', agencyId)
      .where('inquiryId', '=', inquiryId)
      .orderBy('position')
      .execute(),
  ])
  const { residenceCode, wantedFields, birthDate } = row
  return {
    sheet: {
      residenceCode,
      wantedFields: z.array(withOwn(serviceField)).parse(wantedFields),
      problems: problems.map((problem) => InquiryProblem.parse(problem)),
    },
    birthDate,
  }
}

/** Writes the problems of a first contact anew. */
export function saveProblems(tx: Transaction, inquiryId: string, problems: readonly InquiryProblem[]) {
  const { agencyId } = tx.actor
  tx.atLast(
    tx.db
      .deleteFrom('inquiryProblems')
      .where('agencyId', '=', agencyId)
      .where('inquiryId', '=', inquiryId)
      .execute(),
  )
  if (problems.length === 0) return
  const rows = problems.map((problem, position) => ({ agencyId, inquiryId, position, ...problem }))
  tx.atLast(tx.db.insertInto('inquiryProblems').values(rows).execute())
}

/** How full the agency is, how many wait, and how much this worker carries: numbers, seen or not. */
export async function howFull(tx: Transaction) {
  const { rows } = await sql<{ openCases: number; waiting: number; mine: number }>`
    select open_cases_here() as open_cases, open_cases_of(${tx.actor.workerId}) as mine,
      (select count(*)::int from waits w where w.agency_id = ${tx.actor.agencyId} and w.left_at is null) as waiting`.execute(
    tx.db,
  )
  const [row] = rows
  return { openCases: row?.openCases ?? 0, waiting: row?.waiting ?? 0, mine: row?.mine ?? 0 }
}
