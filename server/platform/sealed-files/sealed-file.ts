import { createCipheriv, createDecipheriv } from 'node:crypto'
import { open } from 'node:fs/promises'

/**
 * The form of a sealed file: one byte that says so, then the content in chunks of 64 KiB, each sealed by itself with
 * AES-256-GCM. Its number and whether it is the last are its nonce, so no chunk can be changed, moved, left out or
 * put after the end; each key seals one file only. Any part can be read without the rest.
 */
const form = 1
const headBytes = 1
const chunkBytes = 64 * 1024
const tagBytes = 16
const nonceBytes = 12
const sealedChunkBytes = chunkBytes + tagBytes

/** A sealed file that does not open: it was changed, cut off, or sealed with another key. */
export class SealedFileBroken extends Error {
  override readonly name = 'SealedFileBroken'
}

/** Content that can be read anywhere, without the whole of it in memory. */
export type Readable = Readonly<{
  size: number
  /** The bytes from `start`; fewer than asked for only at the end. */
  read: (start: number, length: number) => Promise<Buffer>
}>

/** A sealed file that is being read. */
export type SealedReader = Readable & Readonly<{ close: () => Promise<void> }>

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(nonceBytes)
  nonce.writeUInt32BE(index, 4)
  nonce.writeUInt8(last ? 1 : 0, nonceBytes - 1)
  return nonce
}

function sealChunk(key: Buffer, index: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(key: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: tagBytes })
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new SealedFileBroken(`Chunk ${index} does not open.`)
  }
}

/** Seals a stream while it comes; never more than two chunks of it are in memory. */
export async function* sealedPieces(
  key: Buffer,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void> {
  yield Buffer.from([form])
  let waiting = Buffer.alloc(0)
  let index = 0
  for await (const piece of content) {
    waiting = Buffer.concat([waiting, piece])
    // The last chunk is sealed as such, so one is always held back until more comes.
    while (waiting.length > chunkBytes) {
      yield sealChunk(key, index, false, waiting.subarray(0, chunkBytes))
      waiting = waiting.subarray(chunkBytes)
      index += 1
    }
  }
  yield sealChunk(key, index, true, waiting)
}

/**
 * Opens a sealed file for reading. What comes out is proved chunk by chunk before it is given away.
 * @throws SealedFileBroken, also while reading, when the file is not what was written
 */
export async function openSealedFile(path: string, key: Buffer): Promise<SealedReader> {
  const file = await open(path, 'r')
  try {
    const { size: sealedSize } = await file.stat()
    const body = sealedSize - headBytes
    const chunks = Math.ceil(body / sealedChunkBytes)
    const rest = body - (chunks - 1) * sealedChunkBytes
    const head = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    if (chunks < 1 || rest < tagBytes || head.buffer[0] !== form)
      throw new SealedFileBroken('Not a sealed file, or cut off.')
    const size = body - chunks * tagBytes
    const chunk = chunkReader(file, key, chunks)
    return {
      size,
      close: () => file.close(),
      read: (start, length) => readAcross(chunk, size, start, length),
    }
  } catch (problem) {
    await file.close()
    throw problem
  }
}

/** Reads one chunk; the last one read is remembered, for small reads come one after the other. */
function chunkReader(file: Awaited<ReturnType<typeof open>>, key: Buffer, chunks: number) {
  let known: Readonly<{ index: number; plain: Buffer }> | null = null
  return async (index: number): Promise<Buffer> => {
    if (known?.index === index) return known.plain
    const sealed = Buffer.alloc(sealedChunkBytes)
    const { bytesRead } = await file.read(sealed, 0, sealedChunkBytes, headBytes + index * sealedChunkBytes)
    const plain = openChunk(key, index, index === chunks - 1, sealed.subarray(0, bytesRead))
    known = { index, plain }
    return plain
  }
}

async function readAcross(
  chunk: (index: number) => Promise<Buffer>,
  size: number,
  start: number,
  length: number,
): Promise<Buffer> {
  const end = Math.min(start + length, size)
  const parts: Buffer[] = []
  let at = start
  while (at < end) {
    const within = at % chunkBytes
    const plain = await chunk(Math.floor(at / chunkBytes))
    const part = plain.subarray(within, Math.min(plain.length, within + end - at))
    if (part.length === 0) throw new SealedFileBroken('Shorter than it says.')
    parts.push(part)
    at += part.length
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
}

/** The content from beginning to end, piece by piece. */
export async function* piecesOf({ size, read }: Readable): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < size; at += chunkBytes) yield await read(at, Math.min(chunkBytes, size - at))
}
