import type { Transaction } from '#server/access/index.ts'
import { codesVersions } from '#server/agencies/index.ts'
import { lookAtCase, maskedRecords } from '#server/case/lifecycle/index.ts'
import { type SealedAnswers, sealedAnswersOf } from '#server/case/own-fields/index.ts'
import { drawnEcomap, drawnFamily } from '#server/drawings/index.ts'
import { labelsOf } from '../code-labels.ts'
import type { SheetPictures } from '../pictures.ts'
import { gatherFacts, type Print } from './facts.queries.ts'

const recordOf = {
  F03: 'interview',
  F08: 'assessment',
  F09: 'plan',
  F11: 'process-record',
  F15: 'closing',
} as const

/** All that one form of a case is laid out from, as it stands now. */
export async function gatheredForm(tx: Transaction, print: Print) {
  const facts = await gatherFacts(tx, print)
  const own = await ownOf(tx, print)
  const label = labelsOf(await codesVersions(tx), tx.now)
  return { facts, own, label, pictures: await picturesOf(tx, print) }
}

/** What stands in the agency's own fields of the record that a form prints: the newest, or for interviews and process records each of them. */
async function ownOf(
  tx: Transaction,
  { caseId, formId, recordId, without, whole = false }: Print,
): Promise<readonly SealedAnswers[]> {
  if (formId === 'F07' || formId === 'F04') return []
  const record = recordOf[formId]
  const sealed = await sealedAnswersOf(tx, { caseId, record, recordId })
  // What the agency asks beside a record stays behind with it.
  const masked = whole
    ? new Set()
    : await maskedRecords(
        tx,
        sealed.map((one) => ({ caseId, record, recordId: one.recordId })),
      )
  // The closing form tells of the evaluation, which has no form of its own.
  if (formId === 'F15')
    return [
      ...(await sealedAnswersOf(tx, { caseId, record: 'evaluation' })).slice(0, 1),
      ...sealed.slice(0, 1),
    ]
  const kept = sealed.filter((one) => !without?.has(one.recordId))
  const printed = formId === 'F11' || formId === 'F03' ? kept : kept.slice(0, 1)
  return printed.filter((one) => !masked.has(one.recordId))
}

/** The pictures that stand in the assessment form. */
async function picturesOf(
  tx: Transaction,
  { caseId, formId, language, whole = false }: Print,
): Promise<SheetPictures> {
  if (formId !== 'F08') return { genogram: null, ecomap: null }
  const { clientId } = await lookAtCase(tx, caseId)
  return {
    genogram: await drawnFamily(tx, clientId, { language, whole }),
    ecomap: await drawnEcomap(tx, caseId, { language, whole }),
  }
}
