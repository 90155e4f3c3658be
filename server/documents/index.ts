import type { DocumentFormat, FormId, FormSheet } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import type { SealedAnswers } from '#server/case/own-fields/index.ts'
import type { CaseFacts } from './case-facts.ts'
import { labelOfCode } from './code-labels.ts'
import { definitions } from './definitions.ts'
import type { FormDefinition } from './form.ts'
import { withOwnFields } from './own-section.ts'
import { type SheetPictures, withPictures } from './pictures.ts'
import { renderPdf } from './pdf.renderer.ts'
import { layOut, type SheetFacts } from './sheet.ts'
import type { LabelOfCode } from './wording.ts'
import { renderWord } from './word.renderer.ts'

export type * from './case-facts.ts'
export { timetableOf } from './case-facts.ts'
export { labelOfCode } from './code-labels.ts'
export { wordDate } from './dates.ts'
export { definitions } from './definitions.ts'
export { letterWithoutConsent, referralLetter } from './forms/f06.ts'
export { printFacts } from './gathering/head.rows.ts'
export type { FormDefinition } from './form.ts'
export { firstContactSheet } from './first-contact-sheets.ts'
export { PdfUnavailable } from './pdf.renderer.ts'
export type { LabelOfCode } from './wording.ts'

/** Which form to print for a case; `definition` is the agency's own version of it, ours when absent. */
export type SheetOrder = {
  readonly formId: FormId
  readonly language: Language
  readonly facts: CaseFacts
  readonly definition?: FormDefinition
  /** What stands in the agency's own fields of the record. */
  readonly own?: readonly SealedAnswers[]
  /** The agency's words for its codes; the product's when absent. */
  readonly label?: LabelOfCode
  readonly pictures?: SheetPictures
}

/** A finished file. Its name holds the case number, the form and the language, never a person's name. */
export type RenderedDocument = {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly fileName: string
}

/** The filled form as a tree for the screen. */
export function sheetOf({
  formId,
  language,
  facts,
  definition = definitions[formId],
  own = [],
  label = labelOfCode,
  pictures = { genogram: null, ecomap: null },
}: SheetOrder): FormSheet {
  const sheet = layOut(definition, facts, { language, label })
  return withOwnFields(withPictures(sheet, pictures), own)
}

/** The filled form as a file. Throws PdfUnavailable where PDF cannot be made. */
export async function renderDocument(
  order: SheetOrder & { readonly format: DocumentFormat },
): Promise<RenderedDocument> {
  return fileOf(sheetOf(order), order.format)
}

/** What is printed beside the forms of a case: a definition of its own, over facts of its own. */
export type LetterOrder = Readonly<{
  definition: FormDefinition
  language: Language
  facts: SheetFacts & Readonly<Record<string, unknown>>
  format: DocumentFormat
}>

/** A letter as a file, drawn as every form is. */
export const renderLetter = ({ definition, language, facts, format }: LetterOrder) =>
  fileOf(layOut(definition, facts, { language, label: labelOfCode }), format)

/** A sheet as a file. `unnumbered` begins the name of a file that has no case number. */
export async function fileOf(
  sheet: FormSheet,
  format: DocumentFormat,
  unnumbered = 'case',
): Promise<RenderedDocument> {
  const { render, contentType } = formats[format]
  return { bytes: await render(sheet), contentType, fileName: fileNameOf(sheet, format, unnumbered) }
}

const formats = {
  docx: {
    render: renderWord,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { render: renderPdf, contentType: 'application/pdf' },
} as const

/** Letters, digits, dots and dashes only, so that no header, shell or file system reads more into it. */
export function fileNameOf(
  { caseNumber, formId, language }: FormSheet,
  format: DocumentFormat | 'json',
  unnumbered = 'case',
): string {
  const safeNumber = caseNumber.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '')
  return `${safeNumber.slice(0, 80) || unnumbered}-${formId}-${language}.${format}`
}
