import type {
  EmergencyDecision,
  InquiryDecision,
  InquirySheet,
  OpenInquiry,
  PreliminaryAssessmentSheet,
  Sharing,
} from '#contract/case/intake.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { openCase } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { defaultDeadlines, dueAt, schedule, settle } from '#server/workday/index.ts'
import { saveEarlierHelp } from './help-attempts.repository.ts'
import {
  lookAtInquiry,
  openInquiryRow,
  refuseUnlessInSight,
  saveInquiry,
  savePreliminary,
} from './inquiry.repository.ts'
import {
  type Inquiry,
  refuseToNameTheReporter,
  refuseUnlessDecidable,
  refuseUnlessReasoned,
  refuseUnlessRegistrable,
  refuseUnlessShareable,
  refuseUnlessStep,
  refuseUnlessStillRegistered,
} from './inquiry.ts'

/** Receives a first contact: an empty sheet that is saved from now on as it is written. */
export async function openInquiry(tx: Transaction, input: OpenInquiry) {
  permit(tx.actor, 'inquiry.open')
  await openInquiryRow(tx, input)
  await tellStory(tx, { inquiryId: input.id }, 'inquiry-received', { channel: input.channel })
  await schedule(tx, {
    kind: 'register-inquiry',
    inquiryId: input.id,
    ownerId: tx.actor.workerId,
    dueAt: dueAt(tx.now, defaultDeadlines.firstContactAfterReferral.span),
  })
}

/** Keeps the sheet as it stands. */
export async function changeInquiry(tx: Transaction, id: string, sheet: InquirySheet) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.change') // 403
  refuseUnlessStep(inquiry, 'change') // 409
  refuseToNameTheReporter(inquiry, sheet) // 409
  refuseUnlessStillRegistered(inquiry, sheet) // 422
  await refuseUnlessInSight(tx, { callerId: sheet.callerId, clientId: sheet.clientId }) // 400
  await saveInquiry(tx, inquiry, sheet) // 412
}

/** Decides whether life or safety is in danger. A yes tells the agency's head within the minute. */
export async function decideEmergency(tx: Transaction, id: string, decision: EmergencyDecision) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.change') // 403
  refuseUnlessStep(inquiry, 'decideEmergency') // 409
  refuseUnlessReasoned(decision) // 422
  await saveInquiry(tx, inquiry, {
    emergency: decision.emergency,
    emergencyReason: decision.reason,
    dangerKinds: [...decision.dangerKinds],
    emergencyDecidedBy: tx.actor.workerId,
    emergencyDecidedAt: tx.now,
  })
  await tellStory(tx, { inquiryId: id }, 'emergency-decided', { emergency: decision.emergency })
  if (decision.emergency) await raiseAlarm(tx, id)
  else await settle(tx, ['answer-emergency'], { inquiryId: id })
}

async function raiseAlarm(tx: Transaction, inquiryId: string) {
  const { agencyId, workerId } = tx.actor
  const dueSoon = new Date(tx.now.getTime() + 3_600_000)
  await schedule(tx, { kind: 'answer-emergency', inquiryId, ownerId: workerId, dueAt: dueSoon })
  await enqueue(tx.db, 'tell-head-of-emergency', { agencyId, workerId, inquiryId })
}

/** Registers the first contact: what little is needed is there and whole. */
export async function registerInquiry(tx: Transaction, id: string) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.register') // 403
  refuseUnlessStep(inquiry, 'register') // 409
  refuseUnlessRegistrable(inquiry) // 422
  await saveInquiry(tx, inquiry, { state: 'registered', registeredAt: tx.now }) // 412
  await settle(tx, ['register-inquiry'], { inquiryId: id })
  await schedule(tx, {
    kind: 'decide-inquiry',
    inquiryId: id,
    ownerId: tx.actor.workerId,
    dueAt: dueAt(tx.now, defaultDeadlines.intakeDecision.span),
  })
  await tellStory(tx, { inquiryId: id }, 'inquiry-registered')
}

/** Keeps the preliminary assessment as it stands. What was shared before must be shared again once it changes. */
export async function assessInquiry(tx: Transaction, id: string, sheet: PreliminaryAssessmentSheet) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.assess') // 403
  refuseUnlessStep(inquiry, 'assess') // 409
  await saveInquiry(tx, inquiry, { state: 'registered' }) // 412
  await savePreliminary(tx, id, { ...sheet, sharedAt: null })
  await saveEarlierHelp(tx, id, sheet.earlierHelp)
}

/** The caller heard the preliminary assessment, and agreed to it or corrected it. */
export async function shareInquiry(tx: Transaction, id: string, sharing: Sharing) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.assess') // 403
  refuseUnlessStep(inquiry, 'share') // 409
  refuseUnlessShareable(inquiry) // 422
  whole([['corrections', sharing.callerAgrees || says(sharing.corrections)]])
  await saveInquiry(tx, inquiry, { state: 'assessed' }) // 412
  await savePreliminary(tx, id, { ...inquiry.preliminary, ...sharing, sharedAt: tx.now })
  await tellStory(tx, { inquiryId: id }, 'preliminary-assessment-shared', { agrees: sharing.callerAgrees })
}

/** Decides what becomes of the inquiry; accepting opens the case file, with its number and its manager. */
export async function decideInquiry(tx: Transaction, id: string, decision: InquiryDecision) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.decide') // 403
  refuseUnlessStep(inquiry, 'decide') // 409
  refuseUnlessDecidable(inquiry, decision) // 409, 422
  const caseId = decision.decision === 'accept' ? await openCaseFor(tx, inquiry, decision) : null
  await saveInquiry(tx, inquiry, {
    state: 'concluded',
    decision: decision.decision,
    decisionReason: decision.reason,
    informationGiven: decision.informationGiven,
    referredTo: decision.referredTo,
    referralReason: decision.referralReason,
    notNowReason: decision.notNowReason,
    potentialKind: decision.potentialKind,
    decidedBy: tx.actor.workerId,
    decidedAt: tx.now,
    caseId,
  }) // 412
  await settle(tx, ['answer-emergency', 'assess-inquiry', 'decide-inquiry', 'register-inquiry'], {
    inquiryId: id,
  })
  await tellStory(tx, { inquiryId: id }, 'inquiry-concluded', { decision: decision.decision })
}

async function openCaseFor(
  tx: Transaction,
  { id, sheet, emergency, preliminary }: Inquiry,
  decision: InquiryDecision,
) {
  const { clientId, callerId } = sheet
  const { caseManagerId, serviceFields } = decision
  // `refuseUnlessDecidable` has seen to both.
  if (clientId === null || caseManagerId === null)
    throw new Error('An acceptance without its client or manager')
  return openCase(tx, {
    inquiryId: id,
    clientId,
    callerId,
    caseManagerId,
    serviceFields,
    riskLevel: preliminary.riskLevel ?? 'low',
    emergency: emergency === true,
  })
}
