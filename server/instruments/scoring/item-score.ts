import type { Instrument, InstrumentItem, InstrumentAnswers } from '#contract/instruments.ts'

type Answer = InstrumentAnswers[string] | undefined

/** The least and the most that an item can count, for reversing it. */
export function rangeOf(
  instrument: Instrument,
  item: InstrumentItem,
): readonly [least: number, most: number] {
  if (item.kind === 'text') return [0, 0]
  if (item.kind === 'count') return [0, item.choices.length]
  const values = valuesOf(instrument, item.options)
  const times = item.kind === 'parts' ? item.parts.length : 1
  return [Math.min(...values) * times, Math.max(...values) * times]
}

/** The values that the options of an item may have. */
export const valuesOf = ({ options }: Instrument, name: string): number[] =>
  (options[name] ?? []).map(({ value }) => value)

/**
 * What one answer counts: the value of its option; the number of sources ticked; the sum of its parts. Null where nothing
 * was answered, where a part is missing, or where the answer is none that the instrument knows.
 */
export function scoreOfItem(instrument: Instrument, item: InstrumentItem, answer: Answer): number | null {
  if (item.kind === 'choice')
    return typeof answer === 'number' && valuesOf(instrument, item.options).includes(answer) ? answer : null
  if (item.kind === 'count') return Array.isArray(answer) ? new Set(answer).size : null
  if (item.kind === 'parts') return scoreOfParts(instrument, item, answer)
  return null
}

function scoreOfParts(
  instrument: Instrument,
  { options, parts }: Extract<InstrumentItem, { kind: 'parts' }>,
  answer: Answer,
): number | null {
  if (typeof answer !== 'object' || Array.isArray(answer)) return null
  const values = valuesOf(instrument, options)
  let sum = 0
  for (const { id } of parts) {
    const value = answer[id]
    if (value === undefined || !values.includes(value)) return null
    sum += value
  }
  return sum
}

/** Whether an answer is one that the item allows, whole or not: what is not may not be kept. */
export function isAllowed(instrument: Instrument, item: InstrumentItem, answer: Answer): boolean {
  if (answer === undefined) return true
  if (item.kind === 'text') return typeof answer === 'string'
  if (item.kind === 'count') {
    const ids = item.choices.map(({ id }) => id)
    return (
      Array.isArray(answer) &&
      new Set(answer).size === answer.length &&
      answer.every((id) => ids.includes(id))
    )
  }
  if (item.kind === 'choice') return scoreOfItem(instrument, item, answer) !== null
  const partIds = item.parts.map(({ id }) => id)
  const values = valuesOf(instrument, item.options)
  return (
    typeof answer === 'object' &&
    !Array.isArray(answer) &&
    Object.entries(answer).every(([id, value]) => partIds.includes(id) && values.includes(value))
  )
}
