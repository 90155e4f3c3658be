import { z } from 'zod'
import type { FileNote, HsdsForm } from '#contract/directory-imports.ts'
import { importLimits } from '#contract/directory-imports.ts'
import { kindCalled } from './hsds-kinds.ts'
import { rowsInJson } from './hsds-json.ts'
import type { RawRow } from './hsds-row.ts'
import { FileUnreadable, tableRows } from './hsds-tables.ts'

/** The files that were brought, by their names without folders. */
export type BroughtFiles = ReadonlyMap<string, Buffer>

/** More rows than one import may hold. */
export class TooManyRows extends Error {}

/** What was read: its rows, what form it has, and what is said of whole files. */
export type Brought = Readonly<{ form: HsdsForm; rows: readonly RawRow[]; notes: readonly FileNote[] }>

const packageName = 'datapackage.json'

/**
 * Reads what was brought as HSDS: a tabular data package, tables by their names, or JSON.
 * @throws FileUnreadable where nothing in it is HSDS; TooManyRows
 */
export async function readBrought(files: BroughtFiles): Promise<Brought> {
  const tables = [...files.keys()].some((name) => /\.csv$/iu.test(name))
  const brought = tables ? await readTables(files) : readJson(files)
  if (brought.rows.length === 0) throw new FileUnreadable([...files.keys()].join(' '))
  return brought
}

async function readTables(files: BroughtFiles): Promise<Brought> {
  const { named, notes } = namedByPackage(files)
  const rows: RawRow[] = []
  for (const [name, bytes] of files) {
    if (!/\.csv$/iu.test(name)) continue
    const kind = kindCalled(named.get(name) ?? name.replace(/\.csv$/iu, ''))
    if (!kind) {
      notes.push({ code: 'not-of-hsds', file: name })
      continue
    }
    for (const row of await tableRows({ file: name, kind: kind.name, bytes }, importLimits.mostRows + 1))
      rows.push(row)
    refuseTooMany(rows)
  }
  return { form: 'tabular', rows, notes }
}

function readJson(files: BroughtFiles): Brought {
  const rows: RawRow[] = []
  const notes: FileNote[] = []
  for (const [name, bytes] of files) {
    const value = jsonIn(bytes)
    if (value === undefined && files.size === 1) throw new FileUnreadable(name)
    const found = rowsInJson(name, value)
    if (found.length === 0) notes.push({ code: 'not-of-hsds', file: name })
    for (const row of found) rows.push(row)
    refuseTooMany(rows)
  }
  return { form: 'json', rows, notes }
}

function refuseTooMany(rows: readonly RawRow[]) {
  if (rows.length > importLimits.mostRows) throw new TooManyRows()
}

/** What we read of a data package: which file is which table. */
const DataPackage = z.object({
  resources: z.array(z.object({ name: z.string(), path: z.string() })).max(200),
})

/** Which table each file is, as the data package says. */
function namedByPackage(files: BroughtFiles) {
  const named = new Map<string, string>()
  const notes: FileNote[] = []
  const bytes = files.get(packageName)
  if (!bytes) return { named, notes }
  const read = DataPackage.safeParse(jsonIn(bytes))
  if (!read.success) notes.push({ code: 'package-unreadable', file: packageName })
  for (const { name, path } of read.data?.resources ?? []) {
    const file = path.split('/').at(-1) ?? path
    if (files.has(file)) named.set(file, name)
  }
  return { named, notes }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}
