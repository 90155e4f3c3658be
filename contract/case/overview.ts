import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  birthDatePrecision,
  clientGroup,
  withOwn,
  confidentiality,
  familyRelation,
  grantSource,
  legalCapacity,
  riskLevel,
  serviceField,
  sex,
  stage,
  workflowTemplate,
} from '#contract/codes/index.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { Names } from '#contract/settings/names.ts'
import { TaskKind } from '#contract/workday.ts'

/** Whether a case is worked on, only followed up, or only kept. */
export const CaseState = z.enum(['open', 'closed', 'archived'])
export type CaseState = z.infer<typeof CaseState>

/** The rooms of a case: the last part of the address of each stage's page, `/cases/:caseId/…`. */
export const CasePlace = z.enum([
  'interview',
  'assessment',
  'plan',
  'delivery',
  'evaluation',
  'closing',
  'follow-up',
  'scales',
  'referrals',
  'file-copies',
])
export type CasePlace = z.infer<typeof CasePlace>

/** In which room of the case a piece of work is done. Work on a first contact has a page of its own. */
export const placeOf = {
  'register-inquiry': 'interview',
  'assess-inquiry': 'interview',
  'decide-inquiry': 'interview',
  'answer-emergency': 'interview',
  'check-in-wait': 'interview',
  'hold-interview': 'interview',
  'write-assessment': 'assessment',
  'cosign-assessment': 'assessment',
  'confirm-assessment': 'assessment',
  'write-plan': 'plan',
  'cosign-plan': 'plan',
  'confirm-plan': 'plan',
  'activate-plan': 'plan',
  'contact-client': 'delivery',
  'review-plan': 'evaluation',
  evaluate: 'evaluation',
  'cosign-evaluation': 'evaluation',
  'close-case': 'closing',
  'approve-closing': 'closing',
  'mend-closing': 'closing',
  'follow-up': 'follow-up',
  'archive-case': 'follow-up',
  'await-referral-reply': 'referrals',
  'confirm-referral': 'referrals',
  'decide-file-copy': 'file-copies',
  'hand-over-file-copy': 'file-copies',
  // Of no case: it has a page of its own.
  'review-break-glass': 'interview',
  'own-rule': 'delivery',
  'decide-alert': 'scales',
} as const satisfies Record<TaskKind, CasePlace>

/** The next step of a case: what, until when, whose, and in which room. `dueAt` is null when nobody was given it yet. */
export const NextStep = z.object({
  kind: TaskKind,
  dueAt: z.iso.datetime().nullable(),
  owner: WorkerRef,
  where: CasePlace,
  /** How a rule of the agency calls it, and the task by which one says that it is done. */
  own: z.object({ taskId: Id, names: Names }).nullable(),
})
export type NextStep = z.infer<typeof NextStep>

/** What must be known before anything else is read. */
export const CaseAlert = z.enum([
  'emergency',
  'high-risk',
  'restricted',
  'minor',
  'no-guardian',
  'assessment-not-confirmed',
])
export type CaseAlert = z.infer<typeof CaseAlert>

/** The client as the head of every page of the case shows them. */
export const CaseClient = z.object({
  id: Id,
  name: z.string(),
  sex: sex.schema,
  birthDate: z.string().nullable(),
  birthPrecision: birthDatePrecision.schema,
  phone: z.string(),
  /** How, when and through whom the client can be reached without danger. */
  safeContact: z.string(),
  legalCapacity: legalCapacity.schema,
})
export type CaseClient = z.infer<typeof CaseClient>

/** Someone who answers for the client by law. */
export const Guardian = z.object({
  id: Id,
  name: z.string(),
  relation: familyRelation.schema,
  phone: z.string(),
  safeContact: z.string(),
})
export type Guardian = z.infer<typeof Guardian>

/** One record of a case as a line: enough to find it again, nothing of what it says. */
export const RecordLine = z.object({
  kind: z.enum(['interview', 'assessment', 'plan', 'process-record', 'evaluation', 'closing', 'follow-up']),
  id: Id,
  state: z.string(),
  /** Number of a process record or edition of a plan. */
  ordinal: z.int().nullable(),
  /** When it was held, signed or is due; `YYYY-MM-DD`. */
  day: z.string(),
  author: WorkerRef.nullable(),
  /** Signed later than the agency's hours after it was held. */
  late: z.boolean(),
})
export type RecordLine = z.infer<typeof RecordLine>

/** A stage on the path of the case, and the day on which the case entered it (last time, when it came back). */
export const StageLine = z.object({
  stage: stage.schema,
  state: z.enum(['done', 'current', 'ahead']),
  enteredAt: z.iso.datetime().nullable(),
})
export type StageLine = z.infer<typeof StageLine>

/** Someone who works on the case or watches over it, and why they see it. */
export const TeamMember = z.object({ worker: WorkerRef, source: grantSource.schema })
export type TeamMember = z.infer<typeof TeamMember>

/** The case as a whole: who it is about, what comes next, how far it has come. */
export const CaseView = z.object({
  id: Id,
  number: z.string(),
  state: CaseState,
  stage: stage.schema,
  confidentiality: confidentiality.schema,
  riskLevel: riskLevel.schema,
  serviceFields: z.array(withOwn(serviceField)),
  clientGroups: z.array(withOwn(clientGroup)),
  /** The order of its stages, and the site at which it is, by the site's name of today; null is the agency as a whole. */
  template: workflowTemplate.schema,
  site: Names.nullable(),
  siteId: Id.nullable(),
  /** Why it is there and no longer where it was, and since when; null while it never moved. */
  movedToSite: z
    .object({ from: Names.nullable(), reason: z.string(), at: z.iso.datetime(), by: WorkerRef })
    .nullable(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  archivedAt: z.iso.datetime().nullable(),
  keepUntil: z.string().nullable(),
  inquiryId: Id.nullable(),
  client: CaseClient,
  guardians: z.array(Guardian),
  alerts: z.array(CaseAlert),
  manager: WorkerRef,
  team: z.array(TeamMember),
  stages: z.array(StageLine),
  nextStep: NextStep.nullable(),
  records: z.array(RecordLine),
  version: z.int(),
  /** Why the circle is as narrow as it is, and since when; null while the level was never changed. */
  confided: z.object({ reason: z.string(), at: z.iso.datetime(), by: WorkerRef }).nullable(),
  /** Set while this reader sees the case by break-glass, and only so: until when. */
  breakGlass: z.object({ openingId: Id, until: z.iso.datetime() }).nullable(),
  abilities: z.object({
    work: Ability,
    archive: Ability,
    reopen: Ability,
    print: Ability,
    audit: Ability,
    confide: Ability,
    moveToSite: Ability,
  }),
})
export type CaseView = z.infer<typeof CaseView>

/** One row of a caseload. */
export const CaseLine = z.object({
  id: Id,
  number: z.string(),
  clientName: z.string(),
  clientBirthDate: z.string().nullable(),
  stage: stage.schema,
  state: CaseState,
  emergency: z.boolean(),
  manager: WorkerRef,
  next: z.object({ kind: TaskKind, dueAt: z.iso.datetime() }).nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>
export const CasePage = pageOf(CaseLine)

/** Whose cases and which: `mine` those I manage, `team` those of the workers I supervise, `agency` all that I may see. */
export const CaseQuery = PageQuery.extend({
  show: z.enum(['mine', 'team', 'agency']).default('mine'),
  state: CaseState.default('open'),
})
export type CaseQuery = z.infer<typeof CaseQuery>
