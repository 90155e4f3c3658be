import type { ReferralMove, ReferralParty, ReferralState, ReferralWay } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import type { MoveReferral, OpenReferral, ReferralSheet } from '#contract/sharing.ts'
import type { Coverage } from '#server/consent/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/** A referral as its rules need it. */
export type Referral = Readonly<{
  id: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  sheet: ReferralSheet
  state: ReferralState
  authorId: string
  sentBy: string | null
  sentAt: Date | null
  sightEndedAt: Date | null
  version: number
}>

type Move = Readonly<{
  from: readonly ReferralState[]
  to: ReferralState
  by: readonly ReferralParty[]
  /** What must be said with it: a reason, a report, or the day of the first help. */
  asks?: 'words' | 'day'
}>

const open: readonly ReferralState[] = ['requested', 'received', 'accepted', 'in-progress', 'on-hold']
const sent: readonly ReferralState[] = [
  ...open,
  'completed',
  'client-confirmed',
  'failed',
  'rejected',
  'cancelled',
]

/**
 * The closed loop of a referral (R-073, R-075; the states of the Gravity SDOH referral task, with *received* and
 * *confirmed by the client*).
 *
 *   draft ──send──▶ requested ──receive──▶ received
 *                       │                     │
 *                       ├──────accept─────────┤──▶ accepted ──begin──▶ in-progress ◀──resume── on-hold
 *                       │                     │                         │  │  └──────pause──────▶ │
 *                       └──────reject─────────┴──▶ rejected     complete│  └────────fail─────────▶│──▶ failed
 *                                                                       ▼                               ▲
 *                                                     completed ──deny──────────────────────────────────┘
 *                                                         └──confirm──▶ client-confirmed
 *
 *   cancel: from requested to on-hold, by the referrer ──▶ cancelled;   mistake: from anywhere ──▶ entered-in-error
 *   withdraw: the consent is withdrawn; sight ends at once, and what nobody has answered ──▶ cancelled (by the database)
 */
export const moves = {
  send: { from: ['draft'], to: 'requested', by: ['referrer'] },
  receive: { from: ['requested'], to: 'received', by: ['receiver'] },
  accept: { from: ['requested', 'received'], to: 'accepted', by: ['receiver'] },
  reject: { from: ['requested', 'received'], to: 'rejected', by: ['receiver'], asks: 'words' },
  begin: { from: ['accepted'], to: 'in-progress', by: ['receiver'], asks: 'day' },
  pause: { from: ['in-progress'], to: 'on-hold', by: ['referrer', 'receiver'], asks: 'words' },
  resume: { from: ['on-hold'], to: 'in-progress', by: ['referrer', 'receiver'] },
  complete: { from: ['in-progress'], to: 'completed', by: ['receiver'], asks: 'words' },
  fail: { from: ['in-progress', 'on-hold'], to: 'failed', by: ['receiver'], asks: 'words' },
  cancel: { from: open, to: 'cancelled', by: ['referrer'], asks: 'words' },
  confirm: { from: ['completed'], to: 'client-confirmed', by: ['referrer'] },
  deny: { from: ['completed'], to: 'failed', by: ['referrer'], asks: 'words' },
  mistake: { from: ['draft', ...sent], to: 'entered-in-error', by: ['referrer'], asks: 'words' },
} as const satisfies Record<Exclude<ReferralMove, 'withdraw'>, Move>

export type Step = keyof typeof moves

const steps = Object.keys(moves) as Step[]

/**
 * Who stands for whom: a receiver on paper or without an account may answer by telephone or letter, and the referrer’s
 * worker writes that down. An agency that works here answers for itself.
 */
const speaksFor = (party: ReferralParty, way: ReferralWay): readonly ReferralParty[] =>
  party === 'referrer' && way !== 'agency' ? ['referrer', 'receiver'] : [party]

