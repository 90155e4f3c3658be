import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  confirmer,
  consentCapacity,
  consentPurpose,
  type ConsentPurpose,
  consentState,
  consentWay,
  exceptionGround,
  fileSection,
  receiverKind,
  sensitiveKind,
} from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftLine, DraftText, LongText, ShortText } from '#contract/text.ts'

/** Somebody to whom something is told: what they do, and their name. */
export const Receiver = z.strictObject({ kind: receiverKind.schema, name: ShortText(200) })
export type Receiver = z.infer<typeof Receiver>

const Receivers = z.array(Receiver).max(20)
const Sections = z.array(fileSection.schema).max(fileSection.codes.length)

/** What a consent for each purpose must say: which sections, whom, what exactly. */
export const purposeAsks: Readonly<
  Record<ConsentPurpose, Readonly<{ sections: boolean; receivers: boolean; details: boolean }>>
> = {
  recording: { sections: false, receivers: false, details: false },
  sharing: { sections: true, receivers: true, details: false },
  'taking-part': { sections: false, receivers: true, details: false },
  pictures: { sections: false, receivers: false, details: true },
  research: { sections: true, receivers: false, details: false },
  'unsafe-contact': { sections: false, receivers: false, details: true },
}

/** In which case or first contact it is given; both null where it is given before either. */
const Place = { caseId: Id.nullable(), inquiryId: Id.nullable() }

/** Records a consent that was given. What is recorded never changes; it is only withdrawn. */
export const GiveConsent = z.strictObject({
  id: Id,
  ...Place,
  purpose: consentPurpose.schema,
  /** The one sensitive kind that this consent is for; null for what is not sensitive. */
  sensitiveKind: sensitiveKind.schema.nullable(),
  sections: Sections,
  receivers: Receivers,
  /** What exactly is agreed to: which pictures, by which means. */
  details: DraftText,
  giver: confirmer.schema,
  /** Which guardian gives it; null where the client does. */
  guardianId: Id.nullable(),
  /** What the client said when they were heard. */
  heard: DraftText,
  way: consentWay.schema,
  witness: DraftLine(200),
  validFrom: Day,
  validUntil: Day,
  noticeVersion: z.int().min(1).max(1_000_000),
  noticeLanguage: Language,
})
export type GiveConsent = z.infer<typeof GiveConsent>

/** Withdraws a consent, from this second on. */
export const WithdrawConsent = z.strictObject({ reason: LongText })
export type WithdrawConsent = z.infer<typeof WithdrawConsent>

/** One consent as its reader sees it. */
export const ConsentView = z.object({
  id: Id,
  personId: Id,
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
  purpose: consentPurpose.schema,
  sensitiveKind: sensitiveKind.schema.nullable(),
  sections: z.array(fileSection.schema),
  receivers: z.array(Receiver),
  details: z.string(),
  giver: confirmer.schema,
  giverName: z.string(),
  capacity: consentCapacity.schema,
  heard: z.string(),
  way: consentWay.schema,
  witness: z.string(),
  validFrom: Day,
  validUntil: Day,
  noticeVersion: z.int(),
  noticeLanguage: Language,
  recordedBy: WorkerRef,
  recordedAt: z.iso.datetime(),
  withdrawn: z.object({ by: WorkerRef, at: z.iso.datetime(), reason: z.string() }).nullable(),
  state: consentState.schema,
  version: z.int(),
  abilities: z.object({ withdraw: Ability }),
})
export type ConsentView = z.infer<typeof ConsentView>

/** The consents about a person that the reader sees, newest first, and who would give one today. */
export const ConsentPage = pageOf(ConsentView).extend({
  person: z.object({ id: Id, name: z.string() }),
  /** Who gives: the client or a guardian, from what that follows, and whether the client must be heard. */
  giving: z.object({
    giver: confirmer.schema,
    capacity: consentCapacity.schema,
    mustBeHeard: z.boolean(),
    /** Whether everything about the person is sensitive, because they are or may be under 14. */
    under14: z.boolean(),
    guardians: z.array(z.object({ id: Id, name: z.string() })),
  }),
  /** The purposes for which some consent is in force now, whatever page this is. */
  inForce: z.array(consentPurpose.schema),
  abilities: z.object({ give: Ability, except: Ability }),
})
export type ConsentPage = z.infer<typeof ConsentPage>

/** With a case in mind, the abilities are those in that case. */
export const ConsentQuery = PageQuery.extend({ caseId: Id.optional() })
export type ConsentQuery = z.infer<typeof ConsentQuery>

/** Records what is done without consent, in an emergency or because a law demands it. It never changes. */
export const RecordException = z.strictObject({
  id: Id,
  ...Place,
  ground: exceptionGround.schema,
  /** Which provision demands it; needed where the ground is a law. */
  legalBasis: DraftLine(400),
  reason: LongText,
  sections: Sections,
  receivers: Receivers,
})
export type RecordException = z.infer<typeof RecordException>

/** One exception as its reader sees it. It is no consent; a referral out of the same place may rest on it while it is new. */
export const ConsentException = z.object({
  id: Id,
  personId: Id,
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
  ground: exceptionGround.schema,
  legalBasis: z.string(),
  reason: z.string(),
  sections: z.array(fileSection.schema),
  receivers: z.array(Receiver),
  recordedBy: WorkerRef,
  recordedAt: z.iso.datetime(),
})
export type ConsentException = z.infer<typeof ConsentException>
export const ConsentExceptionPage = pageOf(ConsentException)
export type ConsentExceptionPage = z.infer<typeof ConsentExceptionPage>
export const ConsentExceptionQuery = PageQuery

const NoticeWords = z.strictObject({ 'zh-CN': LongText, en: LongText, ru: LongText })

/** Writes the next version of the notice that people are told before they consent, in all three languages. */
export const WriteConsentNotice = z.strictObject({
  /** The version that it will have: one more than the newest that its writer saw. */
  version: z.int().min(1).max(1_000_000),
  words: NoticeWords,
})
export type WriteConsentNotice = z.infer<typeof WriteConsentNotice>

/** One version of the notice. It never changes. */
export const ConsentNotice = z.object({
  version: z.int(),
  words: z.object({ 'zh-CN': z.string(), en: z.string(), ru: z.string() }),
  /** Null for the first, which comes with the agency. */
  writtenBy: WorkerRef.nullable(),
  writtenAt: z.iso.datetime(),
})
export type ConsentNotice = z.infer<typeof ConsentNotice>

/** The newest versions of the notice, newest first. */
export const ConsentNoticeList = z.object({
  notices: z.array(ConsentNotice),
  abilities: z.object({ write: Ability }),
})
export type ConsentNoticeList = z.infer<typeof ConsentNoticeList>

/** What consents may say no with. */
export const consentRefusals = {
  'consents/guardian-gives': 'unfinished',
  'consents/client-gives': 'unfinished',
  'consents/no-such-guardian': 'unfinished',
  'consents/client-not-heard': 'unfinished',
  'consents/separate-for-under-14': 'unfinished',
  'consents/not-under-14': 'unfinished',
  'consents/ends-before-it-begins': 'unfinished',
  'consents/run-out-already': 'unfinished',
  'consents/no-such-notice': 'unfinished',
  'consents/one-place-only': 'unfinished',
  'consents/not-of-this-case': 'unfinished',
  'consents/legal-basis-missing': 'unfinished',
  'consents/withdrawn-already': 'not-now',
  'consents/notice-written-meanwhile': 'not-now',
} as const
