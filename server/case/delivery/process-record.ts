import type { ProcessRecordSheet, ProcessRecordState } from '#contract/case/delivery.ts'
import type { RiskLevel, Stage } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Check, says } from '#server/kernel/whole.ts'
import { defaultHourlyDeadlines } from '#server/workday/index.ts'

/** The record of one contact, numbered in its case:  draft ──sign, by its author──▶ signed, then only addenda. */
export type ProcessRecord = Readonly<{
  id: string
  caseId: string
  ordinal: number
  state: ProcessRecordState
  authorId: string
  sheet: ProcessRecordSheet
  version: number
}>

/** The stages in which contacts are recorded: as long as there is a plan to work on, and while the work is rounded off. */
export const recordStages: readonly Stage[] = ['delivery', 'evaluation', 'closing']

/** Refuses to change or sign what is signed. */
export function refuseUnlessDraft({ state }: ProcessRecord) {
  if (state !== 'draft') throw new Refusal('record-is-signed')
}

/** Refuses an addendum to what can still be changed itself. */
export function refuseUnlessSigned({ state }: ProcessRecord) {
  if (state !== 'signed') throw new Refusal('delivery/not-signed-yet')
}

/** Refuses the signature of anybody but the author: a record is vouched for by whoever was there. */
export function refuseUnlessAuthor({ authorId }: ProcessRecord, workerId: string) {
  if (authorId !== workerId) throw new Refusal('delivery/not-your-record')
}

/** What a record must hold before it is signed: the six fields, whom it was with, and what comes next. */
export const recordChecks = (sheet: ProcessRecordSheet, now: Date): Check[] => [
  ['heldFrom', sheet.heldFrom !== null],
  ['heldFrom', sheet.heldFrom === null || new Date(sheet.heldFrom) <= now, 'delivery/in-the-future'],
  ['heldUntil', endsAfterItBegins(sheet), 'delivery/ends-before-it-begins'],
  ['place', says(sheet.place)],
  ['mode', sheet.mode !== null],
  ['clientSeen', sheet.clientSeen !== null],
  ['notSeenReason', sheet.clientSeen !== false || says(sheet.notSeenReason)],
  ['personsSeen', sheet.clientSeen === false || sheet.personsSeen.length > 0],
  ['purpose', says(sheet.purpose)],
  ['activityTypes', sheet.activityTypes.length > 0],
  ['performance', says(sheet.performance)],
  ['interaction', says(sheet.interaction)],
  ['intervention', says(sheet.intervention)],
  ['progress', says(sheet.progress)],
  ['difficulty', says(sheet.difficulty)],
  ['solution', says(sheet.solution)],
  ['nextPlan', says(sheet.nextPlan)],
]

const endsAfterItBegins = ({ heldFrom, heldUntil }: ProcessRecordSheet) =>
  heldFrom === null || heldUntil === null || new Date(heldUntil) > new Date(heldFrom)

/** Whether a record is signed too long after the contact ended: more than 24 hours (R-167; parameter). */
export function isLate(
  { heldFrom, heldUntil }: ProcessRecordSheet,
  signedAt: Date,
  hours: number = defaultHourlyDeadlines.record.span.hours,
) {
  const ended = heldUntil ?? heldFrom
  if (ended === null) return false
  return signedAt.getTime() - new Date(ended).getTime() > hours * 3_600_000
}

/** Days until the client is contacted again: the higher the risk, the closer the attention (R-165; parameters). */
export const contactDays = ({ contactA, contactB, contactC }: Contacts): Record<RiskLevel, number> => ({
  urgent: contactA,
  high: contactA,
  medium: contactB,
  low: contactC,
})
type Contacts = Readonly<{ contactA: number; contactB: number; contactC: number }>
