import type { AnswersExportQuery } from '#contract/questionnaires/answered.ts'
import { Questionnaire } from '#contract/questionnaires/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { mostExportedRows } from '#contract/exports.ts'
import { dayOf } from '#server/kernel/days.ts'
import { exportHeaders } from '#server/kernel/export.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { spreadsheet, writeSheets } from '#server/platform/spreadsheets/index.ts'
import { exportXlsForm } from '../xlsform/export.ts'
import { codebookOf, headed, roundTables, wholeTable } from './answers-table.ts'
import { editionRow, questionnaireRow } from './questionnaires.queries.ts'
import { everythingAnswered } from './results.view.ts'
import { variablesOf } from './variables.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The answers in this reader's sight over all versions as a file: by codes, by words, and what the codes mean. One line of
 * the audit names every case of which something left.
 */
export async function exportAnswers(tx: Transaction, id: string, { format, language }: AnswersExportQuery) {
  await questionnaireRow(tx, id) // 404
  permit(tx.actor, 'questionnaire.export') // 403
  const { editions, rows } = await everythingAnswered(tx, id)
  if (rows.length > mostExportedRows) throw new Refusal('export/too-many-rows', { most: mostExportedRows })
  const leaving = rows.map((row) => ({ ...row, recordedOn: dayOf(row.recordedAt) }))
  const variables = variablesOf(editions, language)
  const name = `answers-${dayOf(tx.now)}.${format}`
  if (format === 'csv') {
    const [headings = [], ...lines] = wholeTable(variables, leaving, 'both', language)
    const { bytes, contentType } = await spreadsheet({ name, headings, rows: lines }, format)
    return { bytes, ...exportHeaders(name, contentType) }
  }
  const bytes = await writeSheets([
    { name: headed('codes', language), rows: wholeTable(variables, leaving, 'codes', language) },
    { name: headed('labels', language), rows: wholeTable(variables, leaving, 'labels', language) },
    ...roundTables(variables, leaving, language).map((sheet, at) => ({
      ...sheet,
      name: `${at + 1} ${sheet.name}`.replaceAll(/[\\/?*[\]:]/gu, '_').slice(0, 31),
    })),
    { name: headed('codebook', language), rows: codebookOf(variables, language) },
  ])
  return { bytes, ...exportHeaders(name, workbookType) }
}

/** A version as an XLSForm, or what is being written (0); read again, it is the same questionnaire. */
export async function exportForm(tx: Transaction, id: string, number: number) {
  const { sheet: written } = await questionnaireRow(tx, id) // 404
  const edition = number === 0 ? { sheet: written } : await editionRow(tx, id, number)
  if (!edition) throw new Refusal('not-found')
  const bytes = await writeSheets(exportXlsForm(Questionnaire.parse(edition.sheet)))
  const version = number === 0 ? '' : `-${number}`
  return { bytes, ...exportHeaders(`questionnaire${version}.xlsx`, workbookType) }
}
