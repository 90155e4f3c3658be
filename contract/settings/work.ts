import { z } from 'zod'
import { serviceField, stage, standardOf, workflowTemplate } from '#contract/codes/index.ts'
import { Id } from '#contract/ids.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine } from '#contract/text.ts'
import { Names, Words } from './names.ts'

/**
 * In which order cases that are opened from now on go: at the agency as a whole, or at one site of it.
 * Null at a site that goes by the agency's again.
 */
export const Workflow = z.strictObject({ template: workflowTemplate.schema.nullable() })
export type Workflow = z.infer<typeof Workflow>

/** In the cases of which template something is asked or set; null is in all of them. */
const OnlyIn = workflowTemplate.schema.nullable().default(null)

const Letters = z.string().regex(/^[A-Z0-9]{0,8}$/u)

/** What a case number is made of, in this order; the running number begins anew with each other beginning. */
export const CaseNumber = z.strictObject({
  prefix: Letters,
  /** Letters for the first service field of the case, where the agency counts by field; an own field counts as its parent. */
  fieldLetters: rowsOf(
    z.strictObject({ field: serviceField.schema, letters: Letters }),
    serviceField.codes.length,
    'field',
  ),
  withYear: z.boolean(),
  width: z.int().min(1).max(8),
  separator: z.enum(['-', '/', '']),
})
export type CaseNumber = z.infer<typeof CaseNumber>

/** What stands before the running number in a case of this field opened in this year. */
export function numberStem(
  { prefix, fieldLetters, withYear, separator }: CaseNumber,
  year: number,
  field: string,
) {
  const letters = fieldLetters.find((one) => one.field === standardOf<string>(field))?.letters ?? ''
  const parts = [prefix, letters, withYear ? String(year) : ''].filter((part) => part !== '')
  return parts.map((part) => part + separator).join('')
}

/** A case number as it will look. */
export const numberFrom = (pattern: CaseNumber, year: number, field: string, running: number) =>
  numberStem(pattern, year, field) + String(running).padStart(pattern.width, '0')

/** The records of a case that are signed, to which an agency may add fields of its own. */
export const ownRecord = z.enum([
  'interview',
  'assessment',
  'plan',
  'process-record',
  'evaluation',
  'closing',
])
export type OwnRecord = z.infer<typeof ownRecord>

export const fieldTypes = ['text', 'long-text', 'number', 'date', 'choice', 'choices', 'yes-no'] as const

/** A field that the agency adds to a record, without a programmer. */
export const Field = z.strictObject({
  record: ownRecord,
  type: z.enum(fieldTypes),
  label: Names,
  help: Words,
  /** Whether the record is signed only when it is answered. */
  required: z.boolean(),
  /** Where it stands among the agency's fields of the record; the smallest first. */
  order: z.int().min(0).max(1_000),
  /** What can be chosen, for `choice` and `choices`. */
  choices: rowsOf(
    z.strictObject({ code: z.string().regex(/^[a-z0-9-]{1,40}$/u), label: Names, retired: z.boolean() }),
    100,
    'code',
  ),
  template: OnlyIn,
  retired: z.boolean(),
})
export type Field = z.infer<typeof Field>

/** What a rule waits for. */
export const RuleEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stage-opened'), stage: stage.schema }),
  z.strictObject({ kind: z.literal('record-signed'), record: ownRecord }),
  z.strictObject({ kind: z.literal('case-closed') }),
  /** When a record is signed in which the agency's field has this answer: a code, yes, no or the words. */
  z.strictObject({ kind: z.literal('field-value'), fieldId: Id, value: DraftLine(200) }),
])
export type RuleEvent = z.infer<typeof RuleEvent>

/** A deadline that the agency sets itself: when something happens, somebody has something to do in so many days. */
export const DeadlineRule = z.strictObject({
  name: Names,
  when: RuleEvent,
  days: z.int().min(0).max(1_000),
  unit: z.enum(['working-days', 'days']),
  who: z.enum(['case-manager', 'supervisor']),
  template: OnlyIn,
  retired: z.boolean(),
})
export type DeadlineRule = z.infer<typeof DeadlineRule>
