import { type AttachmentPage, AttachmentView } from '#contract/case/attachments.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { type AttachmentRow, attachmentRow, attachmentRows } from './attachments.queries.ts'

/** The attachments of a case as this reader sees them, with what they may do. The list is a look of its own. */
export async function viewAttachments(
  tx: Transaction,
  caseId: string,
  query: PageQuery,
  mostBytes: number,
): Promise<AttachmentPage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await attachmentRows(tx, caseId, query)
  return {
    rows: page.rows.map((row) => viewOf(tx, caseFile, row)),
    next: page.next,
    abilities: {
      add: abilityFor(tx.actor, 'attachment.add', { team: caseFile.team }, caseFile.state !== 'archived'),
    },
    mostBytes,
  }
}

/** One attachment as this reader sees it. */
export async function viewAttachment(tx: Transaction, caseId: string, id: string): Promise<AttachmentView> {
  return viewOf(tx, await lookAtCase(tx, caseId), await attachmentRow(tx, caseId, id))
}

function viewOf(
  { actor }: Transaction,
  { team, state }: CaseFile,
  { fileName, mediaType, bytes, ...row }: AttachmentRow,
): AttachmentView {
  const there = row.takenAt === null
  return AttachmentView.parse({
    ...row,
    name: fileName,
    kind: mediaType,
    bytes,
    addedBy: { id: row.addedById, name: row.addedByName },
    addedAt: row.addedAt.toISOString(),
    taken: row.takenAt && {
      by: { id: row.takenById, name: row.takenByName },
      at: row.takenAt.toISOString(),
      reason: row.takenReason,
    },
    abilities: {
      read: abilityFor(actor, 'attachment.read', {}, there),
      takeAway: abilityFor(actor, 'attachment.take-away', { team }, there && state !== 'archived'),
    },
  })
}
