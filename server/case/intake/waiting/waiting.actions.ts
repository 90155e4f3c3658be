import type { CheckIn } from '#contract/case/waiting.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf, endOfDay } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { dueAt, schedule, settle, spanOf } from '#server/workday/index.ts'
import { lookAtInquiry } from '../inquiry/inquiry.repository.ts'
import type { Inquiry } from '../inquiry/inquiry.ts'
import { priorityOf } from './waiting.ts'
import { insertWait, leaveList, lookAtWait, saveCheckIn } from './waiting.repository.ts'

/** Puts a first contact on the waiting list, by its risk and then by when it came; somebody asks again soon. */
export async function enterList(tx: Transaction, { id, preliminary }: Inquiry, reason: string) {
  const nextCheckAt = dueAt(tx.now, spanOf('waitingCheckIn', await limitsOn(tx, dayOf(tx.now))))
  insertWait(tx, { inquiryId: id, priority: priorityOf(preliminary.riskLevel), reason, nextCheckAt })
  await planCheckIn(tx, id, nextCheckAt)
}

/** Takes a first contact off the list: a place is free, or something else was decided. */
export async function leaveWaiting(tx: Transaction, inquiryId: string, decision: string, reason: string) {
  leaveList(tx, inquiryId, decision, reason)
  await settle(tx, ['check-in-wait'], { inquiryId })
}

/** Somebody asked how they are who waits: what changed, and when one asks again. */
export async function checkIn(tx: Transaction, inquiryId: string, held: CheckIn) {
  await lookAtInquiry(tx, inquiryId) // 404
  const wait = await lookAtWait(tx, inquiryId) // 404
  permit(tx.actor, 'inquiry.decide') // 403
  if (wait.leftAt !== null) throw new Refusal('intake/waits-no-more') // 409
  const { id, whatChanged, stillWishes, priority, nextOn } = held
  whole([
    ['whatChanged', says(whatChanged)],
    ['nextOn', nextOn > dayOf(tx.now), 'intake/check-in-comes-later'],
  ]) // 422
  const nextCheckAt = endOfDay(nextOn)
  saveCheckIn(tx, wait, { id, whatChanged, stillWishes, priority: priorityOf(priority), nextCheckAt })
  await settle(tx, ['check-in-wait'], { inquiryId })
  await planCheckIn(tx, inquiryId, nextCheckAt)
  await tellStory(tx, { inquiryId }, 'wait-checked', {})
}

const planCheckIn = (tx: Transaction, inquiryId: string, due: Date) =>
  schedule(tx, { kind: 'check-in-wait', inquiryId, ownerId: tx.actor.workerId, dueAt: due })
