import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { role } from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'

/** What was done with a record. */
export const AuditAct = z.enum(['look', 'change', 'print', 'export', 'break-glass'])
export type AuditAct = z.infer<typeof AuditAct>

/** Whether it was done, or tried and refused. */
export const AuditOutcome = z.enum(['done', 'refused'])
export type AuditOutcome = z.infer<typeof AuditOutcome>

/** One line of the audit log. It names workers and references, never what a record says. */
export const AuditLine = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  worker: WorkerRef,
  role: z.union([role.schema, z.literal('link-receiver'), z.literal('partner')]),
  operation: z.string(),
  act: AuditAct,
  /** Whether it was seen by break-glass, and only so. */
  byBreakGlass: z.boolean(),
  outcome: AuditOutcome,
  subjectKind: z.string(),
  subjectId: Id.nullable(),
  caseId: Id.nullable(),
  /** The number of that case; null where none is meant or there is none. */
  caseNumber: z.string().nullable(),
  /** How many rows of a list were shown. */
  listed: z.int(),
})
export type AuditLine = z.infer<typeof AuditLine>
export const AuditPage = pageOf(AuditLine)

/** What the owner of a case may look for among its lines: looks, changes, prints or exports, what was refused, what others did. */
export const CaseAuditQuery = PageQuery.extend({
  act: AuditAct.optional(),
  outcome: AuditOutcome.optional(),
  who: z.enum(['everybody', 'others']).default('everybody'),
})
export type CaseAuditQuery = z.infer<typeof CaseAuditQuery>

/** What an inspector may look for. */
export const AuditQuery = PageQuery.extend({
  day: Day.optional(),
  workerId: Id.optional(),
  act: AuditAct.optional(),
  outcome: AuditOutcome.optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>
