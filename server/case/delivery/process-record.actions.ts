import type { AddAddendum } from '#contract/case/addenda.ts'
import type { OpenProcessRecord, ProcessRecordSheet } from '#contract/case/delivery.ts'
import { activityType, riskLevel } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn, refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import {
  type CaseFile,
  lookToChange,
  refuseUnlessIn,
  refuseIfArchived,
  refuseUnlessOpen,
} from '#server/case/lifecycle/index.ts'
import { sealOwnFields } from '#server/case/own-fields/index.ts'
import { addAddendum, tellStory } from '#server/case/timeline/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { dayOf } from '#server/kernel/days.ts'
import { whole } from '#server/kernel/whole.ts'
import { together } from '#server/platform/database/together.ts'
import { dueAt, schedule, settle } from '#server/workday/index.ts'
import {
  goalsOfCase,
  insertRecord,
  lastMeeting,
  lookAtRecord,
  saveRecord,
  saveRecordSheet,
} from './process-record.repository.ts'
import {
  contactDays,
  isLate,
  recordChecks,
  recordStages,
  refuseUnlessAuthor,
  refuseUnlessDraft,
  refuseUnlessSigned,
} from './process-record.ts'

/** Where a record stands: its case, and its own id. */
export type RecordPlace = Readonly<{ caseId: string; recordId: string }>

/** Opens the record of a contact under the next number: an empty sheet that is saved from now on as it is written. */
export async function openRecord(tx: Transaction, caseId: string, { id }: OpenProcessRecord) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'record.write', { team: caseFile.team }) // 403
  refuseUnlessIn(caseFile, ...recordStages) // 409
  insertRecord(tx, caseId, id)
}

/** Keeps the sheet as it stands; only goals of this case can be named. */
export async function changeRecord(tx: Transaction, place: RecordPlace, sheet: ProcessRecordSheet) {
  const { caseFile, record } = await lookToChangeRecord(tx, place) // 404
  permit(tx.actor, 'record.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessDraft(record) // 409
  const goals = await goalsOfCase(tx, place.caseId, sheet.goalIds)
  whole(sheet.goalIds.map((id, index) => [`goalIds.${index}`, goals.has(id), 'unknown-choice'])) // 422
  await refuseUnlessKnownCodes(tx, activityType, { activityTypes: sheet.activityTypes }) // 422
  await saveRecordSheet(tx, record, sheet) // 412
}

/** Signs what is whole, notes when it was late, and opens the next contact. */
export async function signRecord(tx: Transaction, place: RecordPlace) {
  const { caseFile, record } = await lookToChangeRecord(tx, place) // 404
  permit(tx.actor, 'record.sign', { team: caseFile.team }) // 403
  refuseUnlessAuthor(record, tx.actor.workerId) // 403
  refuseUnlessOpen(caseFile) // 409
  refuseUnlessDraft(record) // 409
  whole(recordChecks(record.sheet, tx.now)) // 422
  await sealOwnFields(tx, caseFile, { record: 'process-record', recordId: record.id }) // 422
  const { ordinal, sheet } = record
  const { record: hours } = await limitsOn(tx, dayOf(tx.now))
  const writtenLate = isLate(sheet, tx.now, hours)
  await saveRecord(tx, record, {
    state: 'signed',
    signedBy: tx.actor.workerId,
    signedAt: tx.now,
    writtenLate,
    contentHash: contentHash({ ordinal, ...sheet }),
  }) // 412
  await tellStory(tx, { caseId: caseFile.id }, 'record-signed', { ordinal, late: writtenLate })
  // Knocking at a closed door is no contact: whoever was not met is still to be met.
  if (sheet.clientSeen) await scheduleNextContact(tx, caseFile)
}

/** Adds to a signed record what must be said later, with its reason. */
export async function addToRecord(tx: Transaction, { caseId, recordId }: RecordPlace, addendum: AddAddendum) {
  const { caseFile, record } = await lookToChangeRecord(tx, { caseId, recordId }) // 404
  permit(tx.actor, 'record.add-addendum', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  refuseUnlessSigned(record) // 409
  await addAddendum(tx, { ...addendum, caseId, subjectKind: 'record', subjectId: recordId })
}

async function lookToChangeRecord(tx: Transaction, { caseId, recordId }: RecordPlace) {
  // The case is locked first, for its statement is sent first.
  const [caseFile, record] = await together([lookToChange(tx, caseId), lookAtRecord(tx, caseId, recordId)])
  return { caseFile, record }
}

/** The next contact, counted from the last time the client was met; a late paper does not make the contact late. */
async function scheduleNextContact(
  tx: Transaction,
  { id: caseId, caseManagerId: ownerId, riskLevel: risk }: CaseFile,
) {
  const last = (await lastMeeting(tx, caseId)) ?? tx.now
  const days = contactDays(await limitsOn(tx, dayOf(tx.now)))[riskLevel.schema.parse(risk)]
  await settle(tx, ['contact-client'], { caseId })
  await schedule(tx, { kind: 'contact-client', caseId, ownerId, dueAt: dueAt(last, { days }) })
}
