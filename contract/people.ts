import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  birthDatePrecision,
  caseState,
  differenceGround,
  familyRelation,
  legalCapacity,
  riskLevel,
  sex,
  stage,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Cursor, pageOf } from '#contract/page.ts'
import { DraftLine, DraftText, PersonName } from '#contract/text.ts'

/** What is known of a person; kept bit for bit. Only the name must be there. */
export const PersonSheet = z.strictObject({
  name: PersonName,
  otherNames: DraftLine(400),
  sex: sex.schema,
  birthDate: Day.nullable(),
  birthPrecision: birthDatePrecision.schema,
  /**
   * GB 11643; checked, and kept in its 18 characters. It is shown masked (`110•••••••••••002X`), and stays what it is
   * when it comes back so; whoever needs all of it asks for it by itself.
   */
  idNumber: DraftLine(40).nullable(),
  phone: DraftLine(100),
  address: DraftLine(400),
  /** How and when the person can be reached without putting them in danger. */
  safeContact: DraftText,
  schoolOrWork: DraftLine(400),
  language: DraftLine(100),
  /** What an authority or court found; what follows from the age is added by rule. */
  legalCapacity: legalCapacity.schema,
})
export type PersonSheet = z.infer<typeof PersonSheet>

/**
 * The search that came before somebody is recorded: its token, as `duplicate-checks` answered it for this name; whom
 * of those it suggested are others, and why. Without it nobody is recorded.
 */
export const Sought = z.strictObject({
  search: z.string().max(80),
  others: z.array(Id).max(50).default([]),
  ground: differenceGround.schema.nullable().default(null),
  note: DraftLine(400).default(''),
})
export type Sought = z.infer<typeof Sought>

/** Records a person. Whatever is not known yet may be left out, except the name and the search before it. */
export const NewPerson = z.strictObject({
  id: Id,
  sought: Sought,
  name: PersonSheet.shape.name,
  otherNames: PersonSheet.shape.otherNames.default(''),
  sex: PersonSheet.shape.sex.default('9'),
  birthDate: PersonSheet.shape.birthDate.default(null),
  birthPrecision: PersonSheet.shape.birthPrecision.default('day'),
  idNumber: PersonSheet.shape.idNumber.default(null),
  phone: PersonSheet.shape.phone.default(''),
  address: PersonSheet.shape.address.default(''),
  safeContact: PersonSheet.shape.safeContact.default(''),
  schoolOrWork: PersonSheet.shape.schoolOrWork.default(''),
  language: PersonSheet.shape.language.default(''),
  legalCapacity: PersonSheet.shape.legalCapacity.default('full'),
})
export type NewPerson = z.input<typeof NewPerson>
/** The same with what was left out filled in. */
export type PersonToRecord = z.output<typeof NewPerson>

/** Full years; two different ends when the birth date is only vaguely known. */
export const AgeRange = z.object({ youngest: z.int(), oldest: z.int() })
export type AgeRange = z.infer<typeof AgeRange>

/** A person as far as a list needs: enough to tell namesakes apart, too little to misuse. */
export const PersonLine = z.object({
  id: Id,
  name: z.string(),
  sex: sex.schema,
  birthDate: z.string().nullable(),
  age: AgeRange.nullable(),
  /** The last four digits of the phone, or ''. */
  phoneTail: z.string(),
})
export type PersonLine = z.infer<typeof PersonLine>

/** What is looked for. It travels in a body, never in an address, and is never kept. */
export const PersonSearch = z.strictObject({
  text: DraftLine(200),
  limit: z.int().min(1).max(100).default(10),
  after: Cursor.optional(),
})
export type PersonSearch = z.input<typeof PersonSearch>
export const PersonPage = pageOf(PersonLine)
export type PersonPage = z.infer<typeof PersonPage>

