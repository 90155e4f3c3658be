import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { Addendum } from '#contract/case/addenda.ts'
import { Awaited } from '#contract/case/awaited.ts'
import {
  assessmentKind,
  collectionMethod,
  withOwn,
  confirmationResult,
  confirmationWay,
  difficulty,
  explainedItem,
  lifeDomain,
  priority,
  problemNature,
  receiverKind,
  sensitiveKind,
  severity,
  systemLevel,
  theory,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { pageOf } from '#contract/page.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftText, LongText } from '#contract/text.ts'

/** Opens an assessment: the first of a case, or a reassessment at any time. */
export const OpenAssessment = z.strictObject({ id: Id, kind: assessmentKind.schema })
export type OpenAssessment = z.infer<typeof OpenAssessment>

/** A place in an order of importance, 1 the most important. */
const Rank = z.int().min(1).max(20)

/** One problem and its analysis; the client's order of problems stands beside the worker's. */
export const Problem = z.strictObject({
  id: Id,
  domain: withOwn(lifeDomain).nullable(),
  description: DraftText,
  cause: DraftText,
  nature: withOwn(problemNature).nullable(),
  degree: severity.schema.nullable(),
  factors: DraftText,
  since: DraftText,
  clientRank: Rank.nullable(),
  workerRank: Rank.nullable(),
  difficulty: difficulty.schema.nullable(),
})
export type Problem = z.infer<typeof Problem>

/** One core need, in the worker's and the client's words, and the problems it grows from. */
export const Need = z.strictObject({
  id: Id,
  description: DraftText,
  clientWords: DraftText,
  priority: priority.schema.nullable(),
  problemIds: z.array(Id).max(40),
})
export type Need = z.infer<typeof Need>

/** One strength or resource, and where it lies. */
export const Strength = z.strictObject({
  id: Id,
  level: systemLevel.schema.nullable(),
  description: DraftText,
})
export type Strength = z.infer<typeof Strength>

/** The sheet of an assessment, as it is written (F08; ). Anything may still be empty. */
export const AssessmentSheet = z.strictObject({
  heldOn: Day.nullable(),
  place: DraftText,
  methods: z.array(withOwn(collectionMethod)).max(20),
  informants: DraftText,
  explainedItems: z.array(explainedItem.schema).max(20),
  presenting: DraftText,
  strengths: rowsOf(Strength, 40),
  physical: DraftText,
  psychological: DraftText,
  social: DraftText,
  behaviour: DraftText,
  /** The pattern of behaviour that worker and client agree to hold to. */
  behaviourAgreed: DraftText.default(''),
  microSystem: DraftText.default(''),
  mezzoSystem: DraftText.default(''),
  macroSystem: DraftText.default(''),
  limits: DraftText,
  risks: DraftText,
  problems: rowsOf(Problem, 40),
  needs: rowsOf(Need, 40),
  theories: z.array(theory.schema).max(20),
  /** What the worker thinks is going on, in words. */
  theoryNote: DraftText.default(''),
  /** The agencies and professions whose help is needed; two or more need somebody who coordinates them. */
  helpNeeded: z.array(receiverKind.schema).max(receiverKind.codes.length).default([]),
  needsCaseManagement: z.boolean().nullable(),
  caseManagementReason: DraftText,
  summary: DraftText,
  suggestion: DraftText,
  /** The same for the client: in plain words, in their language. */
  plainWords: DraftText.default(''),
  /** Of which sensitive kinds the analysis is: health, until its author says otherwise. */
  sensitiveKinds: z.array(sensitiveKind.schema).max(sensitiveKind.codes.length).default(['health']),
})
export type AssessmentSheet = z.infer<typeof AssessmentSheet>

/** A field of the sheet. */
export type SheetField = keyof AssessmentSheet

/**
 * What stays behind for a reader who need not know it: the fields in which something stands, of which kinds it is, and
 * whether what the client said and what was added later stay behind with it.
 */
export const Masked = z.object({
  fields: z.array(AssessmentSheet.keyof()),
  kinds: z.array(sensitiveKind.schema),
  said: z.boolean(),
})
export type Masked = z.infer<typeof Masked>

/** One line that the client put right: which one, and how it is. */
export const Correction = z.strictObject({ line: z.string().min(1).max(60), says: LongText })
export type Correction = z.infer<typeof Correction>

/** What the client, or the guardian beside the client, said to the assessment, and how. */
export const ClientView = z.strictObject({
  view: confirmationResult.schema,
  /** What was corrected, or why it was not confirmed. */
  text: DraftText,
  way: confirmationWay.schema,
  personId: Id,
  givenAt: Moment,
  /** In which language it was read. */
  language: Language.nullable().default(null),
  /** Line by line; what was signed stays, and the corrections are a version of their own. */
  corrections: rowsOf(Correction, 130, 'line').default([]),
})
export type ClientView = z.infer<typeof ClientView>

/** An assessment waits for a colleague's signature, then for the client's view. */
export const AssessmentState = z.enum([
  'draft',
  'awaiting-cosignature',
  'signed',
  'confirmed',
  'corrected',
  'not-confirmed',
])
export type AssessmentState = z.infer<typeof AssessmentState>

/** A view as its reader sees it: whose, who wrote it down, and whether it came from that person's own phone. */
const GivenView = ClientView.extend({
  person: z.object({ id: Id, name: z.string() }),
  recordedBy: WorkerRef,
  byLink: z.boolean(),
  /** Whether anything was said beside the answer itself, also where its words are masked. */
  saidMore: z.boolean(),
})
export type GivenView = z.infer<typeof GivenView>

/** Somebody whose view counts: the client, or a guardian. */
const ViewGiver = z.object({ id: Id, name: z.string(), part: z.enum(['client', 'guardian']) })

const Signature = z.object({ by: WorkerRef, at: Moment })

/** An assessment as its reader sees it. */
export const AssessmentView = z.object({
  id: Id,
  case: z.object({ id: Id, number: z.string(), client: z.object({ id: Id, name: z.string() }) }),
  kind: assessmentKind.schema,
  state: AssessmentState,
  /** Signed, but the client, or whoever else was asked, has not (yet) agreed to it. */
  unconfirmed: z.boolean(),
  /** Whose word is still awaited, the client first. */
  awaited: z.array(Awaited),
  /** Without what is masked: it does not leave the server. */
  sheet: AssessmentSheet,
  masked: Masked.nullable(),
  author: WorkerRef,
  openedAt: Moment,
  signature: Signature.nullable(),
  cosignature: Signature.nullable(),
  clientView: GivenView.nullable(),
  /** The views of the others: client and guardian each say theirs. */
  furtherViews: z.array(GivenView),
  viewGivers: z.array(ViewGiver),
  addenda: z.array(Addendum),
  /** 0 where something is masked: whoever does not see the whole sheet cannot save one over it. */
  version: z.int(),
  abilities: z.object({
    change: Ability,
    sign: Ability,
    cosign: Ability,
    confirm: Ability,
    /** One of them has said what they think; another may still. */
    confirmBeside: Ability,
    addAddendum: Ability,
  }),
})
export type AssessmentView = z.infer<typeof AssessmentView>

/** One row of the assessments of a case. */
export const AssessmentLine = z.object({
  id: Id,
  kind: assessmentKind.schema,
  state: AssessmentState,
  unconfirmed: z.boolean(),
  awaited: z.array(Awaited),
  heldOn: Day.nullable(),
  openedAt: Moment,
  signedAt: Moment.nullable(),
  author: WorkerRef,
})
export type AssessmentLine = z.infer<typeof AssessmentLine>

/** The assessments of a case, newest first, and whether this reader may begin one now. */
export const AssessmentPage = pageOf(AssessmentLine).extend({ abilities: z.object({ open: Ability }) })
export type AssessmentPage = z.infer<typeof AssessmentPage>

/** What the assessment stage may say no with. The `unfinished` ones also stand beside a field of the sheet. */
export const assessmentRefusals = {
  'assessment/draft-already-there': 'not-now',
  'assessment/not-signed': 'not-now',
  'assessment/not-awaiting-cosignature': 'not-now',
  'assessment/awaits-cosignature': 'not-now',
  'assessment/view-already-given': 'not-now',
  'assessment/no-problem': 'unfinished',
  'assessment/no-need-linked': 'unfinished',
  'assessment/no-strength': 'unfinished',
  'assessment/not-all-explained': 'unfinished',
  'assessment/in-the-future': 'unfinished',
  'assessment/not-client-or-guardian': 'unfinished',
  'assessment/no-such-line': 'unfinished',
  'assessment/confirmed-as-it-stands': 'unfinished',
  'assessment/needs-case-management': 'unfinished',
} as const
