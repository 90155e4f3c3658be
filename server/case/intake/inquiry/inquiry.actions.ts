import type {
  EmergencyDecision,
  InquiryDecision,
  InquirySheet,
  OpenInquiry,
  PreliminaryAssessmentSheet,
  Sharing,
  TakeInquiry,
} from '#contract/case/intake.ts'
import { caseSource, referralReason, serviceField } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn, refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { openCase } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { convertOnAcceptance, potentialAfterContact } from '#server/people/index.ts'
import { dueAt, schedule, settle, spanOf } from '#server/workday/index.ts'
import { callOffAlarm, raiseAlarm } from '../crisis/crisis.actions.ts'
import { answerBy } from '../reception/answering.actions.ts'
import { enterList, leaveWaiting } from '../waiting/waiting.actions.ts'
import { saveEarlierHelp } from './help-attempts.repository.ts'
import {
  colleagueNamed,
  lookAtInquiry,
  noticeTold,
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
import { refuseAnswersBeforeNotice, refuseUnlessNoticeFirst, refuseUnlessNoticeTold } from './notice-first.ts'

/** Receives a first contact: an empty sheet that is saved from now on as it is written. */
export async function openInquiry(tx: Transaction, input: OpenInquiry) {
  permit(tx.actor, 'inquiry.open')
  const due = await answerBy(tx, input.channel)
  await openInquiryRow(tx, input, due)
  await tellStory(tx, { inquiryId: input.id }, 'inquiry-received', { channel: input.channel })
  await schedule(tx, {
    kind: 'register-inquiry',
    inquiryId: input.id,
    ownerId: tx.actor.workerId,
    dueAt: dueAt(tx.now, spanOf('firstContactAfterReferral', await limitsOn(tx, dayOf(tx.now)))),
  })
}

/** Keeps the sheet as it stands. */
export async function changeInquiry(tx: Transaction, id: string, sheet: InquirySheet) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.change') // 403
  refuseUnlessStep(inquiry, 'change') // 409
  refuseToNameTheReporter(inquiry, sheet) // 409
  refuseUnlessStillRegistered(inquiry, sheet) // 422
  await refuseUnlessKnownCodes(tx, caseSource, { source: sheet.source }) // 422
  const children = await refuseUnlessInSight(tx, { callerId: sheet.callerId, clientId: sheet.clientId }) // 400
  const underFourteen = children.has(sheet.clientId ?? '')
  refuseUnlessNoticeFirst(sheet, { emergency: inquiry.emergency, underFourteen }, inquiry) // 422
  await saveInquiry(tx, inquiry, { ...sheet, ...noticeTold(tx, sheet, inquiry.told?.at ?? null) }) // 412
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
  if (decision.emergency) await raiseAlarm(tx, id, decision)
  else await callOffAlarm(tx, id, decision)
}

/**
 * Takes a first contact of the desk, or puts it back. Of two who take it at once the second is told who has it (409);
 * from a colleague one takes it only knowing that they had it.
 */
export async function takeInquiry(tx: Transaction, id: string, { takes, from }: TakeInquiry) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.take') // 403
  refuseUnlessStep(inquiry, 'take') // 409
  const { takenBy } = inquiry
  const { workerId } = tx.actor
  if (takenBy !== null && takenBy !== workerId && takenBy !== from)
    throw new Refusal('intake/taken-by-colleague', { name: await colleagueNamed(tx, takenBy) }) // 409
  await saveInquiry(
    tx,
    inquiry,
    takes ? { takenBy: workerId, takenAt: tx.now } : { takenBy: null, takenAt: null },
  ) // 412
  await tellStory(tx, { inquiryId: id }, 'inquiry-taken', { takes })
}

/** Registers the first contact: what little is needed is there and whole. */
export async function registerInquiry(tx: Transaction, id: string) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.register') // 403
  refuseUnlessStep(inquiry, 'register') // 409
  refuseUnlessRegistrable(inquiry) // 422
  refuseUnlessNoticeTold(inquiry) // 422
  await saveInquiry(tx, inquiry, { state: 'registered', registeredAt: tx.now }) // 412
  await settle(tx, ['register-inquiry'], { inquiryId: id })
  await schedule(tx, {
    kind: 'decide-inquiry',
    inquiryId: id,
    ownerId: tx.actor.workerId,
    dueAt: dueAt(tx.now, spanOf('intakeDecision', await limitsOn(tx, dayOf(tx.now)))),
  })
  await tellStory(tx, { inquiryId: id }, 'inquiry-registered')
}

/** Keeps the preliminary assessment as it stands. What was shared before must be shared again once it changes. */
export async function assessInquiry(tx: Transaction, id: string, sheet: PreliminaryAssessmentSheet) {
  const inquiry = await lookAtInquiry(tx, id) // 404
  permit(tx.actor, 'inquiry.assess') // 403
  refuseUnlessStep(inquiry, 'assess') // 409
  refuseAnswersBeforeNotice(inquiry, sheet) // 422
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
  await refuseUnlessKnownCodes(tx, referralReason, { referralReason: decision.referralReason }) // 422
  await refuseUnlessKnownCodes(tx, serviceField, { serviceFields: decision.serviceFields }) // 422
  const caseId = decision.decision === 'accept' ? await openCaseFor(tx, inquiry, decision) : null
  const waits = decision.decision === 'wait'
  await saveInquiry(tx, inquiry, {
    state: waits ? 'waiting' : 'concluded',
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
  await sayWhatBecame(tx, inquiry, decision, caseId)
  await settle(tx, ['answer-emergency', 'assess-inquiry', 'decide-inquiry', 'register-inquiry'], {
    inquiryId: id,
  })
  if (waits) {
    await enterList(tx, inquiry, decision.reason)
    await tellStory(tx, { inquiryId: id }, 'waiting-began')
    return
  }
  if (inquiry.state === 'waiting') await leaveWaiting(tx, id, decision.decision, decision.reason)
  await tellStory(tx, { inquiryId: id }, 'inquiry-concluded', { decision: decision.decision })
}

/** Accepted, a potential client is converted; not accepted, somebody may stay a potential one: each a dated act. */
async function sayWhatBecame(
  tx: Transaction,
  { id: inquiryId, sheet: { clientId } }: Inquiry,
  { decision, reason, potentialKind: kind }: InquiryDecision,
  caseId: string | null,
) {
  if (clientId === null) return
  if (decision === 'accept')
    await convertOnAcceptance(tx, clientId, reason, { inquiryId, ...(caseId ? { caseId } : {}) })
  else if (kind !== null) await potentialAfterContact(tx, clientId, { kind, reason, inquiryId })
}

async function openCaseFor(
  tx: Transaction,
  { id, sheet, emergency, preliminary }: Inquiry,
  decision: InquiryDecision,
) {
  const { clientId, callerId } = sheet
  const { caseManagerId, serviceFields, siteId } = decision
  // `refuseUnlessDecidable` has seen to both.
  if (clientId === null || caseManagerId === null)
    throw new Error('An acceptance without its client or manager')
  return openCase(tx, {
    inquiryId: id,
    clientId,
    callerId,
    caseManagerId,
    siteId,
    serviceFields,
    riskLevel: preliminary.riskLevel ?? 'low',
    emergency: emergency === true,
  })
}
