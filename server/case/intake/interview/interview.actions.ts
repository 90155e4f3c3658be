import type { AddAddendum } from '#contract/case/addenda.ts'
import type { InterviewSheet, OpenInterview } from '#contract/case/interview.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import { enterStage, lookToChange, nextStageOf, refuseIfArchived } from '#server/case/lifecycle/index.ts'
import { sealOwnFields } from '#server/case/own-fields/index.ts'
import { addAddendum, tellStory } from '#server/case/timeline/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { settle } from '#server/workday/index.ts'
import { hasEdition } from '../outline/outlines.repository.ts'
import {
  hasDraft,
  lookAtInterview,
  openInterviewRow,
  saveSheet,
  saveSignature,
} from './interview.repository.ts'
import {
  isLate,
  refuseContradictions,
  refuseUnlessDraft,
  refuseUnlessInterviewTime,
  refuseUnlessSigned,
  refuseUnlessWhole,
} from './interview.ts'

/** Opens the record of an interview: an empty sheet that is saved from now on as it is written. */
export async function openInterview(tx: Transaction, caseId: string, { id }: OpenInterview) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'interview.write', { team: caseFile.team }) // 403
  refuseUnlessInterviewTime(caseFile) // 409
  if (await hasDraft(tx, caseId)) throw new Refusal('interview/draft-under-way') // 409
  await openInterviewRow(tx, caseId, id)
}

/** Keeps the sheet as it stands. */
export async function changeInterview(tx: Transaction, caseId: string, id: string, sheet: InterviewSheet) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const interview = await lookAtInterview(tx, caseId, id) // 404
  permit(tx.actor, 'interview.write', { team: caseFile.team }) // 403
  refuseUnlessDraft(interview) // 409
  refuseUnlessInterviewTime(caseFile) // 409
  refuseContradictions(sheet) // 422
  await refuseUnknownOutline(tx, sheet) // 422
  await saveSheet(tx, interview, sheet) // 412
}

/** Refuses a record that names an outline that is none of the agency's. */
async function refuseUnknownOutline(tx: Transaction, { outlineId, outlineVersion }: InterviewSheet) {
  if (outlineId === null && outlineVersion === null) return
  const known = outlineId !== null && outlineVersion !== null
  if (!known || !(await hasEdition(tx, outlineId, outlineVersion)))
    throw new Refusal('interview/no-such-outline')
}

/** Signs the record: from now on it stays as it is, and the case goes on to its assessment. */
export async function signInterview(tx: Transaction, caseId: string, id: string) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const interview = await lookAtInterview(tx, caseId, id) // 404
  permit(tx.actor, 'interview.sign', { team: caseFile.team }) // 403
  refuseUnlessDraft(interview) // 409
  refuseUnlessInterviewTime(caseFile) // 409
  refuseUnlessWhole(interview.sheet, tx.now) // 422
  await sealOwnFields(tx, caseFile, { record: 'interview', recordId: id }) // 422
  const { workerId } = tx.actor
  const { record: hours } = await limitsOn(tx, dayOf(tx.now))
  const writtenLate = isLate(interview.sheet, tx.now, hours)
  const signed = { signedBy: workerId, signedAt: tx.now, writtenLate }
  const hash = contentHash({ id, caseId, authorId: interview.authorId, sheet: interview.sheet, ...signed })
  await saveSignature(tx, interview, { state: 'signed', ...signed, contentHash: hash }) // 412
  await settle(tx, ['hold-interview'], { caseId })
  await tellStory(tx, { caseId }, 'interview-signed', { late: writtenLate })
  if (caseFile.stage === 'intake') await enterStage(tx, caseFile, nextStageOf(caseFile))
}

/** Adds to a signed record what must be said later, with its reason. */
export async function addToInterview(
  tx: Transaction,
  caseId: string,
  interviewId: string,
  addendum: AddAddendum,
) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const interview = await lookAtInterview(tx, caseId, interviewId) // 404
  permit(tx.actor, 'interview.add-addendum', { team: caseFile.team }) // 403
  refuseUnlessSigned(interview) // 409
  refuseIfArchived(caseFile) // 409
  await addAddendum(tx, { ...addendum, caseId, subjectKind: 'interview', subjectId: interviewId })
}
