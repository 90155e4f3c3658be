import type { Day } from '#contract/dates.ts'
import { readIdentityNumber } from './identity-number.ts'
import { numberKey, phoneKeys } from './person-keys.ts'

/**
 * The numbers that differ from a written one by a single digit. They are reckoned from what the asker wrote and compared as
 * blind marks: nothing that is sealed is opened for it, and nothing more is kept of anybody.
 */

const digits = Array.from('0123456789')

/** How many telephones of one field are looked at so closely. */
const mostPhones = 2

/** The telephones one digit away from those in a text, as keys. */
export const nearPhoneKeys = (phone: string): string[] =>
  phoneKeys(phone)
    .slice(0, mostPhones)
    .flatMap((key) => oneDigitOff(key.slice(1), digits).map(numberKey))

/**
 * The identity numbers one digit away that can exist. The check character finds every single wrong digit (ISO 7064 MOD 11-2),
 * so about fifteen are left of a hundred and seventy, and none where the number written is itself a good one.
 */
export function nearIdNumbers(typed: string, today: Day): string[] {
  const plain = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (!/^\d{17}[\dX]$/.test(plain)) return []
  return oneDigitOff(plain, [...digits, 'X']).filter((number) => readIdentityNumber(number, today).valid)
}

function oneDigitOff(number: string, signs: readonly string[]): string[] {
  return Array.from(number).flatMap((sign, place) =>
    signs
      .filter((other) => other !== sign)
      .map((other) => number.slice(0, place) + other + number.slice(place + 1)),
  )
}
