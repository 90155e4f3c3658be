import type { FileNote, HsdsForm } from '#contract/directory-imports.ts'
import { importLimits } from '#contract/directory-imports.ts'
import { packageName, tablesNamed } from './data-package.ts'
import { decoded, type Writing } from './decoding.ts'
import { kindCalled } from './hsds-kinds.ts'
import { rowsInJson } from './hsds-json.ts'
import type { RawRow } from './hsds-row.ts'
import { FileUnreadable, tableRows } from './hsds-tables.ts'
import { lastOf, shortNames } from './short-names.ts'

/** The files that were brought, by their paths within the archive or the folder. */
export type BroughtFiles = ReadonlyMap<string, Buffer>

/** More rows than one import may hold. */
export class TooManyRows extends Error {}

/** What was read: its rows, what form it has, and what is said of whole files. */
export type Brought = Readonly<{ form: HsdsForm; rows: readonly RawRow[]; notes: readonly FileNote[] }>

const isTable = (path: string) => /\.csv$/iu.test(path)

/**
 * Reads what was brought as HSDS: a tabular data package, tables by their names, or JSON; in folders or without.
 * Whatever of it is not read is told of.
 * @throws FileUnreadable where nothing in it is HSDS; TooManyRows
 */
export async function readBrought(files: BroughtFiles): Promise<Brought> {
  const brought = [...files.keys()].some(isTable) ? await readTables(files) : readJson(files)
  if (brought.rows.length === 0) throw new FileUnreadable([...files.keys()].join(' '), brought.notes)
  return brought
}

async function readTables(files: BroughtFiles): Promise<Brought> {
  const shown = shortNames([...files.keys()])
  const { named, notes: saidOfPackage } = namedByPackage(files)
  const notes = [...saidOfPackage]
  const rows: RawRow[] = []
  for (const [path, bytes] of files) {
    const file = shown.get(path) ?? path
    if (!isTable(path)) {
      if (lastOf(path) !== packageName) notes.push({ code: 'beside-tables', file })
      continue
    }
    const kind = kindOf(named.get(path)) ?? kindOf(lastOf(path).replace(/\.csv$/iu, ''))
    if (!kind) {
      notes.push({ code: 'not-of-hsds', file })
      continue
    }
    const { text, writing } = decoded(bytes)
    notes.push(...saidOfWriting(file, writing))
    const table = await tableRows({ file, kind: kind.name, text }, importLimits.mostRows + 1)
    notes.push(...table.notes.map((code) => ({ code, file })))
    for (const row of table.rows) rows.push(row)
    refuseTooMany(rows)
  }
  return { form: 'tabular', rows, notes }
}

const kindOf = (name: string | undefined) =>
  name === undefined ? null : kindCalled(name.toLowerCase().replaceAll(/[- ]/gu, '_'))

function readJson(files: BroughtFiles): Brought {
  const shown = shortNames([...files.keys()])
  const rows: RawRow[] = []
  const notes: FileNote[] = []
  for (const [path, bytes] of files) {
    const file = shown.get(path) ?? path
    const { text, writing } = decoded(bytes)
    const value = jsonIn(text)
    if (value === undefined) {
      notes.push({ code: 'no-json', file })
      continue
    }
    notes.push(...saidOfWriting(file, writing))
    const found = rowsInJson(file, value)
    if (found.rows.length === 0) notes.push({ code: 'not-of-hsds', file })
    else
      notes.push(
        ...found.leftOut.map((place) => ({ code: 'not-of-hsds' as const, file: `${file} › ${place}` })),
      )
    for (const row of found.rows) rows.push(row)
    refuseTooMany(rows)
  }
  return { form: 'json', rows, notes }
}

function refuseTooMany(rows: readonly RawRow[]) {
  if (rows.length > importLimits.mostRows) throw new TooManyRows()
}

/** Which table each file is, as the data package says that stands least deep. */
function namedByPackage(files: BroughtFiles) {
  const [at] = [...files.keys()]
    .filter((path) => lastOf(path) === packageName)
    .toSorted((one, other) => one.length - other.length)
  const bytes = at === undefined ? undefined : files.get(at)
  if (at === undefined || !bytes) return { named: new Map<string, string>(), notes: [] }
  return tablesNamed(at, jsonIn(decoded(bytes).text), [...files.keys()])
}

const guesses = {
  gb18030: 'read-as-gb18030',
  'windows-1251': 'read-as-windows-1251',
  'windows-1252': 'read-as-windows-1252',
} as const

function saidOfWriting(file: string, writing: Writing): FileNote[] {
  return writing === 'utf-8' || writing === 'utf-16' ? [] : [{ code: guesses[writing], file }]
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}
