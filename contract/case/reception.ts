import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { EmergencyDecision, InquirySheet } from '#contract/case/intake.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftText, LongText, ShortText } from '#contract/text.ts'

/** How a first contact at the desk ends for now: kept as it stands, registered whole, or answered with information. */
export const ReceptionOutcome = z.enum(['draft', 'registered', 'information'])
export type ReceptionOutcome = z.infer<typeof ReceptionOutcome>

/** What is handed over: leaflets and entries of the directory, and what is said beside them. */
const GivenInformation = z.strictObject({
  leafletIds: z.array(Id).max(20),
  entryIds: z.array(Id).max(20),
  words: DraftText,
})

/**
 * A whole first contact in one go, as the desk writes it down while somebody is on the line. The
 * emergency decision is part of it always; only what is kept as a draft may go without.
 */
export const ReceiveContact = z.strictObject({
  id: Id,
  outcome: ReceptionOutcome,
  sheet: InquirySheet,
  emergency: EmergencyDecision.nullable(),
  outreachId: Id.nullable(),
  given: GivenInformation,
})
export type ReceiveContact = z.infer<typeof ReceiveContact>

/** An outreach event: where workers went, why, and how many people they met. */
export const OutreachSheet = z.strictObject({
  heldOn: Day,
  place: ShortText(200),
  purpose: ShortText(400),
  workerIds: z.array(Id).min(1).max(50),
  peopleMet: z.int().min(0).max(100_000),
  note: DraftText,
})
export type OutreachSheet = z.infer<typeof OutreachSheet>
export const NewOutreach = OutreachSheet.extend({ id: Id })
export type NewOutreach = z.infer<typeof NewOutreach>

/** One row of the outreach list; `contacts` counts the first contacts made there that the reader sees. */
export const OutreachLine = z.object({
  id: Id,
  heldOn: Day,
  place: z.string(),
  purpose: z.string(),
  peopleMet: z.int(),
  contacts: z.int(),
  workers: z.array(WorkerRef),
})
export type OutreachLine = z.infer<typeof OutreachLine>
export const OutreachPage = pageOf(OutreachLine)
export const OutreachQuery = PageQuery

/** An outreach event with the first contacts made there that the reader sees, newest first, at most a hundred. */
export const OutreachView = OutreachLine.extend({
  note: z.string(),
  version: z.int(),
  people: z.array(
    z.object({ inquiryId: Id, name: z.string().nullable(), receivedAt: Moment, state: z.string() }),
  ),
  abilities: z.object({ change: Ability }),
})
export type OutreachView = z.infer<typeof OutreachView>

const inThree = <Text extends z.ZodType>(text: Text) => z.strictObject({ 'zh-CN': text, en: text, ru: text })

/** A leaflet of the agency in three languages, to be handed over or printed. */
export const LeafletSheet = z.strictObject({
  title: inThree(ShortText(200)),
  words: inThree(LongText),
  active: z.boolean(),
})
export type LeafletSheet = z.infer<typeof LeafletSheet>
export const NewLeaflet = LeafletSheet.extend({ id: Id })
export type NewLeaflet = z.infer<typeof NewLeaflet>
export const LeafletView = NewLeaflet.extend({ version: z.int(), abilities: z.object({ change: Ability }) })
export type LeafletView = z.infer<typeof LeafletView>
export const LeafletPage = pageOf(LeafletView).extend({ abilities: z.object({ write: Ability }) })
