import type { RowOutcome } from '#contract/codes/index.ts'
import type { RowRemark } from '#contract/directory-imports.ts'
import { type Kind, kindNamed, orderOf } from './hsds-kinds.ts'
import { type Content, type RawRow, readRow } from './hsds-row.ts'

/** One row of the report, with what would be kept of it. */
export type CheckedRow = Readonly<{
  file: string
  line: number | null
  place: string
  kind: string
  recordId: string | null
  label: string
  outcome: RowOutcome
  problem: RowRemark | null
  notes: readonly RowRemark[]
  content: Content | null
}>

/** How a record is named among others: `services/3a19…`. */
export const nameOf = (kind: string, id: string) => `${kind}/${id}`

const notesShown = 20
const longestLabel = 120

/**
 * Looks at rows one after the other, each kind after those it hangs on, and says which would be taken and why the others
 * would not. A row that repeats another word by word is the same row; one that says something else is refused.
 * @param known records outside the file that its rows may hang on, by `nameOf`
 */
export class RowChecker {
  /** Where the row of each record stands in the report. */
  private readonly taken = new Map<string, number>()
  private readonly ids = new Set<string>()
  private readonly known: ReadonlySet<string>
  readonly rows: CheckedRow[] = []

  constructor(known: ReadonlySet<string>) {
    this.known = known
    for (const name of known) this.ids.add(name.split('/')[1] ?? '')
  }

  check(raw: RawRow) {
    const { file, line, place, kind: name } = raw
    const kind = kindNamed(name)
    const read = readRow(raw)
    const at = { file, line, place, kind: name }
    if ('problem' in read || !kind) {
      const problem = 'problem' in read ? read.problem : { column: '', code: 'not-a-record' as const }
      this.rows.push({ ...at, ...nothing, recordId: idIn(raw), label: labelIn(raw.cells), problem })
      return
    }
    const { content } = read
    const recordId = String(content['id'])
    const label = labelIn(content)
    const earlier = this.taken.get(nameOf(name, recordId))
    if (earlier !== undefined) return this.again(earlier, { ...at, recordId, label }, content, kind)
    const unknown = this.unknownParent(kind, content)
    if (unknown) {
      const problem = { column: unknown, code: 'reference-unknown' as const }
      this.rows.push({ ...at, ...nothing, recordId, label, problem })
      return
    }
    const row: CheckedRow = {
      ...at,
      recordId,
      label,
      outcome: 'taken',
      problem: null,
      notes: read.notes,
      content,
    }
    this.taken.set(nameOf(name, recordId), this.rows.length)
    this.ids.add(recordId)
    this.rows.push(row)
  }

  /** Once every row was looked at: a row may point at one that comes after it, and that may have been refused. */
  noteLoosePointers() {
    for (const [index, row] of this.rows.entries()) {
      const kind = kindNamed(row.kind)
      if (row.outcome !== 'taken' || !row.content || !kind) continue
      const notes = [...row.notes, ...this.loosePointers(kind, row.content)].slice(0, notesShown)
      this.rows[index] = { ...row, notes }
    }
  }

  private again(index: number, at: Place, content: Content, kind: Kind) {
    const earlier = this.rows[index]
    const merged = earlier?.content && mergedContent(earlier.content, content, kind)
    const isTable = at.line !== null
    if (!earlier || !merged || (isTable && !isEqual(earlier.content, content))) {
      this.rows.push({ ...at, ...nothing, problem: { column: 'id', code: 'repeated' } })
    } else if (isTable) {
      this.rows.push({ ...at, outcome: 'unchanged', problem: null, notes: [], content })
    } else this.rows[index] = { ...earlier, content: merged }
  }

  private has = (kind: string, id: string | number) => {
    const name = nameOf(kind, String(id))
    return this.taken.has(name) || this.known.has(name)
  }

  private unknownParent({ columns }: Kind, content: Content): string | null {
    for (const { name, required, pointsAt } of columns.values()) {
      const id = content[name]
      if (required && pointsAt && id !== undefined && !this.has(pointsAt, id)) return name
    }
    return null
  }

  private loosePointers({ columns }: Kind, content: Content): RowRemark[] {
    const loose = [...columns.values()].filter(({ name, type, required, pointsAt }) => {
      const id = content[name]
      if (type !== 'id' || name === 'id' || id === undefined) return false
      return pointsAt ? !required && !this.has(pointsAt, id) : !this.ids.has(String(id))
    })
    return loose.map(({ name }) => ({ column: name, code: 'points-nowhere' }))
  }
}

type Place = Pick<CheckedRow, 'file' | 'line' | 'place' | 'kind' | 'recordId' | 'label'>

const isEqual = (one: Content | null, other: Content) =>
  one !== null &&
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([column, value]) => other[column] === value)

const nothing = { outcome: 'refused', notes: [], content: null } as const

/**
 * In HSDS JSON one record stands in several places, each of which says what it hangs on there: they are one, as long as
 * they agree in everything else. Null where they do not.
 */
function mergedContent(one: Content, other: Content, { columns }: Kind): Content | null {
  const isReference = (column: string) => column !== 'id' && columns.get(column)?.type === 'id'
  for (const column of new Set([...Object.keys(one), ...Object.keys(other)]))
    if (!isReference(column) && !isLinkEntity(column) && one[column] !== other[column]) return null
  return { ...other, ...one }
}
const isLinkEntity = (column: string) => column === 'link_entity' || column === 'resource_type'

const idIn = ({ cells }: RawRow) => {
  const id = String(cells?.['id'] ?? '').trim()
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(id) ? id.toLowerCase() : null
}

/** What a row is called, for people to find it. */
const labelIn = (cells: RawRow['cells'] | Content) =>
  Array.from(
    String(cells?.['name'] ?? cells?.['number'] ?? cells?.['description'] ?? cells?.['address_1'] ?? '')
      .replaceAll(/[\p{Cc}\p{Surrogate}]/gu, ' ')
      .trim(),
  )
    .slice(0, longestLabel)
    .join('')

/** The rows of a file in the order in which they are taken: what others hang on comes first. */
export const inOrder = (raw: readonly RawRow[]) =>
  [...raw.entries()]
    .toSorted(([at, one], [next, other]) => orderOf(one.kind) - orderOf(other.kind) || at - next)
    .map(([, row]) => row)

/** Every record outside a file that its rows may hang on: what to ask the directory for. */
export function pointedAt(raw: readonly RawRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>()
  for (const { kind, cells } of raw)
    for (const { name, pointsAt } of kindNamed(kind)?.columns.values() ?? []) {
      const id = String(cells?.[name] ?? '')
        .trim()
        .toLowerCase()
      if (!pointsAt || id === '') continue
      asked.set(pointsAt, (asked.get(pointsAt) ?? new Set()).add(id))
    }
  return asked
}
