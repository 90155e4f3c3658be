import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  collectionContactKind,
  collectionMethod,
  withOwn,
  evidenceField,
  findingSide,
  noticeWay,
  perspective,
  receiverKind,
  sensitiveKind,
  sourceStance,
  systemLevel,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftLine, DraftText, LongText, ShortText } from '#contract/text.ts'

const SensitiveKinds = z.array(sensitiveKind.schema).max(sensitiveKind.codes.length)

/** What one source said to a finding: who, by which method, when. */
const Source = z.strictObject({
  id: Id,
  says: LongText,
  saidBy: perspective.schema,
  /** Who exactly, as far as it matters: “班主任周老师”. */
  saidByName: DraftLine(200),
  method: withOwn(collectionMethod),
  learnedOn: Day,
  /** The visit or consultation in which it was learned. */
  contactId: Id.nullable(),
})

/** A fact of the assessment with its first source. What is written down stays; it is contradicted, settled or taken back. */
export const RecordFinding = z.strictObject({
  id: Id,
  field: evidenceField.schema,
  /** What it is about, in a line: “谁在夜里照顾他”. */
  matter: ShortText(200),
  side: findingSide.schema,
  level: systemLevel.schema,
  sensitiveKinds: SensitiveKinds,
  source: Source,
})
export type RecordFinding = z.infer<typeof RecordFinding>

/** A further source beside those that are there: it says the same, or otherwise. */
export const AddSource = Source.extend({ stance: sourceStance.schema })
export type AddSource = z.infer<typeof AddSource>

/** Settles a contradiction: what is held to be so now, and why. */
export const SettleContradiction = z.strictObject({ note: LongText })
export type SettleContradiction = z.infer<typeof SettleContradiction>

/** Takes back a source that was written down in error. */
export const TakeBackSource = z.strictObject({ sourceId: Id, reason: ShortText(500) })
export type TakeBackSource = z.infer<typeof TakeBackSource>

const SourceView = AddSource.strip().extend({
  // What is masked does not leave the server.
  says: z.string().nullable(),
  saidByName: z.string().nullable(),
  recordedBy: WorkerRef,
  recordedAt: Moment,
  takenBack: z.object({ by: WorkerRef, at: Moment, reason: z.string().nullable() }).nullable(),
})

/** One finding with every source beside the others. `masked`: sensitive, and not for this reader. */
export const FindingView = z.object({
  id: Id,
  field: evidenceField.schema,
  matter: z.string().nullable(),
  side: findingSide.schema,
  level: systemLevel.schema,
  sensitiveKinds: SensitiveKinds,
  masked: z.boolean(),
  /** A source says otherwise, and nobody has settled it since. */
  contradicted: z.boolean(),
  sources: z.array(SourceView),
  settlements: z.array(z.object({ note: z.string().nullable(), by: WorkerRef, at: Moment })),
  version: z.int(),
  abilities: z.object({ add: Ability, settle: Ability }),
})
export type FindingView = z.infer<typeof FindingView>

/** Which findings are listed: those of one field, or those that contradict themselves; all of them without either. */
export const FindingQuery = PageQuery.extend({
  field: evidenceField.schema.optional(),
  show: z.enum(['all', 'contradicted']).default('all'),
})
export type FindingQuery = z.infer<typeof FindingQuery>

/** Tells the notice and the limits of confidentiality before anything is collected. */
export const TellNotice = z.strictObject({
  id: Id,
  personId: Id,
  toldOn: Day,
  way: noticeWay.schema,
  language: ShortText(100),
  /** That some things are not kept: danger to somebody, harm to a child, what a law demands. */
  limitsTold: z.literal(true),
  note: DraftLine(500),
})
export type TellNotice = z.infer<typeof TellNotice>

const NoticeTold = TellNotice.strip()
  .omit({ personId: true })
  .extend({
    to: z.object({ name: z.string(), part: z.enum(['client', 'guardian']) }),
    recordedBy: WorkerRef,
    recordedAt: Moment,
  })

/** How much of the picture is there: from whom it was learned, on which levels, in which fields. */
export const EvidenceCover = z.object({
  perspectives: z.array(perspective.schema),
  levels: z.array(systemLevel.schema),
  fields: z.array(evidenceField.schema),
  findings: z.int(),
  contradicted: z.int(),
})
export type EvidenceCover = z.infer<typeof EvidenceCover>

/** What was collected in a case, newest first, how complete it is, and the notice that was told before. */
export const FindingPage = pageOf(FindingView).extend({
  cover: EvidenceCover,
  notice: NoticeTold.nullable(),
  /** The client and the guardians: whom the notice is told. */
  people: z.array(z.object({ id: Id, name: z.string(), part: z.enum(['client', 'guardian']) })),
  abilities: z.object({ record: Ability, tell: Ability }),
})
export type FindingPage = z.infer<typeof FindingPage>

/** A visit, a group discussion or a consultation, with what was found. */
export const RecordCollectionContact = z.strictObject({
  id: Id,
  kind: collectionContactKind.schema,
  heldOn: Day,
  place: DraftLine(200),
  /** Who was met: names, and what they are to the client. */
  met: ShortText(500),
  findings: LongText,
  sensitiveKinds: SensitiveKinds,
  /** Of a consultation: the profession, what was asked, and whether the client was named to them. */
  profession: DraftLine(100),
  question: DraftText,
  named: z.boolean(),
  receiverKind: receiverKind.schema.nullable(),
})
export type RecordCollectionContact = z.infer<typeof RecordCollectionContact>

/** A visit or consultation as its reader sees it; it is written once. */
export const CollectionContactView = RecordCollectionContact.strip().extend({
  met: z.string().nullable(),
  findings: z.string().nullable(),
  question: z.string().nullable(),
  masked: z.boolean(),
  recordedBy: WorkerRef,
  recordedAt: Moment,
})
export type CollectionContactView = z.infer<typeof CollectionContactView>

/** The visits and consultations of a case, newest first. */
export const CollectionContactPage = pageOf(CollectionContactView).extend({
  abilities: z.object({ record: Ability }),
})
export type CollectionContactPage = z.infer<typeof CollectionContactPage>

/** What collecting data may say no with. */
export const evidenceRefusals = {
  'evidence/notice-not-told': 'not-now',
  'evidence/not-contradicted': 'not-now',
  'evidence/taken-back': 'not-now',
  'evidence/no-such-source': 'unfinished',
  'evidence/no-such-contact': 'unfinished',
  'evidence/in-the-future': 'unfinished',
  'evidence/not-consented': 'unfinished',
  'evidence/not-client-or-guardian': 'unfinished',
} as const
