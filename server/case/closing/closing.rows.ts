import type { Selectable } from 'kysely'
import { ClosingSheet, ClosingState } from '#contract/case/closing.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Closing } from './closing.ts'

const columns = Object.keys(ClosingSheet.shape)

/** A closing from its row; the sheet is exactly the contract's fields, checked. */
export function closingFrom(row: Selectable<Tables['closings']>): Closing {
  return {
    id: row.id,
    caseId: row.caseId,
    state: ClosingState.parse(row.state),
    sheet: ClosingSheet.parse(
      Object.fromEntries(Object.entries(row).filter(([key]) => columns.includes(key))),
    ),
    authorId: row.authorId,
    submittedBy: row.submittedBy,
    version: row.version,
  }
}
