import type { EvaluationSheet, OpenEvaluation, RecordSatisfaction } from '#contract/case/evaluation.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { attainmentOf, type Evaluation } from './evaluation.ts'
import { evaluationFrom } from './evaluation.rows.ts'

/** The plan under which the case is worked on now, or null. */
export async function activePlanId(tx: Transaction, caseId: string): Promise<string | null> {
  const plan = await tx.db
    .selectFrom('plans')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return plan?.id ?? null
}

/** Whether an evaluation of the case is still being written or waits for its co-signature. */
export async function evaluationUnderWay(tx: Transaction, caseId: string): Promise<boolean> {
  const open = await tx.db
    .selectFrom('evaluations')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '<>', 'signed')
    .executeTakeFirst()
  return open !== undefined
}

/** Opens an evaluation of a plan. */
export async function insertEvaluation(
  tx: Transaction,
  caseId: string,
  planId: string,
  { id, kind }: OpenEvaluation,
) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('evaluations')
    .values({ agencyId, id, caseId, planId, kind, authorId: workerId, createdAt: tx.now })
    .execute()
  tx.saw({ kind: 'evaluation', id, caseId })
}

/** Looks at an evaluation of this case with its ratings and goals; out of sight is absent (404). */
export async function lookAtEvaluation(tx: Transaction, caseId: string, id: string): Promise<Evaluation> {
  const { agencyId } = tx.actor
  const row = await tx.db
    .selectFrom('evaluations')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'evaluation', id, caseId })
  const ratings = await tx.db
    .selectFrom('goalRatings')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('evaluationId', '=', id)
    .orderBy('goalId')
    .execute()
  const goals = await tx.db
    .selectFrom('goals')
    .select(['id', 'term', 'statement', 'indicator', 'weight', 'baselineLevel', 'gasLevels'])
    .where('agencyId', '=', agencyId)
    .where('planId', '=', row.planId)
    .orderBy('position')
    .execute()
  return evaluationFrom(row, ratings, goals)
}

/** Keeps the sheet as it stands, against the version that was seen. */
export async function saveSheet(
  tx: Transaction,
  { id, caseId, version, goals }: Evaluation,
  sheet: EvaluationSheet,
) {
  refuseIfStale(tx, version)
  const { agencyId } = tx.actor
  const { goalRatings, processRatings, outcomeRatings, appraisal, gaps, ...plain } = sheet
  const { t, baseline, clientT, rated, set } = attainmentOf(goals, goalRatings)
  await tx.db
    .updateTable('evaluations')
    .set({
      ...plain,
      processRatings: JSON.stringify(processRatings),
      outcomeRatings: JSON.stringify(outcomeRatings),
      appraisal: JSON.stringify(appraisal),
      gaps: JSON.stringify(gaps),
      tScore: t,
      baselineTScore: baseline,
      clientTScore: clientT,
      goalsRated: rated,
      goalsSet: set,
      version: version + 1,
    })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
  await tx.db
    .deleteFrom('goalRatings')
    .where('agencyId', '=', agencyId)
    .where('evaluationId', '=', id)
    .execute()
  if (goalRatings.length === 0) return
  await tx.db
    .insertInto('goalRatings')
    .values(goalRatings.map((rating) => ({ agencyId, evaluationId: id, caseId, ...rating })))
    .execute()
}

/** Signs: from now on the content does not change. */
export async function signEvaluation(
  tx: Transaction,
  evaluation: Evaluation,
  state: 'signed' | 'awaiting-cosignature',
) {
  const { id, version, kind, sheet, goals } = evaluation
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('evaluations')
    .set({
      state,
      signedBy: tx.actor.workerId,
      signedAt: tx.now,
      contentHash: contentHash({ id, kind, sheet, goals }),
      version: version + 1,
    })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Adds the second signature of whoever may vouch for it. */
export async function cosignEvaluation(tx: Transaction, { id, version }: Evaluation) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('evaluations')
    .set({ state: 'signed', cosignedBy: tx.actor.workerId, cosignedAt: tx.now, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Keeps one answered survey; its score is the mean of the answered items × 20. */
export async function insertSurvey(
  tx: Transaction,
  caseId: string,
  survey: RecordSatisfaction,
  score: number,
) {
  const { answers, ...plain } = survey
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('satisfactionSurveys')
    .values({
      agencyId,
      caseId,
      ...plain,
      answers: JSON.stringify(answers),
      score,
      recordedBy: workerId,
      recordedAt: tx.now,
    })
    .execute()
  tx.saw({ kind: 'satisfaction-survey', id: survey.id, caseId })
}
