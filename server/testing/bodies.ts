import fc from 'fast-check'

/** A JSON schema as OpenAPI describes a body. */
export type BodySchema = Readonly<{
  type?: string
  enum?: readonly (string | number)[]
  const?: unknown
  anyOf?: readonly BodySchema[]
  oneOf?: readonly BodySchema[]
  properties?: Readonly<Record<string, BodySchema>>
  required?: readonly string[]
  items?: BodySchema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  format?: string
  propertyNames?: BodySchema
  additionalProperties?: BodySchema | boolean
}>

const hardTexts = [
  '刘𠮷野',
  'Иванова Ольга',
  'אבג\u202Eדהו',
  '👨‍👩‍👧 ok',
  "O'Brien; drop table people --",
  'a',
  '%_\\',
]
const days = ['2026-03-02', '2026-02-27', '1850-01-01', '2200-12-31', '2014-09-12']
const moments = [
  '2026-03-02T01:00:00Z',
  '2026-03-01T09:00:00+08:00',
  '2200-12-31T23:59:59Z',
  '2200-12-31T23:59:59.999999999Z',
]

/** Values that no schema may turn into a fault: half characters, days that are none, numbers without end. */
export const nastyValues: readonly unknown[] = [
  'a\0b',
  '\uD800',
  '\uDC00x',
  'x'.repeat(20_001),
  '𠮷'.repeat(20_001),
  ' \u3000\t ',
  '\u200B\u2060',
  '',
  '\u0007',
  '2026-02-30',
  '0001-01-01',
  '9999-12-31',
  '2026-03-02T01:00:00',
  '2026-03-02T25:00:00Z',
  1e308,
  '⟨-0⟩',
  '⟨1e999⟩',
  -1,
  1.5,
  'NaN',
  null,
  true,
  [],
  {},
  { __proto__x: 1 },
  Array.from({ length: 500 }, () => 'x'),
]

/** Bodies that a schema lets through, with ids that are mostly somebody's. */
export function bodiesOf(schema: BodySchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((one) => bodiesOf(one, ids)))
  if (schema.type === 'object') return objects(schema, ids)
  if (schema.type === 'array') return arrays(schema, ids)
  if (schema.type === 'string') return texts(schema, ids)
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 9, 999) })
  if (schema.type === 'number') return fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 1, 0.5)
  if (schema.type === 'boolean') return fc.boolean()
  return fc.constant(null)
}

function objects(
  { properties = {}, propertyNames, additionalProperties }: BodySchema,
  ids: readonly string[],
) {
  if (propertyNames && typeof additionalProperties === 'object') {
    const keys = propertyNames.enum?.map(String) ?? ['key']
    return fc.dictionary(fc.constantFrom(...keys), bodiesOf(additionalProperties, ids), { maxKeys: 3 })
  }
  // What a body names `id` is mostly new: a create, or a new row of a list.
  const fresh = fc.oneof({ weight: 4, arbitrary: fc.uuid({ version: 4 }) }, fc.constantFrom(...ids))
  const one = ([key, schema]: [string, BodySchema]) => [key, key === 'id' ? fresh : bodiesOf(schema, ids)]
  return fc.record(Object.fromEntries(Object.entries(properties).map(one)))
}

function arrays({ items = {}, minItems = 0, maxItems = 3 }: BodySchema, ids: readonly string[]) {
  return fc.array(bodiesOf(items, ids), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 3)),
  })
}

function texts(
  { format, minLength = 0, maxLength = 100 }: BodySchema,
  ids: readonly string[],
): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, fc.uuid({ version: 4 }))
  if (format === 'date') return fc.constantFrom(...days)
  if (format === 'date-time') return fc.constantFrom(...moments)
  if (format === 'email') return fc.uuid().map((id) => `${id}@example.org`)
  const fitting = hardTexts.filter((text) => text.length >= minLength && Array.from(text).length <= maxLength)
  return fc.constantFrom(
    ...fitting,
    minLength === 0 ? '' : 'b'.repeat(minLength),
    'ж'.repeat(Math.min(maxLength, 40)),
  )
}

/** The same body with one of its leaves replaced: the place is counted off, wherever it lies. */
export function withOneWrong(body: unknown, place: number, wrong: unknown): unknown {
  const leaves = countLeaves(body)
  if (leaves === 0) return body
  let left = place % leaves
  const walk = (value: unknown): unknown => {
    if (isLeaf(value)) return left-- === 0 ? wrong : value
    if (Array.isArray(value)) return value.map(walk)
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(body)
}

const isLeaf = (value: unknown) =>
  typeof value !== 'object' || value === null || Object.keys(value).length === 0

const countLeaves = (value: unknown): number =>
  isLeaf(value)
    ? 1
    : Object.values(value as object).reduce((sum: number, inner) => sum + countLeaves(inner), 0)

/** JSON with the numbers that JSON.stringify cannot write. */
export const asJson = (body: unknown) =>
  JSON.stringify(body).replaceAll('"⟨-0⟩"', '-0').replaceAll('"⟨1e999⟩"', '1e999')
