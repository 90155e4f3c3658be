import type { IssuedLink, IssueLink, LinkList } from '#contract/secure-links.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { endLink, issueLink, linksOf, type Subject } from '#server/secure-links/index.ts'
import { lookAtOrigin } from '../referral/place.queries.ts'
import { isLinkable, type Referral } from '../referral/referral.ts'
import { lookAtReferral } from '../referral/referrals.repository.ts'

const subjectOf = ({ id, personId, caseId, inquiryId }: Referral): Subject => ({
  purpose: 'referral',
  subjectId: id,
  personId,
  caseId,
  inquiryId,
  receiverId: null,
  about: '',
})

/** Looks at a referral whose links are concerned, and says whether that is the actor’s. */
async function lookForLinks(tx: Transaction, personId: string, id: string) {
  const referral = await lookAtReferral(tx, personId, id) // 404
  const { team } = await lookAtOrigin(tx, referral)
  permit(tx.actor, 'referral.link', { team }) // 403
  return referral
}

/** Issues a link for the receiver of a referral that was sent to be read by one, and that they may still answer. */
export async function issueReferralLink(
  tx: Transaction,
  personId: string,
  id: string,
  given: IssueLink,
): Promise<IssuedLink> {
  const referral = await lookForLinks(tx, personId, id) // 404, 403
  if (!isLinkable(referral)) throw new Refusal('links/not-by-link') // 409
  const { sheet } = referral
  const receiver = { receiverName: sheet.receiverName, language: sheet.receiverLanguage }
  const subject = subjectOf(referral)
  const secrets = await issueLink(tx, subject, receiver, given) // 422, 409
  const [link] = (await linksOf(tx, subject)).links
  if (!link) throw new Error('A link that was just issued is not there.')
  return { link, ...secrets }
}

/** Takes a link back, from this moment on. */
export async function endReferralLink(tx: Transaction, personId: string, id: string, linkId: string) {
  await endLink(tx, subjectOf(await lookForLinks(tx, personId, id)), linkId) // 404, 403, 409
}

/** The links of a referral, newest first. */
export async function viewReferralLinks(tx: Transaction, personId: string, id: string): Promise<LinkList> {
  return linksOf(tx, subjectOf(await lookAtReferral(tx, personId, id)))
}
