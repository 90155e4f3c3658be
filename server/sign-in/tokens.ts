import { randomBytes } from 'node:crypto'
import { tokenHash } from '#server/entrance/index.ts'

const tokenBytes = 32

/** How long a sign-in lasts at the most, and how long it counts as proved just now. */
export const longestHours = 12
export const freshMinutes = 10

/** A new opaque token of 256 bits, and what is kept of it. */
export function newToken() {
  const token = randomBytes(tokenBytes).toString('base64url')
  return { token, hash: tokenHash(token) }
}
