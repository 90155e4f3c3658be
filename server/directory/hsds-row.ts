import type { RowProblem } from '#contract/directory-problems.ts'
import type { RowRemark } from '#contract/directory-imports.ts'
import { textProblem } from '#contract/text.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { type Column, type Kind, kindNamed } from './hsds-kinds.ts'

/** A cell as a file has it. */
export type Cell = string | number | boolean | null

/** A row as a file has it, not looked at yet. */
export type RawRow = Readonly<{
  file: string
  line: number | null
  place: string
  kind: string
  /** null where it is no row at all; `broken` says why. */
  cells: Readonly<Record<string, Cell>> | null
  broken?: RowProblem
  /** Parts of it that are no cells and no records of HSDS. */
  leftOut?: readonly string[]
}>

/** A record as it is kept: no empty columns, numbers as numbers, everything else as text. */
export type Content = Readonly<Record<string, string | number>>

export type ReadRow = Readonly<{ content: Content; notes: readonly RowRemark[] }>
export type RowRefusal = Readonly<{ problem: RowRemark }>

const longest = 20_000

/**
 * Reads one row by itself, without what it points at (HSDS 3, the types and constraints of its data package).
 * @returns its content with what is worth knowing; or what is wrong with it, by column
 */
export function readRow({ kind: name, cells, broken, leftOut = [] }: RawRow): ReadRow | RowRefusal {
  const kind = kindNamed(name)
  if (!cells || !kind) return refused('', broken ?? 'not-a-record')
  const content: Record<string, string | number> = {}
  const notes: RowRemark[] = leftOut.map((column) => ({ column, code: 'left-out' }))
  for (const [column, cell] of Object.entries(cells)) {
    if (cell === null || String(cell).trim() === '') continue
    const known = kind.columns.get(column)
    const read = readCell(known ?? unknownColumn(column), cell)
    if (typeof read === 'object') return refused(column, read.code)
    content[column] = read
    if (!known) notes.push({ column, code: 'unknown-column' })
    else if (known.type === 'place-on-earth' && isBeyond(column, read))
      notes.push({ column, code: 'out-of-range' })
  }
  const missing = missingIn(kind, content)
  if (missing) return refused(missing, missing === 'id' ? 'id-missing' : 'required-missing')
  const ages = agesProblem(content)
  if (ages) return refused(ages, 'ages-crossed')
  for (const { name: column, expected } of kind.columns.values())
    if (expected && content[column] === undefined) notes.push({ column, code: 'should-be-there' })
  return { content, notes }
}

export const refused = (column: string, code: RowProblem): RowRefusal => ({ problem: { column, code } })

const unknownColumn = (name: string): Column => ({
  name,
  type: 'text',
  required: false,
  expected: false,
  pointsAt: null,
  values: [],
})

const missingIn = ({ columns }: Kind, content: Content) =>
  [...columns.values()].find(({ name, required }) => required && content[name] === undefined)?.name

const latitudeOrLongitude: Readonly<Record<string, number>> = { latitude: 90, longitude: 180 }
const isBeyond = (column: string, value: string | number) =>
  Math.abs(Number(value)) > (latitudeOrLongitude[column] ?? Infinity)

type WrongCell = Readonly<{ code: RowProblem }>

function readCell({ type, values }: Column, cell: Cell): string | number | WrongCell {
  const text = String(cell)
  if (text.length > longest) return { code: 'too-long' }
  if (textProblem(text.replaceAll('\r', ''), { max: longest, lines: 'many', blank: true }))
    return { code: 'text-unfit' }
  const bare = text.trim()
  switch (type) {
    case 'id':
      return Id.safeParse(bare).success ? bare.toLowerCase() : { code: 'not-an-id' }
    case 'number':
    case 'age':
    case 'place-on-earth':
      return readNumber(bare)
    case 'day':
      return Day.safeParse(bare.slice(0, 10)).success && /^.{10}(?:T.*)?$/u.test(bare)
        ? bare
        : { code: 'not-a-day' }
    case 'list':
      return values.includes(bare) ? bare : { code: 'not-in-list' }
    default:
      return text
  }
}

// What is written with an exponent or in another numeral is no number of a data package.
const readNumber = (text: string): number | WrongCell =>
  /^-?\d{1,15}(?:\.\d{1,15})?$/u.test(text) ? Number(text) : { code: 'not-a-number' }

const oldest = 150

function agesProblem({ minimum_age: least, maximum_age: most }: Content): string | null {
  if (isNoAge(least)) return 'minimum_age'
  if (isNoAge(most)) return 'maximum_age'
  return least !== undefined && most !== undefined && Number(least) > Number(most) ? 'maximum_age' : null
}

const isNoAge = (age: string | number | undefined) =>
  age !== undefined && (Number(age) < 0 || Number(age) > oldest)
