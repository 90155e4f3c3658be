import { crc32 } from 'node:zlib'
import type { Readable } from '#server/platform/sealed-files/index.ts'
import { FileRefused, mostPixels } from './kinds.ts'

const signatureBytes = 8
const piece = 64 * 1024
/** What makes the picture; text, time, Exif and whatever is private to a program is not among it. */
const kept = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD cICP mDCV cLLI'.split(' '))

/**
 * A PNG without what it tells besides the picture, and without whatever follows its end. Chunks are copied as they are.
 * @throws FileRefused where it is broken or has too many pixels
 */
export async function* cleanPng(source: Readable): AsyncGenerator<Buffer, void> {
  yield await exactly(source, 0, signatureBytes)
  let at = signatureBytes
  let pictured = false
  for (;;) {
    const head = await exactly(source, at, 8)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4, 8)
    const body = at + 8
    if (at === signatureBytes) refuseBadHeader(type, await exactly(source, body, 13), length)
    if (kept.has(type)) {
      yield head
      yield* copied(source, { type, body, length })
    }
    pictured ||= type === 'IDAT'
    at = body + length + 4
    if (type === 'IEND') break
    if (at > source.size) throw new FileRefused('image-broken')
  }
  if (!pictured) throw new FileRefused('image-broken')
}

type Chunk = Readonly<{ type: string; body: number; length: number }>

/** The content of a chunk and its check sum, which must be right. */
async function* copied(source: Readable, { type, body, length }: Chunk) {
  let sum = crc32(Buffer.from(type, 'latin1'))
  for (let from = 0; from < length; from += piece) {
    const part = await exactly(source, body + from, Math.min(piece, length - from))
    sum = crc32(part, sum)
    yield part
  }
  const written = await exactly(source, body + length, 4)
  if (written.readUInt32BE(0) !== sum) throw new FileRefused('image-broken')
  yield written
}

function refuseBadHeader(type: string, header: Buffer, length: number) {
  if (type !== 'IHDR' || length !== 13) throw new FileRefused('image-broken')
  const pixels = header.readUInt32BE(0) * header.readUInt32BE(4)
  if (pixels === 0) throw new FileRefused('image-broken')
  if (pixels > mostPixels) throw new FileRefused('image-too-large')
}

async function exactly(source: Readable, at: number, length: number): Promise<Buffer> {
  const found = await source.read(at, length)
  if (found.length < length) throw new FileRefused('image-broken')
  return found
}
