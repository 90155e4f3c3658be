import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { rowOutcome } from '#contract/codes/index.ts'
import { fileRemark, rowProblem } from '#contract/directory-problems.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { ShortText } from '#contract/text.ts'

/** How much one file may hold. */
export const importLimits = {
  mostBytes: 20 * 1024 * 1024,
  mostUnpacked: 100 * 1024 * 1024,
  mostRows: 100_000,
} as const

/** What is said of a file that is brought in; its content is the body. */
export const ImportFile = z.strictObject({ id: Id, name: ShortText(200) })
export type ImportFile = z.infer<typeof ImportFile>

/** How HSDS travels: a table for each kind of record, or records within records. */
export const HsdsForm = z.enum(['tabular', 'json'])
export type HsdsForm = z.infer<typeof HsdsForm>

/** What is said of a whole file in the report. */
export const FileNote = z.object({
  code: fileRemark.schema,
  file: z.string(),
})
export type FileNote = z.infer<typeof FileNote>

/** Where in a row something is wrong, or worth knowing. */
export const RowRemark = z.object({ column: z.string(), code: rowProblem.schema })
export type RowRemark = z.infer<typeof RowRemark>

/** One row of the report: what became of it, or would, and why not. */
export const ImportRow = z.object({
  ordinal: z.int(),
  file: z.string(),
  line: z.int().nullable(),
  /** Where it stands in a JSON file. */
  place: z.string(),
  kind: z.string(),
  recordId: Id.nullable(),
  label: z.string(),
  outcome: rowOutcome.schema,
  problem: RowRemark.nullable(),
  notes: z.array(RowRemark),
})
export type ImportRow = z.infer<typeof ImportRow>
export const ImportRowPage = pageOf(ImportRow)
export const ImportRowQuery = PageQuery.extend({ outcome: rowOutcome.schema.optional() })
export type ImportRowQuery = z.infer<typeof ImportRowQuery>

export const ImportState = z.enum(['checked', 'taking', 'taken', 'undone'])
export type ImportState = z.infer<typeof ImportState>

/** One file that was brought in: checked first, then taken row by row, and undone whole. */
export const ImportLine = z.object({
  id: Id,
  fileName: z.string(),
  form: HsdsForm,
  state: ImportState,
  total: z.int(),
  done: z.int(),
  askedBy: WorkerRef,
  askedAt: Moment,
  takenAt: Moment.nullable(),
  undoneAt: Moment.nullable(),
})
export type ImportLine = z.infer<typeof ImportLine>
export const ImportPage = pageOf(ImportLine)

export const ImportView = ImportLine.extend({
  counts: z.record(rowOutcome.schema, z.int()),
  noted: z.int(),
  fileNotes: z.array(FileNote),
  version: z.int(),
  abilities: z.object({ take: Ability, undo: Ability }),
})
export type ImportView = z.infer<typeof ImportView>

/** Undoes an import whole. What was changed by hand since is lost only where that is said. */
export const UndoImport = z.strictObject({ loseChanges: z.boolean() })
export type UndoImport = z.infer<typeof UndoImport>

/** A directory that leaves: as a data package of tables, or as JSON. */
export const DirectoryExportQuery = z.strictObject({ form: HsdsForm })
export type DirectoryExportQuery = z.infer<typeof DirectoryExportQuery>
