import { type Selectable, sql } from 'kysely'
import { type AddAttachment, AttachmentKind } from '#contract/case/attachments.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import { type Sealed, versionOf } from '#server/platform/identifier-keys/index.ts'
import type { StagedFile } from '#server/platform/sealed-files/index.ts'
import { type Attachment, dayMilliseconds, type Weight } from './attachment.ts'

/** Where the key of a file belongs: sealed for it, it opens no other. */
export const attachmentKeyPlace = (fileId: string) => `attachment-key|${fileId}`

/** The key of a file, opened. */
export const openedKey = ({ keys }: Transaction, { fileId, keySealed }: Attachment): Buffer =>
  Buffer.from(keys.own.open(attachmentKeyPlace(fileId), keySealed), 'base64')

/** An attachment of a case that the actor has looked at, or 404. */
export async function lookAtAttachment(tx: Transaction, caseId: string, id: string): Promise<Attachment> {
  const [attachment] = await lookAtAttachments(tx, caseId, [id])
  if (!attachment) throw new Refusal('not-found')
  return attachment
}

/** Attachments of a case that the actor has looked at, in the order of their ids as given, or 404. */
export async function lookAtAttachments(
  tx: Transaction,
  caseId: string,
  ids: readonly string[],
): Promise<readonly Attachment[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('attachments')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', 'in', ids)
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = found.get(id)
    if (!row) throw new Refusal('not-found')
    tx.saw({ kind: 'attachment', id, caseId })
    return fromRow(row)
  })
}

const fromRow = ({ fileName, mediaType, bytes, ...row }: Selectable<Tables['attachments']>): Attachment => ({
  ...row,
  name: fileName,
  kind: AttachmentKind.parse(mediaType),
  bytes,
})

/** What the agency keeps, and what the actor brought in the last day. Whoever asks goes on alone until the end of the act. */
export async function weightOf(tx: Transaction): Promise<Weight> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attachments ${tx.actor.agencyId}`}, 0))`.execute(
    tx.db,
  )
  const since = new Date(tx.now.getTime() - dayMilliseconds)
  const { rows } = await sql<{ agencyBytes: string; workerBytes: string }>`
    select * from attachments_weigh(${since})`.execute(tx.db)
  const [row] = rows
  return { agencyBytes: Number(row?.agencyBytes), workerBytes: Number(row?.workerBytes) }
}

type NewAttachment = AddAttachment & Readonly<{ caseId: string; kind: AttachmentKind; staged: StagedFile }>

/** Writes what the file is and its key, sealed; that the file lies there is the caller's to see to. */
export async function insertAttachment(
  tx: Transaction,
  { id, caseId, title, name, kind, staged }: NewAttachment,
) {
  const keySealed: Sealed = tx.keys.own.seal(attachmentKeyPlace(staged.fileId), staged.key.toString('base64'))
  await tx.db
    .insertInto('attachments')
    .values({
      agencyId: tx.actor.agencyId,
      id,
      caseId,
      title,
      fileName: name,
      mediaType: kind,
      bytes: staged.size,
      sha256: staged.sha256,
      fileId: staged.fileId,
      keySealed,
      keyVersion: versionOf(keySealed),
      addedBy: tx.actor.workerId,
      addedAt: tx.now,
    })
    .execute()
}

/** Marks an attachment as taken away, against the version that was looked at. */
export async function markTaken(tx: Transaction, { id, version }: Attachment, reason: string) {
  const { numUpdatedRows } = await tx.db
    .updateTable('attachments')
    .set({ takenBy: tx.actor.workerId, takenAt: tx.now, takenReason: reason, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('changed-meanwhile')
}
