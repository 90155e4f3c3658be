import type { ReopenCase } from '#contract/case/followup.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { enterStage, lookToChange, saveCase } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { isOpen, settleAll } from '#server/workday/index.ts'
import { cancelPlanned, insertReopening, plannedFollowUps } from './followup.repository.ts'
import { refuseUnlessClosed, refuseWhilePlanned } from './followup.ts'
import { keepingIn } from './keeping.queries.ts'

/** Puts a closed case away: from now on it is only read, and kept until the day its retention ends. */
export async function archiveCase(tx: Transaction, caseId: string) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'case.archive', { team: caseFile.team }) // 403
  refuseUnlessClosed(caseFile) // 409
  refuseWhilePlanned(await plannedFollowUps(tx, caseId)) // 409
  if (await isOpen(tx, 'decide-alert', caseId)) throw new Refusal('scales/undecided') // 409
  refuseIfStale(tx, caseFile.version) // 412
  const keepUntil = (await keepingIn(tx, caseFile))?.until ?? null
  await settleAll(tx, caseId)
  await tellStory(tx, { caseId }, 'case-archived', { keepUntil })
  await saveCase(tx, { ...caseFile, state: 'archived', archivedAt: tx.now, keepUntil })
}

/** Opens a closed case again, with the reason; it returns to assessment, and what was written stays. */
export async function reopenCase(tx: Transaction, caseId: string, { reason }: ReopenCase) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'case.reopen', { team: caseFile.team }) // 403
  refuseUnlessClosed(caseFile) // 409
  refuseIfStale(tx, caseFile.version) // 412
  await insertReopening(tx, caseId, reason)
  await cancelPlanned(tx, caseId, reason)
  await settleAll(tx, caseId)
  await tellStory(tx, { caseId }, 'case-reopened')
  await enterStage(tx, { ...caseFile, state: 'open', closedAt: null }, 'assessment')
}
