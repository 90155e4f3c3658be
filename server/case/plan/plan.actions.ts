import type { GivePlanConfirmation, OpenPlan, PlanSheet } from '#contract/case/plan.ts'
import { activityType } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { latestConfirmedAssessment } from '#server/case/assessment/index.ts'
import {
  type CaseFile,
  enterStage,
  lookToChange,
  refuseUnlessIn,
  refuseUnlessOpen,
} from '#server/case/lifecycle/index.ts'
import { sealOwnFields } from '#server/case/own-fields/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { endOfDay } from '#server/kernel/days.ts'
import { whole } from '#server/kernel/whole.ts'
import { type DaySpan, dueAt, schedule, settle } from '#server/workday/index.ts'
import { cosignerFor, needsCosignature } from '#server/workforce/index.ts'
import { planChecks } from './completeness.ts'
import { missingConfirmations, refuseUnlessConfirmed, refuseUnlessGivable } from './confirmation.ts'
import { confirmationNeedOf } from '#server/people/index.ts'
import { emptyPlan, nextEdition } from './next-edition.ts'
import { assessmentGround, latestEdition, whatIsBehind } from './plan.queries.ts'
import {
  activateGoals,
  endActivePlan,
  insertConfirmation,
  insertPlan,
  lookAtPlan,
  savePlan,
  savePlanSheet,
} from './plan.repository.ts'
import { ownHandIn, type Plan, planStages, refuseUnlessOpenable, refuseUnlessStep } from './plan.ts'

/** Where a plan stands: its case, and its own id. */
export type PlanPlace = Readonly<{ caseId: string; planId: string }>

// How long a signed plan may wait for a colleague, for the client, and for its first day; no standard sets these numbers.
const cosignSpan: DaySpan = { workingDays: 3 }
const confirmSpan: DaySpan = { workingDays: 5 }
const activateSpan: DaySpan = { workingDays: 2 }

/** Begins the plan of a case, or its next edition out of the latest one, on what the client confirmed. */
export async function openPlan(tx: Transaction, caseId: string, { id }: OpenPlan) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'plan.write', { team: caseFile.team }) // 403
  refuseUnlessIn(caseFile, ...planStages) // 409
  const latest = await latestEdition(tx, caseId)
  const ground = await latestConfirmedAssessment(tx, caseId)
  const assessmentId = refuseUnlessOpenable({ hasDraft: latest.hasDraft, assessmentId: ground?.id ?? null }) // 409
  const sheet =
    latest.id === null ? emptyPlan : await carriedOver(tx, { caseId, planId: latest.id }, assessmentId)
  await insertPlan(tx, { id, caseId, edition: latest.edition + 1, assessmentId, sheet })
}

async function carriedOver(tx: Transaction, { caseId, planId }: PlanPlace, assessmentId: string) {
  const former = await lookAtPlan(tx, caseId, planId)
  const { needs } = await assessmentGround(tx, assessmentId)
  const needIds = needs.map(({ id }) => id)
  return nextEdition(former.sheet, await whatIsBehind(tx, planId), needIds, tx.newId)
}

const activitiesIn = ({ services }: PlanSheet) =>
  Object.fromEntries(services.map(({ activityType: code }, at) => [`services.${at}.activityType`, code]))

