import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Transform } from 'node:stream'
import { z } from 'zod'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { fileKey, newStretching, stretch, type BackupKey, type Stretching } from './key.ts'

const magic = 'ALONGSIDE SEALED 1\n'
const chunkBytes = 256 * 1024
const tagBytes = 16
const longestHead = 4_096

/** What is known of a sealed file without its key; nothing about people. Bound to the content: changed, nothing opens. */
const Head = z.object({
  format: z.number().int(),
  kind: z.enum(['backup', 'wal']),
  /** The version of Alongside that made it. */
  product: z.string(),
  /** The number PostgreSQL gave the installation when it was made; a copy keeps it. */
  installation: z.string(),
  /** The life of the installation since it was made or last restored: segments of one life fit together. */
  lineage: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
  stretching: z.object({ work: z.number().int().min(1), salt: z.string() }),
  seed: z.string(),
  check: z.string(),
})
export type Head = z.infer<typeof Head>
export type HeadFacts = Omit<Head, 'format' | 'stretching' | 'seed' | 'check'>

/** The newest form of sealed files that this program knows. */
export const newestFormat = 1

/**
 * Encrypts a stream: a readable head, then chunks of AES-256-GCM whose nonces count and mark the last one, so that
 * no chunk can be changed, moved, left out or cut off unnoticed (the STREAM construction).
 */
export async function sealingStream(
  facts: HeadFacts,
  key: BackupKey,
  stretching: Stretching = newStretching(),
): Promise<Transform> {
  const seed = randomBytes(32).toString('base64')
  const derived = fileKey(await stretch(key, stretching), seed)
  const head: Head = { format: newestFormat, ...facts, stretching, seed, check: derived.check }
  const start = Buffer.from(`${magic}${JSON.stringify(head)}\n`)
  const bound = createHash('sha256').update(start).digest()
  let count = 0
  let rest: Buffer = Buffer.alloc(0)
  const seal = (chunk: Buffer, last: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', derived.key, nonceOf(count++, last))
    cipher.setAAD(bound)
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  const sealing = new Transform({
    transform(given: Buffer, _encoding, done) {
      rest = rest.length === 0 ? given : Buffer.concat([rest, given])
      // A full chunk stays until more follows: only then is it known not to be the last.
      for (; rest.length > chunkBytes; rest = rest.subarray(chunkBytes))
        this.push(seal(rest.subarray(0, chunkBytes), false))
      done()
    },
    flush(done) {
      this.push(seal(rest, true))
      done()
    },
  })
  sealing.push(start)
  return sealing
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(count), 3)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** The head of a sealed file, not yet proved. @throws StartProblem when the file is not one of ours */
export async function readHead(path: string): Promise<Head> {
  return (await readStart(path)).head
}

async function readStart(path: string): Promise<{ head: Head; start: Buffer }> {
  const file = await open(path, 'r')
  const buffer = Buffer.alloc(longestHead)
  let bytesRead = 0
  try {
    bytesRead = (await file.read(buffer, 0, longestHead, 0)).bytesRead
  } finally {
    await file.close()
  }
  const end = buffer.indexOf('\n', magic.length) + 1
  if (end === 0 || end > bytesRead || buffer.toString('latin1', 0, magic.length) !== magic)
    throw damaged(path)
  try {
    const head = Head.parse(JSON.parse(buffer.toString('utf8', magic.length, end)))
    return { head, start: Buffer.from(buffer.subarray(0, end)) }
  } catch {
    throw damaged(path)
  }
}

/**
 * The content of a sealed file, chunk by chunk; a chunk is given out only when it is proved.
 * @throws StartProblem when the key is another, or when anything was changed or cut off
 */
export async function* unsealed(path: string, key: BackupKey): AsyncGenerator<Buffer> {
  const { head, start } = await readStart(path)
  const derived = fileKey(await stretch(key, head.stretching), head.seed)
  if (derived.check !== head.check)
    throw new StartProblem(`${basename(path)} does not open: it was sealed with another key, or is damaged.`)
  const bound = createHash('sha256').update(start).digest()
  let count = 0
  const open_ = (sealed: Buffer, last: boolean): Buffer => {
    if (sealed.length < tagBytes) throw damaged(path)
    const decipher = createDecipheriv('aes-256-gcm', derived.key, nonceOf(count++, last))
    decipher.setAAD(bound)
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
    } catch {
      throw damaged(path)
    }
  }
  const sealedBytes = chunkBytes + tagBytes
  let rest: Buffer = Buffer.alloc(0)
  for await (const given of createReadStream(path, { start: start.length, highWaterMark: sealedBytes })) {
    rest = Buffer.concat([rest, given as Buffer])
    for (; rest.length > sealedBytes; rest = rest.subarray(sealedBytes))
      yield open_(rest.subarray(0, sealedBytes), false)
  }
  yield open_(rest, true)
}

/** The one sentence for a file that is not what was written. */
export function damaged(path: string): StartProblem {
  return new StartProblem(`${basename(path)} is damaged or was cut off: use another backup.`)
}
