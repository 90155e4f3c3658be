import {
  type PackageView,
  type PersonReferralQuery,
  ReferralPage,
  type ReferralQuery,
  type ReferralReceivers,
  ReferralView,
} from '#contract/sharing.ts'
import { referralState } from '#contract/codes/index.ts'
import { abilityFor, decide, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { partnersHere } from '#server/partners/index.ts'
import { lookAtPerson } from '#server/people/index.ts'
import { frozenPackage } from '../package/packages.repository.ts'
import { lookAtOrigin } from './place.queries.ts'
import { isLinkable, isOverdue, possibleSteps } from './referral.ts'
import { coverageOf, packageOf } from './referrals.actions.ts'
import { referralRow, referralsOfAgency, referralsOfPerson } from './referrals.queries.ts'
import { sheetFrom, stepsOf } from './referrals.repository.ts'
import { agenciesHere } from './sight.queries.ts'

type Nulled<Query> = Omit<Query, 'caseId' | 'inquiryId'> &
  Readonly<{ caseId?: string | null | undefined; inquiryId?: string | null | undefined }>

/** The referrals of a person, and whether the reader may write one in the case or first contact they have in mind. */
export async function viewReferralsOfPerson(
  tx: Transaction,
  personId: string,
  { caseId = null, inquiryId = null, ...query }: Nulled<PersonReferralQuery>,
): Promise<ReferralPage> {
  const { sheet } = await lookAtPerson(tx, personId)
  const isInPlace = caseId !== null || inquiryId !== null
  const { team, caseFile } = await lookAtOrigin(tx, { caseId, inquiryId })
  const page = await referralsOfPerson(tx, personId, query)
  const isPossible = isInPlace && caseFile?.state !== 'archived'
  return ReferralPage.parse({
    ...page,
    person: { id: personId, name: sheet.name },
    abilities: { write: abilityFor(tx.actor, 'referral.write', { team }, isPossible) },
  })
}

/** The referrals of the agency that the reader sees. */
export async function viewReferrals(tx: Transaction, query: ReferralQuery): Promise<ReferralPage> {
  const page = await referralsOfAgency(tx, query)
  return { ...page, person: null, abilities: { write: 'not-now' } }
}

/** One referral, with every step, and the steps that this reader may take. */
export async function viewReferral(tx: Transaction, personId: string, id: string): Promise<ReferralView> {
  const row = await referralRow(tx, personId, id)
  const sheet = sheetFrom(row)
  const { team } = await lookAtOrigin(tx, row)
  const view = ReferralView.omit({ possible: true, overdue: true }).parse({
    ...row,
    sheet,
    person: { id: personId, name: row.personName },
    author: { id: row.authorId, name: row.authorName },
    createdAt: row.createdAt.toISOString(),
    sent: row.sentAt && { by: { id: row.sentBy, name: row.sentByName }, at: row.sentAt.toISOString() },
    answer: row.answeredAt && { by: row.answeredBy, at: row.answeredAt.toISOString() },
    confirmed: row.confirmedAt && {
      by: { id: row.confirmedBy, name: row.confirmedByName },
      at: row.confirmedAt.toISOString(),
      words: row.clientWords,
    },
    sightEnded: row.sightEndedAt && { at: row.sightEndedAt.toISOString(), why: row.sightEndedWhy },
    steps: await stepsOf(tx, id),
    abilities: {
      write: abilityFor(tx.actor, 'referral.write', { team }, row.state === 'draft'),
      send: abilityFor(tx.actor, 'referral.send', { team }, row.state === 'draft'),
      link: abilityFor(
        tx.actor,
        'referral.link',
        { team },
        isLinkable({ ...row, sheet, state: referralState.schema.parse(row.state) }),
      ),
    },
  })
  const mayMove = decide(tx.actor, 'referral.move', { team }).allowed
  const steps = possibleSteps('referrer', { state: view.state, way: sheet.way })
  return {
    ...view,
    overdue: isOverdue({ state: view.state, replyBy: sheet.replyBy }, dayOf(tx.now)),
    possible: mayMove ? steps.filter((move) => move !== 'send') : [],
  }
}

/** What the receiver sees: as it was sent, or, before it is, as it would be sent now. */
export async function viewPackage(tx: Transaction, personId: string, id: string): Promise<PackageView> {
  const row = await referralRow(tx, personId, id)
  if (row.state !== 'draft') {
    const frozen = await frozenPackage(tx, tx.actor.agencyId, id, tx.keys)
    if (frozen) return { ...frozen, missing: { sections: [], kinds: [] } }
  }
  const referral = { ...row, sheet: sheetFrom(row), state: 'draft' } as const
  const coverage = await coverageOf(tx, referral)
  const contents = await packageOf(tx, referral, await lookAtOrigin(tx, row), coverage)
  const { sections, kinds } = coverage.missing
  return { contents, hash: null, missing: { sections: [...sections], kinds: [...kinds] } }
}

/** The agencies that work here and can be referred to, and the partners whose program can read now. */
export async function viewReceivers(tx: Transaction): Promise<ReferralReceivers> {
  tx.saw({ kind: 'referral-receivers' })
  return { agencies: await agenciesHere(tx), partners: await partnersHere(tx) }
}
