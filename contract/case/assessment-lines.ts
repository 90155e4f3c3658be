import type { AssessmentSheet, Correction } from './assessment.ts'

type Described = Readonly<{ id: string; description: string }>

/** As much of a sheet as has lines. */
export type LinedSheet = Pick<AssessmentSheet, 'presenting' | 'summary' | 'suggestion'> &
  Readonly<{ strengths: readonly Described[]; problems: readonly Described[]; needs: readonly Described[] }>

/** One line of an assessment as the client reads it, and what stands in it. */
export type SheetLine = Readonly<{
  line: string
  part: 'presenting' | 'strengths' | 'problems' | 'needs' | 'summary' | 'suggestion'
  text: string
}>

const rowsIn = ['strengths', 'problems', 'needs'] as const

/** The lines that the client confirms or corrects one by one, in the order of reading; what is empty is no line. */
export function linesOf(sheet: LinedSheet): readonly SheetLine[] {
  const lines: readonly SheetLine[] = [
    { line: 'presenting', part: 'presenting', text: sheet.presenting },
    ...rowsIn.flatMap((part) =>
      sheet[part].map(({ id, description }) => ({ line: `${part}.${id}`, part, text: description })),
    ),
    { line: 'summary', part: 'summary', text: sheet.summary },
    { line: 'suggestion', part: 'suggestion', text: sheet.suggestion },
  ]
  return lines.filter(({ text }) => text.trim() !== '')
}

/** The version of the sheet in which the client's corrections stand in the place of what they correct. */
export function correctedSheet(sheet: AssessmentSheet, corrections: readonly Correction[]): AssessmentSheet {
  const says = new Map(corrections.map((one) => [one.line, one.says]))
  const rows = <Row extends { id: string; description: string }>(part: string, list: readonly Row[]) =>
    list.map((row) => ({ ...row, description: says.get(`${part}.${row.id}`) ?? row.description }))
  return {
    ...sheet,
    presenting: says.get('presenting') ?? sheet.presenting,
    summary: says.get('summary') ?? sheet.summary,
    suggestion: says.get('suggestion') ?? sheet.suggestion,
    strengths: rows('strengths', sheet.strengths),
    problems: rows('problems', sheet.problems),
    needs: rows('needs', sheet.needs),
  }
}
