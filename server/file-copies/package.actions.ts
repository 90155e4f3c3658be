import { Readable } from 'node:stream'
import { z } from 'zod'
import { CopyFormat } from '#contract/file-copies.ts'
import type { Transaction } from '#server/access/index.ts'
import { fetchAttachments, type Leaving } from '#server/case/attachments/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type FileStore, piecesOf } from '#server/platform/sealed-files/index.ts'
import { copyFile, openCopy } from './copy-file.actions.ts'
import type { CopyPart } from './copy-part.ts'
import { attachedTo } from './file-copies.queries.ts'
import type { FileCopy } from './file-copies.repository.ts'
import { packed, type Packed } from './packing.ts'

/** Where an attachment lies in the package; what was made before it had such a place is made anew. */
const Placed = z.object({ attachments: z.array(z.object({ id: z.uuid(), file: z.string() })) })

/** A package that leaves: what it is called, and its files, of which none is open yet. */
export type CopyPackage = Readonly<{ fileName: string; files: readonly Packed[] }>

/**
 * A made copy as one archive: as PDF, Word and JSON, and the attachments that were released, as they are. Each of them is
 * looked at, and is on the audit, like one that is fetched by itself.
 */
export async function copyPackage(tx: Transaction, copy: FileCopy, store: FileStore): Promise<CopyPackage> {
  const opened = await openCopy(tx, copy)
  const files: Packed[] = []
  let fileName = ''
  for (const format of CopyFormat.options) {
    if (format === 'zip') continue
    const made = await copyFile(opened, format)
    fileName = made.fileName.replace(/\.\w+$/u, '.zip')
    files.push({ path: made.fileName, open: () => Readable.from([Buffer.from(made.bytes)]) })
  }
  const released = releasedIn(opened.parts)
  const there = new Set((await attachedTo(tx, copy.caseId, new Set())).map(({ id }) => id))
  // What was taken away since it was released is shown to nobody any more.
  if (released.some(({ id }) => !there.has(id))) throw new Refusal('file-copies/attachment-gone')
  const contents = await fetchAttachments(
    tx,
    copy.caseId,
    released.map(({ id }) => id),
    store,
  )
  const attached = contents.map((leaving, at) => ({
    path: released[at]?.file ?? '',
    open: () => Readable.from(contentOf(store, leaving)),
  }))
  return { fileName, files: [...files, ...attached] }
}

export const packageStream = ({ files }: CopyPackage): Readable => packed(files)

function releasedIn(parts: readonly CopyPart[]) {
  const facts = parts.find(({ part }) => part === 'attachments')?.facts
  if (!facts) return []
  const read = Placed.safeParse(facts)
  if (!read.success) throw new Refusal('file-copies/attachment-gone')
  return read.data.attachments
}

async function* contentOf(store: FileStore, { fileId, key }: Leaving) {
  const reader = await store.open(fileId, key)
  try {
    yield* piecesOf(reader)
  } finally {
    await reader.close()
  }
}
