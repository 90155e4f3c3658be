import { Secret, TOTP } from 'otpauth'

// RFC 6238 as every authenticator app knows it: SHA-1, six digits, thirty seconds.
const secretBytes = 20
const period = 30
// A clock may be half a minute off, either way.
const window = 1
const issuer = 'Alongside'

const totpOf = (secret: Uint8Array, label = '') =>
  new TOTP({
    issuer,
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period,
  })

/** A new secret of 160 bits. */
export const newSecret = (): Uint8Array => new Secret({ size: secretBytes }).bytes

/** The secret for an app: as text, and as the address that a QR code holds. */
export function enrolmentOf(secret: Uint8Array, email: string) {
  const totp = totpOf(secret, email)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The thirty-second step for which this is the code, or null. Whether the step was used before is the database's to say. */
export function stepOf(secret: Uint8Array, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window })
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta
}
