import type { DecideAlert, RecordScale } from '#contract/scales.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { lookAtCase, refuseIfArchived } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { giveNotice, schedule, settle } from '#server/workday/index.ts'
import { findInstrument } from './loaded/instruments.queries.ts'
import { refuseUnlessAnswered, refuseUnlessUndecided } from './scales.ts'
import { birthDateOf, insertScale, lookAtScale, saveDecision, whoIsTold } from './scales.repository.ts'
import { scoreAnswers } from './scoring/scoring.ts'

const hour = 3_600_000

/**
 * Writes down the answers to a scale and scores them. Where they tell of danger, work for the case manager opens
 * and those who oversee the case are told, in the same transaction: it stays until somebody decides.
 */
export async function recordScale(tx: Transaction, caseId: string, given: RecordScale) {
  const caseFile = await lookAtCase(tx, caseId) // 404
  permit(tx.actor, 'scale.record', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  const found = await findInstrument(tx, given.instrument, given.instrumentVersion)
  const birthDate = await birthDateOf(tx, caseFile.clientId)
  const instrument = refuseUnlessAnswered(found, given, { today: dayOf(tx.now), birthDate }) // 422
  const scored = scoreAnswers(instrument, given.answers)
  await insertScale(tx, caseId, given, scored) // 409
  const isDanger = scored.alerts.some(({ kind }) => kind === 'emergency')
  await tellStory(tx, { caseId }, 'scale-recorded', { scale: given.instrument, danger: isDanger })
  if (!isDanger) return
  await schedule(tx, {
    kind: 'decide-alert',
    caseId,
    subjectId: given.id,
    ownerId: caseFile.caseManagerId,
    dueAt: new Date(tx.now.getTime() + hour),
  })
  // Whoever writes answers down knows; whoever gets them from a client's phone was not there.
  const workerIds = await whoIsTold(tx, caseFile.caseManagerId, given.way === 'client')
  await giveNotice(tx, { workerIds, kind: 'scale-alert', caseId, once: given.id })
}

/** Decides what the danger comes to, also after the case was closed; it is not archived before somebody has. */
export async function decideAlert(tx: Transaction, caseId: string, id: string, decided: DecideAlert) {
  const caseFile = await lookAtCase(tx, caseId) // 404
  permit(tx.actor, 'scale.decide', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  const result = await lookAtScale(tx, caseId, id) // 404
  refuseIfStale(tx, result.version) // 412
  refuseUnlessUndecided(result) // 409
  await saveDecision(tx, result, decided) // 412
  await settle(tx, ['decide-alert'], { caseId, subjectId: id })
  const { instrument: scale } = result
  await tellStory(tx, { caseId }, 'scale-alert-decided', { scale, decision: decided.decision })
}
