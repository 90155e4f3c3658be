import type { Readable } from '#server/platform/sealed-files/index.ts'
import { FileRefused, mostPixels } from './kinds.ts'

const riffBytes = 12
const mostChunks = 20_000
const piece = 64 * 1024
/** The bits of VP8X that announce Exif and XMP. */
const announced = 0x08 | 0x04
const kept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

type Chunk = Readonly<{ type: string; body: number; length: number }>

/**
 * A WebP without Exif, XMP and whatever follows its end. Everything that makes the picture is copied as it is.
 * @throws FileRefused where it is broken or has too many pixels
 */
export async function* cleanWebp(source: Readable): AsyncGenerator<Buffer, void> {
  const chunks = await chunksOf(source)
  const [first] = chunks
  if (!first || !/^VP8[ LX]$/u.test(first.type)) throw new FileRefused('image-broken')
  for (const chunk of chunks) if (chunk.type.startsWith('VP8')) await refuseTooManyPixels(source, chunk)
  const size = chunks.reduce((sum, { length }) => sum + 8 + length + (length % 2), 4)
  const riff = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  riff.writeUInt32LE(size, 4)
  yield riff
  for (const chunk of chunks) yield* copied(source, chunk)
}

async function chunksOf(source: Readable): Promise<Chunk[]> {
  const end = Math.min(source.size, 8 + (await exactly(source, 4, 4)).readUInt32LE(0))
  const found: Chunk[] = []
  let at = riffBytes
  for (let count = 0; at + 8 <= end; count += 1) {
    if (count === mostChunks) throw new FileRefused('image-broken')
    const head = await exactly(source, at, 8)
    const chunk = { type: head.toString('latin1', 0, 4), body: at + 8, length: head.readUInt32LE(4) }
    if (chunk.body + chunk.length > source.size) throw new FileRefused('image-broken')
    if (kept.has(chunk.type)) found.push(chunk)
    at = chunk.body + chunk.length + (chunk.length % 2)
  }
  return found
}

async function* copied(source: Readable, { type, body, length }: Chunk) {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(length, 4)
  yield head
  for (let from = 0; from < length; from += piece) {
    const part = await exactly(source, body + from, Math.min(piece, length - from))
    if (type !== 'VP8X' || from > 0) yield part
    else yield Buffer.concat([Buffer.from([(part[0] ?? 0) & ~announced]), part.subarray(1)])
  }
  if (length % 2 === 1) yield Buffer.alloc(1)
}

async function refuseTooManyPixels(source: Readable, chunk: Chunk) {
  const pixels = pixelsOf(chunk.type, await exactly(source, chunk.body, 10))
  if (pixels === 0) throw new FileRefused('image-broken')
  if (pixels > mostPixels) throw new FileRefused('image-too-large')
}

function pixelsOf(type: string, head: Buffer): number {
  if (type === 'VP8X') return (head.readUIntLE(4, 3) + 1) * (head.readUIntLE(7, 3) + 1)
  if (type === 'VP8 ')
    return head.readUIntBE(3, 3) === 0x9d012a
      ? (head.readUInt16LE(6) & 0x3fff) * (head.readUInt16LE(8) & 0x3fff)
      : 0
  if (head[0] !== 0x2f) return 0
  const bits = head.readUInt32LE(1)
  return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1)
}

async function exactly(source: Readable, at: number, length: number): Promise<Buffer> {
  const found = await source.read(at, length)
  if (found.length < length) throw new FileRefused('image-broken')
  return found
}
