import { importRemarks, type ImportRemark, type ImportRemarkCode } from '#contract/questionnaires/report.ts'

const longestDetail = 200

/** What an import has to say, gathered as it goes on. */
export class Remarks {
  private readonly all: ImportRemark[] = []

  add(sheet: string, row: number, column: string, code: ImportRemarkCode, detail: string) {
    const [weight] = importRemarks[code]
    const short = detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail
    this.all.push({ sheet, row, column, code, weight, detail: short })
  }

  /** In the order of the sheets and rows. */
  list(): ImportRemark[] {
    const sheets = [...new Set(this.all.map(({ sheet }) => sheet))]
    return this.all.toSorted(
      (one, other) => sheets.indexOf(one.sheet) - sheets.indexOf(other.sheet) || one.row - other.row,
    )
  }
}
