import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { differenceGround } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { PersonLine } from '#contract/people.ts'
import { LongText } from '#contract/text.ts'

/** The fields of a sheet that are chosen one by one; the birth date goes with how exactly it is known. */
export const MergeField = z.enum([
  'name',
  'otherNames',
  'sex',
  'birthDate',
  'idNumber',
  'phone',
  'address',
  'safeContact',
  'schoolOrWork',
  'language',
  'legalCapacity',
])
export type MergeField = z.infer<typeof MergeField>

/** Whose value stays: that of the record that is kept, of the one that goes into it, or both, one after the other. */
export const MergeChoice = z.enum(['kept', 'merged', 'both'])
export type MergeChoice = z.infer<typeof MergeChoice>

/** The fields in which two values can stand one after the other. */
export const joinable: readonly MergeField[] = [
  'otherNames',
  'phone',
  'address',
  'safeContact',
  'schoolOrWork',
  'language',
]

export const MergeChoices = z.strictObject(
  Object.fromEntries(MergeField.options.map((field) => [field, MergeChoice])) as Record<
    MergeField,
    typeof MergeChoice
  >,
)
export type MergeChoices = z.infer<typeof MergeChoices>

/** One field of both records, as a reader may see it: the identity number is masked. */
export const MergeFieldView = z.object({
  field: MergeField,
  kept: z.string(),
  merged: z.string(),
  same: z.boolean(),
})

export const MergePreviewQuery = z.strictObject({ with: Id })

/** Two records side by side before anybody proposes that they are one person. */
export const MergePreview = z.object({
  kept: PersonLine,
  merged: PersonLine,
  keptVersion: z.int(),
  mergedVersion: z.int(),
  fields: z.array(MergeFieldView),
  /** What goes along, as far as the reader sees it. */
  follows: z.object({ cases: z.int(), inquiries: z.int(), relations: z.int() }),
  /** When one of them was recorded, somebody saw the other and said that it is another. */
  saidToDiffer: z.array(
    z.object({ by: WorkerRef, at: Moment, ground: differenceGround.schema, note: z.string() }),
  ),
  /** Whether the same colleagues see both. While they do not, a merge would show somebody more, and is refused. */
  sameSight: z.boolean(),
})
export type MergePreview = z.infer<typeof MergePreview>

/** Proposes that two records are one person; somebody else decides. */
export const ProposePersonMerge = z.strictObject({
  id: Id,
  keptId: Id,
  mergedId: Id,
  keptVersion: z.int().min(1),
  mergedVersion: z.int().min(1),
  choices: MergeChoices,
  reason: LongText,
})
export type ProposePersonMerge = z.infer<typeof ProposePersonMerge>

export const DecidePersonMerge = z.strictObject({ merge: z.boolean(), reason: LongText })
export type DecidePersonMerge = z.infer<typeof DecidePersonMerge>

export const UndoPersonMerge = z.strictObject({ reason: LongText })
export type UndoPersonMerge = z.infer<typeof UndoPersonMerge>

export const PersonMergeState = z.enum(['proposed', 'refused', 'merged', 'undone'])
export type PersonMergeState = z.infer<typeof PersonMergeState>

const Named = z.object({ id: Id, name: z.string() })
const Done = z.object({ by: WorkerRef, at: Moment, reason: z.string() })

/** A line of the list of merges. */
export const PersonMergeLine = z.object({
  id: Id,
  state: PersonMergeState,
  kept: Named,
  merged: Named,
  reason: z.string(),
  proposedBy: WorkerRef,
  proposedAt: Moment,
})
export type PersonMergeLine = z.infer<typeof PersonMergeLine>

export const PersonMergeQuery = PageQuery.extend({ state: PersonMergeState.optional() })
export type PersonMergeQuery = z.infer<typeof PersonMergeQuery>
export const PersonMergePage = pageOf(PersonMergeLine)
export type PersonMergePage = z.infer<typeof PersonMergePage>

/** A proposal and what became of it. */
export const PersonMergeView = PersonMergeLine.extend({
  choices: MergeChoices,
  /** Both records as they are now, while it is not decided. */
  fields: z.array(MergeFieldView).nullable(),
  decided: Done.nullable(),
  undone: Done.nullable(),
  version: z.int(),
  abilities: z.object({ decide: Ability, undo: Ability }),
})
export type PersonMergeView = z.infer<typeof PersonMergeView>

/** What merging may say no with. */
export const personMergeRefusals = {
  'people/merge-with-self': 'malformed',
  'people/merge-choice': 'malformed',
  'people/merge-under-way': 'not-now',
  'people/merge-would-show': 'not-now',
  'people/merge-two-safe-addresses': 'not-now',
  'people/merge-outdated': 'not-now',
  'people/merge-decided': 'not-now',
} as const
