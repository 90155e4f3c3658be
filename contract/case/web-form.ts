import { z } from 'zod'
import { Ability, WorkerRef } from '#contract/access.ts'
import { Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { PageQuery, pageOf } from '#contract/page.ts'
import { DraftLine, DraftText, LongText, ShortText } from '#contract/text.ts'

/** How many leading bits of the answer to a puzzle are nought: a moment's work for one page, a long one for many. */
export const puzzleBits = 14
/** Nobody reads the page and writes in less. */
export const shortestMilliseconds = 4_000
/** How long an opened page may be sent. */
export const longestMilliseconds = 2 * 3_600_000

/** What the public page of an open form says: the agency, where to call in danger, where to leave to, and a puzzle. */
export const WebFormShown = z.object({
  agencyName: z.string(),
  emergencyNumbers: z.string(),
  leaveTo: z.string(),
  puzzle: z.string(),
})
export type WebFormShown = z.infer<typeof WebFormShown>

/** What somebody writes. Only the message and a safe way to reach them must say something; `website` is a trap. */
export const AskForHelp = z.strictObject({
  id: Id,
  language: Language,
  name: DraftLine(200),
  reach: ShortText(300),
  message: LongText.max(4_000),
  website: z.string().max(200),
  puzzle: z.string().max(300),
  answer: z.string().max(40),
})
export type AskForHelp = z.infer<typeof AskForHelp>

/** A number to name when one calls. It opens nothing and tells nothing. */
export const AskedForHelp = z.object({ receipt: z.string() })
export type AskedForHelp = z.infer<typeof AskedForHelp>

/** One request in the queue, as the desk reads it. */
export const WebRequest = z.object({
  id: Id,
  receipt: z.string(),
  receivedAt: Moment,
  dueAt: Moment,
  overdue: z.boolean(),
  language: Language,
  name: z.string(),
  reach: z.string(),
  message: z.string(),
  state: z.enum(['waiting', 'taken', 'set-aside']),
  handledBy: WorkerRef.nullable(),
  setAsideReason: z.string(),
  inquiryId: Id.nullable(),
  version: z.int(),
})
export type WebRequest = z.infer<typeof WebRequest>
export const WebRequestPage = pageOf(WebRequest)
export const WebRequestQuery = PageQuery.extend({ show: z.enum(['waiting', 'handled']).default('waiting') })
export type WebRequestQuery = z.infer<typeof WebRequestQuery>

/** Takes a request over into a first contact of this id. */
export const TakeRequest = z.strictObject({ inquiryId: Id })
export type TakeRequest = z.infer<typeof TakeRequest>
/** Sets a request aside, with the reason. */
export const SetAside = z.strictObject({ reason: DraftText })
export type SetAside = z.infer<typeof SetAside>

/** Whether the agency's form is open, and what its page says. */
export const WebFormSheet = z.strictObject({
  open: z.boolean(),
  emergencyNumbers: ShortText(200),
  leaveTo: z.string().regex(/^https:\/\/[^\s"'<>]{3,200}$/u),
})
export type WebFormSheet = z.infer<typeof WebFormSheet>
export const WebFormView = z.object({
  sheet: WebFormSheet,
  agencyId: Id,
  version: z.int(),
  abilities: z.object({ change: Ability }),
})
export type WebFormView = z.infer<typeof WebFormView>

/** What the public form and its queue may say no with. */
export const webFormRefusals = {
  'web-form/closed': 'unseen',
  'web-form/open-it-anew': 'not-now',
  'web-form/handled-already': 'not-now',
} as const
