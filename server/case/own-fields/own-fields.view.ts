import type { OwnFieldsView } from '#contract/case/own-fields.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { fieldsOn } from '#server/agencies/index.ts'
import { isRecordMasked, lookAtCase } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { answersOf, lookAtRecord } from './own-answers.repository.ts'

/** The agency's own fields of one record, as this reader sees them. */
export async function viewOwnFields(
  tx: Transaction,
  caseId: string,
  recordId: string,
): Promise<OwnFieldsView> {
  const caseFile = await lookAtCase(tx, caseId)
  const { record, isDraft } = await lookAtRecord(tx, caseId, recordId)
  const { answers, fields, version } = await answersOf(tx, recordId)
  const isAnswered = Object.values(answers).some((answer) => answer !== null)
  const masked = isAnswered && (await isRecordMasked(tx, caseFile, { record, recordId }))
  // What was signed before the agency added a field has none.
  const isOpen = isDraft || Object.keys(answers).length > 0
  const now = dayOf(tx.now)
  const shown = fields ?? (isOpen ? await fieldsOn(tx, now, { record, template: caseFile.template }) : [])
  return {
    record,
    fields: [...shown],
    answers: masked ? {} : answers,
    masked,
    sealed: !isDraft,
    version: masked ? 0 : version,
    abilities: {
      write: abilityFor(
        tx.actor,
        'own-fields.write',
        { team: caseFile.team },
        isDraft && caseFile.state === 'open',
      ),
    },
  }
}
