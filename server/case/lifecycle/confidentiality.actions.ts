import type { ConfideCase } from '#contract/case/confidentiality.ts'
import { overseers, permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { colleaguesAmong, confide } from './confidentiality.repository.ts'
import { refuseToWiden, refuseUnlessACircle } from './confidentiality.ts'
import { lookToChange } from './lifecycle.repository.ts'

/** Says how narrow the circle is that may see a case, whom it names, and why. */
export async function confideCase(tx: Transaction, caseId: string, circle: ConfideCase) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'case.confide', { team: caseFile.team }) // 403
  const oversees = overseers.includes(tx.actor.role)
  refuseToWiden(caseFile, circle.level, oversees) // 403
  if (caseFile.state === 'archived') throw new Refusal('case-is-archived') // 409
  const colleagues = await colleaguesAmong(tx, circle.readerIds)
  refuseUnlessACircle(caseFile, circle, { workerId: tx.actor.workerId, colleagues }) // 422
  refuseIfStale(tx, caseFile.version) // 412
  await confide(tx, caseId, circle)
  await tellStory(tx, { caseId }, 'confidentiality-changed', { confidentiality: circle.level })
}
