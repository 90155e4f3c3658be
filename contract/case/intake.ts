import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  ability,
  caseSource,
  clientKind,
  contactChannel,
  dangerKind,
  exceptionGround,
  familyRelation,
  helpResult,
  helpSeekingType,
  intakeDecision,
  involuntaryGround,
  notNowReason,
  potentialClientKind,
  referralReason,
  withOwn,
  riskLevel,
  serviceField,
  sufficiency,
  toldItem,
} from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftText } from '#contract/text.ts'

/** Willingness to seek help, 5 very active … 1 very passive. */
const Willingness = z.int().min(1).max(5)

/** Opens a first contact. The id is made by whoever opens it, so that a retry opens nothing twice. */
export const OpenInquiry = z.strictObject({ id: Id, channel: contactChannel.schema })
export type OpenInquiry = z.infer<typeof OpenInquiry>

/** The sheet of a first contact, as it is written (F01; ). Anything may still be empty. */
export const InquirySheet = z.strictObject({
  channel: contactChannel.schema,
  source: withOwn(caseSource).nullable(),
  helpType: helpSeekingType.schema.nullable(),
  clientType: clientKind.schema,
  /** Who or what compels an involuntary client, and how they resist. */
  involuntaryGround: involuntaryGround.schema.nullable(),
  resistance: DraftText,
  callerId: Id.nullable(),
  clientId: Id.nullable(),
  callerRelation: familyRelation.schema.nullable(),
  referrerName: DraftText,
  referrerReason: DraftText,
  willingness: Willingness.nullable(),
  situation: DraftText,
  trouble: DraftText,
  toldItems: z.array(toldItem.schema).max(20),
  /** In which language the notice of how information is used was told. */
  toldLanguage: Language.nullable().default(null),
  /** On what ground something sensitive is kept before the notice was told; it is told as soon as that is over. */
  noticeGround: exceptionGround.schema.nullable().default(null),
  emotionalSupport: DraftText,
})
export type InquirySheet = z.infer<typeof InquirySheet>

/** Whether life or safety is in danger now, decided with a reason at every first contact. */
export const EmergencyDecision = z.strictObject({
  emergency: z.boolean(),
  reason: DraftText,
  dangerKinds: z.array(dangerKind.schema).max(20),
})
export type EmergencyDecision = z.infer<typeof EmergencyDecision>

/** One time that help was sought before: from whom, when, what it was and what came of it. */
export const HelpAttempt = z.strictObject({
  id: Id,
  askedWhom: DraftText,
  askedWhen: DraftText,
  help: DraftText,
  result: helpResult.schema.nullable(),
})
export type HelpAttempt = z.infer<typeof HelpAttempt>

/** The five questions and what the agency can offer (F02; R-062). Anything may still be empty. */
export const PreliminaryAssessmentSheet = z.strictObject({
  willingness: Willingness.nullable(),
  willingnessNote: DraftText,
  problems: DraftText,
  howItArose: DraftText,
  expectation: DraftText,
  soughtHelpBefore: z.boolean().nullable(),
  earlierHelp: rowsOf(HelpAttempt, 20),
  ownEfforts: DraftText,
  agencyResources: sufficiency.schema.nullable(),
  workerAbility: ability.schema.nullable(),
  reconcilable: z.boolean().nullable(),
  reconcilableNote: DraftText,
  inScope: z.boolean().nullable(),
  inArea: z.boolean().nullable(),
  hasCapacity: z.boolean().nullable(),
  fitNote: DraftText,
  riskLevel: riskLevel.schema.nullable(),
})
export type PreliminaryAssessmentSheet = z.infer<typeof PreliminaryAssessmentSheet>

/** The preliminary assessment was told to the caller, who agreed or corrected it. */
export const Sharing = z.strictObject({
  callerAgrees: z.boolean(),
  corrections: DraftText,
  clientWishes: z.boolean(),
})
export type Sharing = z.infer<typeof Sharing>

/** What becomes of the inquiry, always with a reason. */
export const InquiryDecision = z.strictObject({
  decision: intakeDecision.schema,
  reason: DraftText,
  informationGiven: DraftText.default(''),
  referredTo: DraftText.default(''),
  referralReason: withOwn(referralReason).nullable().default(null),
  /** For “not needed now”: truly not, or something else. */
  notNowReason: notNowReason.schema.nullable().default(null),
  /** Whoever does not become a client may stay a potential one. */
  potentialKind: potentialClientKind.schema.nullable().default(null),
  /** For an acceptance: who will manage the case, and its service fields. */
  caseManagerId: Id.nullable().default(null),
  serviceFields: z.array(withOwn(serviceField)).max(20).default([]),
  /** At which site the case is opened; it goes by the template of that site. Null is the agency as a whole. */
  siteId: Id.nullable().default(null),
})
export type InquiryDecision = z.infer<typeof InquiryDecision>

export const InquiryState = z.enum(['draft', 'registered', 'assessed', 'waiting', 'concluded'])
export type InquiryState = z.infer<typeof InquiryState>

