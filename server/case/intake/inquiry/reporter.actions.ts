import type { ReporterQuery, ReporterSheet, ReporterView } from '#contract/case/reporter.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'
import { lookAtInquiry, saveInquiry } from './inquiry.repository.ts'
import { refuseUnlessStep } from './inquiry.ts'
import { keepReporter, openReporter, reporterSight } from './reporter.repository.ts'

/** Shows who reported it. Each showing is on the audit, with its reason where somebody else wrote it down. */
export async function showReporter(
  tx: Transaction,
  inquiryId: string,
  { reason }: ReporterQuery,
): Promise<ReporterView> {
  await lookAtInquiry(tx, inquiryId) // 404
  const reporter = await openReporter(tx, inquiryId)
  if (!reporter) throw new Refusal('not-found') // 404
  permit(tx.actor, 'reporter.read') // 403
  const mine = reporter.writtenBy.id === tx.actor.workerId
  whole([['reason', mine || reason !== undefined]]) // 422
  tx.saw({ kind: 'reporter', id: inquiryId, inquiryId, ...(mine || !reason ? {} : { reason }) })
  return reporter
}

/**
 * Keeps who reported it apart from the first contact. The first time it takes out of the sheet whoever was named there;
 * from then on only those who may see it write it.
 */
export async function protectReporter(tx: Transaction, inquiryId: string, sheet: ReporterSheet) {
  const inquiry = await lookAtInquiry(tx, inquiryId) // 404
  const { may } = await reporterSight(tx, inquiryId)
  if (inquiry.reporterProtected && !may) throw new Refusal('not-found') // 404
  permit(tx.actor, 'reporter.write') // 403
  refuseUnlessStep(inquiry, 'change') // 409
  refuseIfStale(tx, inquiry.version) // 412
  await keepReporter(tx, inquiryId, sheet, !inquiry.reporterProtected)
  await saveInquiry(tx, inquiry, {
    reporterProtected: true,
    callerId: null,
    callerRelation: null,
    referrerName: '',
  })
  tx.saw({ kind: 'reporter', id: inquiryId, inquiryId })
}
