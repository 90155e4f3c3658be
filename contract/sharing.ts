import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  accompaniment,
  exceptionGround,
  fileSection,
  packageLine,
  receiverKind,
  referralKind,
  referralMove,
  referralParty,
  referralReason,
  withOwn,
  referralState,
  referralUrgency,
  referralWay,
  sensitiveKind,
  sightEnd,
} from '#contract/codes/index.ts'
import { Receiver } from '#contract/consent.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftLine, DraftText } from '#contract/text.ts'

/** The sheet of a referral as it is written (F06). Much may still be empty; sending asks what must be there. */
export const ReferralSheet = z.strictObject({
  kind: referralKind.schema,
  reason: withOwn(referralReason),
  urgency: referralUrgency.schema,
  way: referralWay.schema,
  /** The agency that works here; null for a link or a letter. Its name is then its own. */
  receiverAgencyId: Id.nullable(),
  /** The partner whose own program reads and answers it; null for everybody else. */
  receiverPartnerId: Id.nullable().default(null),
  receiverKind: receiverKind.schema,
  receiverName: DraftLine(200),
  /** Whom to ask for, and how. */
  receiverContact: DraftLine(400),
  /** The language in which a link or a letter speaks. */
  receiverLanguage: Language,
  serviceNeeded: DraftText,
  summary: DraftText,
  done: DraftText,
  expectation: DraftText,
  accompaniment: accompaniment.schema.nullable(),
  /** The sections of the case file that are ticked to be shared. */
  sections: z.array(fileSection.schema).max(fileSection.codes.length),
  sensitiveKinds: z.array(sensitiveKind.schema).max(sensitiveKind.codes.length),
  /** When an answer is due; null leaves it to the agency’s deadline. */
  replyBy: Day.nullable(),
})
export type ReferralSheet = z.infer<typeof ReferralSheet>

/** Opens a referral out of a case or a first contact. */
export const OpenReferral = ReferralSheet.extend({
  id: Id,
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
})
export type OpenReferral = z.infer<typeof OpenReferral>

/** One value of a package: words as typed, or a code that each reader reads in their own language. */
export const PackageValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('code'), list: z.string(), code: z.string() }),
  /** A day, a month or a year, as precisely as it is known. */
  z.strictObject({ kind: z.literal('date'), date: z.string() }),
])
export type PackageValue = z.infer<typeof PackageValue>

/** A labelled line of a section. */
export const PackageRow = z.strictObject({
  line: packageLine.schema,
  values: z.array(PackageValue).min(1),
})
export type PackageRow = z.infer<typeof PackageRow>

/** One section that is shared; empty where the file holds nothing of it. */
export const PackageSection = z.strictObject({ section: fileSection.schema, rows: z.array(PackageRow) })
export type PackageSection = z.infer<typeof PackageSection>

/**
 * What the receiver gets, whole and frozen: the referral itself, and of the case file only sections that were ticked and
 * consented to. The same tree is drawn for whoever sends it, whoever receives it, and on paper.
 */
export const ReferralPackage = z.strictObject({
  form: z.literal('alongside referral 1'),
  referralId: Id,
  from: z.strictObject({ agency: z.string(), worker: z.string() }),
  /** The name is empty while a draft has no receiver yet. */
  to: Receiver.extend({ name: z.string(), contact: z.string() }),
  kind: referralKind.schema,
  reason: referralReason.schema,
  urgency: referralUrgency.schema,
  serviceNeeded: z.string(),
  summary: z.string(),
  done: z.string(),
  expectation: z.string(),
  accompaniment: accompaniment.schema.nullable(),
  replyBy: Day,
  sections: z.array(PackageSection),
  sensitiveKinds: z.array(sensitiveKind.schema),
  /** On which grounds it is shared without consent; absent where everything in it is consented to. */
  withoutConsent: z.array(exceptionGround.schema).min(1).optional(),
})
export type ReferralPackage = z.infer<typeof ReferralPackage>

/** The package as it would be sent now, or as it was sent, and what of the ticked is not consented to. */
export const PackageView = z.object({
  contents: ReferralPackage,
  /** The fingerprint of what was sent; null while it is only a preview. */
  hash: z.string().nullable(),
  missing: z.object({
    sections: z.array(fileSection.schema),
    kinds: z.array(sensitiveKind.schema),
  }),
})
export type PackageView = z.infer<typeof PackageView>

/** One step with its date. */
export const ReferralStep = z.object({
  move: referralMove.schema,
  state: referralState.schema,
  party: referralParty.schema,
  name: z.string(),
  words: z.string(),
  at: Moment,
})
export type ReferralStep = z.infer<typeof ReferralStep>

/** That and why a package is no longer seen. */
const SightEnded = z.object({ at: Moment, why: sightEnd.schema })

/** A referral as its referrer sees it. */
export const ReferralView = z.object({
  id: Id,
  person: z.object({ id: Id, name: z.string() }),
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
  sheet: ReferralSheet,
  state: referralState.schema,
  stateWords: z.string(),
  author: WorkerRef,
  createdAt: Moment,
  sent: z.object({ by: WorkerRef, at: Moment }).nullable(),
  overdue: z.boolean(),
  answer: z.object({ by: z.string(), at: Moment }).nullable(),
  firstHelpOn: Day.nullable(),
  outcome: z.string(),
  confirmed: z.object({ by: WorkerRef, at: Moment, words: z.string() }).nullable(),
  sightEnded: SightEnded.nullable(),
  /** Every step, oldest first. */
  steps: z.array(ReferralStep),
  /** The steps that this reader may take now. */
  possible: z.array(referralMove.schema),
  version: z.int(),
  abilities: z.object({
    write: Ability,
    send: Ability,
    /** Whether a secure link to it may be made now. */
    link: Ability,
  }),
})
export type ReferralView = z.infer<typeof ReferralView>

