import { fileTypeFromBuffer } from 'file-type'
import { piecesOf, type Readable } from '#server/platform/sealed-files/index.ts'
import { cleanJpeg } from './image-jpeg.ts'
import { cleanPng } from './image-png.ts'
import { cleanWebp } from './image-webp.ts'
import { type FileKind, fileKinds, FileRefused } from './kinds.ts'
import { officeKind } from './office-file.ts'

/** What was found: the kind, and for an image the same picture without what it tells about place and device. */
export type Inspected = Readonly<{ kind: FileKind; cleaned: AsyncIterable<Buffer> | null }>

const headBytes = 256 * 1024
const tailBytes = 66 * 1024
/** An archive may end with a directory: whatever else a file is, it is not an archive as well. */
const archiveEnd = Buffer.from('PK\u0005\u0006', 'latin1')
const zipStart = Buffer.from('PK\u0003\u0004', 'latin1')
/** Text that a browser or a system would take for a page or a program. */
const markup = /^\s*<|^#!|^MZ|^%!PS|^\{\\rtf|<(?:script|html|svg|iframe|object|embed)\b/iu
const control = /(?![\t\n\f\r])\p{Cc}/u

const cleaning: Partial<Record<FileKind, (source: Readable) => AsyncGenerator<Buffer, void>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
}

/**
 * Finds what content is, by the content alone: its name and whatever its sender called it are not asked.
 * @throws FileRefused when it is none of the kinds that are taken, is two kinds at once, or is made to harm
 */
export async function inspect(source: Readable): Promise<Inspected> {
  if (source.size === 0) throw new FileRefused('empty')
  const kind = await kindOf(source)
  return { kind, cleaned: cleaning[kind]?.(source) ?? null }
}

async function kindOf(source: Readable): Promise<FileKind> {
  const head = await source.read(0, headBytes)
  if (head.subarray(0, 4).equals(zipStart)) return officeKind(source)
  const found = await fileTypeFromBuffer(head)
  if (found === undefined) return await plainText(source, head)
  const kind = asKind(found.mime)
  if (kind === null) throw new FileRefused('kind-not-accepted')
  if (!(kind in cleaning)) await refuseArchiveAtEnd(source)
  if (kind === 'application/pdf') await refuseHalfPdf(source, head)
  return kind
}

function asKind(mime: string): FileKind | null {
  if (mime === 'audio/x-m4a') return 'audio/mp4'
  return fileKinds.find((kind) => kind === mime) ?? null
}

async function refuseArchiveAtEnd(source: Readable) {
  const tail = await source.read(Math.max(0, source.size - tailBytes), tailBytes)
  if (tail.includes(archiveEnd)) throw new FileRefused('kind-not-accepted')
}

async function refuseHalfPdf(source: Readable, head: Buffer) {
  const tail = await source.read(Math.max(0, source.size - 2_048), 2_048)
  if (!/^%PDF-\d\.\d/u.test(head.toString('latin1', 0, 8)) || !tail.includes('%%EOF'))
    throw new FileRefused('kind-not-accepted')
}

/** Text in UTF-8 that is neither a page nor a program. */
async function plainText(source: Readable, head: Buffer): Promise<FileKind> {
  if (looksBinary(head)) throw new FileRefused('kind-not-accepted')
  if (markup.test(head.toString('utf8').replace(/^\uFEFF/u, ''))) throw new FileRefused('kind-not-accepted')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of piecesOf(source))
      if (control.test(decoder.decode(piece, { stream: true }))) throw new FileRefused('kind-not-accepted')
    decoder.decode()
  } catch (problem) {
    throw problem instanceof TypeError ? new FileRefused('text-unreadable') : problem
  }
  await refuseArchiveAtEnd(source)
  return 'text/plain'
}

const looksBinary = (head: Buffer) =>
  head.includes(0) && !/^(?:\xff\xfe|\xfe\xff)/u.test(head.toString('latin1', 0, 2))
