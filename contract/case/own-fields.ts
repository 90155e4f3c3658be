import { z } from 'zod'
import { Ability } from '#contract/access.ts'
import { Id } from '#contract/ids.ts'
import { Field, ownRecord } from '#contract/settings/index.ts'
import { DraftText } from '#contract/text.ts'

/** An answer to a field of the agency: words or a day or a code, a number, yes or no, several codes; null is none yet. */
export const OwnAnswer = z.union([
  DraftText,
  z.number(),
  z.boolean(),
  z.array(z.string().max(40)).max(100),
  z.null(),
])
export type OwnAnswer = z.infer<typeof OwnAnswer>

/** Keeps the answers in a record that is being written, by the id of the field. */
export const OwnAnswers = z.strictObject({ answers: z.record(Id, OwnAnswer) })
export type OwnAnswers = z.infer<typeof OwnAnswers>

/** A field with its id and the number of its version. */
export const OwnField = Field.extend({ id: Id, ordinal: z.int() })
export type OwnField = z.infer<typeof OwnField>

/** The agency's own fields of one record and what stands in them: those in force, or once it is signed those it was signed with. */
export const OwnFieldsView = z.object({
  record: ownRecord,
  fields: z.array(OwnField),
  answers: z.record(z.string(), OwnAnswer),
  /** They stand beside an assessment of which this reader need not know the analysis: no answer is sent. */
  masked: z.boolean(),
  sealed: z.boolean(),
  version: z.int(),
  abilities: z.object({ write: Ability }),
})
export type OwnFieldsView = z.infer<typeof OwnFieldsView>

/** What the agency's own fields may say no with. */
export const ownFieldRefusals = {
  'own-fields/no-such-field': 'unfinished',
  'own-fields/required': 'unfinished',
  'own-fields/not-open-by-hand': 'not-now',
} as const
