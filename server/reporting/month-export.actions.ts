import type { Language, Wording } from '#contract/language.ts'
import type { Month, MonthExportQuery } from '#contract/reporting.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { type ExportColumn, exportHeaders, sheetOf } from '#server/kernel/export.ts'
import { spreadsheet } from '#server/platform/spreadsheets/index.ts'

/** How one statistic leaves: what it is called, as which file, with which columns beside the month, and its lines. */
export type MonthTable<Line> = Readonly<{
  title: Wording
  file: string
  columnsIn: (language: Language) => readonly ExportColumn<Line>[]
  linesOf: (tx: Transaction, month: Month, language: Language) => Promise<readonly Line[]>
}>

const monthHeading: Wording = { 'zh-CN': '月份', en: 'Month', ru: 'Месяц' }

/** What a month came to as a file; that it left the program is on the audit. */
export async function exportMonth<Line>(
  tx: Transaction,
  { month, format, language }: MonthExportQuery,
  { title, file, columnsIn, linesOf }: MonthTable<Line>,
) {
  permit(tx.actor, 'statistics.export') // 403
  const lines = await linesOf(tx, month, language)
  const columns = [{ heading: monthHeading, cell: () => month }, ...columnsIn(language)]
  const sheet = { name: title[language], ...sheetOf(columns, lines, language) }
  const { bytes, contentType } = await spreadsheet(sheet, format)
  return { bytes, ...exportHeaders(`${file}-${month}.${format}`, contentType) }
}
