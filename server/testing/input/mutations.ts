import fc from 'fast-check'
import { asJson } from '../bodies.ts'
import { wrongValues } from './packs.ts'

/** A place in a body: the keys that lead to it. */
type Path = readonly (string | number)[]

/** Every place in a body, the body itself apart. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    return [here, ...pathsIn(inner, here)]
  })
}

/** The same body with another value in one place, or without it. */
function changedAt(
  body: unknown,
  [key, ...rest]: Path,
  change: (parent: object, key: string) => void,
): unknown {
  if (key === undefined || typeof body !== 'object' || body === null) return body
  const copy = (Array.isArray(body) ? [...body] : { ...body }) as Record<string, unknown>
  if (rest.length === 0) change(copy, String(key))
  else copy[String(key)] = changedAt(copy[String(key)], rest, change)
  return copy
}

/** One way to spoil a request: what is sent, and which of its fields the answer should name where it is refused. */
export type Mutation = Readonly<{
  payload: string
  root: string | null
  named: boolean
  /** Whether it may never be read, whatever its values. */
  never?: boolean
}>

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** A mutation of a body that was good: wrong kinds, wrong texts, lost and unknown and doubled fields, nests, broken JSON. */
export function mutationsOf(body: object): fc.Arbitrary<Mutation> {
  const paths = pathsIn(body)
  const text = JSON.stringify(body)
  const keys = Object.keys(body)
  const where = paths.length === 0 ? fc.constant<Path>(['unknown']) : fc.constantFrom(...paths)
  const rootOf = (path: Path) => (path[0] === undefined ? null : String(path[0]))
  const replaced = fc.tuple(where, fc.constantFrom(...wrongValues)).map(([path, value]) => ({
    payload: asJson(changedAt(body, path, (parent, key) => Reflect.set(parent, key, value))),
    root: rootOf(path),
    named: true,
  }))
  const lost = where.map((path) => ({
    payload: asJson(changedAt(body, path, (parent, key) => Reflect.deleteProperty(parent, key))),
    root: rootOf(path),
    named: true,
  }))
  const unknown = fc.constantFrom('agencyId', 'readers', 'role', 'constructor', 'Ж').map((key) => ({
    payload: asJson({ ...body, [key]: 'x' }),
    root: key in body ? null : key,
    named: true,
    never: !Object.hasOwn(body, key),
  }))
  // The same once more, word for word: nothing but its being there twice is wrong.
  const doubled = fc.constantFrom(...(keys.length === 0 ? ['x'] : keys)).map((key) => ({
    payload: `${text.slice(0, -1)}${keys.length === 0 ? '"x":1' : ''},${JSON.stringify(key)}:${JSON.stringify(Reflect.get(body, key) ?? 1)}}`,
    root: key,
    named: true,
    never: true,
  }))
  const broken = fc
    .constantFrom(
      nested(100),
      nested(200_000),
      `{"a":${nested(40)}}`,
      text.slice(0, -1),
      `${text}x`,
      '',
      'null',
      '[]',
      '7',
      '"x"',
      '{"__proto__":{}}',
    )
    .map((payload) => ({ payload, root: null, named: false }))
  return fc.oneof(
    { weight: 12, arbitrary: replaced },
    { weight: 3, arbitrary: lost },
    { weight: 1, arbitrary: unknown },
    { weight: 1, arbitrary: doubled },
    { weight: 1, arbitrary: broken },
  )
}