/** A person of an inquiry, as far as a list or a heading needs. */
const PersonLine = z.object({ id: Id, name: z.string(), birthDate: z.string().nullable(), sex: z.string() })

/** The client, with the language they speak, as it was written down. */
const ClientLine = PersonLine.extend({ language: z.string(), underFourteen: z.boolean() })

/** An inquiry as its reader sees it. */
export const InquiryView = z.object({
  id: Id,
  state: InquiryState,
  receivedAt: Moment,
  receivedBy: WorkerRef,
  sheet: InquirySheet,
  /** Since when the sheet says that the use of information was told, and by which version of the notice, where there is one. */
  told: z.object({ noticeVersion: z.int().nullable(), at: Moment }).nullable(),
  /** Something sensitive is kept, and the notice is still to be told: there was danger, a law demanded it, or it is from before. */
  noticeOwed: z.boolean(),
  caller: PersonLine.nullable(),
  client: ClientLine.nullable(),
  emergency: z.object({ decision: EmergencyDecision, decidedBy: WorkerRef, decidedAt: Moment }).nullable(),
  preliminaryAssessment: PreliminaryAssessmentSheet,
  sharing: Sharing.extend({ sharedAt: Moment }).nullable(),
  /** Whether somebody reported this whose identity is protected; whether this reader may know it, and wrote it. */
  reporter: z.object({ protected: z.boolean(), sight: Ability, mine: z.boolean() }),
  /** Who works on it at the desk, and until when whoever asked is answered. */
  takenBy: WorkerRef.nullable(),
  dueAt: Moment,
  outsideHours: z.boolean(),
  outreach: z.object({ id: Id, place: z.string(), heldOn: z.string() }).nullable(),
  /** What was handed over, under the names it then had. */
  given: z.array(z.object({ kind: z.enum(['leaflet', 'entry']), id: Id, title: z.string() })),
  conclusion: InquiryDecision.extend({
    decidedBy: WorkerRef,
    decidedAt: Moment,
    caseId: Id.nullable(),
  }).nullable(),
  version: z.int(),
  abilities: z.object({
    change: Ability,
    decideEmergency: Ability,
    register: Ability,
    assess: Ability,
    share: Ability,
    decide: Ability,
    take: Ability,
  }),
})
export type InquiryView = z.infer<typeof InquiryView>

/** One row of the desk's list. */
export const InquiryLine = z.object({
  id: Id,
  state: InquiryState,
  channel: contactChannel.schema,
  source: withOwn(caseSource).nullable(),
  receivedAt: Moment,
  receivedBy: WorkerRef,
  dueAt: Moment,
  overdue: z.boolean(),
  takenBy: WorkerRef.nullable(),
  outsideHours: z.boolean(),
  clientName: z.string().nullable(),
  callerName: z.string().nullable(),
  emergency: z.boolean().nullable(),
  decision: intakeDecision.schema.nullable(),
})
export type InquiryLine = z.infer<typeof InquiryLine>
export const InquiryPage = pageOf(InquiryLine)

/**
 * Which part of the desk's list. What is open stands by urgency: emergencies, then whoever must be answered first, so
 * that what is overdue rises; or by how long they wait.
 */
export const InquiryQuery = PageQuery.extend({
  show: z.enum(['open', 'concluded']).default('open'),
  order: z.enum(['urgency', 'waiting']).default('urgency'),
  state: z.enum(['draft', 'registered', 'assessed']).optional(),
  source: withOwn(caseSource).optional(),
  taken: z.enum(['me', 'nobody']).optional(),
})
export type InquiryQuery = z.infer<typeof InquiryQuery>

/** How many first contacts there are at the desk, by what matters there. */
export const DeskCounts = z.object({
  open: z.int(),
  emergencies: z.int(),
  overdue: z.int(),
  untaken: z.int(),
  mine: z.int(),
})
export type DeskCounts = z.infer<typeof DeskCounts>

/** Takes a first contact, or puts it back. `from` is the colleague whom one saw having it: nobody is passed over unseen. */
export const TakeInquiry = z.strictObject({ takes: z.boolean(), from: Id.nullable() })
export type TakeInquiry = z.infer<typeof TakeInquiry>

/** What the intake stage may say no with. */
export const intakeRefusals = {
  'intake/already-registered': 'not-now',
  'intake/not-registered': 'not-now',
  'intake/not-shared': 'not-now',
  'intake/concluded': 'not-now',
  'intake/not-all-told': 'unfinished',
  'intake/notice-first': 'unfinished',
  'intake/not-able': 'unfinished',
  'intake/client-does-not-wish': 'unfinished',
  'intake/not-interviewed-yet': 'not-now',
  'intake/reporter-is-protected': 'not-now',
  'intake/taken-by-colleague': 'not-now',
  'intake/emergency-first': 'not-now',
  'intake/nothing-given': 'unfinished',
  'intake/no-such-information': 'unfinished',
  'intake/no-such-outreach': 'unfinished',
  'intake/not-a-colleague': 'unfinished',
  'intake/waits-already': 'not-now',
} as const
