import type { OpenReferral } from '#contract/sharing.ts'
import type { Operation, Transaction } from '#server/access/index.ts'
import { giveConsent, withdrawConsent } from '#server/consent/consents.actions.ts'
import { dayOf } from '#server/kernel/days.ts'
import { addPartner, issueCredential } from '#server/partners/partners.actions.ts'
import type { Platform } from '#server/platform/platform.ts'
import { issueReferralLink } from '#server/sharing/linked/links.actions.ts'
import { moveReceived } from '#server/sharing/received/received.actions.ts'
import { moveReferral, openReferral, sendReferral } from '#server/sharing/referral/referrals.actions.ts'
import { demoAgencies } from './agencies.ts'
import { type Calendar, calendarFrom } from './calendar.ts'
import { demoId } from './demo-id.ts'
import { actsTold, caseOfInquiry } from './demo.repository.ts'
import type { Cast } from './founding.ts'
import { type ReferralStory, type ReferralTold, referralStories } from './stories/referrals.ts'

type Agencies = ReadonlyMap<string, Cast>

/** One act of one worker of one agency. */
type Told = Readonly<{
  agency: string
  by: string
  what: string
  at: Date
  operation: Operation
  does: (tx: Transaction) => Promise<unknown>
}>

const daysOfConsent = 90
const minuteOfSending = 300

/** Tells the referrals between the agencies once all their own stories are told, act by act in the order of time. */
export async function tellReferrals(platform: Platform, casts: readonly Cast[]) {
  const agencies: Agencies = new Map(casts.map((cast) => [cast.agency.key, cast]))
  const calendar = calendarFrom(platform.now())
  const acts = referralStories.flatMap((story) => actsOf(story, calendar))
  const told = new Map<string, ReadonlySet<string>>()
  for (const key of agencies.keys()) told.set(key, await actsTold(platform.database, demoId('agency', key)))
  for (const { agency, by, what, at, operation, does } of acts.toSorted(
    (one, other) => Number(one.at) - Number(other.at),
  )) {
    const teller = agencies.get(agency)?.tellers.get(by)
    if (!teller) throw new Error(`Nobody called ${by} works at ${agency}.`)
    if (!told.get(agency)?.has(what)) await teller.at(at, operation, does, what)
  }
}

/** A referral from the consent to its last step. */
function actsOf(story: ReferralStory, calendar: Calendar): Told[] {
  const { key, agency, by, day, of } = story
  const personId = demoId(of, 'client')
  const id = demoId('referral', key)
  const consentId = demoId('referral consent', key)
  const here = { agency, by }
  const at = (on: number, minute: number) => calendar.moment(on, minute)
  const begun: Told[] = [
    ...('partner' in story.to ? partnerOf(story, story.to, at(day, minuteOfSending - 40)) : []),
    {
      ...here,
      what: `${key}: consented`,
      at: at(day, minuteOfSending - 20),
      operation: 'consent.give',
      does: (tx) => consent(tx, story, { personId, consentId, calendar }),
    },
    {
      ...here,
      what: `${key}: written`,
      at: at(day, minuteOfSending - 10),
      operation: 'referral.write',
      does: async (tx) => openReferral(tx, personId, await sheetOf(tx, story, id)),
    },
  ]
  if (!story.sent) return begun
  const sent: Told = {
    ...here,
    what: `${key}: sent`,
    at: at(day, minuteOfSending),
    operation: 'referral.send',
    does: (tx) => sendReferral(tx, personId, id),
  }
  const linked: Told[] = 'link' in story.to ? [linkOf(story, personId, id, at(day, minuteOfSending + 5))] : []
  const steps = story.steps.map((step, place) =>
    stepOf(story, step, { personId, id, consentId, at: at(step.day, minuteOfSending + 10 * place) }),
  )
  return [...begun, sent, ...linked, ...steps]
}

/** The partner that it goes to, with a credential; nobody in the demo knows what it says. */
const partnerOf = (
  { key, agency }: ReferralStory,
  { partner, administrator }: Readonly<{ partner: string; administrator: string }>,
  at: Date,
): Told[] => [
  {
    agency,
    by: administrator,
    what: `${key}: partner added`,
    at,
    operation: 'partner.add',
    does: (tx) => addPartner(tx, { id: demoId(partner, 'partner'), name: partner }),
  },
  {
    agency,
    by: administrator,
    what: `${key}: credential issued`,
    at,
    operation: 'partner.issue',
    does: (tx) =>
      issueCredential(tx, demoId(partner, 'partner'), { id: demoId(partner, 'credential'), days: 180 }),
  },
]