/** Why a person in the records may be the one about to be recorded, strongest first. */
export const DuplicateReason = z.enum([
  'same-id-number',
  'same-name-and-birth-date',
  'same-name-and-phone',
  'id-number-one-digit-off',
  'similar-name-and-birth-date',
  'look-alike-name-and-birth-date',
  'one-letter-off-and-birth-date',
  'same-phone',
  'phone-one-digit-off',
  'same-name',
  'similar-name',
  'look-alike-name',
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** Who is about to be recorded, as far as it is known. */
export const DuplicateCheck = z.strictObject({
  name: PersonName,
  birthDate: Day.nullable().default(null),
  phone: DraftLine(100).default(''),
  idNumber: DraftLine(40).nullable().default(null),
})
export type DuplicateCheck = z.input<typeof DuplicateCheck>

/**
 * Who may already be there, most probable first. Nobody out of the asker's sight is among them. `search` is the token that
 * recording a person of this name asks for; it is good for an hour, and for whoever searched.
 */
export const DuplicateList = z.object({
  search: z.string(),
  candidates: z.array(z.object({ person: PersonLine, reasons: z.array(DuplicateReason) })),
})
export type DuplicateList = z.infer<typeof DuplicateList>

const RelationFacts = {
  kind: familyRelation.schema,
  guardian: z.boolean(),
  caregiver: z.boolean(),
  livesTogether: z.boolean(),
  /** What shows that this person is the guardian: household register, court decision. */
  proof: DraftText,
}

/** Says that `relativeId` is this person's mother, teacher, guardian …. */
export const NewRelation = z.strictObject({ id: Id, relativeId: Id, ...RelationFacts })
export type NewRelation = z.infer<typeof NewRelation>

/** Changes what was said of two people; `ended` closes it for good and keeps it as history. */
export const RelationSheet = z.strictObject({ ...RelationFacts, ended: z.boolean() })
export type RelationSheet = z.infer<typeof RelationSheet>

/** One person beside another, and what they are to them. */
export const RelationView = z.object({
  id: Id,
  person: PersonLine,
  phone: z.string(),
  ...RelationFacts,
  endedAt: Moment.nullable(),
  version: z.int(),
})
export type RelationView = z.infer<typeof RelationView>

/** Whose case or first contact it is: the person of the page, or somebody they take part for. */
const ClientRef = z.object({ id: Id, name: z.string() })

/** A case in which this person takes part and which the reader sees. */
export const PersonCase = z.object({
  id: Id,
  number: z.string(),
  client: ClientRef,
  stage: stage.schema,
  state: caseState.schema,
  emergency: z.boolean(),
  riskLevel: riskLevel.schema,
  openedAt: Moment,
  caseManager: WorkerRef,
})

/** A first contact by or about this person that the reader sees. */
export const PersonInquiry = z.object({
  id: Id,
  state: z.enum(['draft', 'registered', 'assessed', 'concluded']),
  receivedAt: Moment,
  /** Null while it names nobody yet. */
  client: ClientRef.nullable(),
  emergency: z.boolean().nullable(),
})

/** Worth a look, never in the way. */
export const PersonWarning = z.enum([
  'identity-number/area-unknown',
  'identity-number/old-format',
  'identity-number/birth-date-differs',
  'identity-number/sex-differs',
  'guardian-missing',
])
export type PersonWarning = z.infer<typeof PersonWarning>

/** A person as the reader sees them. */
export const PersonView = z.object({
  id: Id,
  sheet: PersonSheet,
  /** Where the person lives in hiding is told by itself, and to few: whether this reader is one of them, and whether it is known. */
  safeAddress: z.object({ sight: Ability, known: z.boolean() }),
  age: AgeRange.nullable(),
  isMinor: z.boolean(),
  /** Under 14 all that is known is sensitive, and a guardian consents. */
  underFourteen: z.boolean(),
  /** By rule, from age and finding. */
  legalCapacity: legalCapacity.schema,
  needsGuardian: z.boolean(),
  /** Who this person's relatives and other people around them are, guardians first. */
  relatives: z.array(RelationView),
  /** Whose relative this person is: `kind` says what this person is to them. */
  relativeOf: z.array(RelationView),
  cases: z.array(PersonCase),
  inquiries: z.array(PersonInquiry),
  warnings: z.array(PersonWarning),
  /** Under whose id the reader asked, when that record was merged into this one: when, and by which merge. */
  movedFrom: z.object({ id: Id, mergeId: Id, at: Moment }).nullable(),
  version: z.int(),
  abilities: z.object({ change: Ability, relate: Ability }),
})
export type PersonView = z.infer<typeof PersonView>

/** The whole identity number of a person, shown because somebody asked for it; null when none is known. */
export const IdNumberView = z.object({ idNumber: z.string().nullable() })
export type IdNumberView = z.infer<typeof IdNumberView>

/** Where somebody lives who must not be found. Empty when nothing is known any more. */
export const SafeAddressSheet = z.strictObject({ address: DraftText })
export type SafeAddressSheet = z.infer<typeof SafeAddressSheet>

/** A safe address as whoever may see it sees it; version 0 while none was ever written. */
export const SafeAddressView = z.object({ address: z.string(), version: z.int() })
export type SafeAddressView = z.infer<typeof SafeAddressView>

/** What the people module may say no with. */
export const peopleRefusals = {
  'identity-number/shape': 'malformed',
  'identity-number/birth-date': 'malformed',
  'identity-number/checksum': 'malformed',
  'people/born-in-the-future': 'malformed',
  'people/search-first': 'not-now',
  'people/maybe-known': 'not-now',
  'people/related-to-self': 'malformed',
  'people/already-related': 'not-now',
  'people/relation-ended': 'not-now',
  'people/guardian-is-a-minor': 'unfinished',
  'people/guardian-lacks-capacity': 'unfinished',
} as const
