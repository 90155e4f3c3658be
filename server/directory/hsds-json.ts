import { kindCalled, type Kind, oneOf, referenceTo } from './hsds-kinds.ts'
import type { Cell, RawRow } from './hsds-row.ts'

/** What a record inside another one inherits: whom it hangs on. */
type Above = Readonly<{ kind: string; id: string; organizationId: string | null }>

const deepest = 12

/** Whether a JSON value may hold records: an object or a list. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The rows in HSDS JSON: one record with others inside (`service_full`, `organization_full`), a page of them, a list, or
 * an object of tables by name;
 * a page may have such tables beside it. A record inside another one hangs on it.
 */
export function rowsInJson(file: string, value: unknown): RowsInJson {
  const rows: RawRow[] = []
  const walk = new Walk(file, rows)
  const called = kindOfFile(file)
  if (Array.isArray(value)) walk.list(value, called ?? guessedKind(value[0]), '', null)
  else if (isObject(value)) return { rows, leftOut: topLevel(walk, value, called) }
  return { rows, leftOut: [] }
}

/** The rows of a JSON file, and the places in it that are no records of HSDS. */
export type RowsInJson = Readonly<{ rows: readonly RawRow[]; leftOut: readonly string[] }>

/** As the API of HSDS calls what it answers: `services.json`, `service_full.json`, `taxonomy_term_list.json`. */
const kindOfFile = (file: string) =>
  kindCalled(
    (file.split('/').at(-1) ?? '').toLowerCase().replace(/(?:_(?:full|list|base|compiled))?\.json$/u, ''),
  )

function topLevel(walk: Walk, value: Readonly<Record<string, unknown>>, called: Kind | null): string[] {
  const { contents } = value
  if (Array.isArray(contents)) walk.list(contents, called ?? guessedKind(contents[0]), 'contents', null)
  else if (typeof value['id'] === 'string') {
    walk.record(value, called ?? guessedKind(value), '', null)
    return []
  }
  const leftOut: string[] = []
  for (const [name, rows] of Object.entries(value)) {
    if (rows === contents) continue
    const kind = kindCalled(name.replace(/\.(?:csv|json)$/u, ''))
    if (kind && Array.isArray(rows)) walk.list(rows, kind, name, null)
    else if (holdsSomething(rows)) leftOut.push(name)
  }
  return leftOut
}

/** Whether a value is a list or an object with something in it: nothing is left out silently. */
const holdsSomething = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** What kind of record stands alone: told by the columns that only that kind has. */
function guessedKind(value: unknown): Kind | null {
  if (!isObject(value)) return kindCalled('services')
  if ('location_type' in value) return kindCalled('locations')
  if (['status', 'organization', 'organization_id', 'service_at_locations'].some((name) => name in value))
    return kindCalled('services')
  if ('code' in value || 'taxonomy_detail' in value) return kindCalled('taxonomy_terms')
  if ('version' in value) return kindCalled('taxonomies')
  return kindCalled('organizations')
}

class Walk {
  private readonly file: string
  private readonly rows: RawRow[]

  constructor(file: string, rows: RawRow[]) {
    this.file = file
    this.rows = rows
  }

  list(values: readonly unknown[], kind: Kind | null, place: string, above: Above | null, depth = 0) {
    for (const [index, value] of values.entries()) {
      const here = place === '' ? String(index) : `${place}.${index}`
      if (isObject(value)) this.record(value, kind, here, above, depth)
      else if (kind)
        this.rows.push({
          file: this.file,
          line: null,
          place: here,
          kind: kind.name,
          cells: null,
          broken: 'not-a-record',
        })
    }
  }

  record(
    value: Readonly<Record<string, unknown>>,
    kind: Kind | null,
    place: string,
    above: Above | null,
    depth = 0,
  ) {
    if (!kind || depth > deepest) return
    const cells = ownCells(value, kind)
    hangOn(cells, kind, above)
    const leftOut = Object.entries(value)
      .filter(([name, inside]) => holdsSomething(inside) && (!kindCalled(name) || depth === deepest))
      .map(([name]) => name)
    this.rows.push({ file: this.file, line: null, place, kind: kind.name, cells, leftOut })
    const id = String(cells['id'] ?? '')
    const organizationId =
      kind.name === 'organizations' ? id : (textIn(cells['organization_id']) ?? above?.organizationId ?? null)
    for (const [name, inside] of Object.entries(value)) {
      const inner = kindCalled(name)
      if (!inner || typeof inside !== 'object' || inside === null) continue
      const next: Above = { kind: kind.name, id, organizationId }
      const here = place === '' ? name : `${place}.${name}`
      if (Array.isArray(inside)) this.list(inside, inner, here, next, depth + 1)
      else if (isObject(inside)) this.record(inside, inner, here, next, depth + 1)
    }
  }
}

const textIn = (cell: Cell | undefined) =>
  cell === undefined || cell === null || cell === '' ? null : String(cell)

/** What the record says itself, and which records inside it it names (a service its organization). */
function ownCells(value: Readonly<Record<string, unknown>>, { columns }: Kind): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [name, cell] of Object.entries(value)) {
    if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') cells[name] = cell
    else if (isObject(cell)) {
      const named = kindCalled(name)
      const reference = named ? referenceTo(named.name) : ''
      if (columns.has(reference) && typeof cell['id'] === 'string') cells[reference] = cell['id']
    }
  }
  return cells
}

/** Names the record that it stands in, where the kind has a column for that. */
function hangOn(cells: Record<string, Cell>, { name, columns }: Kind, above: Above | null) {
  if (!above) return
  const reference = referenceTo(above.kind)
  if (columns.has(reference) && !isAbove(name, above.kind)) cells[reference] ??= above.id
  if (name === 'attributes') {
    cells['link_id'] ??= above.id
    cells['link_entity'] ??= oneOf(above.kind)
  }
  if (name === 'metadata') {
    cells['resource_id'] ??= above.id
    cells['resource_type'] ??= oneOf(above.kind)
  }
  const organization = columns.get('organization_id')
  if (organization?.required && above.organizationId) cells['organization_id'] ??= above.organizationId
}

/** A service stands below its organization, never the other way round, whichever is written inside the other. */
const isAbove = (inner: string, outer: string) =>
  (inner === 'organizations' || inner === 'locations' || inner === 'programs') && outer === 'services'
