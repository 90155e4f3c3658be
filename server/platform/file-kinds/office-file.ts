import { Readable as Stream } from 'node:stream'
import yauzl from 'yauzl'
import { piecesOf, type Readable } from '#server/platform/sealed-files/index.ts'
import { type FileKind, FileRefused } from './kinds.ts'

/** What an archive may unfold to, and into how many pieces. */
const mostUnpacked = 200 * 1024 * 1024
const mostEntries = 5_000
/** Beyond the first megabytes nothing honest is packed as tightly as this. */
const mostTimes = 200
const freeBytes = 16 * 1024 * 1024
/** So much of an entry that says what the file is, or what it draws in, is read. */
const mostWords = 1024 * 1024

const macros = /(?:^|\/)(?:vba[^/]*\.bin|macrosheets\/|activeX\/|Basic\/|Scripts\/)/iu
const telling = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/manifest\.xml)$|\.rels$/u
/** A template or object that would be fetched from elsewhere when somebody opens the file. */
const drawnIn = /(?:attachedTemplate|oleObject|frame|subDocument)"/u
/** How programs, archives and old Office files begin. */
const foreign = ['4d5a', '504b0304', '52617221', '377abcaf', '1f8b', 'd0cf11e0', '7f454c46', '2321']

const kinds: readonly (readonly [FileKind, RegExp])[] = [
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    /ContentType="application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document\.main\+xml"/u,
  ],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    /ContentType="application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml"/u,
  ],
]

/** Lets the archive be read where it lies, part by part. */
class Reader extends yauzl.RandomAccessReader {
  private readonly source: Readable

  constructor(source: Readable) {
    super()
    this.source = source
  }

  override _readStreamForRange(start: number, end: number) {
    const read = (at: number, length: number) => this.source.read(start + at, length)
    return Stream.from(piecesOf({ size: end - start, read }))
  }
}

/**
 * Which office file an archive is. It is unpacked once to nowhere, counting, so that no declared size is believed.
 * @throws FileRefused for a bomb, an archive in the archive, a program, macros, paths that leave it, or another archive
 */
export async function officeKind(source: Readable): Promise<FileKind> {
  const words = await wordsOf(source)
  const types = words.get('[Content_Types].xml') ?? ''
  const mime = words.get('mimetype') ?? ''
  if (/macroEnabled|vbaProject/iu.test(types)) throw new FileRefused('holds-macros')
  for (const [name, text] of words) if (name.endsWith('.rels')) refuseDrawnIn(text)
  const found = kinds.find(([, form]) => form.test(types))?.[0]
  if (found) return found
  if (mime === 'application/vnd.oasis.opendocument.text') return mime
  if (mime === 'application/vnd.oasis.opendocument.spreadsheet') return mime
  throw new FileRefused('kind-not-accepted')
}

function refuseDrawnIn(relationships: string) {
  for (const [one] of relationships.matchAll(/<Relationship\b[^>]*>/gu))
    if (/TargetMode="External"/u.test(one) && drawnIn.test(one)) throw new FileRefused('archive-unsafe')
}

/** What the telling entries of an archive say; every other entry is only counted and glanced at. */
async function wordsOf(source: Readable): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const names = new Set<string>()
  let unpacked = 0
  try {
    const archive = await yauzl.fromRandomAccessReaderPromise(new Reader(source), source.size, {
      strictFileNames: true,
      autoClose: false,
    })
    if (archive.entryCount > mostEntries) throw new FileRefused('archive-too-large')
    for await (const entry of archive.eachEntry()) {
      refuseEntry(entry, names)
      names.add(entry.fileName)
      if (entry.fileName.endsWith('/')) continue
      const content = await archive.openReadStreamPromise(entry)
      const start: Buffer[] = []
      let taken = 0
      const wanted = telling.test(entry.fileName) ? mostWords : 8
      for await (const piece of content as AsyncIterable<Buffer>) {
        unpacked += piece.length
        if (isBomb(unpacked, source.size)) throw new FileRefused('archive-too-large')
        if (taken < wanted) start.push(piece.subarray(0, wanted - taken))
        taken += piece.length
      }
      const text = Buffer.concat(start)
      if (isForeign(text)) throw new FileRefused('archive-unsafe')
      if (telling.test(entry.fileName)) words.set(entry.fileName, text.toString('utf8'))
    }
    return words
  } catch (problem) {
    // What the library says of a crooked archive is not shown to anybody.
    throw problem instanceof FileRefused ? problem : new FileRefused('archive-unsafe')
  }
}

const isForeign = (content: Buffer) =>
  foreign.some((start) => content.toString('hex', 0, 8).startsWith(start))

const isBomb = (unpacked: number, packed: number) =>
  unpacked > mostUnpacked || (unpacked > freeBytes && unpacked > packed * mostTimes)

function refuseEntry(entry: yauzl.Entry, names: ReadonlySet<string>) {
  if (macros.test(entry.fileName)) throw new FileRefused('holds-macros')
  if (entry.isEncrypted() || names.has(entry.fileName)) throw new FileRefused('archive-unsafe')
}
