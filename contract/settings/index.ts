import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { settingState } from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { Codes } from './code-lists.ts'
import { Deadlines } from './deadlines.ts'
import { Capacity, Catchment, Profile, Scope } from './reach.ts'
import { Hours, Room, Site } from './sites.ts'
import { CaseNumber, DeadlineRule, Field, Workflow } from './work.ts'

export * from './code-lists.ts'
export * from './code-words.ts'
export * from './deadlines.ts'
export * from './names.ts'
export * from './reach.ts'
export * from './sites.ts'
export * from './work.ts'

/** The sheets of an agency, by kind. */
export const sheets = {
  profile: Profile,
  site: Site,
  room: Room,
  hours: Hours,
  catchment: Catchment,
  scope: Scope,
  capacity: Capacity,
  deadlines: Deadlines,
  workflow: Workflow,
  'case-number': CaseNumber,
  codes: Codes,
  field: Field,
  'deadline-rule': DeadlineRule,
} as const
export const SettingKind = z.enum(Object.keys(sheets) as (keyof typeof sheets)[])
export type SettingKind = z.infer<typeof SettingKind>
/** The sheet of a kind. */
export type SheetOf<Kind extends SettingKind> = z.infer<(typeof sheets)[Kind]>

/** Which one: the id of a site, a room, a field or a rule, the name of a code list; empty for the agency as a whole. */
export const Subject = z.string().regex(/^[\w-]{0,40}$/u)

/** Adds a version of a sheet. It never changes afterwards. */
const Head = {
  id: Id,
  subject: Subject,
  /** The number of the newest version that its writer saw; 0 where there was none. */
  seen: z.int().min(0).max(1_000_000),
  /** The day from which it counts. */
  from: Day,
}
const written = <Kind extends SettingKind>(kind: Kind) =>
  z.strictObject({ ...Head, kind: z.literal(kind), sheet: sheets[kind] })
export const WriteSetting = z.discriminatedUnion('kind', [
  written('profile'),
  written('site'),
  written('room'),
  written('hours'),
  written('catchment'),
  written('scope'),
  written('capacity'),
  written('deadlines'),
  written('workflow'),
  written('case-number'),
  written('codes'),
  written('field'),
  written('deadline-rule'),
])
export type WriteSetting = z.infer<typeof WriteSetting>

/** One version as it is read: from its day (`from`), until the next one begins. */
const shown = <Kind extends SettingKind>(kind: Kind) =>
  z.object({
    id: Id,
    kind: z.literal(kind),
    subject: z.string(),
    /** The first version of a sheet is 1. */
    ordinal: z.int(),
    from: Day,
    /** The first day on which it no longer counts; null where nothing follows. */
    until: Day.nullable(),
    state: settingState.schema,
    sheet: sheets[kind],
    /** Null for what came with the agency. */
    writtenBy: WorkerRef.nullable(),
    writtenAt: z.iso.datetime(),
  })
export const Setting = z.discriminatedUnion('kind', [
  shown('profile'),
  shown('site'),
  shown('room'),
  shown('hours'),
  shown('catchment'),
  shown('scope'),
  shown('capacity'),
  shown('deadlines'),
  shown('workflow'),
  shown('case-number'),
  shown('codes'),
  shown('field'),
  shown('deadline-rule'),
])
export type Setting = z.infer<typeof Setting>
/** A version of one kind. */
export type SettingOf<Kind extends SettingKind> = Extract<Setting, { kind: Kind }>

/** Of each sheet of a kind: what is in force on this day, what is planned, and the number of its newest version. */
export const SettingList = z.object({
  today: Day,
  rows: z.array(Setting),
  newest: z.record(z.string(), z.int()),
  abilities: z.object({ write: Ability }),
})
export type SettingList = z.infer<typeof SettingList>
export const SettingQuery = z.strictObject({ kind: SettingKind })

/** The versions of one sheet, newest first. */
export const SettingHistoryQuery = PageQuery.extend({ kind: SettingKind, subject: Subject.default('') })
export type SettingHistoryQuery = z.infer<typeof SettingHistoryQuery>
export const SettingHistory = pageOf(Setting)
export type SettingHistory = z.infer<typeof SettingHistory>

/** What settings may say no with. */
export const settingRefusals = {
  'settings/written-meanwhile': 'not-now',
  'settings/not-backwards': 'unfinished',
  'settings/no-such-subject': 'unfinished',
  'settings/no-such-site': 'unfinished',
  'settings/hours-overlap': 'unfinished',
  'settings/ages-turned-round': 'unfinished',
  'settings/nothing-to-choose': 'unfinished',
  'settings/field-keeps-its-place': 'unfinished',
  'settings/no-such-field': 'unfinished',
  'settings/limits-turned-round': 'unfinished',
  'settings/no-such-code': 'unfinished',
  'settings/code-stays-offered': 'unfinished',
  'settings/own-code-stays': 'unfinished',
  'settings/same-word-twice': 'unfinished',
} as const
