import type {
  Instrument,
  InstrumentAlert,
  InstrumentAnswers,
  InstrumentScore,
  ScoreResult,
} from '#contract/instruments.ts'
import { isAllowed, rangeOf, scoreOfItem } from './item-score.ts'

/** What the answers to an instrument come to. */
export type Scored = Readonly<{ scores: readonly ScoreResult[]; alerts: readonly InstrumentAlert[] }>

/**
 * Scores the answers to an instrument (R-111; domain specification of instruments, §2): every score by its own rule, its
 * band, and the alerts. An alert on an item is raised whether or not anything could be scored: one answer is enough.
 */
export function scoreAnswers(instrument: Instrument, answers: InstrumentAnswers): Scored {
  const counted = new Map(
    instrument.items.map((item) => [item.id, scoreOfItem(instrument, item, answers[item.id])] as const),
  )
  const scores = instrument.scores.map((score) => oneScore(instrument, score, counted))
  const values = new Map(scores.map(({ id, value }) => [id, value] as const))
  const alerts = instrument.alerts.filter((alert) => {
    const value = alert.item === undefined ? values.get(alert.score ?? '') : counted.get(alert.item)
    return value !== undefined && value !== null && reaches(alert, value)
  })
  return { scores, alerts }
}

const reaches = ({ atLeast, atMost }: InstrumentAlert, value: number) =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)

function oneScore(
  instrument: Instrument,
  score: InstrumentScore,
  counted: ReadonlyMap<string, number | null>,
): ScoreResult {
  const given = score.items.flatMap((id) => {
    const value = counted.get(id)
    return value === undefined || value === null ? [] : [turned(instrument, score, id, value)]
  })
  const raw = totalOf(instrument, score, given)
  const value = raw === null ? null : rounded(raw * score.multiply, score.decimals)
  return {
    id: score.id,
    value,
    band: value === null ? null : bandOf(score, value),
    answered: given.length,
    of: score.items.length,
    prorated: value !== null && given.length < score.items.length,
  }
}

/** A reversed item counts from the other end of its range: of 1 to 5, a 2 is a 4. */
function turned(instrument: Instrument, { reverse }: InstrumentScore, id: string, value: number): number {
  const item = reverse.includes(id) ? instrument.items.find((one) => one.id === id) : undefined
  if (!item) return value
  const [least, most] = rangeOf(instrument, item)
  return least + most - value
}

/** Null where more is missing than the instrument allows; by default nothing may be. */
function totalOf(instrument: Instrument, score: InstrumentScore, given: readonly number[]): number | null {
  const missing = score.items.length - given.length
  const rule = score.missing ?? instrument.missing
  // Shares like 0.2 of 15 items are not exact in binary; a hair more must not cost a score.
  const mayMiss = rule.rule === 'prorate' ? rule.atMost * score.items.length + 1e-9 : 0
  if (given.length === 0 || missing > mayMiss) return null
  const sum = given.reduce((all, one) => all + one, 0)
  return score.rule === 'mean' ? sum / given.length : (sum * score.items.length) / given.length
}

/** Half up, away from what binary fractions make of 2.05. */
function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round((value + Number.EPSILON * Math.sign(value) * 8) * scale) / scale
}

const bandOf = ({ bands }: InstrumentScore, value: number): string | null =>
  bands.find(({ from, to }) => value >= from && value <= to)?.id ?? null

/** The items whose answer is none that the instrument allows, and answers to what it does not ask. */
export function strangeAnswers(instrument: Instrument, answers: InstrumentAnswers): string[] {
  const byId = new Map(instrument.items.map((item) => [item.id, item] as const))
  return Object.entries(answers).flatMap(([id, answer]) => {
    const item = byId.get(id)
    return item && isAllowed(instrument, item, answer) ? [] : [id]
  })
}

/** The items that are asked of everybody and were left out. */
export const missingItems = (instrument: Instrument, answers: InstrumentAnswers): string[] =>
  instrument.items
    .filter((item) => item.kind !== 'text' && !item.optional)
    .filter((item) => scoreOfItem(instrument, item, answers[item.id]) === null)
    .map(({ id }) => id)
