import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { LongText, ShortText } from '#contract/text.ts'

/** What a file was called where it came from: one line, kept bit for bit; it is shown, and never made into a path. */
export const FileName = ShortText(255)

/**
 * What is said of a file that is added to a case. The file itself is the body of the request, as it is; this goes in
 * three headers (`attachment-id`, `attachment-title`, `attachment-name`), the texts percent-encoded, so that no name
 * stands in an address, where servers in between write it down.
 */
export const AddAttachment = z.strictObject({ id: Id, title: ShortText(200), name: FileName })
export type AddAttachment = z.infer<typeof AddAttachment>

/** The kinds that are taken, by their content. */
export const AttachmentKind = z.enum([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'audio/mpeg',
  'audio/mp4',
])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** How the name of each kind ends, the usual ending first. */
export const attachmentEndings: Readonly<Record<AttachmentKind, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'csv', 'md', 'log'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
}

/** One attachment of a case. Its content is fetched by itself, as long as it was not taken away. */
export const AttachmentView = z.object({
  id: Id,
  caseId: Id,
  title: z.string(),
  name: z.string(),
  kind: AttachmentKind,
  bytes: z.int(),
  /** SHA-256 of what is kept, in hex. */
  sha256: z.string(),
  addedBy: WorkerRef,
  addedAt: z.iso.datetime(),
  /** When, by whom and why it was taken away; null while it is there. */
  taken: z.object({ by: WorkerRef, at: z.iso.datetime(), reason: z.string() }).nullable(),
  version: z.int(),
  abilities: z.object({ read: Ability, takeAway: Ability }),
})
export type AttachmentView = z.infer<typeof AttachmentView>

/** The attachments of a case, newest first, and what the reader may do. */
export const AttachmentPage = pageOf(AttachmentView).extend({
  abilities: z.object({ add: Ability }),
  /** The most bytes that one file may have. */
  mostBytes: z.int(),
})
export type AttachmentPage = z.infer<typeof AttachmentPage>

export const AttachmentQuery = PageQuery

/** Takes an attachment away: why it should not be there. */
export const TakeAwayAttachment = z.strictObject({ reason: LongText })
export type TakeAwayAttachment = z.infer<typeof TakeAwayAttachment>

/** What the attachments of a case may say no with. */
export const attachmentRefusals = {
  'attachments/too-large': 'too-large',
  'attachments/empty': 'unfinished',
  'attachments/kind-not-accepted': 'unfinished',
  'attachments/not-what-its-name-says': 'unfinished',
  'attachments/name-not-allowed': 'unfinished',
  'attachments/archive-too-large': 'unfinished',
  'attachments/archive-unsafe': 'unfinished',
  'attachments/holds-macros': 'unfinished',
  'attachments/image-broken': 'unfinished',
  'attachments/image-too-large': 'unfinished',
  'attachments/text-unreadable': 'unfinished',
  'attachments/day-used-up': 'not-now',
  'attachments/agency-full': 'not-now',
  'attachments/taken-away': 'not-now',
  'attachments/content-lost': 'not-now',
} as const