/** The link by which a receiver without an account reads it; nobody in the demo knows its token. */
const linkOf = ({ key, agency, by }: ReferralStory, personId: string, id: string, at: Date): Told => ({
  agency,
  by,
  what: `${key}: linked`,
  at,
  operation: 'referral.link',
  does: (tx) =>
    issueReferralLink(tx, personId, id, {
      id: demoId('secure link', key),
      factor: 'phone-tail',
      phoneTail: '0931 555 2271',
      days: 30,
    }),
})

type Place = Readonly<{ personId: string; id: string; consentId: string; at: Date }>

function stepOf(
  { key, agency, by, to }: ReferralStory,
  { move, there, words = '' }: ReferralTold,
  { personId, id, consentId, at }: Place,
): Told {
  const act = { what: `${key}: ${move}`, at }
  if (move === 'withdraw-consent')
    return {
      ...act,
      agency,
      by,
      operation: 'consent.withdraw',
      does: (tx) => withdrawConsent(tx, personId, consentId, { reason: words }),
    }
  if (there !== undefined && 'agency' in to && move !== 'confirm' && move !== 'cancel')
    return {
      ...act,
      agency: to.agency,
      by: there,
      operation: 'received-referral.answer',
      does: (tx) =>
        moveReceived(tx, id, {
          move,
          words,
          on: move === 'begin' ? dayOf(tx.now) : null,
          inquiryId: move === 'accept' ? demoId('referred inquiry', key) : null,
        }),
    }
  return {
    ...act,
    agency,
    by,
    operation: 'referral.move',
    does: (tx) => moveReferral(tx, personId, id, { move, words, on: null }),
  }
}

type Consenting = Readonly<{ personId: string; consentId: string; calendar: Calendar }>

/** The client agrees that exactly these sections go to exactly this receiver. */
async function consent(
  tx: Transaction,
  { to, sections, day, ...story }: ReferralStory,
  { personId, consentId, calendar }: Consenting,
) {
  const place = await placeOf(tx, story)
  await giveConsent(tx, personId, {
    id: consentId,
    ...place,
    purpose: 'sharing',
    sensitiveKind: null,
    sections: [...sections],
    receivers: [{ kind: receiverOf(to).kind, name: receiverOf(to).name }],
    details: '',
    giver: 'client',
    guardianId: null,
    heard: '',
    way: 'written',
    witness: '',
    validFrom: calendar.day(day),
    validUntil: calendar.day(daysOfConsent),
    noticeVersion: 1,
    noticeLanguage: tx.actor.language,
  })
}

function receiverOf(to: ReferralStory['to']) {
  if ('agency' in to)
    return { way: 'agency', kind: 'other', name: agencyCalled(to.agency).name, contact: '' } as const
  if ('partner' in to) return { way: 'partner', kind: to.kind, name: to.partner, contact: '' } as const
  if ('paper' in to) return { way: 'paper', kind: to.kind, name: to.paper, contact: '' } as const
  return { way: 'link', kind: to.kind, name: to.link, contact: to.contact } as const
}

function agencyCalled(key: string) {
  const found = demoAgencies.find((agency) => agency.key === key)
  if (!found) throw new Error(`No agency of the demo is called ${key}.`)
  return found
}

async function placeOf(tx: Transaction, { of, from }: Pick<ReferralStory, 'of' | 'from'>) {
  const inquiryId = demoId(of, 'inquiry')
  return from === 'inquiry'
    ? { caseId: null, inquiryId }
    : { caseId: await caseOfInquiry(tx, inquiryId), inquiryId: null }
}

async function sheetOf(tx: Transaction, story: ReferralStory, id: string): Promise<OpenReferral> {
  const { to, urgency = 'routine' } = story
  const { way, kind: receiverKind, name: receiverName, contact: receiverContact } = receiverOf(to)
  return {
    id,
    ...(await placeOf(tx, story)),
    kind: story.kind,
    reason: story.reason,
    urgency,
    way,
    receiverPartnerId: 'partner' in to ? demoId(to.partner, 'partner') : null,
    receiverAgencyId: 'agency' in to ? demoId('agency', to.agency) : null,
    receiverKind,
    receiverName,
    receiverContact,
    receiverLanguage: tx.actor.language,
    serviceNeeded: story.needed,
    summary: story.summary,
    done: story.done,
    expectation: story.expectation,
    accompaniment: null,
    sections: [...story.sections],
    sensitiveKinds: [],
    replyBy: null,
  }
}
