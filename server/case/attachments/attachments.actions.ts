import type { AddAttachment, AttachmentKind } from '#contract/case/attachments.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { lookAtCase, lookToChange, refuseIfArchived } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { FileStore, StagedFile } from '#server/platform/sealed-files/index.ts'
import {
  type Attachment,
  type AttachmentLimits,
  nameToSave,
  refuseIfTaken,
  refuseIfTooLarge,
  refuseMisleadingName,
  refuseOtherEnding,
  refuseOverQuota,
} from './attachment.ts'
import {
  insertAttachment,
  lookAtAttachment,
  lookAtAttachments,
  markTaken,
  openedKey,
  weightOf,
} from './attachments.repository.ts'

/** Where an attachment stands: its case, and its own id. */
export type AttachmentPlace = Readonly<{ caseId: string; attachmentId: string }>

type Announced = Readonly<{ caseId: string; name: string; bytes: number }>

/** Refuses before the first byte is read whatever will be refused whatever is in the file. */
export async function refuseBeforeReading(
  tx: Transaction,
  { caseId, name, bytes }: Announced,
  limits: AttachmentLimits,
) {
  const caseFile = await lookAtCase(tx, caseId) // 404
  permit(tx.actor, 'attachment.add', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  refuseMisleadingName(name) // 422
  refuseIfTooLarge(bytes, limits) // 413
  refuseOverQuota(bytes, await weightOf(tx), limits) // 409
}

/** A file that was read: what it is, and where it waits. */
export type Received = Readonly<{ kind: AttachmentKind; staged: StagedFile }>

/**
 * Adds a file that was read to a case. It gets its place last, when nothing refuses any more, and before the commit: a
 * crash in between leaves a file without a row, which the sweeper takes, and never a row without its file.
 */
export async function addAttachment(
  tx: Transaction,
  caseId: string,
  said: AddAttachment,
  { kind, staged }: Received,
  limits: AttachmentLimits,
) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'attachment.add', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  refuseMisleadingName(said.name) // 422
  refuseOtherEnding(said.name, kind) // 422
  refuseOverQuota(staged.size, await weightOf(tx), limits) // 409
  await insertAttachment(tx, { ...said, caseId, kind, staged }) // 409
  await tellStory(tx, { caseId }, 'attachment-added', { attachmentId: said.id })
  tx.saw({ kind: 'attachment', id: said.id, caseId })
  await staged.place()
}

/** Takes an attachment away, with the reason: it stays in the list, and its content is shown to nobody any more. */
export async function takeAwayAttachment(
  tx: Transaction,
  { caseId, attachmentId }: AttachmentPlace,
  reason: string,
) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const attachment = await lookAtAttachment(tx, caseId, attachmentId) // 404
  permit(tx.actor, 'attachment.take-away', { team: caseFile.team }) // 403
  refuseIfArchived(caseFile) // 409
  refuseIfStale(tx, attachment.version) // 412
  refuseIfTaken(attachment) // 409
  await markTaken(tx, attachment, reason) // 412
  await tellStory(tx, { caseId }, 'attachment-taken-away', { attachmentId })
}

/** What leaves when a file is fetched, and how it is opened once the look is on the audit. */
export type Leaving = Readonly<{
  name: string
  kind: AttachmentKind
  bytes: number
  fileId: string
  key: Buffer
}>

/** Looks at the content of an attachment: proved to be there before the look is written down as done. */
export async function fetchAttachment(
  tx: Transaction,
  { caseId, attachmentId }: AttachmentPlace,
  files: FileStore,
): Promise<Leaving> {
  await lookAtCase(tx, caseId) // 404
  return leaving(tx, await lookAtAttachment(tx, caseId, attachmentId), files)
}

/**
 * Looks at several of them with one question to the database, in the order in which they were asked for. Each look is a line of
 * the audit of its own; one that is no longer there stops all of them.
 */
export async function fetchAttachments(
  tx: Transaction,
  caseId: string,
  ids: readonly string[],
  files: FileStore,
): Promise<readonly Leaving[]> {
  await lookAtCase(tx, caseId) // 404
  const found: Leaving[] = []
  for (const attachment of await lookAtAttachments(tx, caseId, ids))
    found.push(await leaving(tx, attachment, files))
  return found
}

async function leaving(tx: Transaction, attachment: Attachment, files: FileStore): Promise<Leaving> {
  permit(tx.actor, 'attachment.read') // 403
  refuseIfTaken(attachment) // 409
  const key = openedKey(tx, attachment)
  if (!(await isWhole(files, attachment, key))) throw new Refusal('attachments/content-lost') // 409
  const { kind, bytes, fileId } = attachment
  return { name: nameToSave(attachment), kind, bytes, fileId, key }
}

type Lying = Readonly<{ fileId: string; bytes: number }>

/** Whether a file lies there in its full length and its beginning opens; the rest is proved while it leaves. */
async function isWhole(files: FileStore, { fileId, bytes }: Lying, key: Buffer): Promise<boolean> {
  try {
    const reader = await files.open(fileId, key)
    try {
      await reader.read(0, 1)
      return reader.size === bytes
    } finally {
      await reader.close()
    }
  } catch {
    return false
  }
}
