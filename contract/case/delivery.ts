import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { Addendum } from '#contract/case/addenda.ts'
import {
  activityType,
  withOwn,
  codeList,
  contactMode,
  personSeen,
  responsibleParty,
  riskLevel,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { pageOf } from '#contract/page.ts'
import { DraftText } from '#contract/text.ts'

/** Opens a process record. The id is made by whoever opens it; the server gives the number. */
export const OpenProcessRecord = z.strictObject({ id: Id })
export type OpenProcessRecord = z.infer<typeof OpenProcessRecord>

/** One contact as it is written (F11; ). `judgement` is the worker's; all else is fact. */
export const ProcessRecordSheet = z.strictObject({
  heldFrom: Moment.nullable(),
  heldUntil: Moment.nullable(),
  place: DraftText,
  mode: contactMode.schema.nullable(),
  personsSeen: z.array(personSeen.schema).max(20),
  clientSeen: z.boolean().nullable(),
  notSeenReason: DraftText,
  goalIds: z.array(Id).max(50),
  activityTypes: z.array(withOwn(activityType)).max(30),
  purpose: DraftText,
  performance: DraftText,
  interaction: DraftText,
  intervention: DraftText,
  progress: DraftText,
  difficulty: DraftText,
  solution: DraftText,
  judgement: DraftText,
  nextPlan: DraftText,
  nextAt: Moment.nullable(),
})
export type ProcessRecordSheet = z.infer<typeof ProcessRecordSheet>

export const ProcessRecordState = z.enum(['draft', 'signed'])
export type ProcessRecordState = z.infer<typeof ProcessRecordState>

const PersonRef = z.object({ id: Id, name: z.string() })
const GoalRef = z.object({ id: Id, statement: z.string() })

/** A process record as its reader sees it. `goals` are those of the active plan and those the record names. */
export const ProcessRecordView = z.object({
  id: Id,
  caseId: Id,
  caseNumber: z.string(),
  client: PersonRef,
  ordinal: z.int(),
  state: ProcessRecordState,
  author: WorkerRef,
  sheet: ProcessRecordSheet,
  goals: z.array(GoalRef),
  unfinished: z.array(z.object({ path: z.string(), code: z.string() })),
  signature: z.object({ by: WorkerRef, at: Moment }).nullable(),
  /** Signed more than 24 hours after the contact ended. */
  writtenLate: z.boolean(),
  addenda: z.array(Addendum),
  /** What was told is sensitive, and not for this reader: none of it is sent. */
  masked: z.boolean(),
  version: z.int(),
  abilities: z.object({ change: Ability, sign: Ability, addAddendum: Ability }),
})
export type ProcessRecordView = z.infer<typeof ProcessRecordView>

/** One record in the list, newest first. */
export const ProcessRecordLine = z.object({
  id: Id,
  ordinal: z.int(),
  state: ProcessRecordState,
  heldFrom: Moment.nullable(),
  mode: contactMode.schema.nullable(),
  clientSeen: z.boolean().nullable(),
  /** Empty where this reader need not know it. */
  purpose: z.string(),
  author: WorkerRef,
  writtenLate: z.boolean(),
})
export type ProcessRecordLine = z.infer<typeof ProcessRecordLine>
export const ProcessRecordPage = pageOf(ProcessRecordLine)

/** Whether a step is still to be done. */
export const stepState = codeList({
  open: { 'zh-CN': '待完成', en: 'To do', ru: 'Предстоит' },
  done: { 'zh-CN': '已完成', en: 'Done', ru: 'Выполнено' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled', ru: 'Отменено' },
})

/** What became of a step; both need a word about it. */
export const StepSettlement = z.strictObject({
  state: z.enum(['done', 'cancelled']),
  outcome: DraftText,
  doneOn: Day.nullable(),
})
export type StepSettlement = z.infer<typeof StepSettlement>

/** A deadline moves, always with its reason; the move is kept. */
export const StepDeadline = z.strictObject({ dueOn: Day, reason: DraftText })
export type StepDeadline = z.infer<typeof StepDeadline>

/** A step of the active plan as it is worked on. */
export const StepView = z.object({
  id: Id,
  goal: GoalRef.nullable(),
  what: z.string(),
  responsible: responsibleParty.schema.nullable(),
  responsibleName: z.string(),
  instructions: z.string(),
  expectedOutcome: z.string(),
  dueOn: Day.nullable(),
  state: stepState.schema,
  outcome: z.string(),
  doneOn: Day.nullable(),
  moves: z.array(z.object({ from: Day, to: Day, reason: z.string(), by: WorkerRef, at: Moment })),
  version: z.int(),
  abilities: z.object({ settle: Ability, move: Ability }),
})
export type StepView = z.infer<typeof StepView>

/** The work of a case: the plan that is worked on, or was last, and every step of it, at most 200; the open ones first, by their deadline. */
export const DeliveryView = z.object({
  caseId: Id,
  caseNumber: z.string(),
  client: PersonRef,
  riskLevel: riskLevel.schema,
  /** `ended`: the case is closed, or waits for a new edition; its steps are only read. */
  plan: z
    .object({
      id: Id,
      edition: z.int(),
      ended: z.boolean(),
      endsOn: Day.nullable(),
      reviewOn: Day.nullable(),
    })
    .nullable(),
  steps: z.array(StepView),
  abilities: z.object({ writeRecord: Ability }),
})
export type DeliveryView = z.infer<typeof DeliveryView>

/** What the delivery stage may say no with. */
export const deliveryRefusals = {
  'delivery/plan-not-active': 'not-now',
  'delivery/step-settled': 'not-now',
  'delivery/not-your-record': 'not-you',
  'delivery/not-signed-yet': 'not-now',
} as const
