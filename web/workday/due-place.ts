import { placeOf } from '#contract/case/overview.ts'
import type { DueItem } from '#contract/workday.ts'

/** Where one click leads from what is due: the page on which it is done. */
export function placeOfDue({
  kind,
  caseId,
  inquiryId,
}: Pick<DueItem, 'kind' | 'caseId' | 'inquiryId'>): string {
  if (kind === 'review-break-glass') return '/break-glass/openings'
  if (kind === 'check-in-wait' && inquiryId !== null) return `/inquiries/${inquiryId}/wait`
  if (kind === 'answer-emergency' && caseId === null && inquiryId !== null)
    return `/inquiries/${inquiryId}/crisis`
  if (caseId === null && inquiryId !== null && kind !== 'plan-step' && placeOf[kind] === 'referrals')
    return `/inquiries/${inquiryId}/referrals`
  if (caseId === null) return inquiryId === null ? '/' : `/inquiries/${inquiryId}`
  return `/cases/${caseId}/${kind === 'plan-step' ? 'delivery' : placeOf[kind]}`
}
