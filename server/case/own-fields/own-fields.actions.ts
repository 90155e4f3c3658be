import type { OwnAnswers } from '#contract/case/own-fields.ts'
import type { OwnRecord } from '#contract/settings/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { fieldsOn } from '#server/agencies/index.ts'
import {
  applyRules,
  type CaseFile,
  lookAtOwnWork,
  lookToChange,
  refuseIfArchived,
  refuseUnlessOpen,
} from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'
import { settle } from '#server/workday/index.ts'
import { answersOf, lookAtRecord, saveAnswers, writeAnswers } from './own-answers.repository.ts'
import { fittingChecks, missingChecks } from './own-field.ts'

/** Keeps the answers to the agency's own fields in a record that is being written. */
export async function changeOwnAnswers(
  tx: Transaction,
  { caseId, recordId }: Readonly<{ caseId: string; recordId: string }>,
  { answers }: OwnAnswers,
) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const { record, isDraft } = await lookAtRecord(tx, caseId, recordId) // 404
  permit(tx.actor, 'own-fields.write', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  if (!isDraft) throw new Refusal('record-is-signed') // 409
  const kept = await answersOf(tx, recordId)
  const fields = await fieldsOn(tx, dayOf(tx.now), { record, template: caseFile.template })
  whole(fittingChecks(fields, answers, kept.answers)) // 422
  await saveAnswers(tx, { caseId, record, recordId }, { answers, fields: null, version: kept.version }) // 412
}

type RecordPlace = Readonly<{ record: OwnRecord; recordId: string }>

/** Refuses (422) to let a record go on in which a field that the agency requires is not answered. */
export async function refuseUnlessAnswered(
  tx: Transaction,
  { template }: Pick<CaseFile, 'template'>,
  { record, recordId }: RecordPlace,
) {
  const fields = await fieldsOn(tx, dayOf(tx.now), { record, template })
  const { answers } = await answersOf(tx, recordId)
  whole(missingChecks(fields, answers))
  return { fields, answers }
}

/** Seals the answers with the fields as they are now, as the record is signed, and sets what the agency's rules ask for then. */
export async function sealOwnFields(tx: Transaction, caseFile: CaseFile, place: RecordPlace) {
  const { fields, answers } = await refuseUnlessAnswered(tx, caseFile, place) // 422
  // Answers to fields that were retired while the record was written are not signed.
  const counting = Object.fromEntries(fields.map(({ id }) => [id, answers[id] ?? null]))
  if (fields.length > 0)
    await writeAnswers(tx, { caseId: caseFile.id, ...place }, { answers: counting, fields })
  await applyRules(tx, caseFile, { kind: 'record-signed', record: place.record, answers: counting })
}

/** Somebody of the case says that what a rule of the agency asked for is done. */
export async function finishOwnWork(tx: Transaction, caseId: string, taskId: string) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const { kind, subjectId, doneAt } = await lookAtOwnWork(tx, caseId, taskId) // 404
  permit(tx.actor, 'own-work.settle', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  // Every other work is settled by the act that does it.
  if (kind !== 'own-rule' || doneAt !== null) throw new Refusal('own-fields/not-open-by-hand') // 409
  await settle(tx, ['own-rule'], { caseId, ...(subjectId === null ? {} : { subjectId }) })
  tx.saw({ kind: 'own-work', id: taskId, caseId })
}
