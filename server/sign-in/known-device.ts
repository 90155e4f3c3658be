import { randomBytes } from 'node:crypto'
import { fingerprint, type Keys, sign, verified } from '#server/platform/keys/index.ts'

const purpose = 'sign-in/known-device'
const daysKnown = 180
const dayMilliseconds = 86_400_000

/** How long a device stays known, in seconds. */
export const knownForSeconds = (daysKnown * dayMilliseconds) / 1000

/** The account of an address as it is counted: a keyed fingerprint, the same for an address that nobody has. */
export const accountKey = (keys: Keys, email: string): Buffer =>
  fingerprint(keys, 'sign-in/account', email.toLowerCase(), Math.min(...keys.versions))

/** The cookie that remembers this device for this account. Which account, it does not tell. */
export const knownDeviceCookie = (account: Buffer, secure: boolean) =>
  `${secure ? '__Host-' : ''}alongside-known-${account.toString('hex').slice(0, 12)}`

/** A device that somebody has signed in from to the end: a random name, signed for this account until its day. */
export function rememberDevice(keys: Keys, account: Buffer, now: Date): string {
  const until = now.getTime() + daysKnown * dayMilliseconds
  return sign(keys, purpose, `${account.toString('hex')}:${until}:${randomBytes(12).toString('base64url')}`)
}

/** The name of a known device, or null when it is not one, not for this account, or too long ago. */
export function knownDevice(
  keys: Keys,
  account: Buffer,
  cookie: string | undefined,
  now: Date,
): string | null {
  const [key, until, name] = verified(keys, purpose, cookie ?? '')?.split(':') ?? []
  const holds = key === account.toString('hex') && Number(until) > now.getTime()
  return holds && name !== undefined ? `device ${name}` : null
}
