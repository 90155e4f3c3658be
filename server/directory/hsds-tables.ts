import { parse } from 'csv-parse'
import type { RawRow } from './hsds-row.ts'
import { live } from './inert-cells.ts'

/** A file that is no table at all. */
export class FileUnreadable extends Error {}

const mostColumns = 200
const largestRecord = 1024 * 1024

type Parsed = Readonly<{ record: string[]; info: { lines: number } }>

/**
 * The rows of one table, by its headings. A row with another number of cells is kept as broken, with its line; what comes
 * after a quote that never ends cannot be told apart and is one broken row. It reads in pieces, so that others are served.
 */
export async function* tableRows(file: string, kind: string, bytes: Buffer): AsyncGenerator<RawRow> {
  let headings: readonly string[] | null = null
  const parser = parse(textOf(bytes), {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: largestRecord,
  })
  const at = (line: number) => ({ file, line, place: '', kind })
  let line = 1
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      const { record, info } = parsed
      if (!headings) {
        headings = record.map((heading) => heading.trim())
        if (headings.length > mostColumns) throw new FileUnreadable(file)
        continue
      }
      line = info.lines
      yield record.length === headings.length
        ? { ...at(line), cells: Object.fromEntries(headings.map((name, index) => [name, live(record[index] ?? '')])) }
        : { ...at(line), cells: null, broken: 'unreadable' }
    }
  } catch (problem) {
    if (problem instanceof FileUnreadable || !headings) throw new FileUnreadable(file, { cause: problem })
    yield { ...at(line + 1), cells: null, broken: 'unreadable' }
  }
}

/** UTF-8, or else what Excel in Chinese writes. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
