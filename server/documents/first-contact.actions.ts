import type { BlankForm, FirstContactFileQuery, FirstContactForm, FormSheet } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { codesVersions } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { labelsOf } from './code-labels.ts'
import { blankSheet, firstContactSheet } from './first-contact-sheets.ts'
import { gatherFirstContact, printFacts } from './gathering/index.ts'
import { fileOf, type RenderedDocument } from './index.ts'

/** Which form of which first contact. */
export type FirstContactPlace = Readonly<{ inquiryId: string; deskFormId: FirstContactForm }>

/** A form of a first contact as it stands now, for the screen (404, 403). */
export async function viewFirstContactForm(
  tx: Transaction,
  { inquiryId, deskFormId }: FirstContactPlace,
  language: Language,
): Promise<FormSheet> {
  const { facts, label } = await gatherFirstContact(tx, inquiryId) // 404
  permit(tx.actor, 'inquiry.print') // 403
  tx.saw({ kind: `form-${deskFormId}`, inquiryId })
  return firstContactSheet(deskFormId, facts, { language, label })
}

/** The same as a file; that it left the program is told in the story and on the audit. */
export async function printFirstContactForm(
  tx: Transaction,
  place: FirstContactPlace,
  { language, format }: FirstContactFileQuery,
): Promise<RenderedDocument> {
  const sheet = await viewFirstContactForm(tx, place, language)
  const { inquiryId, deskFormId } = place
  await tellStory(tx, { inquiryId }, 'document-printed', { form: deskFormId, format })
  return fileOf(sheet, format, 'first-contact')
}

/** The form to be filled by hand at reception, with the agency's own words to tick. */
export async function viewBlankForm(
  tx: Transaction,
  blankFormId: BlankForm,
  language: Language,
): Promise<FormSheet> {
  permit(tx.actor, 'blank-form.print') // 403
  tx.saw({ kind: `form-${blankFormId}` })
  const versions = await codesVersions(tx)
  const nothing = { ...printFacts(tx.now), header: { agency: tx.actor.agencyName, caseNumber: '' } }
  return blankSheet(blankFormId, nothing, {
    language,
    label: labelsOf(versions, tx.now),
    versions,
    day: dayOf(tx.now),
  })
}

/** The same as a file. */
export async function printBlankForm(
  tx: Transaction,
  blankFormId: BlankForm,
  { language, format }: FirstContactFileQuery,
): Promise<RenderedDocument> {
  return fileOf(await viewBlankForm(tx, blankFormId, language), format, 'blank')
}
