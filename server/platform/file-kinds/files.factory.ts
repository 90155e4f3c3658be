import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import type { Readable } from '#server/platform/sealed-files/index.ts'

/** Bytes as something that can be read anywhere. */
export const readable = (bytes: Buffer): Readable => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
})

/** One entry of an archive; `declared` is the size that it claims to unfold to. */
export type ZipEntry = Readonly<{ name: string; content: Buffer | string; declared?: number; flags?: number }>

/** An archive, byte by byte, so that it may lie. */
export function aZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, declared, flags = 0x0800 } of entries) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const nameBytes = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(declared ?? plain.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared, nameBytes, packed])
    const central = Buffer.alloc(46)
    central.write('PK\u0001\u0002', 0, 'latin1')
    central.writeUInt16LE(20, 4)
    shared.copy(central, 6)
    central.writeUInt32LE(at, 42)
    locals.push(local)
    directory.push(central, nameBytes)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

const wordTypes =
  '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

/** A Word file, with what else is to lie in it. */
export const aWordFile = (more: readonly ZipEntry[] = [], types = wordTypes) =>
  aZip([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: '<w:document>你好</w:document>' },
    ...more,
  ])

/** An OpenDocument text. */
export const anOpenDocument = (more: readonly ZipEntry[] = []) =>
  aZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: '<office:document-content/>' },
    ...more,
  ])

export const aPdf = (more = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n${more}\n%%EOF\n`)

const jpegSegment = (code: number, body: Buffer) => {
  const head = Buffer.from([0xff, code, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** An Exif segment with a way to turn the picture, and a place. */
export function anExif(orientation = 6): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('II', 0, 'latin1')
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 30.5728N 104.0668E')])
}

type Picture = Readonly<{ width?: number; height?: number; segments?: readonly Buffer[]; after?: Buffer }>

/** A JPEG as a telephone makes it; too small to be shown, but whole in its form. */
export function aJpeg({ width = 16, height = 16, segments = [], after = Buffer.alloc(0) }: Picture = {}) {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...segments,
    jpegSegment(0xdb, Buffer.alloc(65, 1)),
    jpegSegment(0xc0, frame),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78]),
    Buffer.from([0xff, 0xd9]),
    after,
  ])
}

export const jpegExif = (orientation?: number) => jpegSegment(0xe1, anExif(orientation))
export const jpegComment = (text: string) => jpegSegment(0xfe, Buffer.from(text))

/** A chunk of a PNG. */
export function pngChunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length, 0)
  head.write(type, 4, 'latin1')
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body, crc32(Buffer.from(type, 'latin1'))), 0)
  return Buffer.concat([head, body, sum])
}

/** A PNG that every program shows: grey, of this size. */
export function aPng(
  { width = 4, height = 4, after = Buffer.alloc(0) }: Picture = {},
  more: readonly Buffer[] = [],
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const drawn = width * height > 1_000_000 ? Buffer.alloc(10) : Buffer.alloc((width + 1) * height, 128)
  for (let line = 0; drawn.length > 10 && line < height; line += 1) drawn[line * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(drawn)),
    pngChunk('IEND', Buffer.alloc(0)),
    after,
  ])
}

const riffChunk = (type: string, body: Buffer) => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** A WebP with an alpha header and a lossless picture of this size. */
export function aWebp(
  { width = 16, height = 16, after = Buffer.alloc(0) }: Picture = {},
  exif = 'GPS 30.57N',
) {
  const extended = Buffer.alloc(10)
  extended[0] = 0x0c
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  const lossless = Buffer.alloc(12, 7)
  lossless[0] = 0x2f
  lossless.writeUInt32LE(15 | (15 << 14), 1)
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    riffChunk('VP8X', extended),
    riffChunk('VP8L', lossless),
    riffChunk('EXIF', Buffer.from(exif)),
    riffChunk('XMP ', Buffer.from('<x:xmpmeta/>')),
  ])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, after])
}
