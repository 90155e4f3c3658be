import type { DivisionOutcome, DivisionProblem } from '#contract/codes/index.ts'
import type { Division } from './divisions.ts'

/** A line of a file as it was read: what it says, or why it cannot be taken. */
export type ReadLine = Readonly<{ line: number; code: string; name: string }> &
  Readonly<{ says: Division; problem: null } | { says: null; problem: DivisionProblem }>

/** One line of the report. */
export type ReportLine = Readonly<{
  line: number | null
  code: string
  name: string
  outcome: DivisionOutcome
  problem: DivisionProblem | null
  says: Division | null
  said: Division | null
}>

/** What the columns may be called; the first is the name that the guide gives. */
const columns = {
  code: ['code', '代码'],
  name: ['name', '名称'],
  parent: ['parent', '上级代码'],
  from: ['valid_from', '生效日期'],
  until: ['valid_until', 'valid_to', '失效日期'],
  became: ['became', 'replaced_by', '变更为'],
} as const
type Cells = Readonly<Record<keyof typeof columns, string>>
type Row = Readonly<Record<string, string>>

/** Whether a file has the columns without which it is no table of codes. */
export const isATable = (rows: readonly Row[]) =>
  rows.length > 0 && columns.code.some((name) => name in (rows[0] ?? {}))

const cellsOf = (row: Row): Cells => {
  const cell = (key: keyof typeof columns) =>
    columns[key].map((name) => row[name]).find((text) => text !== undefined) ?? ''
  return {
    code: cell('code'),
    name: cell('name'),
    parent: cell('parent'),
    from: cell('from'),
    until: cell('until'),
    became: cell('became'),
  }
}

const aCode = /^[1-9]\d{5}$/u
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text

/** Reads a table of codes line by line; a line that cannot be taken says why. */
export function readEdition(rows: readonly Row[]): ReadLine[] {
  const all = rows.map(cellsOf)
  const codes = new Set(all.map(({ code }) => code))
  const before = new Map<string, readonly Division[]>()
  return all.map((cells, index) => {
    const { code, name } = cells
    const said = { line: index + 2, code, name }
    const says = divisionOf(cells)
    const earlier = before.get(code) ?? []
    const problem = problemOf(cells, codes) ?? (earlier.some((one) => overlap(one, says)) ? 'repeated' : null)
    if (problem !== null) return { ...said, says: null, problem }
    before.set(code, [...earlier, says])
    return { ...said, says, problem: null }
  })
}

const divisionOf = ({ code, name, from, until, became }: Cells): Division => ({
  code,
  name,
  validFrom: from,
  validUntil: until === '' ? null : until,
  became: became.split(/[\s,;，；]+/u).filter((one) => one !== ''),
})

function problemOf(cells: Cells, codes: ReadonlySet<string>): DivisionProblem | null {
  const { code, name, parent, from, until } = cells
  const { became } = divisionOf(cells)
  if (!aCode.test(code)) return 'code'
  if (name.trim() === '') return 'name'
  if (!isDay(from) || (until !== '' && (!isDay(until) || until <= from))) return 'date'
  if (became.length > 0 && (until === '' || became.some((one) => one === code || !codes.has(one))))
    return 'became'
  return parent === '' || (codes.has(parent) && isAbove(parent, code)) ? null : 'parent'
}

/** The province, and the prefecture, begin as what lies in them: 620000 and 6201 00 are above 620105. */
const isAbove = (parent: string, code: string) =>
  parent !== code && code.startsWith(parent.replace(/(?:00)+$/u, ''))

const overlap = (one: Division, other: Division) =>
  (one.validUntil === null || other.validFrom < one.validUntil) &&
  (other.validUntil === null || one.validFrom < other.validUntil)

/**
 * Compares a file with the table that counts: what is new, changed or unchanged, what is refused, and after them what the
 * file no longer has.
 */
export function compared(lines: readonly ReadLine[], table: readonly Division[]): ReportLine[] {
  const known = byCode(table)
  const inFile = byCode(lines)
  const saidOf = (says: Division) => {
    const before = known.get(says.code) ?? []
    const alone = before.length === 1 && inFile.get(says.code)?.length === 1
    return before.find(({ validFrom }) => validFrom === says.validFrom) ?? (alone ? before[0] : undefined)
  }
  const met = new Set<Division>()
  const inTheFile = lines.map((read): ReportLine => {
    const said = (read.says && saidOf(read.says)) ?? null
    if (said) met.add(said)
    return { ...read, said, outcome: outcomeOf(read, said) }
  })
  const refused = new Set(lines.filter(({ problem }) => problem !== null).map(({ code }) => code))
  const gone = table.filter((one) => !met.has(one) && !refused.has(one.code))
  return [
    ...inTheFile,
    ...gone.map((said): ReportLine => ({
      line: null,
      code: said.code,
      name: said.name,
      outcome: 'gone',
      problem: null,
      says: null,
      said,
    })),
  ]
}

function byCode<Line extends { code: string }>(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    const some = found.get(line.code)
    if (some) some.push(line)
    else found.set(line.code, [line])
  }
  return found
}

function outcomeOf({ says, problem }: ReadLine, said: Division | null): DivisionOutcome {
  if (problem !== null || says === null) return 'refused'
  if (said === null) return 'taken'
  return written(says) === written(said) ? 'unchanged' : 'changed'
}

const written = ({ name, validFrom, validUntil, became }: Division) =>
  [name, validFrom, validUntil ?? '', ...became].join('\n')
