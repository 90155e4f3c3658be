import type { FileQuery, FormId, FormSheet, SheetQuery } from '#contract/documents.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import { sealedAnswersOf } from '#server/case/own-fields/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { drawnEcomap, drawnFamily } from '#server/drawings/index.ts'
import type { CaseFacts } from './case-facts.ts'
import { gatherFacts } from './gathering/index.ts'
import { renderDocument, type RenderedDocument, sheetOf } from './index.ts'
import type { SheetPictures } from './pictures.ts'

/** Which form of which case. */
export type FormPlace = Readonly<{ caseId: string; formId: FormId }>

async function factsOf(
  tx: Transaction,
  { caseId, formId }: FormPlace,
  { language, recordId }: SheetQuery,
): Promise<CaseFacts> {
  await lookAtCase(tx, caseId) // 404
  permit(tx.actor, 'case.print') // 403
  tx.saw({ kind: `form-${formId}`, caseId })
  return gatherFacts(tx, { caseId, formId, language, recordId })
}

const recordOf = {
  F03: 'interview',
  F08: 'assessment',
  F09: 'plan',
  F11: 'process-record',
  F15: 'closing',
} as const

/** What stands in the agency's own fields of the record that a form prints: the newest, or for interviews and process records each of them. */
async function ownOf(tx: Transaction, { caseId, formId }: FormPlace, { recordId }: SheetQuery) {
  if (formId === 'F07' || formId === 'F04') return []
  const found = await sealedAnswersOf(tx, { caseId, record: recordOf[formId], recordId })
  return formId === 'F11' || formId === 'F03' ? found : found.slice(0, 1)
}

/** The pictures that stand in the assessment form. */
async function picturesOf(
  tx: Transaction,
  { caseId, formId }: FormPlace,
  { language }: SheetQuery,
): Promise<SheetPictures> {
  if (formId !== 'F08') return { genogram: null, ecomap: null }
  const { clientId } = await lookAtCase(tx, caseId)
  return {
    genogram: await drawnFamily(tx, clientId, language),
    ecomap: await drawnEcomap(tx, caseId, language),
  }
}

/** The form as it stands now, for the screen. */
export async function viewForm(tx: Transaction, place: FormPlace, query: SheetQuery): Promise<FormSheet> {
  const facts = await factsOf(tx, place, query)
  const own = await ownOf(tx, place, query)
  const pictures = await picturesOf(tx, place, query)
  return sheetOf({ formId: place.formId, language: query.language, facts, own, pictures })
}

/** The form as a file; that it left the program is told in the story and on the audit. */
export async function printForm(
  tx: Transaction,
  place: FormPlace,
  query: FileQuery,
): Promise<RenderedDocument> {
  const facts = await factsOf(tx, place, query)
  await tellStory(tx, { caseId: place.caseId }, 'document-printed', {
    form: place.formId,
    format: query.format,
  })
  const own = await ownOf(tx, place, query)
  const pictures = await picturesOf(tx, place, query)
  const { formId } = place
  return renderDocument({ formId, language: query.language, format: query.format, facts, own, pictures })
}
