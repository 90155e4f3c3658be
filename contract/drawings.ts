import { z } from 'zod'
import { Ability } from '#contract/access.ts'
import { Day } from '#contract/dates.ts'
import {
  childKinds,
  genders,
  linkFlows,
  linkStrengths,
  personMarks,
  personStatuses,
  systemDomains,
  tieKinds,
  unionTypes,
} from '#contract/drawing-codes.ts'
import { Id } from '#contract/ids.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine, ShortText } from '#contract/text.ts'

/** The name of something within one picture: given by whoever draws it. */
const Key = ShortText(120)

/** A date as far as it is known: `1970`, `1970-05` or `1970-05-01`. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .meta({ format: 'date', examples: ['1970', '1970-05', '1970-05-01'] })

/**
 * Somebody of a family. Of whom a record exists, `personId` names it; name, sex and birth then come from the
 * record, and what is sent of them is not kept here.
 */
const FamilyPerson = z.strictObject({
  id: Key,
  personId: Id.nullable(),
  name: DraftLine(200),
  sex: z.enum(genders),
  genderIdentity: z.enum(genders).nullable(),
  birth: PartialDay.nullable(),
  birthAbout: z.boolean(),
  death: PartialDay.nullable(),
  status: z.enum(personStatuses),
  occupation: DraftLine(200),
  city: DraftLine(200),
  education: DraftLine(200),
  marks: z.array(z.enum(personMarks)).max(personMarks.length),
})

const FamilyUnion = z.strictObject({
  id: Key,
  partnerA: Key,
  partnerB: Key.nullable(),
  type: z.enum(unionTypes),
  start: PartialDay.nullable(),
  separation: PartialDay.nullable(),
  divorce: PartialDay.nullable(),
  reunion: PartialDay.nullable(),
  /** Also where nobody knows since when. */
  separated: z.boolean(),
  divorced: z.boolean(),
})

const FamilyChild = z.strictObject({
  union: Key,
  child: Key,
  kind: z.enum(childKinds),
  twinGroup: Key.nullable(),
  twinIdentical: z.boolean(),
  adoptedOn: PartialDay.nullable(),
})

const FamilyTie = z.strictObject({
  a: Key,
  b: Key,
  kind: z.enum(tieKinds),
  start: PartialDay.nullable(),
  end: PartialDay.nullable(),
})

const FamilyHousehold = z.strictObject({ members: z.array(Key).max(60), label: DraftLine(200) })

/** A family as it is kept: who belongs to it, couples, whose children they are, emotional lines, who lives together. */
export const FamilySheet = z.strictObject({
  persons: rowsOf(FamilyPerson, 150, 'id', 1),
  unions: rowsOf(FamilyUnion, 150),
  childLinks: z.array(FamilyChild).max(200),
  ties: z.array(FamilyTie).max(200),
  households: z.array(FamilyHousehold).max(20),
})
export type FamilySheet = z.infer<typeof FamilySheet>
export type FamilyMember = FamilySheet['persons'][number]

/** The family of a person; null while nothing but relations is recorded. Version 0 is of what nobody has written yet. */
export const FamilyView = z.object({
  family: FamilySheet.nullable(),
  /** Illnesses, losses and emotional lines are not sent to whoever need not know them; the version is 0 then. */
  masked: z.boolean(),
  version: z.int(),
  abilities: z.object({ write: Ability }),
})
export type FamilyView = z.infer<typeof FamilyView>

/** A system around the client, with the link to it. `member` is whose link it is; null for all of them. */
const EcomapSystem = z.strictObject({
  id: Key,
  name: DraftLine(200),
  domain: z.enum(systemDomains),
  member: Key.nullable(),
  strength: z.enum(linkStrengths),
  stress: z.int().min(0).max(3),
  flow: z.enum(linkFlows),
  note: DraftLine(200),
})
export type EcomapSystem = z.infer<typeof EcomapSystem>

const EcomapMember = z.strictObject({
  id: Key,
  name: DraftLine(200),
  sex: z.enum(genders),
  index: z.boolean(),
})

/** How it stood on one day. */
const EcomapDay = z.strictObject({
  id: Key,
  day: Day,
  centre: DraftLine(200),
  members: rowsOf(EcomapMember, 12),
  systems: rowsOf(EcomapSystem, 40),
})
export type EcomapDay = z.infer<typeof EcomapDay>

/** Every ecomap of a case, one for each day on which it was drawn. */
export const EcomapSheet = z.strictObject({ days: rowsOf(EcomapDay, 40) })
export type EcomapSheet = z.infer<typeof EcomapSheet>

/** The ecomaps of a case; version 0 while there is none, and where they are not sent to whoever need not know them. */
export const EcomapView = EcomapSheet.extend({
  masked: z.boolean(),
  version: z.int(),
  abilities: z.object({ write: Ability }),
})
export type EcomapView = z.infer<typeof EcomapView>

/** What pictures may say no with. */
export const drawingRefusals = {
  'drawings/not-drawable': 'unfinished',
  'drawings/stranger': 'unfinished',
} as const
