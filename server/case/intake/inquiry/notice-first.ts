import type { InquirySheet, PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import type { InquiryProblem } from '#contract/case/screening.ts'
import { noticeBasis, waitsForNotice } from '#contract/case/notice-first.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import type { Inquiry } from './inquiry.ts'

type Standing = Pick<Inquiry, 'sheet' | 'emergency'>

/** Refuses what is sensitive before the notice was told, naming each field that waits for it. */
function refuse(fields: readonly string[]) {
  if (fields.length === 0) return
  throw new Refusal(
    'intake/notice-first',
    {},
    fields.map((path) => ({ path, code: 'notice-first' })),
  )
}

/**
 * A sheet keeps nothing sensitive before the notice was told, unless that goes after (R-026; Personal Information Protection Law,
 * art. 17, 18, 30). Where it says that it was told, it says in which language; what was told before that was asked stays.
 * @param kept the first contact as it stands; null where it is received just now
 */
export function refuseUnlessNoticeFirst(
  sheet: InquirySheet,
  { emergency, underFourteen }: Readonly<{ emergency: boolean | null; underFourteen: boolean }>,
  kept: Standing | null,
) {
  refuse(waitsForNotice({ sheet, emergency, underFourteen }, kept && { ...kept, underFourteen }).map(String))
  const isTold = (one: InquirySheet | undefined) => one?.toldItems.includes('information-use') === true
  const wasSilent = isTold(kept?.sheet) && kept?.sheet.toldLanguage === null
  whole([['toldLanguage', !isTold(sheet) || sheet.toldLanguage !== null || wasSilent]])
}

/** Nobody is registered before the notice was told, except where that goes after. */
export function refuseUnlessNoticeTold({ sheet, emergency }: Standing) {
  if (noticeBasis({ sheet, emergency }) === null) refuse(['toldItems'])
}

const answersInWords = [
  'willingnessNote',
  'problems',
  'howItArose',
  'expectation',
  'ownEfforts',
  'reconcilableNote',
  'fitNote',
] as const satisfies readonly (keyof PreliminaryAssessmentSheet)[]

/** What was registered before this rule, or is in danger no more: what stands can be put right, what is new waits. */
export function refuseAnswersBeforeNotice(inquiry: Inquiry, answers: PreliminaryAssessmentSheet) {
  if (noticeBasis(inquiry) !== null) return
  const { preliminary: kept } = inquiry
  const words = answersInWords.filter((field) => says(answers[field]) && !says(kept[field]))
  const more = answers.earlierHelp.length > kept.earlierHelp.length ? ['earlierHelp'] : []
  refuse([...words, ...more])
}

/** The same of problems that screening adds. */
export function refuseProblemsBeforeNotice(
  inquiry: Standing,
  problems: readonly InquiryProblem[],
  kept: readonly InquiryProblem[],
) {
  if (noticeBasis(inquiry) === null && problems.length > kept.length) refuse(['problems'])
}
