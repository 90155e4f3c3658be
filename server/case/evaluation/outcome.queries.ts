import { sql } from 'kysely'
import { z } from 'zod'
import { EvaluationSheet, Gap } from '#contract/case/evaluation.ts'
import type { Transaction } from '#server/access/index.ts'

/** What came of the work, as the closing of the case needs it. */
export type Outcome = Readonly<{
  id: string
  signedAt: Date
  t: number | null
  baseline: number | null
  /** What changed of the problem and of the client's abilities, in the words of the evaluation. */
  changes: readonly string[]
  gaps: readonly Gap[]
  lessons: string
  goals: readonly Readonly<{ id: string; statement: string; level: number | null; baseline: number }>[]
}>

const Changes = EvaluationSheet.shape.outcomeRatings.partial()

/** The latest signed evaluation of the outcome since the case was opened, or opened again; or null. */
export async function outcomeOf(tx: Transaction, caseId: string): Promise<Outcome | null> {
  const { agencyId } = tx.actor
  const row = await tx.db
    .selectFrom('evaluations')
    .select(['id', 'planId', 'signedAt', 'tScore', 'baselineTScore', 'outcomeRatings', 'gaps', 'lessons'])
    .where('agencyId', '=', agencyId)
    .where('caseId', '=', caseId)
    .where('kind', '=', 'outcome')
    .where('state', '=', 'signed')
    .where(
      sql<boolean>`signed_at > coalesce((select max(r.reopened_at) from reopenings r
        where r.agency_id = ${agencyId} and r.case_id = ${caseId}), '-infinity')`,
    )
    .orderBy('signedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.signedAt) return null
  const changed = Changes.parse(row.outcomeRatings)
  return {
    id: row.id,
    signedAt: row.signedAt,
    t: row.tScore,
    baseline: row.baselineTScore,
    changes: [changed['problem-improvement']?.after ?? '', changed['ability-improvement']?.after ?? ''],
    gaps: z.array(Gap).parse(row.gaps),
    lessons: row.lessons,
    goals: await goalsOf(tx, row.planId, row.id),
  }
}

/** The goals that carry weight, with the level each has reached. */
const goalsOf = (tx: Transaction, planId: string, evaluationId: string) =>
  tx.db
    .selectFrom('goals as g')
    .leftJoin('goalRatings as r', (join) =>
      join
        .onRef('r.agencyId', '=', 'g.agencyId')
        .onRef('r.goalId', '=', 'g.id')
        .on('r.evaluationId', '=', evaluationId),
    )
    .select(['g.id', 'g.statement', 'r.level', 'g.baselineLevel as baseline'])
    .where('g.agencyId', '=', tx.actor.agencyId)
    .where('g.planId', '=', planId)
    .where('g.weight', '>', 0)
    .orderBy('g.position')
    .execute()
