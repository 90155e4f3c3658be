import { AssessmentSheet, type Masked, type SheetField } from '#contract/case/assessment.ts'
import { sensitiveKind, type SensitiveKind } from '#contract/codes/index.ts'

/** What an assessment tells of body and mind: health, whatever else is said. */
const health: readonly SheetField[] = ['physical', 'psychological']

/** What tells nothing about the person: when and how it was assessed, by which views, and what it came to. */
const open: readonly SheetField[] = [
  'heldOn',
  'methods',
  'explainedItems',
  'theories',
  'needsCaseManagement',
  'sensitiveKinds',
]

/** The fields of a sheet with what stands in them, however they are kept. */
type Written = Readonly<Record<SheetField, unknown>>

const isWritten = (value: unknown) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** The kinds of which the analysis is: those that its author marked, and for a child under 14 everything is. */
const kindsOfAnalysis = ({ sensitiveKinds }: Written, under14: boolean): SensitiveKind[] => {
  const marked = sensitiveKind.schema.array().parse(sensitiveKinds)
  return under14 ? ['under-fourteen', ...marked.filter((kind) => kind !== 'under-fourteen')] : marked
}

/** Which fields of a sheet stay behind for whoever need not know what is sensitive, and why. */
export function maskOf(sheet: Written, under14: boolean): Masked {
  const ofAnalysis = kindsOfAnalysis(sheet, under14)
  const said = ofAnalysis.length > 0
  const fields = AssessmentSheet.keyof().options.filter(
    (field) => isWritten(sheet[field]) && (health.includes(field) || (said && !open.includes(field))),
  )
  const isOfHealth = fields.some((field) => health.includes(field))
  return {
    fields,
    kinds: [...new Set<SensitiveKind>([...ofAnalysis, ...(isOfHealth ? ['health' as const] : [])])],
    said,
  }
}

/** The sheet without what stays behind: it is not sent at all. */
export const maskedSheet = (sheet: AssessmentSheet, { fields }: Masked): AssessmentSheet =>
  AssessmentSheet.parse({
    ...sheet,
    ...Object.fromEntries(fields.map((field) => [field, Array.isArray(sheet[field]) ? [] : ''])),
  })
