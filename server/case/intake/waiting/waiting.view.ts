import type { WaitQuery, WaitView } from '#contract/case/waiting.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { capacityOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { lookAtInquiry } from '../inquiry/inquiry.repository.ts'
import { howFull } from '../screening/screening.repository.ts'
import { riskOf } from './waiting.ts'
import { checkInsOf, lookAtWait, placesOf, waitNames, waitPage } from './waiting.repository.ts'

/** A page of the waiting list, with how many wait and how many places are free. */
export async function waitLines(tx: Transaction, query: WaitQuery) {
  const { rows, next } = await waitPage(tx, query)
  const places = await placesOf(tx, rows)
  const { cases } = await capacityOn(tx, dayOf(tx.now))
  const { openCases, waiting } = await howFull(tx)
  tx.saw({ kind: 'wait-list', listed: rows.map(({ inquiryId }) => inquiryId) })
  return {
    next,
    waiting,
    placesFree: cases === null ? null : Math.max(0, cases - openCases),
    rows: rows.map(({ id, priority, enteredAt, nextCheckAt, ...row }) => ({
      ...row,
      place: places.get(id)?.place ?? 0,
      priority: riskOf(priority),
      enteredAt: enteredAt.toISOString(),
      nextCheckAt: nextCheckAt.toISOString(),
      checkOverdue: nextCheckAt < tx.now,
    })),
  }
}

/** Where somebody stands on the list, and every time somebody asked after them. */
export async function viewWait(tx: Transaction, inquiryId: string): Promise<WaitView> {
  await lookAtInquiry(tx, inquiryId) // 404
  const wait = await lookAtWait(tx, inquiryId) // 404
  const [checkIns, names, places] = [
    await checkInsOf(tx, wait.id),
    await waitNames(tx, wait.id),
    await placesOf(tx, [wait]),
  ]
  const { leaverId, leaverName, personName } = names
  const { leftAt, leftFor, leftReason, nextCheckAt } = wait
  return {
    inquiryId,
    personName,
    place: places.get(wait.id)?.place ?? 0,
    of: places.get(wait.id)?.of ?? 0,
    priority: riskOf(wait.priority),
    reason: wait.reason,
    enteredAt: wait.enteredAt.toISOString(),
    nextCheckAt: nextCheckAt.toISOString(),
    checkOverdue: leftAt === null && nextCheckAt < tx.now,
    checkIns: checkIns.map(({ workerId, workerName, heldAt, nextCheckAt: next, priority, ...row }) => ({
      ...row,
      priority: riskOf(priority),
      heldBy: { id: workerId, name: workerName },
      heldAt: heldAt.toISOString(),
      nextCheckAt: next.toISOString(),
    })),
    left:
      leftAt && leaverId && leaverName
        ? {
            by: { id: leaverId, name: leaverName },
            at: leftAt.toISOString(),
            decision: leftFor ?? '',
            reason: leftReason,
          }
        : null,
    version: wait.version,
    abilities: { checkIn: abilityFor(tx.actor, 'inquiry.decide', {}, leftAt === null) },
  }
}
