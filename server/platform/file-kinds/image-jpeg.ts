import type { Readable } from '#server/platform/sealed-files/index.ts'
import { FileRefused, mostPixels } from './kinds.ts'

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, com: 0xfe }
const piece = 64 * 1024
const exifHead = Buffer.from('Exif\0\0', 'latin1')
/** Orientation, in the TIFF structure of Exif. */
const orientationTag = 0x0112

/**
 * A JPEG without what it tells besides the picture: Exif (place, time, camera), XMP, IPTC, comments, previews, and
 * whatever follows its end. The picture itself is copied bit by bit, never decoded; how it is to be turned is kept.
 * @throws FileRefused where it is broken or has too many pixels
 */
export async function* cleanJpeg(source: Readable): AsyncGenerator<Buffer, void> {
  yield Buffer.from([0xff, marker.soi])
  let at = 2
  let framed = false
  let turned = 1
  for (;;) {
    const { code, next } = await markerAt(source, at)
    if (code === marker.eoi) break
    const length = (await exactly(source, next, 2)).readUInt16BE(0)
    if (length < 2) throw new FileRefused('image-broken')
    const body = await exactly(source, next + 2, length - 2)
    if (isFrame(code)) {
      refuseTooManyPixels(body)
      framed = true
    }
    if (code === marker.app1) turned = orientationIn(body) ?? turned
    if (isKept(code, body)) {
      if (isFrame(code) && turned !== 1) yield orientation(turned)
      yield segment(code, body)
    }
    at = next + length
    if (code !== marker.sos) continue
    if (!framed) throw new FileRefused('image-broken')
    const end = await endOfScan(source, at)
    for (let from = at; from < end; from += piece) yield await source.read(from, Math.min(piece, end - from))
    at = end
  }
  if (!framed) throw new FileRefused('image-broken')
  yield Buffer.from([0xff, marker.eoi])
}

/** Start of frame: all but the Huffman tables, the arithmetic conditions and what is reserved. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)

function isKept(code: number, body: Buffer): boolean {
  if (code === marker.com) return false
  if (code < marker.app0 || code > 0xef) return true
  const head = body.subarray(0, 12).toString('latin1')
  return (
    (code === marker.app0 && head.startsWith('JFIF\0')) ||
    (code === marker.app2 && head.startsWith('ICC_PROFILE\0')) ||
    (code === marker.app14 && head.startsWith('Adobe'))
  )
}

async function exactly(source: Readable, at: number, length: number): Promise<Buffer> {
  const found = await source.read(at, length)
  if (found.length < length) throw new FileRefused('image-broken')
  return found
}

/** The marker at a place; any number of fill bytes may stand before it. */
async function markerAt(source: Readable, at: number) {
  let next = at
  if ((await exactly(source, next, 1))[0] !== 0xff) throw new FileRefused('image-broken')
  let code = 0xff
  while (code === 0xff) {
    next += 1
    code = (await exactly(source, next, 1))[0] ?? 0
  }
  if (code === 0 || code === marker.soi) throw new FileRefused('image-broken')
  return { code, next: next + 1 }
}

/** Where the coded picture ends and a marker begins; a coded 0xFF is followed by 0 or a restart. */
async function endOfScan(source: Readable, start: number): Promise<number> {
  let from = start
  for (;;) {
    const block = await source.read(from, piece)
    if (block.length < 2) throw new FileRefused('image-broken')
    for (let at = block.indexOf(0xff); at >= 0 && at < block.length - 1; at = block.indexOf(0xff, at + 1)) {
      const code = block[at + 1] ?? 0
      if (code !== 0 && code !== 0xff && (code < 0xd0 || code > 0xd7)) return from + at
    }
    from += block.length - 1
  }
}

function refuseTooManyPixels(frame: Buffer) {
  if (frame.length < 6) throw new FileRefused('image-broken')
  const pixels = frame.readUInt16BE(1) * frame.readUInt16BE(3)
  if (pixels === 0) throw new FileRefused('image-broken')
  if (pixels > mostPixels) throw new FileRefused('image-too-large')
}

function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** How the picture is to be turned (1 to 8), or null where Exif does not say so in a readable way. */
function orientationIn(body: Buffer): number | null {
  if (!body.subarray(0, exifHead.length).equals(exifHead)) return null
  const tiff = body.subarray(exifHead.length)
  if (tiff.length < 8) return null
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Math.min(short(directory), 200)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * 12
    if (short(entry) !== orientationTag) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An Exif segment that says how to turn the picture and nothing else. */
function orientation(value: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(value, 18)
  return segment(marker.app1, Buffer.concat([exifHead, tiff]))
}
