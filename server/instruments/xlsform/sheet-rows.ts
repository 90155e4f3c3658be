import { type Heading, headingOf } from './headings.ts'
import type { Remarks } from './remarks.ts'

/** A sheet as it was read from a file: `rows[0]` is row 1; which cells hold a formula that came to nothing. */
export type SheetTexts = Readonly<{
  name: string
  rows: readonly (readonly string[])[]
  deadFormulas?: readonly Readonly<{ row: number; column: number; formula: string }>[]
}>

/** One cell under its heading. */
export type Cell = Readonly<{ heading: Heading; text: string }>

/** A row with something in it, as the spreadsheet counts it. */
export type SheetRow = Readonly<{ row: number; cells: readonly Cell[] }>

/** What one cell can say here; a questionnaire keeps no longer text. */
const longestText = 8000
const longestHeading = 100

/** What stands in one column of a row, of no language in particular. */
export const cellOf = ({ cells }: SheetRow, column: string): string =>
  cells.find(({ heading }) => heading.column === column)?.text ?? ''

/** What a row says in each language in a column, and of a kind where it has kinds. */
export function textsOf(
  { cells }: SheetRow,
  column: string,
  defaultLanguage: string,
  kind = '',
): Record<string, string> | undefined {
  const found: Record<string, string> = {}
  for (const { heading, text } of cells)
    if (heading.column === column && heading.kind === kind && text !== '') {
      const language = heading.language === 'default' ? defaultLanguage : heading.language
      found[language] ??= text
    }
  return Object.keys(found).length > 0 ? found : undefined
}

/** Where the headings stand: in the first row that says something, unless a later one of the first few names the column. */
function topOf(rows: SheetTexts['rows'], column: string): number {
  const first = rows.findIndex((row) => row.some((cell) => cell !== ''))
  const named = rows
    .slice(0, first + lowestHeadings)
    .findIndex((row) =>
      row.some((cell) => cell.length <= longestHeading && headingOf(cell)?.column === column),
    )
  return column === '' || named < 0 ? first : named
}

const lowestHeadings = 10

/**
 * The rows of a sheet below its headings; what cannot be under a heading is remarked upon, once for each column. `knownBy` is
 * the heading by which the row of headings is known, where a title stands above it.
 */
export function rowsOf(
  { name, rows, deadFormulas = [] }: SheetTexts,
  remarks: Remarks,
  knownBy = '',
): SheetRow[] {
  const top = topOf(rows, knownBy)
  for (const [at, cells] of rows.slice(0, Math.max(0, top)).entries())
    if (cells.some((cell) => cell !== ''))
      remarks.add(name, at + 1, '', 'rows-above-headings', cells.filter((cell) => cell !== '').join(' | '))
  for (const { row, column: at, formula } of deadFormulas)
    remarks.add(name, row + 1, rows[top]?.[at] ?? '', 'formula-without-value', formula)
  const headings = headingsOf(name, rows[top] ?? [], top + 1, remarks)
  const nameless = new Set<number>()
  return rows.slice(top + 1).flatMap((cells, at) => {
    for (const [column, text] of cells.entries())
      if (text !== '' && (rows[top]?.[column] ?? '') === '') nameless.add(column)
    const row = top + at + 2
    const read = headings.flatMap(({ heading, column }) => {
      const text = cells[column] ?? ''
      if (text.length > longestText) remarks.add(name, row, heading.column, 'text-cut', text)
      return text === '' ? [] : [{ heading, text: text.slice(0, longestText) }]
    })
    const isLast = at === rows.length - top - 2
    if (isLast)
      for (const column of nameless)
        remarks.add(name, top + 1, '', 'cell-without-heading', String(column + 1))
    return read.length === 0 ? [] : [{ row, cells: read }]
  })
}

function headingsOf(sheet: string, cells: readonly string[], row: number, remarks: Remarks) {
  const seen = new Set<string>()
  return cells.flatMap((text, column) => {
    if (text.length > longestHeading) remarks.add(sheet, row, '', 'text-cut', text)
    const heading = text === '' ? null : headingOf(text.slice(0, longestHeading))
    if (!heading) return []
    const key = `${heading.column}::${heading.kind}::${heading.language}`
    if (seen.has(key)) {
      remarks.add(sheet, row, text, 'column-twice', text)
      return []
    }
    seen.add(key)
    return [{ heading, column, text }]
  })
}
