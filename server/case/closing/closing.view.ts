import type { ClosingLines, ClosingView } from '#contract/case/closing.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import type { ClosingPlace } from './closing.actions.ts'
import { closingDetails, closingLines, reachedIn } from './closing.queries.ts'
import { closingUnderWay, lookAtClosing } from './closing.repository.ts'
import { type Closing, isOpen, ownHandIn } from './closing.ts'

type Details = Awaited<ReturnType<typeof closingDetails>>

/** The closing as this reader sees it, beside what the case reached. */
export async function viewClosing(
  tx: Transaction,
  { caseId, closingId }: ClosingPlace,
): Promise<ClosingView> {
  const caseFile = await lookAtCase(tx, caseId)
  const closing = await lookAtClosing(tx, caseId, closingId)
  const details = await closingDetails(tx, closingId)
  const { approverId, approverName } = details
  return {
    id: closingId,
    caseId,
    state: closing.state,
    sheet: closing.sheet,
    reached: await reachedIn(tx, caseFile),
    author: { id: details.authorId, name: details.authorName },
    createdAt: details.createdAt.toISOString(),
    submittedAt: details.submittedAt?.toISOString() ?? null,
    approver: approverId && approverName ? { id: approverId, name: approverName } : null,
    decided: decidedFrom(details),
    contentHash: details.contentHash,
    version: closing.version,
    abilities: abilitiesOf(tx, caseFile, closing),
  }
}

function decidedFrom({ deciderId, deciderName, decidedAt, decisionNote }: Details): ClosingView['decided'] {
  if (!deciderId || !deciderName || !decidedAt) return null
  return { by: { id: deciderId, name: deciderName }, at: decidedAt.toISOString(), note: decisionNote }
}

function abilitiesOf(
  { actor }: Transaction,
  { state, team }: CaseFile,
  closing: Closing,
): ClosingView['abilities'] {
  const open = state === 'open'
  const authorId = ownHandIn(closing, actor.workerId)
  return {
    change: abilityFor(actor, 'closing.write', { team }, open && isOpen(closing, 'change')),
    submit: abilityFor(actor, 'closing.submit', { team }, open && isOpen(closing, 'submit')),
    decide: abilityFor(actor, 'closing.decide', { authorId }, open && isOpen(closing, 'decide')),
  }
}

/** The closings of a case, and whether one may be begun now. */
export async function viewClosings(tx: Transaction, caseId: string): Promise<ClosingLines> {
  const { state, team } = await lookAtCase(tx, caseId)
  const now = state === 'open' && !(await closingUnderWay(tx, caseId))
  return {
    rows: await closingLines(tx, caseId),
    abilities: { open: abilityFor(tx.actor, 'closing.write', { team }, now) },
  }
}
