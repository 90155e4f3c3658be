import type { Called } from './context.ts'
import { formatMoment } from './format-moment.ts'
import { fitsPattern } from './pattern.ts'
import { dayText, daysOf, listOf, momentText, numberOf, textOf, truthOf, type Value } from './values.ts'

const text = (given: readonly Value[], at: number) => textOf(given[at] ?? '')
const number = (given: readonly Value[], at: number) => numberOf(given[at] ?? '')
const words = (value: string) => value.split(/\s+/u).filter((word) => word !== '')
const numbers = (given: readonly Value[]) =>
  given
    .flatMap((value) => listOf(value))
    .filter((one) => one !== '')
    .map(numberOf)
const mathematics = (work: (...given: number[]) => number): Called => {
  return (given) => work(...given.map(numberOf))
}

/** XPath counts signs from 1 and rounds its bounds. */
function substring(given: readonly Value[]): string {
  const signs = Array.from(text(given, 0))
  const from = Math.round(number(given, 1))
  const to = given.length > 2 ? from + Math.round(number(given, 2)) : Infinity
  return signs.filter((_, at) => at + 1 >= from && at + 1 < to).join('')
}

/** JavaRosa counts from 0, the end not included, from behind when negative. */
function substr(given: readonly Value[]): string {
  const end = given.length > 2 ? number(given, 2) : undefined
  return Array.from(text(given, 0)).slice(number(given, 1), end).join('')
}

function round(given: readonly Value[]): number {
  const places = given.length > 1 ? 10 ** Math.trunc(number(given, 1)) : 1
  return Math.round(number(given, 0) * places) / places
}

function translate(given: readonly Value[]): string {
  const [from, to] = [Array.from(text(given, 1)), Array.from(text(given, 2))]
  return Array.from(text(given, 0))
    .map((sign) => (from.includes(sign) ? (to[from.indexOf(sign)] ?? '') : sign))
    .join('')
}

/** How many of the values after the two bounds are true, and whether they lie between them; -1 is no bound. */
function checklist(given: readonly Value[]): boolean {
  const count = given.slice(2).filter(truthOf).length
  return within(count, number(given, 0), number(given, 1))
}

function weightedChecklist(given: readonly Value[]): boolean {
  let sum = 0
  for (let at = 2; at + 1 < given.length; at += 2) if (truthOf(given[at] ?? '')) sum += number(given, at + 1)
  return within(sum, number(given, 0), number(given, 1))
}

const within = (value: number, least: number, most: number) =>
  (least === -1 || value >= least) && (most === -1 || value <= most)

/** A number of days, or a day, as the day. */
function asDay(value: Value): string {
  if (typeof value === 'number') return dayText(value)
  const days = daysOf(textOf(value).trim())
  return days === null ? '' : dayText(days)
}

function asMoment(value: Value): string {
  const days = typeof value === 'number' ? value : daysOf(textOf(value).trim())
  return days === null ? '' : momentText(days)
}

const coalesce: Called = (given) => given.map(textOf).find((one) => one !== '') ?? ''

type Known = readonly [least: number, most: number, work: Called]
const any = 200

