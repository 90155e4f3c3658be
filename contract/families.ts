import { z } from 'zod'
import { Ability } from '#contract/access.ts'
import { familyRelation } from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PersonCase, PersonLine } from '#contract/people.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine, DraftText, ShortText } from '#contract/text.ts'

/** Somebody in a family, from one day until another; `part` in the family's own words. */
export const FamilyMemberSheet = z.strictObject({
  id: Id,
  personId: Id,
  part: DraftLine(100),
  since: Day.nullable(),
  until: Day.nullable(),
})
export type FamilyMemberSheet = z.infer<typeof FamilyMemberSheet>

const sheet = { name: ShortText(200), note: DraftText, members: rowsOf(FamilyMemberSheet, 60) }

/** A family as the unit that is served. */
export const NewFamily = z.strictObject({ id: Id, ...sheet })
export type NewFamily = z.infer<typeof NewFamily>

/** The sheet of a family, saved whole; members out of the writer's sight are no part of it and stay. */
export const FamilySheet = z.strictObject(sheet)
export type FamilySheet = z.infer<typeof FamilySheet>

export const FamilyRef = z.object({ id: Id, name: z.string() })
export type FamilyRef = z.infer<typeof FamilyRef>

/** A family as far as the reader sees its members, what they are to each other, and the cases. */
export const FamilyView = z.object({
  id: Id,
  name: z.string(),
  note: z.string(),
  members: z.array(
    z.object({
      id: Id,
      person: PersonLine,
      isMinor: z.boolean(),
      underFourteen: z.boolean(),
      part: z.string(),
      since: Day.nullable(),
      until: Day.nullable(),
    }),
  ),
  ties: z.array(
    z.object({ personId: Id, relativeId: Id, kind: familyRelation.schema, guardian: z.boolean() }),
  ),
  /** The cases of its members; `serves` says that the case serves the family as a whole. */
  cases: z.array(PersonCase.extend({ serves: z.boolean() })),
  version: z.int(),
  abilities: z.object({ change: Ability }),
})
export type FamilyView = z.infer<typeof FamilyView>

/** The families of a person. */
export const FamilyList = z.object({ families: z.array(FamilyRef) })
export type FamilyList = z.infer<typeof FamilyList>

/** The family that a case serves as a whole, or none; version 0 while nobody ever said. */
export const ServedFamilyView = z.object({ family: FamilyRef.nullable(), version: z.int() })
export type ServedFamilyView = z.infer<typeof ServedFamilyView>

/** Says that a case serves a family as a whole, or no longer. */
export const ServeFamily = z.strictObject({ familyId: Id.nullable() })
export type ServeFamily = z.infer<typeof ServeFamily>

export const familyRefusals = { 'families/twice-a-member': 'malformed' } as const
