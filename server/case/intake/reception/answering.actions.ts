import type { ContactChannel } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { hoursOn, isOpen, limitsOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { dueAt, spanOf } from '#server/workday/index.ts'

/**
 * Until when whoever asks now is answered, and whether nobody answers on this channel at this hour. A
 * contact outside the hours is received all the same, and marked; an agency that has said no hours is never closed.
 */
export async function answerBy(tx: Transaction, channel: ContactChannel) {
  const hours = await hoursOn(tx, dayOf(tx.now))
  return {
    dueAt: await answerUntil(tx),
    outsideHours: hours.size > 0 && !(await isOpen(tx, channel, tx.now)),
  }
}

/** Until when whoever asks now is answered. */
export const answerUntil = async (tx: Transaction) =>
  dueAt(tx.now, spanOf('intakeDecision', await limitsOn(tx, dayOf(tx.now))))
