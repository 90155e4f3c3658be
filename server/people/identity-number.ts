import type { Sex } from '#contract/codes/people.ts'
import { Day } from '#contract/dates.ts'

export type IdentityNumberProblem =
  | 'identity-number/shape'
  | 'identity-number/birth-date'
  | 'identity-number/checksum'

/** Worth a look, never a ground to refuse: area codes are abolished over time, old numbers are still in use. */
export type IdentityNumberWarning = 'identity-number/area-unknown' | 'identity-number/old-format'

/** Who issues such a number: the first digits tell. */
export type IdentityNumberKind = 'identity-card' | 'residence-permit' | 'foreign-permanent-resident-card'

/** What a number says. A number with a problem is not handed on: `number` is null. */
export type IdentityNumberReading = {
  readonly valid: boolean
  readonly number: string | null
  readonly kind: IdentityNumberKind | null
  readonly birthDate: Day | null
  readonly sex: Sex | null
  /** Six digits of GB/T 2260, as on the day of issue. */
  readonly area: string | null
  readonly problem: IdentityNumberProblem | null
  readonly warnings: readonly IdentityNumberWarning[]
}

/**
 * Reads an identity number by GB 11643-1999: 18 characters, or the older 15 digits, which are completed.
 * White space is ignored and x becomes X. `today` bounds the birth date. The text must never be logged.
 */
export function readIdentityNumber(text: string, today: Day): IdentityNumberReading {
  const typed = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const number = complete(typed)
  if (!number) return { ...unread, problem: 'identity-number/shape' }

  const said = {
    kind: kindOf(number),
    birthDate: birthDateIn(number, today),
    sex: sexIn(number),
    area: number.slice(0, 6),
    warnings: warningsFor(typed, number),
  }
  if (!said.birthDate) return { ...unread, ...said, problem: 'identity-number/birth-date' }
  if (checkCharacter(number) !== number[17])
    return { ...unread, ...said, problem: 'identity-number/checksum' }
  return { ...said, valid: true, number, problem: null }
}

/** For screens and lists: enough to recognise a number, too little to use it. */
export function maskedIdentityNumber(number: string): string {
  const shown = number.length >= 15 ? { first: 3, last: 4 } : { first: 0, last: 2 }
  const hidden = Math.max(number.length - shown.first - shown.last, 0)
  return number.slice(0, shown.first) + '•'.repeat(hidden) + number.slice(shown.first + hidden)
}

const unread = {
  valid: false,
  number: null,
  kind: null,
  birthDate: null,
  sex: null,
  area: null,
  warnings: [],
} as const

/** The 15-digit form leaves out the century, which was always the twentieth, and the check character. */
function complete(typed: string): string | null {
  if (/^\d{17}[\dX]$/.test(typed)) return typed
  if (!/^\d{15}$/.test(typed)) return null
  const body = `${typed.slice(0, 6)}19${typed.slice(6)}`
  return body + checkCharacter(body)
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
function checkCharacter(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return '10X98765432'.charAt(sum % 11)
}

function birthDateIn(number: string, today: Day): Day | null {
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return Day.safeParse(date).success && date <= today ? date : null
}

function sexIn(number: string): Sex {
  return Number(number[16]) % 2 === 1 ? '1' : '2'
}

/** 81, 82, 83: residence permits of people from Hong Kong, Macao and Taiwan; 9: foreign residents' cards. */
function kindOf(number: string): IdentityNumberKind {
  if (/^8[123]/.test(number)) return 'residence-permit'
  return number.startsWith('9') ? 'foreign-permanent-resident-card' : 'identity-card'
}

// Province-level codes of GB/T 2260 only: lower levels are abolished and renamed every year.
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/

function warningsFor(typed: string, number: string): readonly IdentityNumberWarning[] {
  return [
    ...(typed.length === 15 ? ['identity-number/old-format' as const] : []),
    ...(provinces.test(number) ? [] : ['identity-number/area-unknown' as const]),
  ]
}
