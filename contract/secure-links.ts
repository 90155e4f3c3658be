import { z } from 'zod'
import { WorkerRef } from '#contract/access.ts'
import { linkEnd, linkFactor, linkPurpose, referralMove, referralState } from '#contract/codes/index.ts'
import { Day, Moment } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { Language } from '#contract/language.ts'
import { MoveReceivedReferral, ReferralPackage } from '#contract/sharing.ts'
import { DraftLine } from '#contract/text.ts'

/** Issues a link: what its receiver must know besides, and for how many days it opens. */
export const IssueLink = z.strictObject({
  id: Id,
  factor: linkFactor.schema,
  /** The last four digits of the receiver’s telephone; empty where a code is told by telephone. */
  phoneTail: DraftLine(20),
  days: z.int().min(1).max(60),
})
export type IssueLink = z.infer<typeof IssueLink>

/** Ends a link, from this moment on. */
export const EndLink = z.strictObject({})

/** A link as whoever issued it sees it: never its token, never what opens it. */
export const LinkView = z.object({
  id: Id,
  receiverName: z.string(),
  language: Language,
  factor: linkFactor.schema,
  issuedBy: WorkerRef,
  issuedAt: Moment,
  expiresAt: Moment,
  openedAt: Moment.nullable(),
  wrongAnswers: z.int(),
  ended: z.object({ at: Moment, why: linkEnd.schema }).nullable(),
  isOpen: z.boolean(),
})
export type LinkView = z.infer<typeof LinkView>
export const LinkList = z.object({ links: z.array(LinkView) })
export type LinkList = z.infer<typeof LinkList>

/** A link that was just issued. Its token and its code are shown once and never again. */
export const IssuedLink = z.object({ link: LinkView, token: z.string(), code: z.string().nullable() })
export type IssuedLink = z.infer<typeof IssuedLink>

/** Opens a link: its token, and the answer that only its receiver knows. `program` gets a bearer token instead of a cookie. */
export const OpenLink = z.strictObject({
  token: z.string().min(20).max(100),
  answer: z.string().min(1).max(20),
  as: z.enum(['browser', 'program']).default('browser'),
})
export type OpenLink = z.input<typeof OpenLink>

/** What is behind a link that was opened, and in which language its receiver reads. */
export const OpenedLink = z.object({
  linkId: Id,
  purpose: linkPurpose.schema,
  language: Language,
  /** For programs only. */
  token: z.string().optional(),
})
export type OpenedLink = z.infer<typeof OpenedLink>

/** A referral as the receiver of a link sees it. */
export const LinkedReferralView = z.object({
  id: Id,
  fromAgency: z.string(),
  receiverName: z.string(),
  state: referralState.schema,
  stateWords: z.string(),
  outcome: z.string(),
  firstHelpOn: Day.nullable(),
  contents: ReferralPackage,
  hash: z.string(),
  possible: z.array(referralMove.schema),
  version: z.int(),
})
export type LinkedReferralView = z.infer<typeof LinkedReferralView>

/** How it stands after a step, without what was shared: a step that ends sight is answered too. */
export const LinkedReferralStanding = LinkedReferralView.omit({ contents: true, hash: true })
export type LinkedReferralStanding = z.infer<typeof LinkedReferralStanding>

/** One step of the receiver of a link. */
export const MoveLinkedReferral = MoveReceivedReferral.omit({ inquiryId: true })
export type MoveLinkedReferral = z.infer<typeof MoveLinkedReferral>

/** What secure links may say no with. */
export const linkRefusals = {
  'links/not-opened': 'not-you',
  'links/phone-tail': 'unfinished',
  'links/not-by-link': 'not-now',
  'links/consent-withdrawn': 'not-now',
  'links/over': 'not-now',
  'links/ended-already': 'not-now',
  'links/answered': 'not-now',
  'links/no-longer': 'not-now',
} as const
