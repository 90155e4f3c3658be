import { randomBytes } from 'node:crypto'

// Crockford's letters: none of them looks like another on paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const howMany = 10
const length = 16
const groups = /.{4}/gu

/** Ten new codes of 80 bits, in groups of four: `7G2M-0QXT-9F4K-VB3H`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: howMany }, () =>
    [...randomBytes(length)]
      .map((byte) => letters[byte % letters.length])
      .join('')
      .replaceAll(groups, '$&-')
      .slice(0, -1),
  )

/** A code as it was written down by hand: small letters, O for 0, I and L for 1, without dashes. Null when it is none. */
export function recoveryCodeIn(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1')
  return new RegExp(`^[${letters}]{${length}}$`, 'u').test(code) ? code : null
}

/** Six digits, however they are spaced, or null. */
export function digitsIn(typed: string): string | null {
  const digits = typed.replaceAll(/\s/gu, '')
  return /^\d{6}$/u.test(digits) ? digits : null
}
