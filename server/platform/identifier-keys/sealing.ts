import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Bytes that only the holder of a key reads, with the algorithm and the version of the key before them. */
export type Sealed = Buffer

export const keyBytes = 32
/** AES-256-GCM with a random nonce of 96 bits. Another number is another algorithm. */
const aesGcm = 1
const headBytes = 3
const nonceBytes = 12
const tagBytes = 16

/** A sealed text that does not open: it was changed, or it was sealed with another key or for another place. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/**
 * Seals bytes for one place. The place (which agency, which person, which field) is bound to them: put
 * anywhere else, they do not open.
 * Form: algorithm (1 byte), version of the key (2), nonce (12), the hidden bytes, tag (16).
 */
export function sealBytes(key: Buffer, version: number, place: string, open: Buffer): Sealed {
  const head = Buffer.alloc(headBytes)
  head.writeUInt8(aesGcm, 0)
  head.writeUInt16BE(version, 1)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound(head, place))
  const hidden = cipher.update(open)
  return Buffer.concat([head, nonce, hidden, cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed for this place. @throws SealBroken when it was not, or was changed since */
export function openBytes(key: Buffer, place: string, sealed: Sealed): Buffer {
  if (sealed.length < headBytes + nonceBytes + tagBytes || sealed[0] !== aesGcm)
    throw new SealBroken('Not sealed in a known way.')
  const nonce = sealed.subarray(headBytes, headBytes + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(bound(sealed.subarray(0, headBytes), place))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    // In this mode every byte is there after `update`; `final` compares the tag.
    const open = decipher.update(sealed.subarray(headBytes + nonceBytes, -tagBytes))
    decipher.final()
    return open
  } catch {
    throw new SealBroken('Sealed with another key, for another place, or changed since.')
  }
}

/** The version of the key that something was sealed with. */
export const versionOf = (sealed: Sealed) => sealed.readUInt16BE(1)

/** What stands for a text where equals must be found but nothing read: the same text, the same mark. */
export const markOf = (key: Buffer, what: string, text: string) =>
  createHmac('sha256', key).update(`${what}\n${text}`).digest()

function bound(head: Buffer, place: string) {
  const bytes = Buffer.allocUnsafe(headBytes + Buffer.byteLength(place))
  head.copy(bytes)
  bytes.write(place, headBytes)
  return bytes
}
