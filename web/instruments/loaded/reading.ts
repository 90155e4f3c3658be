import type { z } from 'zod'
import { Instrument, instrumentFaults, type InstrumentFault } from '#contract/instruments.ts'

/** Why a file is no instrument: of the whole file, or of one place in it. */
export type ReadingProblem = Readonly<{
  code: InstrumentFault | 'not-json' | 'missing' | 'unknown-field' | 'too-long' | 'wrong' | 'expected'
  /** Where in the data: `items.0.words`. */
  place: string
  detail: string
}>

export type Reading = Readonly<{ instrument: Instrument | null; problems: readonly ReadingProblem[] }>

const faults: readonly string[] = instrumentFaults
const isFault = (value: unknown): value is InstrumentFault =>
  typeof value === 'string' && faults.includes(value)

/** Reads the text of a file as an instrument; whatever is wrong is said by its place. */
export function readInstrument(text: string): Reading {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { instrument: null, problems: [{ code: 'not-json', place: '', detail: '' }] }
  }
  const read = Instrument.safeParse(data)
  if (read.success) return { instrument: read.data, problems: [] }
  return { instrument: null, problems: read.error.issues.flatMap(problemsOf) }
}

function problemsOf(issue: z.core.$ZodIssue): ReadingProblem[] {
  const place = issue.path.map(String).join('.')
  if (issue.code === 'custom' && isFault(issue.params?.['fault']))
    return [{ code: issue.params['fault'], place: '', detail: String(issue.params['detail']) }]
  if (issue.code === 'unrecognized_keys')
    return [{ code: 'unknown-field', place, detail: issue.keys.join(', ') }]
  // What is there in no shape at all is told apart from what is there in a wrong one.
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return [{ code: 'missing', place, detail: '' }]
  if (issue.code === 'too_big') return [{ code: 'too-long', place, detail: String(issue.maximum) }]
  const detail = expectedBy(issue)
  return [{ code: detail === '' ? 'wrong' : 'expected', place, detail }]
}

/** What must stand there instead, in the words of the data itself; empty where that has no short name. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' | ')
  if (issue.code === 'too_small') return `≥ ${String(issue.minimum)}`
  return issue.code === 'invalid_format' ? (issue.pattern ?? issue.format) : ''
}