/** Whose step it is, when this party takes it; null when it is not theirs from where the referral stands. */
export function stepBy(
  move: Step,
  party: ReferralParty,
  { state, way }: Readonly<{ state: ReferralState; way: ReferralWay }>,
): ReferralParty | null {
  const { from, by }: Move = moves[move]
  if (!from.includes(state)) return null
  return speaksFor(party, way).find((one) => by.includes(one)) ?? null
}

/** Whether the receiver of a secure link may still read and answer it. */
export const isLinkable = ({
  sheet,
  state,
  sightEndedAt,
}: Pick<Referral, 'sheet' | 'state' | 'sightEndedAt'>) =>
  sheet.way === 'link' && open.includes(state) && sightEndedAt === null

/** Refuses (409) a step that is not the receiver’s from where the referral stands; they answer for themselves. */
export function refuseUnlessReceivers(move: Step, state: ReferralState) {
  if (stepBy(move, 'receiver', { state, way: 'agency' }) === null)
    throw new Refusal('sharing/not-that-step', { state })
}

/** The steps that this party may take now, in the order in which people should meet them. */
export const possibleSteps = (
  party: ReferralParty,
  standing: Readonly<{ state: ReferralState; way: ReferralWay }>,
): Step[] => steps.filter((move) => stepBy(move, party, standing) !== null)

/** Refuses (422) a step that does not say what it must: a reason, a report, the day of the first help, which is not to come. */
export function refuseUnlessSaid(move: Step, { words, on }: Pick<MoveReferral, 'words' | 'on'>, today: Day) {
  const { asks }: Move = moves[move]
  whole([
    ['words', asks !== 'words' || says(words)],
    ['on', asks !== 'day' || on !== null],
    ['on', asks !== 'day' || on === null || on <= today, 'date/out-of-range'],
  ])
}

/** Refuses (422) a referral out of a case and a first contact at once, or out of neither. */
export function refuseUnlessOnePlace({ caseId, inquiryId }: Pick<OpenReferral, 'caseId' | 'inquiryId'>) {
  if ((caseId === null) === (inquiryId === null)) throw new Refusal('sharing/one-place')
}

/** Refuses (409) to change what was sent. */
export function refuseUnlessDraft({ state }: Pick<Referral, 'state'>) {
  if (state !== 'draft') throw new Refusal('sharing/sent-already')
}

/** Refuses (422) to send what does not say what the receiver must know, naming every field at once. */
export function refuseUnlessSendable({ sheet }: Pick<Referral, 'sheet'>, today: Day) {
  const { way, receiverAgencyId, receiverPartnerId, receiverName } = sheet
  const { summary, expectation, serviceNeeded, sections, replyBy } = sheet
  whole([
    ['receiverName', way === 'agency' || way === 'partner' || says(receiverName)],
    ['receiverAgencyId', way !== 'agency' || receiverAgencyId !== null],
    ['receiverPartnerId', way !== 'partner' || receiverPartnerId !== null],
    ['serviceNeeded', says(serviceNeeded)],
    ['summary', says(summary)],
    ['expectation', says(expectation)],
    ['sections', sections.length > 0],
    ['replyBy', replyBy === null || replyBy >= today, 'sharing/reply-by-past'],
  ])
}

/** Refuses (422) to share what no consent in force covers, naming what is missing. */
export function refuseUnlessCovered({ covered, missing }: Coverage) {
  if (covered) return
  const fields = [
    ...missing.sections.map((code) => ({ path: `sections.${code}`, code: 'sharing/not-consented' })),
    ...missing.kinds.map((code) => ({ path: `sensitiveKinds.${code}`, code: 'sharing/not-consented' })),
  ]
  throw new Refusal('sharing/not-consented', { missing: fields.length }, fields)
}

/** Days until an answer is due, by urgency; the routine number is the agency’s deadline. */
export const replyDays = { urgent: 2, emergency: 1 } as const

/** Whether an answer is late: nobody has answered, and the day by which it was asked for is over. */
export const isOverdue = (
  { state, replyBy }: Readonly<{ state: ReferralState; replyBy: Day | null }>,
  today: Day,
) => (state === 'requested' || state === 'received') && replyBy !== null && replyBy < today
