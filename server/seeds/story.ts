import type { SafeWay } from '#contract/clients.ts'
import type { HelpAttempt, InquiryDecision, PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import type { ReporterSheet } from '#contract/case/reporter.ts'
import type { InterviewSheet } from '#contract/case/interview.ts'
import type { AssessmentSheet, Need, Problem, Strength } from '#contract/case/assessment.ts'
import type {
  AddSource,
  RecordCollectionContact,
  RecordFinding,
  TellNotice,
} from '#contract/case/evidence.ts'
import type { GoalSheet, PlanRisk, ServiceSheet, StepSheet } from '#contract/case/plan.ts'
import type { ProcessRecordSheet } from '#contract/case/delivery.ts'
import type { EvaluationSheet } from '#contract/case/evaluation.ts'
import type { ClosingSheet } from '#contract/case/closing.ts'
import type { RecordFollowUp } from '#contract/case/followup.ts'
import type { DangerKind, FamilyRelation, IdentityCheck, ServiceField } from '#contract/codes/index.ts'
import type { GiveConsent, RecordException } from '#contract/consent.ts'
import type { EcomapSystem, FamilyMember } from '#contract/drawings.ts'
import type { Place } from '#drawing/genogram/editing.ts'
import type { TieKind } from '#drawing/genogram/model.ts'
import type { DecideAlert, RecordScale } from '#contract/scales.ts'
import type { NewPerson } from '#contract/people.ts'
import type { InquirySheet } from '#contract/case/intake.ts'

/** A day of a story, in working days from the day of the first start: negative is past. */
export type StoryDay = number

/** Somebody of a story. */
export type Who = Omit<NewPerson, 'id' | 'sought'>

/** Somebody around the client. `calls` marks who made the first contact. */
export type Companion = Who &
  Readonly<{
    kind: FamilyRelation
    calls?: true
    guardian?: true
    caregiver?: true
    apart?: true
    proof?: string
  }>

/** The first contact, and how far it came. */
export type Contact = Readonly<{
  day: StoryDay
  /** Who received it, when it was not the later case manager. */
  by?: string
  situation: string
  trouble: string
  sheet?: Partial<InquirySheet>
  danger?: Readonly<{ kinds: readonly DangerKind[]; reason: string }>
  calm?: string
  /** Registered is as far as it came unless there is more. */
  draft?: true
  /** Who reported it, when they asked to be protected. */
  reporter?: ReporterSheet
  assessed?: Partial<Omit<PreliminaryAssessmentSheet, 'earlierHelp'>> &
    Readonly<{
      helpBefore?: readonly Omit<HelpAttempt, 'id'>[]
      day?: StoryDay
      shared?: false
      corrections?: string
    }>
  decision?: Partial<InquiryDecision> & Readonly<{ day?: StoryDay; reason: string }>
}>

/**
 * The intake interview; signed unless it is still being written, on the same day unless late. `outline` is the place of the
 * agency's outline it was prepared with, the first one by default; `answers` are those to its first questions.
 */
export type Interview = Readonly<{
  day: StoryDay
  draft?: true
  late?: true
  outline?: number
  answers?: readonly string[]
  sheet: Partial<InterviewSheet>
}>

type Assessed<T> = Partial<Omit<T, 'id'>>

/** A line of the assessment that the client put right: its list, its place, and how it is. */
export type PutRight = readonly [list: 'strengths' | 'problems' | 'needs', at: number, says: string]

/** What the analysis says beyond problems and needs. */
type Analysis = Partial<
  Pick<
    AssessmentSheet,
    | 'behaviour'
    | 'behaviourAgreed'
    | 'microSystem'
    | 'mezzoSystem'
    | 'macroSystem'
    | 'theoryNote'
    | 'helpNeeded'
    | 'plainWords'
  >
>

/** What one source said. */
export type Said = Pick<AddSource, 'says' | 'saidBy' | 'saidByName' | 'method'>

/** What was collected: the notice told before, visits, and findings with who says otherwise and how that was settled. */
export type Collected = Readonly<{
  day: StoryDay
  notice: Pick<TellNotice, 'way' | 'language'>
  visits: readonly Pick<RecordCollectionContact, 'kind' | 'met' | 'findings'>[]
  findings: readonly (Pick<RecordFinding, 'field' | 'matter' | 'side' | 'level'> &
    Readonly<{ kinds?: RecordFinding['sensitiveKinds']; said: Said; otherwise?: Said; settled?: string }>)[]
}>

/** The assessment, how far it came, and what the client said to it. */
export type Assessing = Readonly<{
  day: StoryDay
  draft?: true
  cosigned?: Readonly<{ by: string; day: StoryDay }>
  /** `corrections` and `refused` are the client's own words; without them it was agreed to as it stands. */
  confirmed?: Readonly<{
    day: StoryDay
    corrections?: string
    refused?: string
    by?: 'guardian'
    putRight?: readonly PutRight[]
  }>
  presenting: string
  summary: string
  risks?: string
  psychological?: string
  social?: string
  physical?: string
  informants?: string
  analysis?: Analysis
  problems: readonly (Assessed<Problem> & Pick<Problem, 'domain' | 'description' | 'cause'>)[]
  /** `of` are the places of the problems that a need grows from. */
  needs: readonly (Assessed<Need> & Pick<Need, 'description'> & Readonly<{ of: readonly number[] }>)[]
  strengths: readonly (readonly [NonNullable<Strength['level']>, string])[]
}>

/** A goal; `key` and `under` place it among the others, `needs` are places of the assessment's needs. */
export type Goal = Readonly<{
  key: string
  under?: string
  needs?: readonly number[]
  statement: string
  words?: string
  indicator: string
  baseline: string
  target: string
  due: StoryDay
  term?: GoalSheet['term']
  /** A goal beside the main plan: its tie to the main problem, and its topic. */
  track?: readonly [NonNullable<GoalSheet['trackLink']>, string]
  weight?: number
  levels?: readonly [string, string, string, string, string]
}>

export type Service = Readonly<{ goals: readonly string[]; content: string; frequency: string }> &
  Partial<Omit<ServiceSheet, 'id' | 'goalIds' | 'content' | 'frequency'>>

/** A step: who does what until when, and what became of it. */
export type Step = Readonly<{
  goal?: string
  what: string
  who: NonNullable<StepSheet['responsible']>
  name?: string
  how?: string
  due: StoryDay
  outcome: string
  done?: Readonly<{ day: StoryDay; outcome: string }>
  cancelled?: Readonly<{ day: StoryDay; why: string }>
  moved?: Readonly<{ day: StoryDay; to: StoryDay; reason: string }>
}>

/** The plan and how far it came. */
export type Planning = Readonly<{
  day: StoryDay
  draft?: true
  cosigned?: Readonly<{ by: string; day: StoryDay }>
  /** Written for a co-signature or a confirmation that has not come yet when there is no `active`. */
  active?: StoryDay
  starts: StoryDay
  ends: StoryDay
  review: StoryDay
  strategy: string
  rationale: string
  participation: string
  goals: readonly Goal[]
  services: readonly Service[]
  steps: readonly Step[]
  /** Needs left without a goal for now, by their place in the assessment, with the reason. */
  unmet?: readonly (readonly [number, string])[]
  risk: Pick<PlanRisk, 'risk' | 'response'>
}>

/** One contact while the plan is worked on. */
export type Meeting = Readonly<{
  day: StoryDay
  signed?: StoryDay
  draft?: true
  minutes?: number
  goals?: readonly string[]
  added?: Readonly<{ day: StoryDay; reason: string; text: string }>
}> &
  Partial<Omit<ProcessRecordSheet, 'heldFrom' | 'heldUntil' | 'goalIds'>>

/** What the goals reached: level of worker and client, and what it rests on. */
export type Reached = Readonly<{ goal: string; level: number | null; client?: number; evidence: string }>

export type Evaluating = Readonly<{
  day: StoryDay
  draft?: true
  cosigned?: Readonly<{ by: string; day: StoryDay }>
  kind?: 'process' | 'stage' | 'outcome'
  reached: readonly Reached[]
  sheet?: Partial<Omit<EvaluationSheet, 'goalRatings'>>
  satisfaction?: Readonly<{ day: StoryDay; comment: string; answers: readonly number[] }>
}>

export type Closing = Readonly<{
  day: StoryDay
  draft?: true
  approved?: Readonly<{ by: string; day: StoryDay; note: string }>
  returned?: Readonly<{ by: string; day: StoryDay; note: string }>
  sheet: Partial<ClosingSheet>
}>

export type FollowUp = Readonly<{ day: StoryDay }> & Partial<Omit<RecordFollowUp, 'heldOn' | 'nextOn'>>

/** A consent: by the client, or by the first guardian where the law asks for one. */
export type Consented = Readonly<{ day: StoryDay; until: StoryDay; heard: string }> &
  Pick<GiveConsent, 'purpose'> &
  Partial<Pick<GiveConsent, 'sensitiveKind' | 'sections' | 'receivers' | 'details' | 'way' | 'witness'>> &
  Readonly<{ withdrawn?: Readonly<{ day: StoryDay; reason: string }> }>

/** What was done without consent. */
export type Excepted = Readonly<{ day: StoryDay }> &
  Pick<RecordException, 'ground' | 'legalBasis' | 'reason' | 'receivers'>

/** A scale that was answered: its values in the order of its items, and what was decided where they told of danger. */
export type ScaleAnswered = Readonly<{
  day: StoryDay
  instrument: string
  values: readonly number[]
  way?: RecordScale['way']
  decided?: DecideAlert
}>

/** A family as it was told: each beside somebody who is there; `client` is the client. */
export type DrawnFamily = Readonly<{
  day: StoryDay
  members: readonly (Readonly<{ key: string; beside: string; as: Place }> &
    Partial<Pick<FamilyMember, 'name' | 'sex' | 'birth' | 'death' | 'occupation' | 'status' | 'marks'>>)[]
  ties: readonly (readonly [from: string, to: string, kind: TieKind])[]
  household: readonly string[]
}>

/** An ecomap: the systems, each with its link. */
export type DrawnEcomap = Readonly<{
  day: StoryDay
  systems: readonly (readonly [
    name: string,
    domain: EcomapSystem['domain'],
    strength: EcomapSystem['strength'],
    stress: number,
    flow: EcomapSystem['flow'],
  ])[]
}>

/** A copy of their own file that the client asked for, and what was decided of it. */
export type AskedCopy = Readonly<{
  day: StoryDay
  wish: string
  identityCheck: IdentityCheck
  decided?: Readonly<{ day: StoryDay; by: string; reason: string }>
}>

/** What the client was asked on their own phone: that they confirm the assessment, the agency's questionnaire, or a scale. */
export type AskedByLink = Readonly<{ day: StoryDay; asks: 'confirmation' | 'questionnaire' | 'mspss' }>

/** A move between the sites of the agency, by whoever answers for the work. */
export type MovedToSite = Readonly<{ day: StoryDay; site: string; by: string; reason: string }>

/** One client of the demo: everything that happened, stage by stage, told by the worker who walks with them. */
export type Story = Readonly<{
  key: string
  /** The worker who manages the case, or who received the first contact. */
  by: string
  client?: Who
  /** Where the client lives in hiding. */
  safeAddress?: string
  companions?: readonly Companion[]
  /** What the family is called that the client and those who live with them are. */
  family?: string
  /** How the client is reached without danger. */
  safeWays?: readonly SafeWay[]
  fields?: readonly ServiceField[]
  /** The site of the agency at which the case is opened, by its words in the settings. */
  site?: string
  /** To which site it moved later. */
  movedToSite?: MovedToSite
  contact: Contact
  interview?: Interview
  assessment?: Assessing
  plan?: Planning
  consents?: readonly Consented[]
  fileCopy?: AskedCopy
  collected?: Collected
  scales?: readonly ScaleAnswered[]
  links?: readonly AskedByLink[]
  drawnFamily?: DrawnFamily
  ecomaps?: readonly DrawnEcomap[]
  exceptions?: readonly Excepted[]
  meetings?: readonly Meeting[]
  evaluation?: Evaluating
  closing?: Closing
  followUps?: readonly FollowUp[]
  archived?: StoryDay
  reopened?: Readonly<{ day: StoryDay; reason: string }>
}>
