import type { ClosingDecision, ClosingSheet, OpenClosing } from '#contract/case/closing.ts'
import { closingReaction } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { outcomeOf } from '#server/case/evaluation/index.ts'
import { planAftercare } from '#server/case/followup/index.ts'
import {
  type CaseFile,
  enterStage,
  lookToChange,
  refuseUnlessIn,
  refuseUnlessOpen,
} from '#server/case/lifecycle/index.ts'
import { endPlanning } from '#server/case/plan/index.ts'
import { refuseUnlessAnswered, sealOwnFields } from '#server/case/own-fields/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { confirmationNeedOf } from '#server/people/index.ts'
import { type DaySpan, dueAt, giveNotice, schedule, settle, settleAll } from '#server/workday/index.ts'
import { approverFor } from './approver.repository.ts'
import { closingUnderWay, insertClosing, lookAtClosing, saveClosing } from './closing.repository.ts'
import { type Closing, ownHandIn, refuseUnlessStep } from './closing.ts'
import { refuseUnlessSubmittable } from './completeness.ts'
import { alreadyKnown } from './known.queries.ts'

/** Where a closing stands: its case, and its own id. */
export type ClosingPlace = Readonly<{ caseId: string; closingId: string }>

// How long a closing may wait for its approval, and for its author to mend it; no standard sets these numbers.
const approvalSpan: DaySpan = { workingDays: 3 }
const mendingSpan: DaySpan = { workingDays: 3 }

/** Begins the closing. A case can end at any stage: whoever leaves early is closed with the reason. */
export async function openClosing(tx: Transaction, caseId: string, { id }: OpenClosing) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'closing.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  if (await closingUnderWay(tx, caseId)) throw new Refusal('closing/one-under-way') // 409
  await insertClosing(tx, { id, caseId, known: await alreadyKnown(tx, caseFile) })
  if (caseFile.stage !== 'closing') await enterStage(tx, caseFile, 'closing')
}

