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
export function rowsInJson(file: string, value: unknown): RawRow[] {
  const rows: RawRow[] = []
  const walk = new Walk(file, rows)
  if (Array.isArray(value)) walk.list(value, guessedKind(value[0]), '', null)
  else if (isObject(value)) topLevel(walk, value)
  return rows
}

function topLevel(walk: Walk, value: Readonly<Record<string, unknown>>) {
  if (Array.isArray(value['contents'])) {
    walk.list(value['contents'], guessedKind(value['contents'][0]), 'contents', null)
  } else if (typeof value['id'] === 'string') return walk.record(value, guessedKind(value), '', null)
  for (const [name, rows] of Object.entries(value)) {
    const kind = kindCalled(name.replace(/\.(?:csv|json)$/u, ''))
    if (kind && Array.isArray(rows)) walk.list(rows, kind, name, null)
  }
}

/** What kind of record stands alone: told by the columns that only that kind has. */
function guessedKind(value: unknown): Kind | null {
  if (!isObject(value)) return kindCalled('services')
  if ('location_type' in value) return kindCalled('locations')
  if ('status' in value || 'organization' in value || 'service_at_locations' in value)
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
    this.rows.push({ file: this.file, line: null, place, kind: kind.name, cells })
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
