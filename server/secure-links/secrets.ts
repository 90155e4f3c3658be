import { createHash, randomBytes, randomInt } from 'node:crypto'

/** What stands after # in a link: 256 random bits; the server keeps its hash only. */
export const aToken = () => randomBytes(32).toString('base64url')

/** A code to be told by telephone: six digits. */
export const aCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0')

/** What is kept of a token. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest()
