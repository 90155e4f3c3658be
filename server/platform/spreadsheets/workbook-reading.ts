import { read } from 'hucre'

/** A cell whose formula came to nothing: it was never calculated, or it failed. Rows and columns are counted from 0. */
export type DeadFormula = Readonly<{ row: number; column: number; formula: string }>

/** A sheet as texts: `rows[0]` is row 1, and an empty row is an empty list. */
export type SheetText = Readonly<{
  name: string
  rows: readonly (readonly string[])[]
  deadFormulas?: readonly DeadFormula[]
}>

/** A file that is no workbook, or one that nobody should open whole. */
export class WorkbookUnreadable extends Error {
  override readonly name = 'WorkbookUnreadable'
  readonly reason: 'not-a-workbook' | 'too-large' | 'empty'

  constructor(reason: WorkbookUnreadable['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** Far above any questionnaire, far below what would hold the server up. */
export const mostWorkbookBytes = 10 * 1024 * 1024
const mostRows = 20_000
const mostColumns = 2_000
const firstDay = '1900-01-01'

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1')
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/**
 * The texts of a workbook, `.xlsx` or the older binary `.xls`: what a person sees in each cell, never a formula.
 * @throws WorkbookUnreadable
 */
export async function readWorkbook(bytes: Buffer): Promise<SheetText[]> {
  if (bytes.length === 0) throw new WorkbookUnreadable('empty')
  if (bytes.length > mostWorkbookBytes) throw new WorkbookUnreadable('too-large')
  const isWorkbook = [zipMark, compoundMark].some((mark) => bytes.subarray(0, mark.length).equals(mark))
  if (!isWorkbook) throw new WorkbookUnreadable('not-a-workbook')
  const workbook = await read(bytes).catch(() => {
    throw new WorkbookUnreadable('not-a-workbook')
  })
  if (workbook.sheets.some(isTooLarge)) throw new WorkbookUnreadable('too-large')
  return workbook.sheets.map(({ name, rows, cells }) => {
    const deadFormulas = deadFormulasIn(cells)
    // Rows that a file leaves out are holes in the list.
    const told = Array.from(rows, (row: readonly unknown[] | undefined) => (row ? texts(row) : []))
    for (const { row, column } of deadFormulas) told[row]?.splice(column, 1, '')
    return { name, rows: told, ...(deadFormulas.length > 0 && { deadFormulas }) }
  })
}

type Calculated = Readonly<{ type?: string; value?: unknown; formula?: string; formulaResult?: unknown }>

/** What a formula came to is read like any cell; one without a result, or with `#DIV/0!` for one, would say nothing. */
function deadFormulasIn(cells: ReadonlyMap<string, Calculated> | undefined): DeadFormula[] {
  return [...(cells ?? [])].flatMap(([place, { type, value, formula, formulaResult }]) => {
    const isDead = type === 'error' || (type === 'formula' && (formulaResult ?? value ?? null) === null)
    const [row = 0, column = 0] = place.split(',').map(Number)
    return isDead ? [{ row, column, formula: formula === undefined ? String(value) : `=${formula}` }] : []
  })
}

/** Empty cells may go on to the last column that a spreadsheet has; only what says something counts. */
const isTooLarge = ({ rows }: Readonly<{ rows: readonly (readonly unknown[] | undefined)[] }>) =>
  rows.length > mostRows || rows.some((row) => row?.slice(mostColumns).some((cell) => cellText(cell) !== ''))

const texts = (row: readonly unknown[]): string[] => Array.from(row.slice(0, mostColumns), cellText)

function cellText(cell: unknown): string {
  if (cell instanceof Date) {
    const [day = '', time = ''] = Number.isNaN(cell.getTime()) ? [] : cell.toISOString().split('T')
    // A time of day alone stands on the day before all days that a spreadsheet knows.
    if (day < firstDay) return time.slice(0, 8)
    return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}`
  }
  // What no database keeps is no text: NUL, and half of a pair.
  if (typeof cell === 'string')
    return cell.replaceAll('\u00A0', ' ').replaceAll('\0', '').toWellFormed().trim()
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
