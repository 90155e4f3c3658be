import { z } from 'zod'
import { rowsOf } from '#contract/rows.ts'
import { Ability, WorkerRef } from '#contract/access.ts'
import { Addendum } from '#contract/case/addenda.ts'
import { attendeePart, contactMode, interviewSkill, interviewTask, nextStep } from '#contract/codes/index.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { pageOf } from '#contract/page.ts'
import { DraftLine, DraftText } from '#contract/text.ts'

/** Opens the record of an intake interview; its id is made by whoever writes it. */
export const OpenInterview = z.strictObject({ id: Id })
export type OpenInterview = z.infer<typeof OpenInterview>

/** How the client felt, 1 very tense … 5 calm. */
const Emotion = z.int().min(1).max(5)

/** Somebody who took part in an interview, and what they are to the client. */
export const Attendee = z.strictObject({
  part: attendeePart.schema.nullable(),
  name: DraftLine(200),
  relation: DraftLine(200),
})
export type Attendee = z.infer<typeof Attendee>

/** What was done for one of the six tasks. */
export const TaskNote = z.strictObject({ task: interviewTask.schema, note: DraftText })
export type TaskNote = z.infer<typeof TaskNote>

/** One question of the outline in the words in which it was put, whether it was put, and what was answered. */
export const OutlineAnswer = z.strictObject({
  id: Id,
  question: DraftLine(500),
  asked: z.boolean(),
  answer: DraftText,
})
export type OutlineAnswer = z.infer<typeof OutlineAnswer>

/** The record of an intake interview as it is written (F03; ). Anything may still be empty. */
export const InterviewSheet = z.strictObject({
  heldFrom: Moment.nullable(),
  heldUntil: Moment.nullable(),
  mode: contactMode.schema.nullable(),
  place: DraftText,
  placeIsPrivate: z.boolean().nullable(),
  placeIsComfortable: z.boolean().nullable(),
  /** Each who took part; what is worth saying beside that, or instead of it, is in `participants`. */
  attendees: z.array(Attendee).max(20),
  participants: DraftText,
  /** The version of the outline it was prepared with, and its questions as they stand in this record. */
  outlineId: Id.nullable(),
  outlineVersion: z.int().min(1).nullable(),
  outlineTitle: DraftLine(200),
  outlineAnswers: rowsOf(OutlineAnswer, 60),
  reasonsForHelp: DraftText,
  helpSeekingProcess: DraftText,
  purpose: DraftText,
  process: DraftText,
  overallEvaluation: DraftText,
  suggestions: DraftText,
  /** How the client took it, and what their silences may have meant. */
  reactions: DraftText,
  silence: DraftText,
  skillsUsed: z.array(interviewSkill.schema).max(interviewSkill.codes.length),
  /** Of the six tasks: which were done, and which are left for later. In neither list: not yet answered. */
  tasksDone: z.array(interviewTask.schema).max(6),
  tasksLeft: z.array(interviewTask.schema).max(6),
  taskNotes: z.array(TaskNote).max(6),
  expectations: DraftText,
  unrealisticClarified: DraftText,
  agencyRequirements: DraftText,
  jointEffortTold: z.boolean().nullable(),
  /** What the client said of their own state, on the scale and in words; then what the worker saw. */
  emotionBefore: Emotion.nullable(),
  emotionAfter: Emotion.nullable(),
  emotionWordsBefore: DraftText,
  emotionWordsAfter: DraftText,
  observedBefore: Emotion.nullable(),
  observedAfter: Emotion.nullable(),
  observedWords: DraftText,
  emotionHandled: DraftText,
  clientWishesRelationship: z.boolean().nullable(),
  preliminaryAgreement: DraftText,
  nextStep: nextStep.schema.nullable(),
  nextAt: Moment.nullable(),
})
export type InterviewSheet = z.infer<typeof InterviewSheet>

export const InterviewState = z.enum(['draft', 'signed'])
export type InterviewState = z.infer<typeof InterviewState>

/** An interview as its reader sees it. */
export const InterviewView = z.object({
  id: Id,
  caseId: Id,
  caseNumber: z.string(),
  client: z.object({ id: Id, name: z.string() }),
  state: InterviewState,
  sheet: InterviewSheet,
  author: WorkerRef,
  /** Who signed it and when, the fingerprint of what was signed, and whether it was written late. */
  signature: z.object({ by: WorkerRef, at: Moment, hash: z.string(), late: z.boolean() }).nullable(),
  /** After how many hours a record counts as written late, and whether a draft is late already. */
  lateAfterHours: z.int(),
  lateAlready: z.boolean(),
  addenda: z.array(Addendum),
  /** What was told is sensitive, and not for this reader: none of it is sent. */
  masked: z.boolean(),
  version: z.int(),
  abilities: z.object({ change: Ability, sign: Ability, addAddendum: Ability }),
})
export type InterviewView = z.infer<typeof InterviewView>

/** One interview in the list of a case. */
export const InterviewLine = z.object({
  id: Id,
  state: InterviewState,
  heldFrom: Moment.nullable(),
  author: WorkerRef,
  signedAt: Moment.nullable(),
  /** Signed late, or still a draft after the agency's hours. */
  late: z.boolean(),
})
export type InterviewLine = z.infer<typeof InterviewLine>

/** The interviews of a case, newest first, and whether this reader may begin another one. */
export const InterviewPage = pageOf(InterviewLine).extend({ abilities: z.object({ open: Ability }) })
export type InterviewPage = z.infer<typeof InterviewPage>

/** What the record of an interview may say no with. */
export const interviewRefusals = {
  'interview/draft-under-way': 'not-now',
  'interview/no-such-outline': 'unfinished',
  'interview/not-signed-yet': 'not-now',
} as const
