import { z } from 'zod'
import { Language } from './language.ts'

/** The forms that can be printed: the intake interview record, consents, and appendices A–E of DB62/T 4986-2024. */
export const FormId = z.enum(['F03', 'F04', 'F07', 'F08', 'F09', 'F11', 'F15'])
export type FormId = z.infer<typeof FormId>

/** The forms of a first contact: its registration, and its screening. */
export const FirstContactForm = z.enum(['F01', 'F02'])
export type FirstContactForm = z.infer<typeof FirstContactForm>

/** The forms that are printed blank, to be filled by hand: those of a first contact, and the consent. */
export const BlankForm = z.enum([...FirstContactForm.options, 'F04'])
export type BlankForm = z.infer<typeof BlankForm>

/** Every form that is printed: those of a case, the letter of a referral with its reply slip, and the copy of a whole file. */
export const PrintedForm = z.enum([...FormId.options, ...FirstContactForm.options, 'F06', 'file-copy'])
export type PrintedForm = z.infer<typeof PrintedForm>

/** Word for those who still write in it, PDF for those who only print it. */
export const DocumentFormat = z.enum(['docx', 'pdf'])
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** What to print: a form in the language of its labels; what people typed stays as they typed it. */
export const DocumentRequest = z.strictObject({ formId: FormId, language: Language, format: DocumentFormat })
export type DocumentRequest = z.infer<typeof DocumentRequest>

/** One label and what the record holds for it. An empty value is a line left to write on. */
export const SheetFact = z.strictObject({
  key: z.string(),
  label: z.string(),
  value: z.string(),
  /** Where people write sentences: keeps room for several lines. */
  tall: z.boolean(),
})
export type SheetFact = z.infer<typeof SheetFact>

/** One row of the sheet: a single fact across the page, or two side by side. */
export const SheetFactRow = z.array(SheetFact).min(1).max(2)
export type SheetFactRow = z.infer<typeof SheetFactRow>

const SheetFacts = z.strictObject({ kind: z.literal('facts'), rows: z.array(SheetFactRow) })

/** A list of the record. Widths are shares of the page; `none` is said when there are no rows. */
export const SheetTable = z.strictObject({
  kind: z.literal('table'),
  key: z.string(),
  label: z.string(),
  columns: z
    .array(z.strictObject({ key: z.string(), label: z.string(), width: z.number().positive() }))
    .min(1),
  rows: z.array(z.array(z.string())),
  none: z.string(),
})
export type SheetTable = z.infer<typeof SheetTable>

/** One place to sign: empty to be signed by hand, or saying who signed, how and when. */
export const SheetSignature = z.strictObject({
  key: z.string(),
  label: z.string(),
  signer: z.string(),
  way: z.string(),
  dateLabel: z.string(),
  date: z.string(),
})
export type SheetSignature = z.infer<typeof SheetSignature>

const SheetSignatures = z.strictObject({ kind: z.literal('signatures'), boxes: z.array(SheetSignature) })

/**
 * A picture of the record, as SVG black on white, and in words for whoever does not see it. Names inside are escaped where it is
 * drawn; it comes from our own drawing only.
 */
export const SheetPicture = z.strictObject({
  kind: z.literal('picture'),
  key: z.string(),
  label: z.string(),
  svg: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  told: z.string(),
})
export type SheetPicture = z.infer<typeof SheetPicture>

/** The parts a section of a sheet is built of. */
export const SheetBlock = z.discriminatedUnion('kind', [
  SheetFacts,
  SheetTable,
  SheetSignatures,
  SheetPicture,
])
export type SheetBlock = z.infer<typeof SheetBlock>

/** A titled part of the sheet; `newPage` starts one sheet of paper per contact. */
export const SheetSection = z.strictObject({
  key: z.string(),
  title: z.string(),
  newPage: z.boolean(),
  blocks: z.array(SheetBlock),
})
export type SheetSection = z.infer<typeof SheetSection>

/** A whole official form, filled and worded: the same tree for screen, Word and PDF. */
export const FormSheet = z.strictObject({
  formId: PrintedForm,
  language: Language,
  title: z.string(),
  standard: z.string(),
  agency: z.string(),
  caseNumber: z.string(),
  header: z.array(SheetFactRow),
  sections: z.array(SheetSection),
  /** `page` holds the placeholders {page} and {pages}. */
  footer: z.strictObject({ note: z.string(), page: z.string(), printed: z.string() }),
})
export type FormSheet = z.infer<typeof FormSheet>

/** How a form is asked for: the language of its labels, and of interviews, consents and process records perhaps only one. */
export const SheetQuery = z.strictObject({ language: Language, recordId: z.uuid().optional() })
export type SheetQuery = z.infer<typeof SheetQuery>

/** How a form of a first contact, or a blank one, is asked for. */
export const FirstContactSheetQuery = z.strictObject({ language: Language })
export type FirstContactSheetQuery = z.infer<typeof FirstContactSheetQuery>
export const FirstContactFileQuery = FirstContactSheetQuery.extend({ format: DocumentFormat })
export type FirstContactFileQuery = z.infer<typeof FirstContactFileQuery>

/** The same, as a file. */
export const FileQuery = SheetQuery.extend({ format: DocumentFormat })
export type FileQuery = z.infer<typeof FileQuery>
