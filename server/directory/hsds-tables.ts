import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import type { RawRow } from './hsds-row.ts'
import { live } from './inert-cells.renderer.ts'

/** A file that is no table at all. */
export class FileUnreadable extends Error {}

const mostColumns = 200
const largestRecord = 1024 * 1024

/**
 * The rows of one table, by its headings, `most` of them at most. A row with another number of cells is kept as broken,
 * with its line; what comes after a quote that never ends cannot be told apart and is one broken row. It is read in
 * pieces, so that others are served in between.
 * @throws FileUnreadable where there are no headings
 */
export async function tableRows(
  table: Readonly<{ file: string; kind: string; bytes: Buffer }>,
  most: number,
): Promise<RawRow[]> {
  const { file, kind } = table
  const rows: RawRow[] = []
  const headings: string[] = []
  const at = (line: number) => ({ file, line, place: '', kind })
  const keep = (record: readonly string[], line: number) => {
    if (headings.length === 0) headings.push(...record.slice(0, mostColumns).map((heading) => heading.trim()))
    else if (rows.length < most) rows.push({ ...at(line), ...cellsOf(headings, record) })
  }
  let last = 1
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: largestRecord,
    on_record: (record: string[], { lines }) => {
      keep(record, lines)
      last = lines
      return null
    },
  })
  try {
    await pipeline(Readable.from(piecesOf(textOf(table.bytes))), parser.resume())
  } catch (problem) {
    if (headings.length === 0) throw new FileUnreadable(file, { cause: problem })
    rows.push({ ...at(last + 1), cells: null, broken: 'unreadable' })
  }
  if (headings.length === 0) throw new FileUnreadable(file)
  return rows
}

const cellsOf = (headings: readonly string[], record: readonly string[]): Pick<RawRow, 'cells' | 'broken'> =>
  record.length === headings.length
    ? { cells: Object.fromEntries(headings.map((name, index) => [name, live(record[index] ?? '')])) }
    : { cells: null, broken: 'unreadable' }

const pieceLength = 64 * 1024

function* piecesOf(text: string) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
}

/** UTF-8, or else what Excel in Chinese writes. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
