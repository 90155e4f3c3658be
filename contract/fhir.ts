import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import { Cursor } from '#contract/page.ts'
import { DraftText } from '#contract/text.ts'

/** The codes of FHIR R4 for how a Task stands (http://hl7.org/fhir/R4/valueset-task-status.html). */
export const taskStatuses = [
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'ready',
  'cancelled',
  'in-progress',
  'on-hold',
  'failed',
  'completed',
  'entered-in-error',
] as const
export const TaskStatus = z.enum(taskStatuses)
export type TaskStatus = z.infer<typeof TaskStatus>

/** Which tasks a partner asks for; the names are those of FHIR's search. */
export const TaskSearch = z.strictObject({
  status: TaskStatus.optional(),
  _count: z.coerce.number().int().min(1).max(100).default(25),
  after: Cursor.optional(),
})
export type TaskSearch = z.infer<typeof TaskSearch>

/**
 * A Task as a partner sends it back. They send it whole; what is read of it is the answer: its status, why, since when
 * there is help, and what came of it. Everything else of it is the referrer’s, and stays.
 */
export const AnsweredTask = z.looseObject({
  resourceType: z.literal('Task'),
  id: Id,
  status: TaskStatus,
  statusReason: z.looseObject({ text: DraftText.optional() }).optional(),
  executionPeriod: z
    .looseObject({
      start: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}(?:T\S{1,40})?$/u)
        .optional(),
    })
    .optional(),
  output: z
    .array(z.looseObject({ valueString: DraftText.optional() }))
    .max(20)
    .optional(),
})
export type AnsweredTask = z.infer<typeof AnsweredTask>

/** What leaves, as far as a description says it here; the rest is FHIR R4’s own. */
const resource = <Type extends string>(type: Type) =>
  z.looseObject({ resourceType: z.literal(type), id: z.string().optional() })
export const FhirTask = resource('Task')
export const FhirServiceRequest = resource('ServiceRequest')
export const FhirBundle = resource('Bundle')
export const FhirCapabilityStatement = resource('CapabilityStatement')
