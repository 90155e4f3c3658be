import { type FileProblem, FileRefused, inspect } from '#server/platform/file-kinds/index.ts'
import { FileTooLarge, type FileStore, type StagedFile } from '#server/platform/sealed-files/index.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type AttachmentLimits, tooLarge } from './attachment.ts'
import type { Received } from './attachments.actions.ts'

const refusalOf: Readonly<Record<FileProblem, RefusalCode>> = {
  empty: 'attachments/empty',
  'kind-not-accepted': 'attachments/kind-not-accepted',
  'archive-too-large': 'attachments/archive-too-large',
  'archive-unsafe': 'attachments/archive-unsafe',
  'holds-macros': 'attachments/holds-macros',
  'image-broken': 'attachments/image-broken',
  'image-too-large': 'attachments/image-too-large',
  'text-unreadable': 'attachments/text-unreadable',
}

/** What came, and its hash as it came: the same bytes sent again are the same request. */
export type ReceivedFile = Received & Readonly<{ sentSha256: string; discard: () => Promise<void> }>

/**
 * Reads a file as it comes, sealed from its first byte on, and finds what it is. A picture is written once more without
 * what it tells about place and device. Whoever calls discards it in the end; what has its place by then stays.
 * @throws Refusal 413 or 422, and nothing is left of the file
 */
export async function receiveFile(
  files: FileStore,
  content: AsyncIterable<Uint8Array>,
  { mostBytes }: AttachmentLimits,
): Promise<ReceivedFile> {
  const sent = await refused(files.stage(content, mostBytes), mostBytes)
  try {
    const reader = await sent.open()
    try {
      const { kind, cleaned } = await refused(inspect(reader), mostBytes)
      const staged = cleaned ? await refused(files.stage(cleaned, mostBytes), mostBytes) : sent
      return { kind, staged, sentSha256: sent.sha256, discard: () => discardAll([sent, staged]) }
    } finally {
      await reader.close()
    }
  } catch (problem) {
    await sent.discard()
    throw problem
  }
}

async function discardAll(all: readonly StagedFile[]) {
  for (const staged of all) await staged.discard()
}

/** What the platform refuses, in the words of attachments. */
async function refused<Answer>(doing: Promise<Answer>, mostBytes: number): Promise<Answer> {
  try {
    return await doing
  } catch (problem) {
    if (problem instanceof FileTooLarge) throw tooLarge(mostBytes)
    throw problem instanceof FileRefused ? new Refusal(refusalOf[problem.problem]) : problem
  }
}
