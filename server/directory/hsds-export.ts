import type { HeldRecord } from './bundle.ts'
import { type Kind, kindNamed, kinds, referenceTo } from './hsds-kinds.ts'
import type { Content } from './hsds-row.ts'
import { cellOf } from './inert-cells.renderer.ts'
import type { Packed } from './zip-writing.ts'

const profile = 'http://specs.frictionlessdata.io/schemas/tabular-data-package.json'
const dataTypes = { number: 'number', age: 'number', 'place-on-earth': 'number', day: 'date' } as const

/** A directory as an HSDS tabular data package: a table for each kind that has records, and what its columns are. */
export function tablesOf(records: readonly HeldRecord[]): Packed[] {
  const filled = kinds.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind.name).map(({ content }) => content)
    return own.length === 0 ? [] : [{ kind, own, columns: columnsOf(kind, own) }]
  })
  const resources = filled.map(({ kind, columns }) => ({
    profile: 'tabular-data-resource',
    name: kind.name,
    path: `${kind.name}.csv`,
    schema: {
      primaryKey: 'id',
      fields: columns.map((name) => fieldOf(kind, name)),
      foreignKeys: foreignKeys(kind),
    },
  }))
  const about = { name: 'human_services_data', title: 'HSDS 3.0', profile, resources }
  return [
    { name: 'datapackage.json', bytes: Buffer.from(`${JSON.stringify(about, null, 2)}\n`) },
    ...filled.map(({ kind, own, columns }) => ({ name: `${kind.name}.csv`, bytes: tableOf(columns, own) })),
  ]
}

/** All columns of HSDS, and those that an import brought besides. */
const columnsOf = ({ columns }: Kind, own: readonly Content[]) => [
  ...new Set([...columns.keys(), ...own.flatMap((content) => Object.keys(content))]),
]

function fieldOf({ columns }: Kind, name: string) {
  const column = columns.get(name)
  const type = dataTypes[column?.type as keyof typeof dataTypes] ?? 'string'
  return {
    name,
    type,
    ...(column?.required
      ? { constraints: { required: true, ...(name === 'id' ? { unique: true } : {}) } }
      : {}),
    ...(column && column.values.length > 0
      ? { constraints: { required: column.required, enum: column.values } }
      : {}),
  }
}

const foreignKeys = ({ columns }: Kind) =>
  [...columns.values()].flatMap(({ name, pointsAt }) =>
    pointsAt ? [{ fields: name, reference: { resource: pointsAt, fields: 'id' } }] : [],
  )

function tableOf(columns: readonly string[], rows: readonly Content[]): Buffer {
  const lines = [columns, ...rows.map((content) => columns.map((name) => cellOf(content[name])))]
  return Buffer.from(`${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`)
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

type Nested = Record<string, unknown>

/** Under which name records of a kind stand inside the record that they hang on. */
const insideName = (kind: string) => (kind === 'service_at_location' ? 'service_at_locations' : kind)

/**
 * A directory as a page of HSDS services in full: each with its organization, places, telephones and terms inside. What no
 * service leads to, such as an organization without any, stands beside the page in tables by name: nothing is left out.
 */
export function servicesInFull(records: readonly HeldRecord[]) {
  const tree = new Tree(records)
  const contents = tree.ofKind('services').map(({ content }) => tree.service(content))
  const count = contents.length
  return {
    total_items: count,
    total_pages: 1,
    page_number: 1,
    size: count,
    first_page: true,
    last_page: true,
    empty: count === 0,
    contents,
    ...tree.rest(),
  }
}

class Tree {
  private readonly records: readonly HeldRecord[]
  /** What stands somewhere in the page. */
  private readonly told = new Set<unknown>()
  private readonly byName = new Map<string, Content>()
  private readonly hanging = new Map<string, HeldRecord[]>()
  private readonly kinds = new Map<string, HeldRecord[]>()

  constructor(records: readonly HeldRecord[]) {
    this.records = records
    for (const record of records) {
      this.byName.set(`${record.kind}/${record.id}`, record.content)
      push(this.kinds, record.kind, record)
      const { link_id: link, resource_id: resource } = record.content
      for (const column of kindNamed(record.kind)?.columns.values() ?? [])
        if (column.pointsAt) push(this.hanging, `${column.pointsAt}/${record.content[column.name]}`, record)
      if (link !== undefined) push(this.hanging, `link/${link}`, record)
      if (resource !== undefined) push(this.hanging, `link/${resource}`, record)
    }
  }

  ofKind = (kind: string) => this.kinds.get(kind) ?? []

  /** By the name of its table, each record that was not told yet. */
  rest(): Record<string, Content[]> {
    const tables: Record<string, Content[]> = {}
    for (const { kind, content } of this.records)
      if (!this.told.has(content)) (tables[kind] ??= []).push(content)
    return tables
  }

  service(content: Content): Nested {
    this.told.add(content)
    const organization = this.byName.get(`organizations/${content['organization_id']}`)
    const program = this.byName.get(`programs/${content['program_id']}`)
    this.told.add(program)
    return {
      ...without(content, ['organization_id', 'program_id']),
      ...(organization
        ? { organization: this.record('organizations', organization, ['programs', 'services']) }
        : {}),
      ...(program ? { program: without(program, ['organization_id']) } : {}),
      ...this.inside('services', content, []),
    }
  }

  private record(kind: string, content: Content, leftOut: readonly string[]): Nested {
    this.told.add(this.byName.get(`${kind}/${content['id']}`))
    const place = this.byName.get(`locations/${content['location_id']}`)
    const term = this.byName.get(`taxonomy_terms/${content['taxonomy_term_id']}`)
    const taxonomy = this.byName.get(`taxonomies/${content['taxonomy_id']}`)
    this.told.add(taxonomy)
    return {
      ...content,
      ...(kind === 'service_at_location' && place
        ? { location: this.record('locations', place, ['service_at_location']) }
        : {}),
      ...(term
        ? { taxonomy_term: this.record('taxonomy_terms', term, ['attributes', 'taxonomy_terms']) }
        : {}),
      ...(taxonomy ? { taxonomy_detail: taxonomy } : {}),
      ...this.inside(kind, content, leftOut),
    }
  }

  private inside(kind: string, content: Content, leftOut: readonly string[]): Nested {
    const nested: Record<string, Nested[]> = {}
    const own = [
      ...(this.hanging.get(`${kind}/${content['id']}`) ?? []),
      ...(this.hanging.get(`link/${content['id']}`) ?? []),
    ]
    for (const record of own) {
      if (leftOut.includes(record.kind) || record.kind === kind) continue
      ;(nested[insideName(record.kind)] ??= []).push(
        this.record(record.kind, without(record.content, [referenceTo(kind), 'link_id', 'resource_id']), [
          ...leftOut,
          kind,
        ]),
      )
    }
    return nested
  }
}

const without = (content: Content, columns: readonly string[]): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !columns.includes(name)))

function push(map: Map<string, HeldRecord[]>, key: string, record: HeldRecord) {
  const list = map.get(key)
  if (list) list.push(record)
  else map.set(key, [record])
}