/** Keeps the sheet as it stands. */
export async function changeClosing(tx: Transaction, place: ClosingPlace, sheet: ClosingSheet) {
  const { caseFile, closing } = await lookToChangeClosing(tx, place) // 404
  permit(tx.actor, 'closing.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(closing, 'change') // 409
  await refuseUnlessKnownCodes(tx, closingReaction, { reactions: sheet.reactions }) // 422
  await saveClosing(tx, closing, sheet) // 412
}

/** Hands what is whole to somebody else, who decides on it. */
export async function submitClosing(tx: Transaction, place: ClosingPlace) {
  const { caseFile, closing } = await lookToChangeClosing(tx, place) // 404
  permit(tx.actor, 'closing.submit', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(closing, 'submit') // 409
  refuseUnlessSubmittable(closing.sheet, await groundOf(tx, caseFile)) // 422
  await refuseUnlessAnswered(tx, caseFile, { record: 'closing', recordId: closing.id }) // 422
  await saveClosing(tx, closing, {
    state: 'submitted',
    submittedBy: tx.actor.workerId,
    submittedAt: tx.now,
    decidedBy: null,
    decidedAt: null,
  }) // 412
  if (caseFile.stage !== 'closing') await enterStage(tx, caseFile, 'closing')
  await settle(tx, ['close-case', 'mend-closing'], { caseId: caseFile.id })
  await tellStory(tx, { caseId: caseFile.id }, 'closing-submitted', { reason: closing.sheet.reason })
  await scheduleApproval(tx, caseFile, closing)
}

/** Approves the end of a case, or returns it with what is missing. Never one's own (R-196; annex 2: level 2). */
export async function decideClosing(tx: Transaction, place: ClosingPlace, decision: ClosingDecision) {
  const { caseFile, closing } = await lookToChangeClosing(tx, place) // 404
  permit(tx.actor, 'closing.decide', { authorId: ownHandIn(closing, tx.actor.workerId) }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessStep(closing, 'decide') // 409
  whole([['note', decision.decision === 'approve' || says(decision.note)]]) // 422
  if (decision.decision === 'approve') await approve(tx, caseFile, closing, decision.note)
  else await giveBack(tx, caseFile, closing, decision.note)
}

async function approve(tx: Transaction, caseFile: CaseFile, closing: Closing, note: string) {
  refuseUnlessIn(caseFile, 'closing') // 409: meanwhile the work went on
  await sealOwnFields(tx, caseFile, { record: 'closing', recordId: closing.id }) // 422
  const { id, caseId, sheet, authorId } = closing
  await saveClosing(tx, closing, {
    ...decidedNow(tx, note),
    state: 'approved',
    contentHash: contentHash({ id, caseId, sheet }),
  }) // 412
  await endPlanning(tx, caseId, await levelsFound(tx, caseId))
  const closed: CaseFile = { ...caseFile, state: 'closed', closedAt: tx.now }
  // What was open ends here; what the end itself asks for is opened after it.
  await settleAll(tx, caseId)
  await enterStage(tx, closed, 'followup')
  await tellStory(tx, { caseId }, 'closing-approved', { reason: sheet.reason })
  await planAftercare(tx, closed, { closingId: id, months: sheet.followUpMonths, way: sheet.followUpWay })
  await giveNotice(tx, {
    workerIds: others(tx, [authorId, caseFile.caseManagerId]),
    kind: 'closing-approved',
    caseId,
  })
}

async function giveBack(tx: Transaction, { id: caseId }: CaseFile, closing: Closing, note: string) {
  const { id: subjectId, authorId } = closing
  await saveClosing(tx, closing, { ...decidedNow(tx, note), state: 'returned' }) // 412
  await settle(tx, ['approve-closing'], { caseId, subjectId })
  await tellStory(tx, { caseId }, 'closing-returned')
  await schedule(tx, {
    kind: 'mend-closing',
    caseId,
    subjectId,
    ownerId: authorId,
    dueAt: dueAt(tx.now, mendingSpan),
  })
  await giveNotice(tx, { workerIds: [authorId], kind: 'closing-returned', caseId })
}

/** What the final evaluation found of each goal; nothing where there was none. */
async function levelsFound(tx: Transaction, caseId: string) {
  const outcome = await outcomeOf(tx, caseId)
  return new Map(outcome?.goals.map(({ id, level }) => [id, level]))
}

const decidedNow = ({ actor, now }: Transaction, decisionNote: string) => ({
  decidedBy: actor.workerId,
  decidedAt: now,
  decisionNote,
})

const others = ({ actor }: Transaction, workerIds: readonly string[]) =>
  [...new Set(workerIds)].filter((id) => id !== actor.workerId)

async function groundOf(tx: Transaction, { id, clientId }: CaseFile) {
  const { isMinor } = await confirmationNeedOf(tx, clientId)
  return {
    hasOutcomeEvaluation: (await outcomeOf(tx, id)) !== null,
    clientIsMinor: isMinor,
    today: dayOf(tx.now),
  }
}

async function lookToChangeClosing(tx: Transaction, { caseId, closingId }: ClosingPlace) {
  const caseFile = await lookToChange(tx, caseId)
  return { caseFile, closing: await lookAtClosing(tx, caseId, closingId) }
}

async function scheduleApproval(
  tx: Transaction,
  { id: caseId, caseManagerId }: CaseFile,
  { id, authorId }: Closing,
) {
  const not = [authorId, tx.actor.workerId]
  // Where nobody may approve, the manager sees the work waiting and can ask for a colleague.
  const ownerId = (await approverFor(tx, { caseId, caseManagerId, not })) ?? caseManagerId
  await schedule(tx, {
    kind: 'approve-closing',
    caseId,
    subjectId: id,
    ownerId,
    dueAt: dueAt(tx.now, approvalSpan),
  })
}
