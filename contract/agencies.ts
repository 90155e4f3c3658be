import { z } from 'zod'
import { Ability, Level, WorkerRef } from '#contract/access.ts'
import { Password, SecondFactorFor } from '#contract/account.ts'
import { role } from '#contract/codes/index.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftText, PersonName, ShortText } from '#contract/text.ts'

/** A colleague: what they do here, how competent they are (4 is the first level, 1 the highest), how much they carry. */
export const WorkerLine = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: role.schema,
  level: Level,
  supervisorId: Id.nullable(),
  openCases: z.int(),
  active: z.boolean(),
  version: z.int(),
})
export type WorkerLine = z.infer<typeof WorkerLine>
export const WorkerPage = pageOf(WorkerLine)

/** Colleagues, by name; a page may be long, because a staff list is chosen from. */
export const WorkerQuery = PageQuery.extend({ limit: z.coerce.number().int().min(1).max(100).default(100) })
export type WorkerQuery = z.infer<typeof WorkerQuery>

const workerFields = {
  name: PersonName,
  email: z.email().max(254),
  role: role.schema,
  level: Level,
  supervisorId: Id.nullable(),
}

/** A new colleague with a first password, told to them in person. */
export const NewWorker = z.strictObject({
  id: Id,
  ...workerFields,
  language: Language,
  password: Password,
})
export type NewWorker = z.infer<typeof NewWorker>

/** What an administrator may change of a colleague. Who left is no longer active; their work stays theirs. */
export const WorkerChange = z.strictObject({ ...workerFields, active: z.boolean() })
export type WorkerChange = z.infer<typeof WorkerChange>

/** What an agency says of itself: what it offers, to whom, where, and how its case numbers begin. */
export const AgencyProfile = z.strictObject({
  name: ShortText(200),
  language: Language,
  serviceScope: DraftText,
  serviceArea: DraftText,
  clientRequirements: DraftText,
  casePrefix: z.string().regex(/^[A-Z0-9]{0,8}$/u),
})
export type AgencyProfile = z.infer<typeof AgencyProfile>

/** Who is told of each emergency opening, or nobody; somebody who does case work. */
export const DutyOfficer = z.strictObject({ dutyOfficerId: Id.nullable() })
export type DutyOfficer = z.infer<typeof DutyOfficer>

export const AgencyView = z.object({
  id: Id,
  profile: AgencyProfile,
  secondFactorFor: SecondFactorFor,
  dutyOfficer: WorkerRef.nullable(),
  version: z.int(),
  abilities: z.object({ change: Ability, nameDutyOfficer: Ability }),
})
export type AgencyView = z.infer<typeof AgencyView>

/** What the agencies module may say no with. */
export const agencyRefusals = {
  'agency/supervisor-needs-level-two': 'unfinished',
  'agency/not-a-supervisor': 'unfinished',
  'agency/email-is-taken': 'unfinished',
  'agency/not-for-duty': 'unfinished',
  'agency/own-account': 'not-now',
} as const
