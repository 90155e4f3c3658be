import { z } from 'zod'
import { CaseQuery } from '#contract/case/overview.ts'
import { InquiryQuery } from '#contract/case/intake.ts'
import { Language } from '#contract/language.ts'

/** A workbook, or a text with commas that every program opens. */
export const ExportFormat = z.enum(['xlsx', 'csv'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** The most rows that leave in one file; who needs more asks for less at a time. */
export const mostExportedRows = 5_000

const shape = { format: ExportFormat, language: Language }

/** A caseload as it is shown: whose cases, and which. */
export const CaseExportQuery = z.strictObject({
  show: CaseQuery.shape.show,
  state: CaseQuery.shape.state,
  ...shape,
})
export type CaseExportQuery = z.infer<typeof CaseExportQuery>

/** The first contacts as they are shown. */
export const InquiryExportQuery = z.strictObject({
  show: InquiryQuery.shape.show,
  order: InquiryQuery.shape.order,
  state: InquiryQuery.shape.state,
  source: InquiryQuery.shape.source,
  taken: InquiryQuery.shape.taken,
  ...shape,
})
export type InquiryExportQuery = z.infer<typeof InquiryExportQuery>

/** What an export may say no with. */
export const exportRefusals = { 'export/too-many-rows': 'not-now' } as const
