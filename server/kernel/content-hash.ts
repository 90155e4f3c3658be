import { createHash } from 'node:crypto'

/**
 * The fingerprint of signed content: SHA-256, in hexadecimal, of its canonical JSON. The same content gives the same
 * fingerprint whatever the order of its keys, so that anybody can later prove that nothing was changed.
 */
export const contentHash = (content: object): string =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')

/** JSON with the keys of every object in order, dates as ISO moments, and nothing for what is undefined. */
export const canonicalJson = (content: object): string =>
  JSON.stringify(ordered(JSON.parse(JSON.stringify(content))))

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}
