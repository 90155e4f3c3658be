import type { EvaluationSheet, OpenEvaluation, RecordSatisfaction } from '#contract/case/evaluation.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import {
  type CaseFile,
  enterStage,
  lookToChange,
  refuseUnlessIn,
  refuseUnlessOpen,
} from '#server/case/lifecycle/index.ts'
import { sealOwnFields } from '#server/case/own-fields/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'
import { type DaySpan, dueAt, schedule, settle, spanOf } from '#server/workday/index.ts'
import { cosignerFor, needsCosignature } from '#server/workforce/index.ts'
import {
  activePlanId,
  cosignEvaluation,
  evaluationUnderWay,
  insertEvaluation,
  insertSurvey,
  lookAtEvaluation,
  saveSheet,
  signEvaluation,
} from './evaluation.repository.ts'
import {
  attainmentOf,
  type Evaluation,
  evaluationStages,
  ownHandIn,
  refuseUnlessDraft,
  refuseUnlessSignable,
  stageAfter,
} from './evaluation.ts'
import { satisfactionScore } from './satisfaction.ts'

/** Where an evaluation stands: its case, and its own id. */
export type EvaluationPlace = Readonly<{ caseId: string; evaluationId: string }>

// How long a signed evaluation may wait for a colleague; no standard sets this number.
const cosignSpan: DaySpan = { workingDays: 3 }

/** Begins an evaluation of the active plan. Looking at the outcome is a stage of its own. */
export async function openEvaluation(tx: Transaction, caseId: string, input: OpenEvaluation) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'evaluation.write', { team: caseFile.team }) // 403
  refuseUnlessIn(caseFile, ...evaluationStages) // 409
  const planId = await activePlanId(tx, caseId)
  if (planId === null) throw new Refusal('evaluation/no-active-plan') // 409
  if (await evaluationUnderWay(tx, caseId)) throw new Refusal('evaluation/one-under-way') // 409
  await insertEvaluation(tx, caseId, planId, input)
  if (input.kind === 'outcome' && caseFile.stage === 'delivery') await enterStage(tx, caseFile, 'evaluation')
}

/** Keeps the sheet as it stands; only goals of the evaluated plan can be rated. */
export async function changeEvaluation(tx: Transaction, place: EvaluationPlace, sheet: EvaluationSheet) {
  const { caseFile, evaluation } = await lookToChangeEvaluation(tx, place) // 404
  permit(tx.actor, 'evaluation.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessDraft(evaluation) // 409
  const known = new Set(evaluation.goals.map(({ id }) => id))
  whole(
    sheet.goalRatings.map(({ goalId }, index) => [
      `goalRatings.${index}.goalId`,
      known.has(goalId),
      'not-of-this-plan',
    ]),
  )
  await saveSheet(tx, evaluation, sheet) // 412
}

/** Signs what is whole. Signed at level 4 it waits for a colleague of level 3 or above (annex 2). */
export async function signAnEvaluation(tx: Transaction, place: EvaluationPlace) {
  const { caseFile, evaluation } = await lookToChangeEvaluation(tx, place) // 404
  permit(tx.actor, 'evaluation.sign', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessDraft(evaluation) // 409
  refuseUnlessSignable(evaluation, dayOf(tx.now)) // 422
  await sealOwnFields(tx, caseFile, { record: 'evaluation', recordId: evaluation.id }) // 422
  const waits = needsCosignature(tx.actor.level, 'evaluation')
  await signEvaluation(tx, evaluation, waits ? 'awaiting-cosignature' : 'signed') // 412
  const { t } = attainmentOf(evaluation.goals, evaluation.sheet.goalRatings)
  const told = { kind: evaluation.kind, t: t === null ? null : Math.round(t * 10) / 10 }
  await tellStory(tx, { caseId: caseFile.id }, 'evaluation-signed', told)
  await settle(tx, ['evaluate', 'review-plan'], { caseId: caseFile.id })
  if (waits) await scheduleCosignature(tx, caseFile, evaluation)
  else await goOn(tx, caseFile, evaluation)
}

/** A colleague of level 3 or above signs beside a colleague of level 4. */
export async function cosignAnEvaluation(tx: Transaction, place: EvaluationPlace) {
  const { caseFile, evaluation } = await lookToChangeEvaluation(tx, place) // 404
  permit(tx.actor, 'evaluation.cosign', { authorId: ownHandIn(evaluation, tx.actor.workerId) }) // 403
  refuseUnlessOpen(caseFile) // 409
  if (evaluation.state !== 'awaiting-cosignature') throw new Refusal('evaluation/not-awaiting-cosignature') // 409
  await cosignEvaluation(tx, evaluation) // 412
  await settle(tx, ['cosign-evaluation'], { caseId: caseFile.id, subjectId: evaluation.id })
  await tellStory(tx, { caseId: caseFile.id }, 'evaluation-cosigned', { kind: evaluation.kind })
  await goOn(tx, caseFile, evaluation)
}

/** Keeps an answered satisfaction survey. */
export async function recordSatisfaction(tx: Transaction, caseId: string, survey: RecordSatisfaction) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'satisfaction.record', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  const score = satisfactionScore(survey.answers)
  whole([['answers', score !== null]]) // 422
  await insertSurvey(tx, caseId, survey, score ?? 0)
  await tellStory(tx, { caseId }, 'satisfaction-recorded', { score: Math.round(score ?? 0) })
}

/** The conclusion is acted on: on to closing, back to the plan, or on with the service and its next review. */
async function goOn(tx: Transaction, caseFile: CaseFile, { sheet }: Evaluation) {
  const { id: caseId, caseManagerId: ownerId, stage } = caseFile
  const next = sheet.conclusion && stageAfter(sheet.conclusion, stage)
  if (next) return enterStage(tx, caseFile, next)
  if (stage !== 'delivery') return
  await schedule(tx, {
    kind: 'review-plan',
    caseId,
    ownerId,
    dueAt: dueAt(tx.now, spanOf('planReview', await limitsOn(tx, dayOf(tx.now)))),
  })
}

async function lookToChangeEvaluation(tx: Transaction, { caseId, evaluationId }: EvaluationPlace) {
  const caseFile = await lookToChange(tx, caseId)
  return { caseFile, evaluation: await lookAtEvaluation(tx, caseId, evaluationId) }
}

async function scheduleCosignature(
  tx: Transaction,
  { id: caseId, caseManagerId }: CaseFile,
  { id: subjectId }: Evaluation,
) {
  const ownerId = (await cosignerFor(tx, caseId, tx.actor.workerId, 'evaluation')) ?? caseManagerId
  await schedule(tx, {
    kind: 'cosign-evaluation',
    caseId,
    subjectId,
    ownerId,
    dueAt: dueAt(tx.now, cosignSpan),
  })
}
