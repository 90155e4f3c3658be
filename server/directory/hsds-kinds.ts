/** What a column of HSDS holds. */
export type ColumnType = 'text' | 'id' | 'number' | 'age' | 'day' | 'list' | 'place-on-earth'

/** One column: its type, whether a row is refused without it, what it points at, and which values it may have. */
export type Column = Readonly<{
  name: string
  type: ColumnType
  required: boolean
  /** HSDS asks for it, but a row without it still says something. */
  expected: boolean
  pointsAt: string | null
  values: readonly string[]
}>

/** One table of HSDS 3. Records that others hang on stand before them. */
export type Kind = Readonly<{ name: string; columns: ReadonlyMap<string, Column> }>

// `name!` is required, `name?` is expected, `>kind` is what it points at, `:type` its type, `=a|b` its only values.
const written: Readonly<Record<string, string>> = {
  organizations:
    'name! alternate_name description? email website tax_status tax_id year_incorporated:number legal_status logo uri parent_organization_id>organizations',
  programs: 'organization_id!>organizations name! alternate_name description?',
  services:
    'organization_id!>organizations program_id>programs name! alternate_name description url email status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:age maximum_age:age assured_date:day assurer_email licenses alert last_modified',
  locations:
    'location_type!=physical|postal|virtual url organization_id>organizations name alternate_name description transportation latitude:place-on-earth longitude:place-on-earth external_identifier external_identifier_type',
  service_at_location: 'service_id!>services location_id!>locations description',
  addresses:
    'location_id>locations attention address_1! address_2 city? region state_province? postal_code? country? address_type!=physical|postal|virtual',
  contacts:
    'organization_id>organizations service_id>services service_at_location_id>service_at_location location_id>locations name title department email',
  phones:
    'location_id>locations service_id>services organization_id>organizations contact_id>contacts service_at_location_id>service_at_location number! extension type description',
  schedules:
    'service_id>services location_id>locations service_at_location_id>service_at_location valid_from:day valid_to:day dtstart:day timezone until:day count:number wkst=MO|TU|WE|TH|FR|SA|SU freq=WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes',
  service_areas:
    'service_id>services service_at_location_id>service_at_location name description extent extent_type=geojson|topojson|kml|text uri',
  languages: 'service_id>services location_id>locations phone_id>phones name code note',
  funding: 'organization_id>organizations service_id>services source',
  accessibility: 'location_id>locations description details url',
  cost_options:
    'service_id!>services valid_from:day valid_to:day option currency amount:number amount_description',
  required_documents: 'service_id>services document uri',
  organization_identifiers: 'organization_id!>organizations identifier_scheme identifier_type! identifier!',
  urls: 'label url! organization_id>organizations service_id>services',
  units: 'name! scheme identifier uri',
  service_capacity: 'service_id!>services unit_id!>units available:number maximum:number description updated',
  taxonomies: 'name! description? uri version',
  taxonomy_terms:
    'code name! description? parent_id>taxonomy_terms taxonomy language taxonomy_id>taxonomies term_uri',
  attributes: 'link_id!:id taxonomy_term_id!>taxonomy_terms link_type link_entity! value label',
  metadata:
    'resource_id!:id resource_type! last_action_date!:day last_action_type! field_name! previous_value? replacement_value? updated_by!',
  meta_table_descriptions: 'name language character_set',
}

function columnOf(text: string): Column {
  const [, name = '', mark = '', pointsAt = null, type = 'text', values = ''] =
    /^(\w+)([!?]?)(?:>(\w+))?(?::([\w-]+))?(?:=(.+))?$/u.exec(text) ?? []
  return {
    name,
    type: pointsAt ? 'id' : values ? 'list' : (type as ColumnType),
    required: mark === '!',
    expected: mark === '?',
    pointsAt: pointsAt ?? null,
    values: values === '' ? [] : values.replace('temporarily_closed', 'temporarily closed').split('|'),
  }
}

/** Every table of HSDS 3, in the order in which its rows are taken. */
export const kinds: readonly Kind[] = Object.entries(written).map(([name, columns]) => ({
  name,
  columns: new Map(['id!:id', ...columns.split(' ')].map(columnOf).map((column) => [column.name, column])),
}))

const byName = new Map(kinds.map((kind) => [kind.name, kind]))
const orders = new Map(kinds.map(({ name }, order) => [name, order]))

/** The kind of this name, or null. */
export const kindNamed = (name: string): Kind | null => byName.get(name) ?? null

/** Where a kind stands in the order of taking. */
export const orderOf = (name: string) => orders.get(name) ?? kinds.length

// How records are called where they stand inside others (HSDS JSON), where that is not the name of the table.
const otherNames: Readonly<Record<string, string>> = {
  organization: 'organizations',
  program: 'programs',
  service: 'services',
  location: 'locations',
  service_at_locations: 'service_at_location',
  taxonomy_term: 'taxonomy_terms',
  taxonomy_detail: 'taxonomies',
  additional_urls: 'urls',
  additional_websites: 'urls',
  service_capacities: 'service_capacity',
  unit: 'units',
  address: 'addresses',
}

/** The kind that a table, a file or a place in JSON speaks of, or null. */
export const kindCalled = (name: string): Kind | null => kindNamed(otherNames[name] ?? name)

/** How a column names a record of this kind: services → service_id. */
export function referenceTo(kind: string): string {
  const [found] = Object.entries(singular).find(([, plural]) => plural === kind) ?? []
  return `${found ?? kind}_id`
}

const singular: Readonly<Record<string, string>> = {
  organization: 'organizations',
  program: 'programs',
  service: 'services',
  location: 'locations',
  contact: 'contacts',
  phone: 'phones',
  taxonomy_term: 'taxonomy_terms',
  taxonomy: 'taxonomies',
  unit: 'units',
}

/** The name of one record of a kind, as `link_entity` and `resource_type` say it. */
export const oneOf = (kind: string) => referenceTo(kind).replace(/_id$/u, '')
