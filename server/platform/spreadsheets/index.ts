export { inert } from './inert.ts'
export { type Sheet, type Spreadsheet, spreadsheet, type SpreadsheetFormat } from './spreadsheet.ts'
export {
  mostWorkbookBytes,
  readWorkbook,
  type DeadFormula,
  type SheetText,
  WorkbookUnreadable,
} from './workbook-reading.ts'
export { writeSheets } from './workbook-writing.ts'
