import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { Id } from '#contract/ids.ts'
import { pageOf } from '#contract/page.ts'
import { Names } from '#contract/settings/names.ts'

/** What a stage asks to be done. Each opens when its time comes and is settled by the act that does it. */
export const TaskKind = z.enum([
  'register-inquiry',
  'assess-inquiry',
  'decide-inquiry',
  'answer-emergency',
  'check-in-wait',
  'hold-interview',
  'write-assessment',
  'cosign-assessment',
  'confirm-assessment',
  'write-plan',
  'cosign-plan',
  'confirm-plan',
  'activate-plan',
  'contact-client',
  'review-plan',
  'evaluate',
  'cosign-evaluation',
  'close-case',
  'approve-closing',
  'mend-closing',
  'follow-up',
  'archive-case',
  'review-break-glass',
  // What a deadline rule of the agency asks for; it is settled by whoever says that it is done.
  'own-rule',
  'decide-alert',
  'await-referral-reply',
  'confirm-referral',
  'decide-file-copy',
  'hand-over-file-copy',
])
export type TaskKind = z.infer<typeof TaskKind>

/** One row of Today: what is due, for whom, and where one click leads. */
export const DueItem = z.object({
  id: Id,
  /** A task of a stage, or a step of a plan. */
  kind: z.union([TaskKind, z.literal('plan-step')]),
  dueAt: z.iso.datetime(),
  caseId: Id.nullable(),
  caseNumber: z.string().nullable(),
  inquiryId: Id.nullable(),
  subjectId: Id.nullable(),
  /** The person it is about; null while a first contact names nobody yet. */
  personName: z.string().nullable(),
  /** What a plan step says. */
  what: z.string(),
  /** How a rule of the agency calls its work. */
  names: Names.nullable(),
  emergency: z.boolean(),
})
export type DueItem = z.infer<typeof DueItem>
export const DuePage = pageOf(DueItem)

/** What waits for my co-signature or approval, and whose case it is. */
export const ReviewLine = DueItem.extend({ kind: TaskKind, manager: WorkerRef.nullable() })
export type ReviewLine = z.infer<typeof ReviewLine>
export const ReviewPage = pageOf(ReviewLine)

/** What a worker must be told. */
export const NoticeKind = z.enum([
  'emergency',
  'closing-returned',
  'closing-approved',
  'cosignature-given',
  'case-assigned',
  'break-glass-opened',
  'appointment-soon',
  'appointment-booked',
  'appointment-changed',
  'appointment-cancelled',
  'scale-alert',
  'referral-received',
  'referral-answered',
  'referral-silent',
  'referral-cancelled',
  'referral-sight-ended',
  'link-guessed',
  'link-answered',
])
export type NoticeKind = z.infer<typeof NoticeKind>

export const Notice = z.object({
  id: Id,
  kind: NoticeKind,
  toldAt: z.iso.datetime(),
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
  personName: z.string().nullable(),
})
export type Notice = z.infer<typeof Notice>
export const NoticePage = pageOf(Notice)
