import type { InterviewSheet, InterviewState } from '#contract/case/interview.ts'
import { interviewTask } from '#contract/codes/index.ts'
import { type CaseFile, isAtOrJustAfter, refuseUnlessOpen } from '#server/case/lifecycle/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/**
 * The record of an intake interview.
 *
 *   draft ──▶ signed     then only addenda are added
 */
export type Interview = Readonly<{
  id: string
  caseId: string
  state: InterviewState
  sheet: InterviewSheet
  authorId: string
  version: number
}>

/** An interview belongs to the beginning of the work; later conversations are process records. */
export function refuseUnlessInterviewTime(caseFile: CaseFile) {
  refuseUnlessOpen(caseFile)
  if (!isInterviewTime(caseFile)) throw new Refusal('wrong-stage', { stage: caseFile.stage })
}

/** True while interviews may be written in this case. */
export const isInterviewTime = (caseFile: CaseFile) => isAtOrJustAfter(caseFile, 'intake')

/** Refuses to change what is signed. */
export function refuseUnlessDraft({ state }: Interview) {
  if (state === 'signed') throw new Refusal('record-is-signed')
}

/** Refuses an addendum to a draft: a draft is simply changed. */
export function refuseUnlessSigned({ state }: Interview) {
  if (state === 'draft') throw new Refusal('interview/not-signed-yet')
}

const at = (moment: string | null) => (moment === null ? Number.NaN : Date.parse(moment))

/** Refuses a task that is said to be both done and left. */
export function refuseContradictions({ tasksDone, tasksLeft }: InterviewSheet) {
  whole([['tasksLeft', !tasksLeft.some((task) => tasksDone.includes(task)), 'contradicts']])
}

/** Signing needs the whole record. */
export function refuseUnlessWhole(sheet: InterviewSheet, now: Date) {
  const [from, until] = [at(sheet.heldFrom), at(sheet.heldUntil)]
  const answered = [...sheet.tasksDone, ...sheet.tasksLeft]
  whole([
    ['heldFrom', sheet.heldFrom !== null],
    ['heldFrom', !(from > now.getTime()), 'in-the-future'],
    ['heldUntil', sheet.heldUntil !== null],
    ['heldUntil', !(until < from), 'before-the-beginning'],
    ['heldUntil', !(until > now.getTime()), 'in-the-future'],
    ['mode', sheet.mode !== null],
    ['place', says(sheet.place)],
    ['placeIsPrivate', sheet.placeIsPrivate !== null],
    ['participants', says(sheet.participants) || sheet.attendees.some(({ name }) => says(name))],
    ['reasonsForHelp', says(sheet.reasonsForHelp)],
    ['helpSeekingProcess', says(sheet.helpSeekingProcess)],
    ['purpose', says(sheet.purpose)],
    ['process', says(sheet.process)],
    ['overallEvaluation', says(sheet.overallEvaluation)],
    ['suggestions', says(sheet.suggestions)],
    ['expectations', says(sheet.expectations)],
    ['tasksDone', interviewTask.codes.every((task) => answered.includes(task))],
    ['jointEffortTold', sheet.jointEffortTold !== null],
    ['jointEffortTold', sheet.jointEffortTold !== false, 'must-be-told'],
    ['clientWishesRelationship', sheet.clientWishesRelationship !== null],
    ['nextStep', sheet.nextStep !== null],
  ])
}

/**
 * True when a record is signed, or still a draft, more than the agency's hours after the interview ended.
 * An interview without an end is not late yet: nobody said when it was.
 */
export function isLate({ heldUntil }: Pick<InterviewSheet, 'heldUntil'>, now: Date, hours: number) {
  return now.getTime() - at(heldUntil) > hours * 3_600_000
}
