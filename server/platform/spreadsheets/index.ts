export { inert } from './inert.ts'
export { type Sheet, type Spreadsheet, spreadsheet, type SpreadsheetFormat } from './spreadsheet.ts'
