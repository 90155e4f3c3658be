import { caseState, stage } from '#contract/codes/index.ts'
import type { CaseLine } from '#contract/case/overview.ts'
import type { CaseExportQuery } from '#contract/exports.ts'
import type { Language, Wording } from '#contract/language.ts'
import type { Transaction } from '#server/access/index.ts'
import { newestSealedAnswers } from '#server/case/own-fields/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { allRows, type ExportColumn, exportHeaders, sheetOf, yesOrNo } from '#server/kernel/export.ts'
import { spreadsheet } from '#server/platform/spreadsheets/index.ts'
import { ownColumns } from './own-columns.ts'
import { caseRows } from './caseload.queries.ts'
import { maskedRecords } from './need-to-know.queries.ts'

const title: Wording = { 'zh-CN': '个案', en: 'Cases', ru: 'Случаи' }

const columnsIn = (language: Language): readonly ExportColumn<CaseLine>[] => [
  {
    heading: { 'zh-CN': '个案编号', en: 'Case number', ru: 'Номер случая' },
    cell: ({ number }) => number,
  },
  { heading: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' }, cell: ({ clientName }) => clientName },
  {
    heading: { 'zh-CN': '出生日期', en: 'Date of birth', ru: 'Дата рождения' },
    cell: ({ clientBirthDate }) => clientBirthDate ?? '',
  },
  {
    heading: { 'zh-CN': '阶段', en: 'Stage', ru: 'Этап' },
    cell: (line) => stage.label(line.stage, language),
  },
  {
    heading: { 'zh-CN': '状态', en: 'State', ru: 'Состояние' },
    cell: ({ state }) => caseState.label(state, language),
  },
  {
    heading: { 'zh-CN': '紧急', en: 'Emergency', ru: 'Экстренный' },
    cell: ({ emergency }) => yesOrNo(emergency, language),
  },
  {
    heading: { 'zh-CN': '下一步期限', en: 'Next step due', ru: 'Срок следующего шага' },
    cell: ({ next }) => (next ? dayOf(new Date(next.dueAt)) : ''),
  },
  {
    heading: { 'zh-CN': '个案管理者', en: 'Case manager', ru: 'Куратор случая' },
    cell: ({ manager }) => manager.name,
  },
]

/** The caseload that the reader is looking at, as a file. It is one line of the audit, with every case that left in it. */
export async function exportCaseload(tx: Transaction, { format, language, ...query }: CaseExportQuery) {
  const lines = await allRows((after, limit) => caseRows(tx, { ...query, limit, after }))
  tx.saw({ kind: 'case-list', listed: lines.map(({ id }) => id) })
  const own = await newestSealedAnswers(
    tx,
    lines.map(({ id }) => id),
  )
  const masked = await maskedRecords(
    tx,
    [...own].flatMap(([caseId, records]) => records.map((one) => ({ caseId, ...one }))),
  )
  const columns = [...columnsIn(language), ...ownColumns<CaseLine>({ own, masked }, language)]
  const sheet = { name: title[language], ...sheetOf(columns, lines, language) }
  const { bytes, contentType } = await spreadsheet(sheet, format)
  return { bytes, ...exportHeaders(`cases-${dayOf(tx.now)}.${format}`, contentType) }
}
