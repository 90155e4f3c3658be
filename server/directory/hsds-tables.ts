import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import type { FileNote } from '#contract/directory-imports.ts'
import type { RawRow } from './hsds-row.ts'
import { live } from './inert-cells.renderer.ts'

/** Nothing that was brought is HSDS; why, file by file, as far as that is known. */
export class FileUnreadable extends Error {
  readonly notes: readonly FileNote[]
  constructor(name: string, notes: readonly FileNote[] = [], options?: ErrorOptions) {
    super(name, options)
    this.notes = notes
  }
}

const mostColumns = 200
const largestRecord = 1024 * 1024

/** What was read of a table, and what is said of it as a whole. */
export type ReadTable = Readonly<{ rows: readonly RawRow[]; notes: readonly FileNote['code'][] }>

/**
 * The rows of one table, by its headings, `most` of them at most. A row with another number of cells is kept as broken,
 * with its line; what comes after a quote that never ends cannot be told apart and is one broken row. It is read in
 * pieces, so that others are served in between.
 */
export async function tableRows(
  table: Readonly<{ file: string; kind: string; text: string }>,
  most: number,
): Promise<ReadTable> {
  const { file, kind, text } = table
  const rows: RawRow[] = []
  const headings: string[] = []
  const at = (line: number) => ({ file, line, place: '', kind })
  const keep = (record: readonly string[], line: number) => {
    if (headings.length === 0) headings.push(...record.slice(0, mostColumns).map(headingOf))
    else if (rows.length < most) rows.push({ ...at(line - breaksIn(record)), ...cellsOf(headings, record) })
  }
  let last = 1
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    // A file that was put together from two programs has both.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Inches and nicknames: a quote inside a cell that has none around it is a sign like any other.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: largestRecord,
    on_record: (record: string[], { lines }) => {
      keep(record, lines)
      last = lines
      return null
    },
  })
  try {
    await pipeline(Readable.from(piecesOf(text)), parser.resume())
  } catch {
    rows.push({ ...at(last + 1), cells: null, broken: 'rest-unread' })
  }
  return { rows, notes: notesOf(headings, rows.length) }
}

function notesOf(headings: readonly string[], rows: number): FileNote['code'][] {
  if (headings.length === 0) return rows === 0 ? ['empty'] : []
  const named = headings.filter((name) => name !== '')
  return [
    ...(rows === 0 ? (['no-rows'] as const) : []),
    ...(new Set(named).size < named.length ? (['heading-twice'] as const) : []),
  ]
}

/** HSDS writes its columns in small letters. */
const headingOf = (heading: string) => {
  const bare = heading.trim()
  return /^[A-Za-z_]+$/u.test(bare) ? bare.toLowerCase() : bare
}

/** What stands between the cells: a comma, or what office programs of other countries put there, as the headings show. */
function delimiterOf(text: string) {
  const [headings = ''] = text.slice(0, largestRecord).split(/\r|\n/u, 1)
  const count = (sign: string) => headings.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

const cellsOf = (headings: readonly string[], record: readonly string[]): Pick<RawRow, 'cells' | 'broken'> =>
  record.length === headings.length
    ? { cells: Object.fromEntries(headings.map((name, index) => [name, live(record[index] ?? '')])) }
    : { cells: null, broken: 'unreadable' }

/** How many lines a row goes on after its first one. */
const breaksIn = (record: readonly string[]) =>
  record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/gu)?.length ?? 0), 0)

const pieceLength = 64 * 1024

function* piecesOf(text: string) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
}
