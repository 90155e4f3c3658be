import type { AssessmentSheet } from '#contract/case/assessment.ts'

/** One field of two sheets side by side; of what is masked in either nobody says whether it changed. */
export type FieldBeside = Readonly<{ field: keyof AssessmentSheet; changed: boolean; masked: boolean }>

/** A row of a list in one sheet, and whether the other has it as well. */
export type RowBeside = Readonly<{ text: string; sign: 'same' | 'new' | 'gone' }>

const lists = ['strengths', 'problems', 'needs'] as const
export type ListField = (typeof lists)[number]
export const isList = (field: keyof AssessmentSheet): field is ListField =>
  lists.some((list) => list === field)

/** What a row says, without its ids, which are new in every sheet. */
const saidIn = (sheet: AssessmentSheet, field: ListField): string[] =>
  sheet[field].map(({ id: _id, ...row }) => {
    const { problemIds: _ids, ...rest } = { problemIds: null, ...row }
    return JSON.stringify(rest)
  })

const saysAnything = (value: unknown) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

const isChanged = (field: keyof AssessmentSheet, earlier: AssessmentSheet, later: AssessmentSheet) =>
  isList(field)
    ? saidIn(earlier, field).join('\n') !== saidIn(later, field).join('\n')
    : JSON.stringify(earlier[field]) !== JSON.stringify(later[field])

/** The fields in which either sheet says something, in the order of the sheet, and which of them changed. */
export function besideEachOther(
  earlier: AssessmentSheet,
  later: AssessmentSheet,
  hidden: readonly (keyof AssessmentSheet)[] = [],
): readonly FieldBeside[] {
  const fields = Object.keys(later) as (keyof AssessmentSheet)[]
  return fields
    .filter((field) => hidden.includes(field) || saysAnything(earlier[field]) || saysAnything(later[field]))
    .map((field) => {
      const masked = hidden.includes(field)
      return { field, masked, changed: !masked && isChanged(field, earlier, later) }
    })
}

/** The rows of one list in one of two sheets: which of them the other sheet says in the same words. */
export function rowsBeside(
  field: ListField,
  { here, there, sign }: Readonly<{ here: AssessmentSheet; there: AssessmentSheet; sign: 'new' | 'gone' }>,
): readonly RowBeside[] {
  const known = new Set(there[field].map(({ description }) => description))
  return here[field].map(({ description }) => ({
    text: description,
    sign: known.has(description) ? ('same' as const) : sign,
  }))
}
