import type { FileQuery, FormId, FormSheet, SheetQuery } from '#contract/documents.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { gatheredForm } from './gathering/index.ts'
import { renderDocument, type RenderedDocument, sheetOf } from './index.ts'

/** Which form of which case. */
export type FormPlace = Readonly<{ caseId: string; formId: FormId }>

/** Looks at the case whose form is printed (404, 403). */
async function lookToPrint(tx: Transaction, { caseId, formId }: FormPlace) {
  await lookAtCase(tx, caseId) // 404
  permit(tx.actor, 'case.print') // 403
  tx.saw({ kind: `form-${formId}`, caseId })
}

/** The form as it stands now, for the screen. */
export async function viewForm(tx: Transaction, place: FormPlace, query: SheetQuery): Promise<FormSheet> {
  await lookToPrint(tx, place)
  const { formId } = place
  return sheetOf({ formId, language: query.language, ...(await gatheredForm(tx, { ...place, ...query })) })
}

/** The form as a file; that it left the program is told in the story and on the audit. */
export async function printForm(
  tx: Transaction,
  place: FormPlace,
  { format, ...query }: FileQuery,
): Promise<RenderedDocument> {
  await lookToPrint(tx, place)
  const { caseId, formId } = place
  await tellStory(tx, { caseId }, 'document-printed', { form: formId, format })
  const gathered = await gatheredForm(tx, { ...place, ...query })
  return renderDocument({ formId, language: query.language, format, ...gathered })
}
