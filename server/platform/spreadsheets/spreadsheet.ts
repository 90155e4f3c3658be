import writeWorkbook from 'write-excel-file/node'
import { inert } from './inert.ts'

/** A table that leaves: every cell is a text, also a number or a date. */
export type Sheet = Readonly<{
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}>

export type SpreadsheetFormat = 'xlsx' | 'csv'

/** The bytes of a table in a format, and how they are called. */
export type Spreadsheet = Readonly<{ bytes: Buffer; contentType: string }>

const contentTypes: Readonly<Record<SpreadsheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** A table as a file in which no cell is anything but text, whatever somebody wrote into it. */
export async function spreadsheet(sheet: Sheet, format: SpreadsheetFormat): Promise<Spreadsheet> {
  const bytes = format === 'csv' ? asCsv(sheet) : await asWorkbook(sheet)
  return { bytes, contentType: contentTypes[format] }
}

const byteOrderMark = '\uFEFF'

/** Every cell in quotes, CRLF, UTF-8 with its mark: so Excel and LibreOffice show every script. */
function asCsv({ headings, rows }: Sheet): Buffer {
  const lines = [headings, ...rows].map((cells) =>
    cells.map((cell) => `"${inert(cell).replaceAll('"', '""')}"`).join(','),
  )
  return Buffer.from(`${byteOrderMark}${lines.join('\r\n')}\r\n`)
}

const widest = 48
const narrowest = 8

/** A cell typed as text is never calculated, so it is kept as it was written. */
function asWorkbook({ name, headings, rows }: Sheet): Promise<Buffer> {
  const heads = headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const cells = rows.map((row) => row.map((value) => ({ value, type: String, format: '@' })))
  const columns = headings.map((heading, index) => ({
    width: widthOf([heading, ...rows.map((row) => row[index] ?? '')]),
  }))
  return writeWorkbook([heads, ...cells], { sheet: name, columns, stickyRowsCount: 1 }).toBuffer()
}

/** Wide enough for most; letters of Chinese take the room of two. */
function widthOf(texts: readonly string[]): number {
  const widths = texts.map((text) => text.length + (text.match(/[\u2E80-\uFFDC]/gu)?.length ?? 0))
  return Math.min(widest, Math.max(narrowest, ...widths) + 2)
}
