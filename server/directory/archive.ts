import yauzl from 'yauzl'
import { importLimits } from '#contract/directory-imports.ts'
import type { BroughtFiles } from './hsds-files.ts'
import { FileUnreadable } from './hsds-tables.ts'

/** An archive that unfolds to more than anybody reads. */
export class ArchiveTooLarge extends Error {}

/** How many files an archive or a folder may hold. */
export const mostEntries = 200
/** Whether a file of an archive or a folder is read: tables and JSON, and nothing that a machine put there for itself. */
export const isWanted = (path: string) =>
  /\.(?:csv|json)$/iu.test(path) &&
  !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

/** Whether bytes begin as a zip archive does. */
export const isArchive = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004'

/**
 * The tables and JSON files in a zip archive, by their paths in it. It is counted while it unfolds, so that no
 * declared size is believed.
 * @throws ArchiveTooLarge, FileUnreadable
 */
export async function filesInArchive(bytes: Buffer): Promise<BroughtFiles> {
  const files = new Map<string, Buffer>()
  let unpacked = 0
  try {
    // Archives of old Windows programs have backslashes between folders; what leads out of the archive is refused all the same.
    const archive = await yauzl.fromBufferPromise(bytes, { strictFileNames: false })
    if (archive.entryCount > mostEntries) throw new ArchiveTooLarge()
    for await (const entry of archive.eachEntry()) {
      const path = entry.fileName
      if (!isWanted(path)) continue
      if (entry.isEncrypted() || files.has(path)) throw new FileUnreadable(path)
      const pieces: Buffer[] = []
      const content = await archive.openReadStreamPromise(entry)
      for await (const piece of content as AsyncIterable<Buffer>) {
        unpacked += piece.length
        if (unpacked > importLimits.mostUnpacked) throw new ArchiveTooLarge()
        pieces.push(piece)
      }
      files.set(path, Buffer.concat(pieces))
    }
    return files
  } catch (problem) {
    // What the library says of a crooked archive is shown to nobody.
    if (problem instanceof ArchiveTooLarge || problem instanceof FileUnreadable) throw problem
    throw new FileUnreadable('zip', [], { cause: problem })
  }
}

/** What somebody brought as one file: an archive of tables, a table, or JSON. */
export const filesIn = async (name: string, bytes: Buffer): Promise<BroughtFiles> =>
  isArchive(bytes) ? filesInArchive(bytes) : new Map([[name.split(/[/\\]/u).at(-1) ?? name, bytes]])
