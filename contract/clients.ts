import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import {
  clientKind,
  clientStanding,
  helpResult,
  involuntaryGround,
  potentialClientKind,
  safeChannel,
} from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { PersonLine } from '#contract/people.ts'
import { DraftLine, DraftText, LongText } from '#contract/text.ts'

/**
 * Says who somebody is to the agency from a day on: a potential client of a kind, or a client. A conversion that
 * was a mistake is undone by saying `potential` again.
 */
export const SayStanding = z.strictObject({
  id: Id,
  standing: clientStanding.schema,
  /** Of a potential client, and only of one. */
  kind: potentialClientKind.schema.nullable(),
  reason: LongText,
  since: Day,
})
export type SayStanding = z.infer<typeof SayStanding>

/** One dated act: what was said, and of a conversion from which kind. */
export const StandingView = z.object({
  id: Id,
  standing: clientStanding.schema,
  kind: potentialClientKind.schema.nullable(),
  reason: z.string(),
  since: Day,
  by: WorkerRef,
  at: Moment,
})
export type StandingView = z.infer<typeof StandingView>

/** One time that help was sought before this agency's, and in which contact it was told. */
export const EarlierHelp = z.object({
  id: Id,
  inquiryId: Id,
  toldAt: Moment,
  askedWhom: z.string(),
  askedWhen: z.string(),
  help: z.string(),
  result: helpResult.schema.nullable(),
})
export type EarlierHelp = z.infer<typeof EarlierHelp>

/** Says whether somebody comes of their own will, in a case or a first contact, from a day on. */
export const SayClientKind = z.strictObject({
  id: Id,
  caseId: Id.nullable(),
  inquiryId: Id.nullable(),
  kind: clientKind.schema,
  /** Of somebody who is compelled: by what, by whom, how they resist, and how that is worked with. */
  ground: involuntaryGround.schema.nullable(),
  compelledBy: DraftLine(400),
  resistance: DraftText,
  approach: DraftText,
  reason: LongText,
  since: Day,
})
export type SayClientKind = z.infer<typeof SayClientKind>

/** One line of that history; the first one is what the first contact said, and has no id. */
export const ClientKindView = z.object({
  id: Id.nullable(),
  kind: clientKind.schema,
  ground: involuntaryGround.schema.nullable(),
  compelledBy: z.string(),
  resistance: z.string(),
  approach: z.string(),
  reason: z.string(),
  since: Day,
  by: WorkerRef,
})
export type ClientKindView = z.infer<typeof ClientKindView>

/** Where one asks: in a case, or in a first contact. */
export const ClientKindQuery = z.strictObject({ caseId: Id.optional(), inquiryId: Id.optional() })
export type ClientKindQuery = z.infer<typeof ClientKindQuery>

/** The history in one place, newest first: the first line holds. */
export const ClientKindList = z.object({
  personId: Id,
  kinds: z.array(ClientKindView),
  abilities: z.object({ say: Ability }),
})
export type ClientKindList = z.infer<typeof ClientKindList>

/** Who somebody is to the agency, newest first, and what help they sought before; the first standing holds. */
export const StandingList = z.object({
  standings: z.array(StandingView),
  earlierHelp: z.array(EarlierHelp),
  abilities: z.object({ say: Ability }),
})
export type StandingList = z.infer<typeof StandingList>

export const PotentialClientQuery = PageQuery.extend({ kind: potentialClientKind.schema.optional() })
export type PotentialClientQuery = z.infer<typeof PotentialClientQuery>
export const PotentialClientLine = z.object({
  person: PersonLine,
  kind: potentialClientKind.schema,
  reason: z.string(),
  since: Day,
  by: WorkerRef,
})
export type PotentialClientLine = z.infer<typeof PotentialClientLine>
export const PotentialClientPage = pageOf(PotentialClientLine)
export type PotentialClientPage = z.infer<typeof PotentialClientPage>

/** One safe way of contact: when, what may be said, who may answer. */
export const SafeWay = z.strictObject({
  channel: safeChannel.schema,
  times: DraftLine(200),
  maySay: DraftLine(400),
  whoAnswers: DraftLine(400),
})
export type SafeWay = z.infer<typeof SafeWay>

/** All of them, saved whole. */
export const SafeContactSheet = z.strictObject({ ways: z.array(SafeWay).max(12) })
export type SafeContactSheet = z.infer<typeof SafeContactSheet>

/** How somebody is reached without danger: beside the telephone on every page from which one calls. */
export const SafeContactView = z.object({
  ways: z.array(SafeWay),
  /** What was written in one text on the person’s sheet. */
  words: z.string(),
  phone: z.string(),
  version: z.int(),
  abilities: z.object({ change: Ability }),
})
export type SafeContactView = z.infer<typeof SafeContactView>

/** What these acts may say no with. */
export const clientRefusals = {
  'people/standing-is-so-already': 'not-now',
  'people/not-a-client-here': 'not-now',
} as const
