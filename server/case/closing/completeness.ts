import type { ClosingSheet } from '#contract/case/closing.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Check, says, whole } from '#server/kernel/whole.ts'
import { clientCanBeAsked, type Ground, wasPrepared } from './closing.ts'

/**
 * Refuses a closing that is not whole, naming all that is missing at once (R-195 – R-200; annex 1: “→ closed”). Of
 * someone who died or cannot be found nobody asks for a view or a reaction.
 */
export function refuseUnlessSubmittable(sheet: ClosingSheet, ground: Ground) {
  whole([
    ...reasonChecks(sheet),
    ...(clientCanBeAsked(sheet.reason) ? partingChecks(sheet, ground) : []),
    ['mainProblem', says(sheet.mainProblem)],
    ['outcome', says(sheet.outcome)],
    ['lessons', says(sheet.lessons)],
    ...aftercareChecks(sheet, ground),
  ])
  const asksForOutcome = sheet.reason !== null && wasPrepared(sheet.reason)
  if (asksForOutcome && !ground.hasOutcomeEvaluation) throw new Refusal('closing/needs-outcome-evaluation')
}

const reasonChecks = ({ reason, reasonNote, readiness }: ClosingSheet): Check[] => [
  ['reason', reason !== null],
  ['reasonNote', (reason !== 'other' && reason !== 'not-achievable') || says(reasonNote)],
  ['readiness', reason === null || !wasPrepared(reason) || readiness.length > 0, 'too-few'],
]

/** The ending is announced, its feelings are met, and what was gained is looked back on together. */
function partingChecks(sheet: ClosingSheet, { today }: Ground): Check[] {
  const { announcedOn, clientView, reactions, reactionCare, review } = sheet
  const calm = reactions.every((reaction) => reaction === 'none' || reaction === 'positive')
  return [
    ['announcedOn', announcedOn !== null],
    ['announcedOn', announcedOn === null || announcedOn <= today, 'in-the-future'],
    ['clientView', says(clientView)],
    ['reactions', reactions.length > 0, 'too-few'],
    ['reactions', reactions.length < 2 || !reactions.includes('none'), 'contradicts'],
    ['reactionCare', calm || says(reactionCare)],
    ['review', says(review)],
  ]
}

/** Who is there afterwards: another agency, a caregiver of a minor, and whoever asks how things are. */
function aftercareChecks(sheet: ClosingSheet, { clientIsMinor }: Ground): Check[] {
  const { reason, referred, referralNote, caregiver } = sheet
  const { followUpMonths, followUpWay, noFollowUpReason } = sheet
  return [
    ['referred', referred !== null],
    ['referred', reason !== 'referred' || referred !== false, 'contradicts'],
    ['referralNote', referred !== true || says(referralNote)],
    ['caregiver', !clientIsMinor || reason === 'death' || says(caregiver)],
    ['followUpWay', followUpMonths.length === 0 || followUpWay !== null],
    ['noFollowUpReason', followUpMonths.length > 0 || says(noFollowUpReason)],
  ]
}
