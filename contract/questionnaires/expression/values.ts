/** What an expression comes to; a list is what XPath calls a node-set: one text for each answer that is meant. */
export type Value = string | number | boolean | readonly string[]

const day = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/u
const time = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u
const secondsInDay = 86_400

/** Days since 1970 of a day or moment as it is written, without regard to any zone; null where it is none. */
export function daysOf(text: string): number | null {
  const [, year, month, date, hour = '0', minute = '0', second = '0'] = day.exec(text) ?? []
  if (year === undefined) return null
  const noon = Date.UTC(Number(year), Number(month) - 1, Number(date))
  if (new Date(noon).toISOString().slice(0, 10) !== text.slice(0, 10)) return null
  return noon / 86_400_000 + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / secondsInDay
}

function shareOfDay(text: string): number | null {
  const [, hour, minute, second = '0'] = time.exec(text) ?? []
  if (hour === undefined) return null
  return (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / secondsInDay
}

export function textOf(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number') return numberText(value)
  return value[0] ?? ''
}

/** 0.1 + 0.2 reads 0.3: what people see and what is compared has no more digits than mean anything. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : String(value)
}

/** Days and times count as numbers, as JavaRosa has them; an empty text is no number. */
export function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const text = textOf(value).trim()
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text)) return Number(text)
  return daysOf(text) ?? shareOfDay(text) ?? Number.NaN
}

export function truthOf(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return typeof value === 'string' ? value !== '' : value.length > 0
}

export const listOf = (value: Value): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [textOf(value)]

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/** As XPath 1.0 compares: of two lists it is enough that some pair fulfils it. */
export function compare(operator: Comparison, left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return holds(operator, truthOf(left) ? 1 : 0, truthOf(right) ? 1 : 0)
  const isNumeric = typeof left === 'number' || typeof right === 'number'
  return listOf2(left).some((one) => listOf2(right).some((other) => pair(operator, one, other, isNumeric)))
}

const listOf2 = (value: string | number | readonly string[]): readonly (string | number)[] =>
  typeof value === 'object' ? value : [value]

function pair(operator: Comparison, one: string | number, other: string | number, isNumeric: boolean) {
  if (operator !== '=' && operator !== '!=') return holds(operator, numberOf(one), numberOf(other))
  if (!isNumeric) {
    // 5 and 5.0 are the same number, however they were typed.
    const [left, right] = [numberOf(one), numberOf(other)]
    const areNumbers = !Number.isNaN(left) && !Number.isNaN(right)
    const isSame = one === other || (areNumbers && left === right)
    return (operator === '=') === isSame
  }
  return holds(operator, numberOf(one), numberOf(other))
}

function holds(operator: Comparison, left: number, right: number): boolean {
  if (operator === '=') return left === right
  if (operator === '!=') return left !== right
  if (operator === '<') return left < right
  if (operator === '<=') return left <= right
  return operator === '>' ? left > right : left >= right
}

/** A day or moment as text, of a number of days since 1970. */
export function dayText(days: number): string {
  const moment = new Date(Math.floor(days) * 86_400_000)
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10)
}
export function momentText(days: number): string {
  const moment = new Date(Math.round(days * secondsInDay) * 1000)
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 19)
}