/** Keeps the sheet as it stands. */
export async function changePlan(tx: Transaction, place: PlanPlace, sheet: PlanSheet) {
  const { caseFile, plan } = await lookToChangePlan(tx, place) // 404
  permit(tx.actor, 'plan.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(plan, 'change') // 409
  await refuseUnlessKnownCodes(tx, activityType, activitiesIn(sheet)) // 422
  await savePlanSheet(tx, plan, sheet) // 412
}

/** Signs what is whole. Signed at level 4 it waits for a colleague of level 3 or above (R-118 – R-145; R-143). */
export async function signPlan(tx: Transaction, place: PlanPlace) {
  const { caseFile, plan } = await lookToChangePlan(tx, place) // 404
  permit(tx.actor, 'plan.sign', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(plan, 'sign') // 409
  const { needs } = await assessmentGround(tx, plan.assessmentId)
  whole(planChecks(plan.sheet, needs)) // 422
  await sealOwnFields(tx, caseFile, { record: 'plan', recordId: plan.id }) // 422
  const waits = needsCosignature(tx.actor.level, 'plan')
  const { edition, assessmentId, sheet } = plan
  await savePlan(tx, plan, {
    state: waits ? 'awaiting-cosignature' : 'proposed',
    signedBy: tx.actor.workerId,
    signedAt: tx.now,
    contentHash: contentHash({ edition, assessmentId, ...sheet }),
  }) // 412
  // A former edition that still waited for somebody has nothing to wait for any more.
  await settle(tx, ['write-plan', 'cosign-plan', 'confirm-plan', 'activate-plan'], { caseId: caseFile.id })
  await tellStory(tx, { caseId: caseFile.id }, 'plan-signed', { edition })
  if (waits) await scheduleCosignature(tx, caseFile, plan)
  else await scheduleNext(tx, caseFile, plan, 'confirm-plan', confirmSpan)
}

/** A colleague of level 3 or above signs beside a colleague of level 4. */
export async function cosignPlan(tx: Transaction, place: PlanPlace) {
  const { caseFile, plan } = await lookToChangePlan(tx, place) // 404
  permit(tx.actor, 'plan.cosign', { authorId: ownHandIn(plan, tx.actor.workerId) }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(plan, 'cosign') // 409
  await savePlan(tx, plan, { state: 'proposed', cosignedBy: tx.actor.workerId, cosignedAt: tx.now }) // 412
  await settle(tx, ['cosign-plan'], { caseId: caseFile.id })
  await tellStory(tx, { caseId: caseFile.id }, 'plan-cosigned', { edition: plan.edition })
  await scheduleNext(tx, caseFile, plan, 'confirm-plan', confirmSpan)
}

/** Records that the client or a guardian confirmed the plan, and in which way. */
export async function confirmPlan(tx: Transaction, place: PlanPlace, given: GivePlanConfirmation) {
  const { caseFile, plan } = await lookToChangePlan(tx, place) // 404
  permit(tx.actor, 'plan.confirm', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(plan, 'confirm') // 409
  const need = await needOf(tx, caseFile)
  refuseUnlessGivable(given, need, tx.now) // 422
  await insertConfirmation(tx, plan, given) // 409
  await savePlan(tx, plan, {})
  tx.saw({ kind: 'plan-confirmation', id: given.id, caseId: plan.caseId, personId: given.personId })
  const { edition, confirmations } = plan
  await tellStory(tx, { caseId: caseFile.id }, 'plan-confirmed', {
    edition,
    givenAs: given.givenAs,
    way: given.way,
  })
  if (missingConfirmations([...confirmations, given], need).length > 0) return
  await settle(tx, ['confirm-plan'], { caseId: caseFile.id })
  await scheduleNext(tx, caseFile, plan, 'activate-plan', activateSpan)
}

/** Begins the work: only what the client, and the guardian where one is needed, confirmed. */
export async function activatePlan(tx: Transaction, place: PlanPlace) {
  const { caseFile, plan } = await lookToChangePlan(tx, place) // 404
  permit(tx.actor, 'plan.activate', { team: caseFile.team }) // 403
  refuseUnlessIn(caseFile, ...planStages) // 409
  refuseUnlessStep(plan, 'activate') // 409
  refuseUnlessConfirmed(plan.confirmations, await needOf(tx, caseFile)) // 422
  await endActivePlan(tx, caseFile.id)
  await savePlan(tx, plan, { state: 'active', activatedBy: tx.actor.workerId, activatedAt: tx.now }) // 412
  await activateGoals(tx, plan.id)
  await settle(tx, ['write-plan', 'confirm-plan', 'activate-plan', 'review-plan'], { caseId: caseFile.id })
  await tellStory(tx, { caseId: caseFile.id }, 'plan-activated', { edition: plan.edition })
  await scheduleReview(tx, caseFile, plan)
  if (caseFile.stage !== 'delivery') await enterStage(tx, caseFile, 'delivery')
}

async function lookToChangePlan(tx: Transaction, { caseId, planId }: PlanPlace) {
  const caseFile = await lookToChange(tx, caseId)
  return { caseFile, plan: await lookAtPlan(tx, caseId, planId) }
}

const needOf = async (tx: Transaction, { clientId }: CaseFile) => ({
  clientId,
  ...(await confirmationNeedOf(tx, clientId)),
})

async function scheduleCosignature(
  tx: Transaction,
  { id: caseId, caseManagerId }: CaseFile,
  { id: subjectId }: Plan,
) {
  // Where nobody can co-sign, the manager sees the work waiting and can ask for a colleague.
  const ownerId = (await cosignerFor(tx, caseId, tx.actor.workerId, 'plan')) ?? caseManagerId
  await schedule(tx, { kind: 'cosign-plan', caseId, subjectId, ownerId, dueAt: dueAt(tx.now, cosignSpan) })
}

const scheduleNext = (
  tx: Transaction,
  { id: caseId, caseManagerId: ownerId }: CaseFile,
  { id: subjectId }: Plan,
  kind: 'confirm-plan' | 'activate-plan',
  span: DaySpan,
) => schedule(tx, { kind, caseId, subjectId, ownerId, dueAt: dueAt(tx.now, span) })

/** The plan itself says when it is looked at again; the stage's own date stands in only where it does not. */
async function scheduleReview(
  tx: Transaction,
  { id: caseId, caseManagerId: ownerId }: CaseFile,
  { sheet }: Plan,
) {
  if (sheet.reviewOn === null) return
  await schedule(tx, { kind: 'review-plan', caseId, ownerId, dueAt: endOfDay(sheet.reviewOn) })
}
