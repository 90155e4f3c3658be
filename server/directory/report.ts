import { setImmediate as breathe } from 'node:timers/promises'
import { type RowOutcome } from '#contract/codes/index.ts'
import { fileRemark, rowMending, rowProblem, isMended } from '#contract/directory-problems.ts'
import type { Language } from '#contract/language.ts'
import { type CheckedRow, inOrder, RowChecker } from './checking.ts'
import type { Brought } from './hsds-files.ts'
import type { RawRow } from './hsds-row.ts'

const rowsAtOnce = 2_000

/** Looks at every row of what was brought, letting others be served in between. Nothing is kept. */
export async function checkedRows(raw: readonly RawRow[], known: ReadonlySet<string>): Promise<CheckedRow[]> {
  const checker = new RowChecker(known)
  for (const [index, row] of inOrder(raw).entries()) {
    checker.check(row)
    if (index % rowsAtOnce === rowsAtOnce - 1) await breathe()
  }
  checker.noteLoosePointers()
  return checker.rows
}

/** How many rows had each outcome; those that had none are counted as nought. */
export function countsOf(rows: readonly Pick<CheckedRow, 'outcome'>[]): Record<RowOutcome, number> {
  const counts = { taken: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** The report of what was brought, for a program: what would be taken of it into an empty directory, and why not the rest. */
export async function reportOf({ form, rows: raw, notes }: Brought, language: Language = 'en') {
  const rows = await checkedRows(raw, new Set())
  const files = [...new Set(raw.map(({ file }) => file))].map((file) => {
    const own = rows.filter((row) => row.file === file)
    return { file, rows: own.length, ...countsOf(own) }
  })
  return {
    form,
    rows: rows.length,
    counts: countsOf(rows),
    notes: notes.map((note) => ({ ...note, why: fileRemark.label(note.code, language) })),
    files,
    report: rows.map(({ file, line, place, kind, recordId, label, outcome, problem, notes: remarks }) => ({
      file,
      line,
      place,
      kind,
      id: recordId,
      label,
      outcome,
      ...(problem ? { problem: { ...problem, ...said(problem.code, language) } } : {}),
      ...(remarks.length > 0
        ? { notes: remarks.map((remark) => ({ ...remark, ...said(remark.code, language) })) }
        : {}),
    })),
  }
}

const said = (code: CheckedRow['notes'][number]['code'], language: Language) => ({
  why: rowProblem.label(code, language),
  ...(isMended(code) ? { mend: rowMending.label(code, language) } : {}),
})
