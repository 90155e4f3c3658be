import { outcomeOf } from '#server/sharing/fhir/outcome.ts'
import { canariesIn } from './canaries.ts'
import type { Expected } from './oracle.ts'
import type { Reply } from './requests.ts'

/** What each answer must be, before its body is looked at. */
const statuses: Record<Expected, readonly number[]> = {
  'not-signed-in': [401],
  'not-allowed': [403],
  'not-proved': [403],
  'not-found': [404],
  'not-theirs': [403],
  // A read is answered; a write meets a version that nobody has, a record that is there, or a time that is not now.
  permitted: [200, 409, 412, 422],
}

const refusalBody = (code: string) => JSON.stringify({ code, facts: {}, fields: [] })

/** A 404 tells nothing but that: in our words, or to the program of a partner in FHIR’s. */
const nothingThere: readonly string[] = [
  '',
  refusalBody('not-found'),
  JSON.stringify(outcomeOf({ code: 'not-found', facts: {}, fields: [] })),
]

/** The headers that every answer carries, whatever it says. */
function headerFaults({ status, headers }: Reply): string[] {
  const faults: string[] = []
  if (headers['cache-control'] !== 'no-store')
    faults.push(`cache-control is ${String(headers['cache-control'])}`)
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('no nosniff')
  if (headers['referrer-policy'] !== 'no-referrer') faults.push('no referrer policy')
  if (!String(headers['content-security-policy']).match(/frame-ancestors 'none'|^sandbox$/u))
    faults.push('no content policy')
  if (headers['etag'] !== undefined && status >= 300) faults.push(`an etag on ${status}`)
  if (headers['set-cookie'] !== undefined || headers['x-powered-by'] !== undefined)
    faults.push('a header too many')
  return faults
}

/** Everything readable in an answer: its body (a Word file unpacked) and its headers. */
export const readableIn = ({ text, headers }: Reply) => `${JSON.stringify(headers)}\n${text}`

/**
 * What is wrong with an answer: its status, a header, a body that tells more than no, or somebody else's data.
 * `seen` are the canaries that this member may meet anywhere.
 */
export function faultsOf(
  reply: Reply,
  expected: Expected,
  read: boolean,
  seen: ReadonlySet<string>,
): string[] {
  const faults = headerFaults(reply)
  const wanted = statuses[expected]
  const fits = wanted.includes(reply.status) && !(expected === 'permitted' && read !== (reply.status === 200))
  if (!fits) faults.push(`${expected} was answered ${reply.status} ${reply.text.slice(0, 160)}`)
  if (expected === 'not-proved' && !reply.text.includes('"sign-in/not-fresh"'))
    faults.push(`not told to prove anew who they are: ${reply.text.slice(0, 160)}`)
  if (reply.status === 404 && !nothingThere.includes(reply.text))
    faults.push(`a 404 that says more: ${reply.text.slice(0, 160)}`)
  const leaked = [...canariesIn(readableIn(reply))].filter((canary) => !seen.has(canary))
  if (leaked.length > 0) faults.push(`LEAK of ${leaked.join(', ')}`)
  return faults
}
