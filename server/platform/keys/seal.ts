import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keys, Purpose } from './keys.ts'

// One byte says the algorithm, one the version of the key, so that both may change while old things stay readable.
const aes256gcm = 1
const headBytes = 2
const nonceBytes = 12
const markBytes = 16

/**
 * Encrypts with AES-256-GCM under the key of a purpose, with a random 96-bit nonce.
 * @param place where it is kept (table|row|column): sealed text moved to another place does not open there
 */
export function seal(keys: Keys, purpose: Purpose, place: string, plain: Uint8Array): Buffer {
  const head = Buffer.from([aes256gcm, keys.newest])
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keys.keyFor(purpose), nonce)
  cipher.setAAD(Buffer.concat([head, Buffer.from(place)]))
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([head, nonce, hidden, cipher.getAuthTag()])
}

/** Opens what was sealed for this purpose at this place. @throws Error when one bit differs, or the place */
export function open(keys: Keys, purpose: Purpose, place: string, sealed: Buffer): Buffer {
  const [algorithm, version = 0] = sealed
  if (algorithm !== aes256gcm || sealed.length < headBytes + nonceBytes + markBytes)
    throw new Error('This was not sealed here.')
  const nonce = sealed.subarray(headBytes, headBytes + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', keys.keyFor(purpose, version), nonce)
  decipher.setAAD(Buffer.concat([sealed.subarray(0, headBytes), Buffer.from(place)]))
  decipher.setAuthTag(sealed.subarray(-markBytes))
  return Buffer.concat([
    decipher.update(sealed.subarray(headBytes + nonceBytes, -markBytes)),
    decipher.final(),
  ])
}

/** The keyed fingerprint of a text (HMAC-SHA-256): equal texts have equal ones, and without the key nobody makes or guesses them. */
export const fingerprint = (keys: Keys, purpose: Purpose, text: string, version = keys.newest): Buffer =>
  createHmac('sha256', keys.keyFor(purpose, version)).update(text).digest()

/** A text that others carry for us, such as a cookie, with our signature: `version.text.signature`. */
export const sign = (keys: Keys, purpose: Purpose, text: string): string =>
  `${keys.newest}.${text}.${fingerprint(keys, purpose, text).toString('base64url')}`

/** The text that we signed for this purpose, or null when it is not ours. */
export function verified(keys: Keys, purpose: Purpose, signed: string): string | null {
  const [, version = '', text = '', signature = ''] =
    /^(\d{1,3})\.(.{1,500})\.([\w-]{43})$/u.exec(signed) ?? []
  if (!keys.versions.includes(Number(version))) return null
  const expected = fingerprint(keys, purpose, text, Number(version))
  const given = Buffer.from(signature, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null
}