/** Every function that is known here: how many arguments it takes, and what it comes to. */
export const functions: Readonly<Record<string, Known>> = {
  // Truth
  true: [0, 0, () => true],
  false: [0, 0, () => false],
  not: [1, 1, (given) => !truthOf(given[0] ?? '')],
  boolean: [1, 1, (given) => truthOf(given[0] ?? '')],
  'boolean-from-string': [1, 1, (given) => ['1', 'true'].includes(text(given, 0).toLowerCase())],
  coalesce: [1, any, coalesce],
  checklist: [3, any, checklist],
  'weighted-checklist': [4, any, weightedChecklist],

  // Choices
  selected: [2, 2, (given) => words(listOf(given[0] ?? '').join(' ')).includes(text(given, 1).trim())],
  'selected-at': [2, 2, (given) => words(text(given, 0))[number(given, 1)] ?? ''],
  'count-selected': [1, 1, (given) => words(text(given, 0)).length],
  'jr:choice-name': [2, 2, (given, { choiceLabel }) => choiceLabel(nameIn(text(given, 1)), text(given, 0))],

  // Texts
  string: [1, 1, (given) => text(given, 0)],
  'string-length': [0, 1, (given, { self }) => Array.from(given.length > 0 ? text(given, 0) : self).length],
  concat: [0, any, (given) => given.flatMap(listOf).join('')],
  join: [1, any, (given) => given.slice(1).flatMap(listOf).join(text(given, 0))],
  contains: [2, 2, (given) => text(given, 0).includes(text(given, 1))],
  'starts-with': [2, 2, (given) => text(given, 0).startsWith(text(given, 1))],
  'ends-with': [2, 2, (given) => text(given, 0).endsWith(text(given, 1))],
  substring: [2, 3, substring],
  substr: [2, 3, substr],
  'substring-before': [2, 2, (given) => before(text(given, 0), text(given, 1))],
  'substring-after': [2, 2, (given) => after(text(given, 0), text(given, 1))],
  translate: [3, 3, translate],
  'normalize-space': [0, 1, (given, { self }) => words(given.length > 0 ? text(given, 0) : self).join(' ')],
  'lower-case': [1, 1, (given) => text(given, 0).toLowerCase()],
  'upper-case': [1, 1, (given) => text(given, 0).toUpperCase()],
  regex: [2, 2, (given) => fitsPattern(text(given, 0), text(given, 1))],
  uuid: [0, 1, (_, { newId }) => newId()],

  // Numbers
  number: [0, 1, (given, { self }) => numberOf(given[0] ?? self)],
  int: [1, 1, mathematics((one = Number.NaN) => Math.trunc(one))],
  round: [1, 2, round],
  floor: [1, 1, mathematics(Math.floor)],
  ceiling: [1, 1, mathematics(Math.ceil)],
  abs: [1, 1, mathematics(Math.abs)],
  pow: [2, 2, mathematics(Math.pow)],
  log: [1, 1, mathematics(Math.log)],
  log10: [1, 1, mathematics(Math.log10)],
  exp: [1, 1, mathematics(Math.exp)],
  exp10: [1, 1, mathematics((one = Number.NaN) => 10 ** one)],
  sqrt: [1, 1, mathematics(Math.sqrt)],
  pi: [0, 0, () => Math.PI],
  sin: [1, 1, mathematics(Math.sin)],
  cos: [1, 1, mathematics(Math.cos)],
  tan: [1, 1, mathematics(Math.tan)],
  asin: [1, 1, mathematics(Math.asin)],
  acos: [1, 1, mathematics(Math.acos)],
  atan: [1, 1, mathematics(Math.atan)],
  atan2: [2, 2, mathematics(Math.atan2)],
  random: [0, 0, (_, { chance }) => chance()],

  // Many answers
  sum: [1, 1, (given) => numbers(given).reduce((all, one) => all + one, 0)],
  min: [1, any, (given) => least(numbers(given), Math.min)],
  max: [1, any, (given) => least(numbers(given), Math.max)],
  count: [1, 1, (given) => (typeof given[0] === 'object' ? given[0].length : 0)],
  'count-non-empty': [1, 1, (given) => listOf(given[0] ?? []).filter((one) => one !== '').length],
  last: [0, 0, (_, { position }) => position],

  // Time
  today: [0, 0, (_, { now }) => now.slice(0, 10)],
  now: [0, 0, (_, { now }) => now],
  date: [1, 1, (given) => asDay(given[0] ?? '')],
  'date-time': [1, 1, (given) => asMoment(given[0] ?? '')],
  'decimal-date-time': [1, 1, (given) => number(given, 0)],
  'decimal-time': [1, 1, (given) => number(given, 0) % 1],
  'format-date': [2, 2, (given) => formatMoment(text(given, 0), text(given, 1))],
  'format-date-time': [2, 2, (given) => formatMoment(text(given, 0), text(given, 1))],
  version: [0, 0, () => ''],
}

const least = (all: readonly number[], pick: (...all: number[]) => number) =>
  all.length === 0 ? Number.NaN : pick(...all)
const before = (whole: string, part: string) =>
  whole.includes(part) ? whole.slice(0, whole.indexOf(part)) : ''
const after = (whole: string, part: string) =>
  whole.includes(part) ? whole.slice(whole.indexOf(part) + part.length) : ''

/** `'${city}'` and `'/data/city'` both mean the question city. */
export const nameIn = (said: string) => /([^/${}\s]+)\s*\}?\s*$/u.exec(said)?.[1] ?? said

/** Those that come to something else each time: what they came to once is kept. */
export const unsteady: ReadonlySet<string> = new Set(['uuid', 'random'])
