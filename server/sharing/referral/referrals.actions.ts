import { referralReason, standardOf } from '#contract/codes/index.ts'
import type { MoveReferral, OpenReferral, ReferralPackage, ReferralSheet } from '#contract/sharing.ts'
import { type Operation, permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { limitsOn, refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { refuseIfArchived } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { consentsOf, exceptionsIn } from '#server/consent/index.ts'
import { dayOf, endOfDay } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { partnerNamed } from '#server/partners/index.ts'
import { lookAtPerson } from '#server/people/index.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { addDays, dueAt, schedule, settle, spanOf } from '#server/workday/index.ts'
import { type Basis, basisOf } from '../package/exceptions.ts'
import { knownOf } from '../package/known.queries.ts'
import { sharedSections } from '../package/package.ts'
import { freezePackage } from '../package/packages.repository.ts'
import { isAbout, isAssessed, lookAtOrigin, type Origin } from './place.queries.ts'
import {
  moves,
  type Referral,
  refuseUnlessCovered,
  refuseUnlessDraft,
  refuseUnlessOnePlace,
  refuseUnlessSaid,
  refuseUnlessSendable,
  replyDays,
  stepBy,
} from './referral.ts'
import {
  agencyNamed,
  insertReferral,
  insertStep,
  lookAtReferral,
  saveReferral,
} from './referrals.repository.ts'

/** Opens a referral out of a case or a first contact. It is a draft; nobody else sees it. */
export async function openReferral(tx: Transaction, personId: string, given: OpenReferral) {
  await lookAtPerson(tx, personId) // 404
  refuseUnlessOnePlace(given) // 422
  const origin = await lookAtOrigin(tx, given) // 404
  permit(tx.actor, 'referral.write', { team: origin.team }) // 403
  if (!(await isAbout(tx, origin, personId))) throw new Refusal('sharing/not-of-this-case') // 422
  if (origin.caseFile) refuseIfArchived(origin.caseFile) // 409
  await refuseUnlessKnownCodes(tx, referralReason, { reason: given.reason }) // 422
  await insertReferral(tx, personId, { ...given, ...(await receiverOf(tx, given)) }) // 422, 409
}

/** Keeps the sheet of a draft as it stands. */
export async function changeReferral(tx: Transaction, personId: string, id: string, sheet: ReferralSheet) {
  const { referral } = await lookToWrite(tx, 'referral.write', personId, id) // 404, 403, 412
  refuseUnlessDraft(referral) // 409
  await refuseUnlessKnownCodes(tx, referralReason, { reason: sheet.reason }) // 422
  await saveReferral(tx, referral, { ...sheet, ...(await receiverOf(tx, sheet)) }) // 422
}

/** Looks at a referral in order to write in it, and at the case or first contact that says whose it is to write. */
async function lookToWrite(tx: Transaction, operation: Operation, personId: string, id: string) {
  const referral = await lookAtReferral(tx, personId, id) // 404
  const origin = await lookAtOrigin(tx, referral)
  permit(tx.actor, operation, { team: origin.team }) // 403
  refuseIfStale(tx, referral.version) // 412
  return { referral, origin }
}

/** Whom it goes to: an agency that works here, or a partner, is called what it calls itself; anybody else has no id. */
async function receiverOf(tx: Transaction, sheet: ReferralSheet) {
  const { way, receiverAgencyId, receiverName } = sheet
  if (way === 'partner') return partnerOf(tx, sheet)
  const receiverPartnerId = null
  if (way !== 'agency' || receiverAgencyId === null)
    return { receiverAgencyId: null, receiverPartnerId, receiverName }
  const name = await agencyNamed(tx, receiverAgencyId)
  if (name === null)
    throw new Refusal('sharing/no-such-agency', {}, [
      { path: 'receiverAgencyId', code: 'sharing/no-such-agency' },
    ])
  return { receiverAgencyId, receiverPartnerId, receiverName: name }
}

/** The partner that it goes to; refuses (422) one whose program cannot read now, for nobody would answer. */
async function partnerOf(tx: Transaction, { receiverPartnerId, receiverName }: ReferralSheet) {
  if (receiverPartnerId === null) return { receiverAgencyId: null, receiverPartnerId, receiverName }
  const name = await partnerNamed(tx, receiverPartnerId)
  if (name === null)
    throw new Refusal('sharing/no-such-partner', {}, [
      { path: 'receiverPartnerId', code: 'sharing/no-such-partner' },
    ])
  return { receiverAgencyId: null, receiverPartnerId, receiverName: name }
}

/** What consents in force, and exceptions written down here, say of the ticked sections and this receiver; consents are held until the transaction ends. */
export async function coverageOf(tx: Transaction, referral: Referral): Promise<Basis> {
  const { personId, sheet } = referral
  const { consents, under14 } = await consentsOf(tx, personId)
  const kinds = under14 ? (['under-fourteen', ...sheet.sensitiveKinds] as const) : sheet.sensitiveKinds
  return basisOf(consents, await exceptionsIn(tx, personId, referral), {
    purpose: 'sharing',
    sections: sheet.sections,
    kinds: [...new Set(kinds)],
    receiver: { kind: sheet.receiverKind, name: sheet.receiverName },
    at: tx.now,
  })
}

/** When an answer is due: as the sheet says, or by the agency’s deadline, sooner where it is urgent. */
async function replyByOf(tx: Transaction, { replyBy, urgency }: ReferralSheet) {
  if (replyBy !== null) return replyBy
  const today = dayOf(tx.now)
  const usual = dayOf(dueAt(tx.now, spanOf('referralReply', await limitsOn(tx, today))))
  if (urgency === 'routine') return usual
  const soon = addDays(today, replyDays[urgency])
  return soon < usual ? soon : usual
}

/** The package as it would leave now: what is ticked and consented to, and nothing else. */
export async function packageOf(
  tx: Transaction,
  { id, personId, sheet }: Referral,
  origin: Origin,
  { missing, exceptions }: Basis,
): Promise<ReferralPackage> {
  const known = await knownOf(tx, personId, origin)
  return {
    form: 'alongside referral 1',
    referralId: id,
    from: { agency: tx.actor.agencyName, worker: tx.actor.name },
    to: { kind: sheet.receiverKind, name: sheet.receiverName, contact: sheet.receiverContact },
    kind: sheet.kind,
    // Another agency knows the codes of the product alone.
    reason: standardOf(sheet.reason),
    urgency: sheet.urgency,
    serviceNeeded: sheet.serviceNeeded,
    summary: sheet.summary,
    done: sheet.done,
    expectation: sheet.expectation,
    accompaniment: sheet.accompaniment,
    replyBy: await replyByOf(tx, sheet),
    sections: sharedSections(known, sheet.sections, missing.sections),
    sensitiveKinds: sheet.sensitiveKinds,
    ...(exceptions.length === 0
      ? {}
      : { withoutConsent: [...new Set(exceptions.map(({ ground }) => ground))] }),
  }
}

/**
 * Sends a referral: the problem was assessed, everything ticked is consented to, and what the receiver
 * gets is frozen with its fingerprint. The database gives the receiver sight of it; who waits for an answer is reminded.
 */
export async function sendReferral(tx: Transaction, personId: string, id: string) {
  const { referral, origin } = await lookToWrite(tx, 'referral.send', personId, id) // 404, 403, 412
  refuseUnlessDraft(referral) // 409
  if (origin.caseFile) refuseIfArchived(origin.caseFile) // 409
  refuseUnlessSendable(referral, dayOf(tx.now)) // 422
  if (!(await isAssessed(tx, origin))) throw new Refusal('sharing/not-assessed') // 422
  if (referral.sheet.way === 'partner') await partnerOf(tx, referral.sheet) // 422
  const coverage = await coverageOf(tx, referral)
  refuseUnlessCovered(coverage) // 422
  const contents = await packageOf(tx, referral, origin, coverage)
  await freezePackage(tx, contents)
  await insertStep(tx, id, stepOf(tx, 'send', ''))
  await saveReferral(tx, referral, {
    state: 'requested',
    movedAt: tx.now,
    sentBy: tx.actor.workerId,
    sentAt: tx.now,
    replyBy: contents.replyBy,
    consentIds: [...coverage.by],
    exceptionIds: coverage.exceptions.map((exception) => exception.id),
  })
  await tellWhere(tx, referral, 'referral-sent', { referralReason: referral.sheet.reason })
  await waitForReply(tx, referral, endOfDay(contents.replyBy))
}

const stepOf = (tx: Transaction, move: keyof typeof moves, words: string) =>
  ({ move, state: moves[move].to, party: 'referrer', name: tx.actor.name, words }) as const

/** Today shows that an answer is awaited; when the day is over, a job sees whether it came. */
async function waitForReply(tx: Transaction, { id, caseId, inquiryId }: Referral, until: Date) {
  const { agencyId, workerId } = tx.actor
  const place = {
    subjectId: id,
    ...(caseId === null ? {} : { caseId }),
    ...(inquiryId === null ? {} : { inquiryId }),
  }
  await schedule(tx, { ...place, kind: 'await-referral-reply', ownerId: workerId, dueAt: until })
  await enqueue(tx.db, 'tell-of-silent-referral', { agencyId, workerId, referralId: id }, until)
}

/** Tells it in the story of the case or the first contact. */
async function tellWhere(
  tx: Transaction,
  { caseId, inquiryId }: Pick<Referral, 'caseId' | 'inquiryId'>,
  what: 'referral-sent' | 'referral-moved',
  facts: Readonly<Record<string, string>>,
) {
  if (caseId !== null) await tellStory(tx, { caseId }, what, facts)
  else if (inquiryId !== null) await tellStory(tx, { inquiryId }, what, facts)
}

/**
 * Takes one step of a referral that was sent: the referrer’s own, or one that a receiver without an account told by
 * telephone or letter. Completed is not the end: the client says whether the help arrived.
 */
export async function moveReferral(
  tx: Transaction,
  personId: string,
  id: string,
  { move, words, on }: MoveReferral,
) {
  const { referral } = await lookToWrite(tx, 'referral.move', personId, id) // 404, 403, 412
  const { state, sheet } = referral
  const party = stepBy(move, 'referrer', { state, way: sheet.way })
  if (party === null) throw new Refusal('sharing/not-that-step', { state }) // 409
  refuseUnlessSaid(move, { words, on }, dayOf(tx.now)) // 422
  const { to } = moves[move]
  const name = party === 'receiver' ? sheet.receiverName : tx.actor.name
  await insertStep(tx, id, { move, state: to, party, name, words })
  await saveReferral(tx, referral, {
    state: to,
    movedAt: tx.now,
    stateWords: words,
    ...keptWith(tx, { move, words, on }, name),
  })
  if (state !== 'draft') await tellWhere(tx, referral, 'referral-moved', { referralState: to })
  await goOn(tx, referral, move)
}

/** What else a step leaves in the record. */
function keptWith(tx: Transaction, { move, words, on }: MoveReferral, name: string) {
  if (move === 'accept' || move === 'reject') return { answeredAt: tx.now, answeredBy: name }
  if (move === 'begin') return { firstHelpOn: on }
  if (move === 'complete' || move === 'fail') return { outcome: words }
  if (move === 'confirm' || move === 'deny')
    return { confirmedBy: tx.actor.workerId, confirmedAt: tx.now, clientWords: words }
  return {}
}

const daysToAskTheClient = 7
const endsWaiting: readonly string[] = ['accept', 'reject', 'cancel', 'mistake']

/** Settles what this step has done, and opens what it asks for: after the help, the client is asked. */
async function goOn(tx: Transaction, { id, caseId, inquiryId, authorId, sentBy }: Referral, move: string) {
  const place = { subjectId: id }
  if (endsWaiting.includes(move)) await settle(tx, ['await-referral-reply', 'confirm-referral'], place)
  if (move === 'confirm' || move === 'deny') await settle(tx, ['confirm-referral'], place)
  if (move !== 'complete') return
  await schedule(tx, {
    ...place,
    ...(caseId === null ? {} : { caseId }),
    ...(inquiryId === null ? {} : { inquiryId }),
    kind: 'confirm-referral',
    ownerId: sentBy ?? authorId,
    dueAt: endOfDay(addDays(dayOf(tx.now), daysToAskTheClient)),
  })
}
