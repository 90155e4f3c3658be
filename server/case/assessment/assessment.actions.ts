import type { AddAddendum } from '#contract/case/addenda.ts'
import type { AssessmentSheet, ClientView, OpenAssessment } from '#contract/case/assessment.ts'
import { collectionMethod, lifeDomain, problemNature } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn, refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import {
  type CaseFile,
  enterStage,
  nextStageOf,
  lookToChange,
  refuseUnlessIn,
  refuseIfArchived,
  refuseUnlessOpen,
} from '#server/case/lifecycle/index.ts'
import { sealOwnFields } from '#server/case/own-fields/index.ts'
import { addAddendum, tellStory } from '#server/case/timeline/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { endLinksTo } from '#server/secure-links/index.ts'
import { type DaySpan, dueAt, schedule, settle, spanOf } from '#server/workday/index.ts'
import { cosignerFor, needsCosignature } from '#server/workforce/index.ts'
import { viewGiversOf } from './assessment.queries.ts'
import {
  countAssessments,
  insertCorrections,
  insertFurtherView,
  lookAtAssessment,
  openAssessmentRow,
  saveAssessment,
  saveSheet,
} from './assessment.repository.ts'
import {
  type Assessment,
  ownHandIn,
  refuseUnlessMaySpeak,
  refuseUnlessSignable,
  refuseUnlessStep,
  refuseUnlessViewWhole,
  stateOfViews,
} from './assessment.ts'

/** Where an assessment stands: its case, and its own id. */
export type AssessmentPlace = Readonly<{ caseId: string; assessmentId: string }>

// How long a signed assessment may wait for a colleague, and then for the client; no standard sets these numbers.
const cosignSpan: DaySpan = { workingDays: 3 }
const confirmSpan: DaySpan = { workingDays: 5 }

/** Begins an assessment. The first belongs to its stage; a reassessment may begin at any time. */
export async function openAssessment(tx: Transaction, caseId: string, input: OpenAssessment) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'assessment.write', { team: caseFile.team }) // 403
  const count = await countAssessments(tx, caseId)
  if (count.all === 0) refuseUnlessIn(caseFile, 'assessment') // 409
  refuseUnlessOpen(caseFile) // 409
  if (count.drafts > 0) throw new Refusal('assessment/draft-already-there') // 409
  await openAssessmentRow(tx, caseId, input)
  await scheduleWriting(tx, caseFile, tx.actor.workerId)
}

