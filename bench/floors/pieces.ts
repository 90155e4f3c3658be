import { createHash, randomUUID } from 'node:crypto'
import type { Statement } from '#server/testing/heard.ts'

/**
 * A recorded piece of work, to be done again. Ids that were made for it are made anew each time, and those of its sample
 * are exchanged for another sample's, so that it writes new rows and meets no old ones.
 */
export type Piece = Readonly<{
  statements: readonly Statement[]
  plans: Plans
  /** Ids that stay as they are: the agency's and the worker's. */
  fixed: readonly string[]
  /** The ids of the sample that was recorded, by name. */
  sample: Readonly<Record<string, string>>
}>

/** Whether PostgreSQL keeps one plan for all values of a statement, as the product asks it to for some. */
export type Plans = 'auto' | 'force_generic_plan'

/** How a connection is opened that does pieces of work with such plans. */
export const optionsFor = (agencyId: string, plans: Plans) =>
  `-c app.agency=${agencyId} -c plan_cache_mode=${plans}`

const anId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u
const eachId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gu
const aCaseNumber = /^LD-\d{4}-\d+$/u

/** The statements of a piece for another sample, each with the name under which it is prepared. */
export function again({ statements, fixed, sample }: Piece, given: Readonly<Record<string, string>>) {
  const ids = new Map(fixed.map((id) => [id, id]))
  for (const [name, id] of Object.entries(sample)) ids.set(id, given[name] ?? id)
  const exchanged = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(exchanged)
    if (typeof value !== 'string') return value
    // Whom somebody counts as travels as the text of an array.
    if (value.startsWith('{')) return value.replaceAll(eachId, (id) => ids.get(id) ?? id)
    if (aCaseNumber.test(value)) return randomUUID()
    if (!anId.test(value)) return value
    const id = ids.get(value) ?? randomUUID()
    ids.set(value, id)
    return id
  }
  return statements.map(({ text, values }) => {
    // The number of a record in its case is read before it is written; a floor takes the next of its own.
    const isNumbered = text.startsWith('insert into "process_records"')
    const renumbered = (value: unknown) =>
      isNumbered && typeof value === 'number' ? nextNumber() : exchanged(value)
    return { name: nameOf(text), text, values: values.map(renumbered) }
  })
}

let number = 1_000_000 + (process.pid % 1_000) * 1_000_000

function nextNumber() {
  number += 1
  return number
}

const names = new Map<string, string>()

function nameOf(text: string) {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}
