import writeWorkbook from 'write-excel-file/node'
import type { SheetText } from './workbook-reading.ts'

const widest = 48

/** Sheets of texts as a workbook; every cell is typed as text, so none is ever calculated. */
export function writeSheets(sheets: readonly SheetText[]): Promise<Buffer> {
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, at) =>
      row.map((value) => ({
        value,
        type: String,
        format: '@',
        ...(at === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    ),
    columns: Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, column) => ({
      width: Math.min(widest, Math.max(10, ...rows.map((row) => (row[column] ?? '').length + 2))),
    })),
    stickyRowsCount: 1,
  }))
  return writeWorkbook(written).toBuffer()
}
