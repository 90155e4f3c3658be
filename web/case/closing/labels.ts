import type { ClosingSheet } from '#contract/case/closing.ts'
import type { Say } from '#web/app/words.ts'
import type { closingWords } from './closing.words.ts'

/** Each field of the sheet by its label. */
export const labelsOf = (
  t: Say<(typeof closingWords)['languages']['zh-CN']>,
): Record<keyof ClosingSheet, string> => ({
  reason: t('reason'),
  reasonNote: t('reasonNote'),
  readiness: t('readiness'),
  announcedOn: t('announcedOn'),
  mainProblem: t('mainProblem'),
  outcome: t('outcome'),
  gap: t('gap'),
  clientView: t('clientView'),
  reactions: t('reactions'),
  reactionCare: t('reactionCare'),
  review: t('review'),
  future: t('future'),
  lessons: t('lessons'),
  referred: t('referred'),
  referralNote: t('referralNote'),
  caregiver: t('caregiver'),
  followUpMonths: t('followUpMonths'),
  followUpWay: t('followUpWay'),
  noFollowUpReason: t('noFollowUpReason'),
})
