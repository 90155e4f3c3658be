import type { CrisisLine, CrisisSheet, EndCrisis } from '#contract/case/crisis.ts'
import type { EmergencyDecision } from '#contract/case/intake.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { giveNotice, schedule, settle } from '#server/workday/index.ts'
import { lookAtInquiry } from '../inquiry/inquiry.repository.ts'
import {
  addLines,
  callOffCrisis,
  lookAtCrisis,
  openCrisis,
  saveCrisis,
  whoMustKnow,
} from './crisis.repository.ts'

const millisecondsAnHour = 3_600_000

/**
 * Somebody's life or safety is in danger: in this same transaction the crisis is open, the heads and the supervisor are
 * told, the record says so, and it stands first on the worker's Today.
 */
export async function raiseAlarm(tx: Transaction, inquiryId: string, decision: EmergencyDecision) {
  const { crisisReport: hours } = await limitsOn(tx, dayOf(tx.now))
  const dueAt = new Date(tx.now.getTime() + hours * millisecondsAnHour)
  await schedule(tx, { kind: 'answer-emergency', inquiryId, ownerId: tx.actor.workerId, dueAt })
  const crisisId = await openCrisis(tx, inquiryId, decision.dangerKinds, decision.reason)
  // Decided once more while it is open: whoever was told knows already.
  if (crisisId === null) return
  const told = await whoMustKnow(tx)
  await giveNotice(tx, { workerIds: told.map(({ id }) => id), kind: 'emergency', inquiryId, once: crisisId })
  const doneAt = tx.now.toISOString()
  const report = { kind: 'report', what: '', result: '', doneAt } as const
  addLines(
    tx,
    crisisId,
    told.map(({ name }) => ({ ...report, id: tx.newId(), who: name })),
  )
  await tellStory(tx, { inquiryId }, 'crisis-opened', { told: told.length })
  const { agencyId, workerId } = tx.actor
  await enqueue(tx.db, 'tell-again-of-emergency', { agencyId, workerId, inquiryId, crisisId }, dueAt)
}

/** It was found to be no emergency: the crisis ends with that word. */
export async function callOffAlarm(tx: Transaction, inquiryId: string, { reason }: EmergencyDecision) {
  callOffCrisis(tx, inquiryId, reason)
  await settle(tx, ['answer-emergency'], { inquiryId })
}

async function lookAtOpenCrisis(tx: Transaction, inquiryId: string) {
  await lookAtInquiry(tx, inquiryId) // 404
  const crisis = await lookAtCrisis(tx, inquiryId) // 404
  permit(tx.actor, 'crisis.write') // 403
  if (crisis.endedAt !== null) throw new Refusal('intake/crisis-over') // 409
  return crisis
}

/** Keeps what is known of the crisis as it stands. */
export async function changeCrisis(tx: Transaction, inquiryId: string, sheet: CrisisSheet) {
  const crisis = await lookAtOpenCrisis(tx, inquiryId)
  saveCrisis(tx, crisis, { ...sheet, kinds: [...sheet.kinds] }) // 412
}

/** Writes down what was done, who was asked, or to whom it was reported, at its time. */
export async function addCrisisLine(tx: Transaction, inquiryId: string, line: CrisisLine) {
  const crisis = await lookAtOpenCrisis(tx, inquiryId)
  whole([['what', says(line.what)]]) // 422
  addLines(tx, crisis.id, [line])
}

/** Ends the crisis with its outcome. */
export async function endCrisis(tx: Transaction, inquiryId: string, { outcome }: EndCrisis) {
  const crisis = await lookAtOpenCrisis(tx, inquiryId)
  whole([['outcome', says(outcome)]]) // 422
  saveCrisis(tx, crisis, { endedBy: tx.actor.workerId, endedAt: tx.now, outcome }) // 412
  await settle(tx, ['answer-emergency'], { inquiryId })
  await tellStory(tx, { inquiryId }, 'crisis-ended', {})
}