/** Keeps the sheet as it stands. */
export async function changeAssessment(tx: Transaction, place: AssessmentPlace, sheet: AssessmentSheet) {
  const { caseFile, assessment } = await lookToChangeAssessment(tx, place) // 404
  permit(tx.actor, 'assessment.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(assessment, 'change') // 409
  await refuseUnlessKnownCodes(tx, collectionMethod, { methods: sheet.methods }) // 422
  await refuseUnlessKnownCodes(tx, problemNature, inProblems(sheet, 'nature')) // 422
  await refuseUnlessKnownCodes(tx, lifeDomain, inProblems(sheet, 'domain')) // 422
  await saveSheet(tx, assessment, sheet) // 412
}

/** What was chosen of one list in each problem, by its place in the sheet. */
const inProblems = ({ problems }: AssessmentSheet, key: 'nature' | 'domain') =>
  Object.fromEntries(problems.map((problem, at) => [`problems.${at}.${key}`, problem[key]]))

/** Signs what is whole. Signed at level 4 it waits for a colleague of level 3 or above. */
export async function signAssessment(tx: Transaction, place: AssessmentPlace) {
  const { caseFile, assessment } = await lookToChangeAssessment(tx, place) // 404
  permit(tx.actor, 'assessment.sign', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(assessment, 'sign') // 409
  refuseUnlessSignable(assessment, dayOf(tx.now)) // 422
  await sealOwnFields(tx, caseFile, { record: 'assessment', recordId: assessment.id }) // 422
  const { kind, sheet } = assessment
  const waits = needsCosignature(tx.actor.level, 'assessment')
  await saveAssessment(tx, assessment, {
    state: waits ? 'awaiting-cosignature' : 'signed',
    signedBy: tx.actor.workerId,
    signedAt: tx.now,
    contentHash: contentHash({ kind, ...sheet }),
  }) // 412
  await settle(tx, ['write-assessment'], { caseId: caseFile.id })
  await tellStory(tx, { caseId: caseFile.id }, 'assessment-signed', { kind })
  if (waits) await scheduleCosignature(tx, caseFile, assessment)
  else await scheduleConfirmation(tx, caseFile, assessment)
}

/** A colleague of level 3 or above signs beside a colleague of level 4. */
export async function cosignAssessment(tx: Transaction, place: AssessmentPlace) {
  const { caseFile, assessment } = await lookToChangeAssessment(tx, place) // 404
  permit(tx.actor, 'assessment.cosign', { authorId: ownHandIn(assessment, tx.actor.workerId) }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(assessment, 'cosign') // 409
  await saveAssessment(tx, assessment, { state: 'signed', cosignedBy: tx.actor.workerId, cosignedAt: tx.now }) // 412
  await settle(tx, ['cosign-assessment'], { caseId: caseFile.id, subjectId: assessment.id })
  await tellStory(tx, { caseId: caseFile.id }, 'assessment-cosigned', { kind: assessment.kind })
  await scheduleConfirmation(tx, caseFile, assessment)
}

const storyOf = {
  confirmed: 'assessment-confirmed',
  corrected: 'assessment-corrected',
  'not-confirmed': 'assessment-not-confirmed',
} as const satisfies Record<ClientView['view'], string>

/** Records what the client said. Agreement, as it stands or corrected, opens the next stage. */
export async function giveClientView(tx: Transaction, place: AssessmentPlace, given: ClientView) {
  const { caseFile, assessment } = await lookToChangeAssessment(tx, place) // 404
  permit(tx.actor, 'assessment.confirm', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessMaySpeak(assessment, given.personId) // 409
  const givers = await viewGiversOf(tx, caseFile)
  refuseUnlessViewWhole(
    assessment,
    given,
    givers.map(({ id }) => id),
    tx.now,
  ) // 422
  const state = await keepView(tx, assessment, given) // 412
  await endLinksTo(
    tx,
    { purpose: 'confirmation', subjectId: assessment.id, receiverId: given.personId },
    'answered',
  )
  await settle(tx, ['confirm-assessment'], { caseId: caseFile.id })
  await tellStory(tx, { caseId: caseFile.id }, storyOf[given.view], { kind: assessment.kind })
  // Where one of them does not agree there is an assessment to be written again; the stage is done with the first agreement.
  if (state === 'not-confirmed' && given.view === 'not-confirmed')
    await scheduleWriting(tx, caseFile, caseFile.caseManagerId)
  else if (caseFile.stage === 'assessment' && assessment.clientView === null)
    await enterStage(tx, caseFile, nextStageOf(caseFile))
}

/** The first view stands in the row of the assessment, every later one beside it; what they come to is its state. */
async function keepView(tx: Transaction, assessment: Assessment, given: ClientView) {
  const before = [assessment.clientView, ...assessment.furtherViews].flatMap((one) => (one ? [one.view] : []))
  const state = stateOfViews([...before, given.view])
  const first = {
    clientView: given.view,
    clientViewText: given.text,
    clientViewWay: given.way,
    clientViewBy: given.personId,
    clientViewAt: new Date(given.givenAt),
    clientViewRecordedBy: tx.actor.workerId,
    clientViewLanguage: given.language,
  }
  await saveAssessment(tx, assessment, { state, ...(before.length === 0 ? first : {}) }) // 412
  if (before.length > 0) await insertFurtherView(tx, assessment, given)
  await insertCorrections(tx, assessment, given)
  return state
}

/** Adds to a signed assessment what must be said later. */
export async function addToAssessment(tx: Transaction, place: AssessmentPlace, addendum: AddAddendum) {
  const { caseFile, assessment } = await lookToChangeAssessment(tx, place) // 404
  permit(tx.actor, 'assessment.add-addendum', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  refuseUnlessStep(assessment, 'addAddendum') // 409
  await addAddendum(tx, {
    ...addendum,
    caseId: caseFile.id,
    subjectKind: 'assessment',
    subjectId: assessment.id,
  })
}

async function lookToChangeAssessment(tx: Transaction, { caseId, assessmentId }: AssessmentPlace) {
  const caseFile = await lookToChange(tx, caseId)
  return { caseFile, assessment: await lookAtAssessment(tx, caseId, assessmentId) }
}

const scheduleWriting = async (tx: Transaction, { id: caseId }: CaseFile, ownerId: string) =>
  schedule(tx, {
    kind: 'write-assessment',
    caseId,
    ownerId,
    dueAt: dueAt(tx.now, spanOf('assessment', await limitsOn(tx, dayOf(tx.now)))),
  })

async function scheduleCosignature(
  tx: Transaction,
  { id: caseId, caseManagerId }: CaseFile,
  { id: subjectId }: Assessment,
) {
  // Where nobody can co-sign, the manager sees the work waiting and can ask for a colleague.
  const ownerId = (await cosignerFor(tx, caseId, tx.actor.workerId, 'assessment')) ?? caseManagerId
  await schedule(tx, {
    kind: 'cosign-assessment',
    caseId,
    subjectId,
    ownerId,
    dueAt: dueAt(tx.now, cosignSpan),
  })
}

const scheduleConfirmation = (
  tx: Transaction,
  { id: caseId, caseManagerId: ownerId }: CaseFile,
  { id: subjectId }: Assessment,
) =>
  schedule(tx, { kind: 'confirm-assessment', caseId, subjectId, ownerId, dueAt: dueAt(tx.now, confirmSpan) })
