import type { PersonSheet } from '#contract/people.ts'
import { nameKeys, type Part, queryParts } from './search-keys.ts'

/** What of a person can be searched for. */
export type Searchable = Pick<PersonSheet, 'name' | 'otherNames' | 'phone' | 'idNumber'>

/**
 * The rows of `person_search_keys` for one person: the keys of every name, and the tails of every number
 * (`#5678` is the tail of 138 1234 5678), so that whoever only remembers the last digits finds them too.
 */
export function personKeys({ name, otherNames, phone, idNumber }: Searchable): string[] {
  const names = [name, ...otherNames.split(betweenNames)].filter((one) => one !== '')
  const numbers = [name, otherNames, phone, idNumber ?? ''].flatMap(numbersIn)
  return [...new Set([...names.flatMap(nameKeys), ...numbers.flatMap(tails)])]
}

/** The parts a person must all match to be found by a text. Empty when nothing searchable was typed. */
export function askedParts(text: string): Part[] {
  const plain = text.normalize('NFKC')
  const words = plain.replace(numberPattern, (found) => (digitsOf(found).length < shortestTail ? found : ' '))
  return [...queryParts(words), ...[...new Set(numbersIn(plain))].map((number) => [numberKey(number)])]
}

/** Keys of numbers begin with `#`, which no word has. They are kept as blind marks. */
export const numberKey = (digits: string) => `#${digits}`
export const isNumberKey = (key: string) => key.startsWith('#')

/** The whole numbers in a phone field, as keys: what two people with the same telephone share. */
export const phoneKeys = (phone: string) => numbersIn(phone).filter(isPhone).map(numberKey)

/** The last four digits of the first telephone, or ''. */
export const phoneTailOf = (phone: string) => numbersIn(phone)[0]?.slice(-shortestTail) ?? ''

const shortestTail = 4
const longestTail = 18
const betweenNames = /[,;/、，；]/u
// Digits as they are grouped in telephones and identity numbers; the last sign of the latter may be X.
const numberPattern = /\+?\d(?:[\d \u00A0().-]*\d)?[xX]?(?![\p{L}\p{N}])/gu

const digitsOf = (found: string) => withoutCountry(found.replace(/[^\dxX]/g, '').toUpperCase())

/** One telephone is written in several ways: +86 138… and 138…; 8 912… and +7 912…. */
const withoutCountry = (digits: string) =>
  digits.replace(/^(?:00)?86(?=1\d{10}$)/, '').replace(/^8(?=\d{10}$)/, '7')

function numbersIn(text: string): string[] {
  const found = Array.from(text.normalize('NFKC').matchAll(numberPattern), ([match]) => digitsOf(match))
  return found.filter((number) => number.length >= shortestTail).map((number) => number.slice(-longestTail))
}

const isPhone = (number: string) => number.length >= 7

function tails(number: string): string[] {
  const count = number.length - shortestTail + 1
  return Array.from({ length: count }, (_, start) => numberKey(number.slice(start)))
}