/** One referral in a list of its referrer. */
export const ReferralLine = z.object({
  id: Id,
  person: z.object({ id: Id, name: z.string() }),
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
  kind: referralKind.schema,
  reason: withOwn(referralReason),
  urgency: referralUrgency.schema,
  way: referralWay.schema,
  receiverName: z.string(),
  state: referralState.schema,
  movedAt: Moment,
  replyBy: Day.nullable(),
  overdue: z.boolean(),
  sightEnded: z.boolean(),
})
export type ReferralLine = z.infer<typeof ReferralLine>

/** The referrals of a person, and whether the reader may write one. */
export const ReferralPage = pageOf(ReferralLine).extend({
  person: z.object({ id: Id, name: z.string() }).nullable(),
  abilities: z.object({ write: Ability }),
})
export type ReferralPage = z.infer<typeof ReferralPage>

/** With a case in mind, whether one may be written is asked of that case; so with a first contact. */
export const PersonReferralQuery = PageQuery.extend({ caseId: Id.optional(), inquiryId: Id.optional() })
export type PersonReferralQuery = z.infer<typeof PersonReferralQuery>

/** Which referrals of the agency: without an answer, overdue among them, under way, still written, over. */
export const ReferralQuery = PageQuery.extend({
  show: z.enum(['draft', 'awaiting', 'overdue', 'running', 'over']).default('awaiting'),
})
export type ReferralQuery = z.infer<typeof ReferralQuery>

/** Sends a referral: the package is made of what stands there in this moment, and frozen. */
export const SendReferral = z.strictObject({})
export type SendReferral = z.infer<typeof SendReferral>

/** One step. `words` are the reason, the report or what the client said; `on` is the day of the first help. */
export const MoveReferral = z.strictObject({
  move: referralMove.schema.exclude(['send', 'withdraw']),
  words: DraftText,
  on: Day.nullable(),
})
export type MoveReferral = z.infer<typeof MoveReferral>

/** A referral that came in, as a worker of the receiving agency sees it. */
export const ReceivedReferralView = z.object({
  id: Id,
  fromAgency: z.string(),
  kind: referralKind.schema,
  reason: referralReason.schema,
  urgency: referralUrgency.schema,
  state: referralState.schema,
  stateWords: z.string(),
  outcome: z.string(),
  sentAt: Moment,
  replyBy: Day,
  overdue: z.boolean(),
  /** What the client agreed to share; null once sight of it has ended. */
  contents: ReferralPackage.nullable(),
  hash: z.string().nullable(),
  sightEnded: SightEnded.nullable(),
  /** The first contact that accepting made of it. */
  inquiryId: Id.nullable(),
  takenBy: WorkerRef.nullable(),
  possible: z.array(referralMove.schema),
  version: z.int(),
})
export type ReceivedReferralView = z.infer<typeof ReceivedReferralView>

/** How a referral that came in stands, without what was shared: a step is answered with it, and no repeat shows more. */
export const ReceivedReferralStanding = ReceivedReferralView.omit({ contents: true, hash: true })
export type ReceivedReferralStanding = z.infer<typeof ReceivedReferralStanding>

/** One referral in the list of what came in. Of the person it says nothing: that is in the package. */
export const ReceivedReferralLine = ReceivedReferralView.pick({
  id: true,
  fromAgency: true,
  kind: true,
  reason: true,
  urgency: true,
  state: true,
  sentAt: true,
  replyBy: true,
  overdue: true,
  inquiryId: true,
}).extend({ sightEnded: z.boolean() })
export type ReceivedReferralLine = z.infer<typeof ReceivedReferralLine>
export const ReceivedReferralPage = pageOf(ReceivedReferralLine)
export type ReceivedReferralPage = z.infer<typeof ReceivedReferralPage>

/** Which of what came in: to be answered, under way, over. */
export const ReceivedReferralQuery = PageQuery.extend({
  show: z.enum(['awaiting', 'running', 'over']).default('awaiting'),
})
export type ReceivedReferralQuery = z.infer<typeof ReceivedReferralQuery>

/** One step of the receiver; for accepting, the id of the first contact that is made of it. */
export const MoveReceivedReferral = z.strictObject({
  move: referralMove.schema.extract([
    'receive',
    'accept',
    'reject',
    'begin',
    'pause',
    'resume',
    'complete',
    'fail',
  ]),
  words: DraftText,
  on: Day.nullable(),
  inquiryId: Id.nullable(),
})
export type MoveReceivedReferral = z.infer<typeof MoveReceivedReferral>

const Named = z.object({ id: Id, name: z.string() })

/** The agencies that work here and can be referred to, and the partners whose program can read now. */
export const ReferralReceivers = z.object({ agencies: z.array(Named), partners: z.array(Named) })
export type ReferralReceivers = z.infer<typeof ReferralReceivers>

/** What sharing may say no with. */
export const sharingRefusals = {
  'sharing/not-assessed': 'unfinished',
  'sharing/not-consented': 'unfinished',
  'sharing/one-place': 'unfinished',
  'sharing/not-of-this-case': 'unfinished',
  'sharing/no-such-agency': 'unfinished',
  'sharing/no-such-partner': 'unfinished',
  'sharing/reply-by-past': 'unfinished',
  'sharing/sent-already': 'not-now',
  'sharing/not-that-step': 'not-now',
  'sharing/sight-ended': 'not-now',
} as const
