import yauzl from 'yauzl'
import { importLimits } from '#contract/directory-imports.ts'
import type { BroughtFiles } from './hsds-files.ts'
import { FileUnreadable } from './hsds-tables.ts'

/** An archive that unfolds to more than anybody reads. */
export class ArchiveTooLarge extends Error {}

const mostEntries = 200
const wanted = /\.(?:csv|json)$/iu

/** Whether bytes begin as a zip archive does. */
export const isArchive = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004'

/**
 * The tables and JSON files in a zip archive, by their names without folders. It is counted while it unfolds, so that no
 * declared size is believed.
 * @throws ArchiveTooLarge, FileUnreadable
 */
export async function filesInArchive(bytes: Buffer): Promise<BroughtFiles> {
  const files = new Map<string, Buffer>()
  let unpacked = 0
  try {
    const archive = await yauzl.fromBufferPromise(bytes, { strictFileNames: true })
    if (archive.entryCount > mostEntries) throw new ArchiveTooLarge()
    for await (const entry of archive.eachEntry()) {
      const name = entry.fileName.split('/').at(-1) ?? ''
      if (!wanted.test(name) || name.startsWith('.') || entry.fileName.startsWith('__MACOSX/')) continue
      if (entry.isEncrypted() || files.has(name)) throw new FileUnreadable(name)
      const pieces: Buffer[] = []
      const content = await archive.openReadStreamPromise(entry)
      for await (const piece of content as AsyncIterable<Buffer>) {
        unpacked += piece.length
        if (unpacked > importLimits.mostUnpacked) throw new ArchiveTooLarge()
        pieces.push(piece)
      }
      files.set(name, Buffer.concat(pieces))
    }
    return files
  } catch (problem) {
    // What the library says of a crooked archive is shown to nobody.
    if (problem instanceof ArchiveTooLarge || problem instanceof FileUnreadable) throw problem
    throw new FileUnreadable('zip', { cause: problem })
  }
}

/** What somebody brought as one file: an archive of tables, a table, or JSON. */
export const filesIn = async (name: string, bytes: Buffer): Promise<BroughtFiles> =>
  isArchive(bytes) ? filesInArchive(bytes) : new Map([[name.split(/[/\\]/u).at(-1) ?? name, bytes]])
