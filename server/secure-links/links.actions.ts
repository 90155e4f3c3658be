import type { IssueLink, LinkList, LinkView } from '#contract/secure-links.ts'
import { LinkView as LinkShape } from '#contract/secure-links.ts'
import type { Language } from '#contract/language.ts'
import type { Transaction } from '#server/access/index.ts'
import { markOfAnswer } from './answer.ts'
import { expiryOf, isOpenAt, phoneTailOf, refuseIfEnded } from './link.ts'
import {
  insertLink,
  linkRows,
  lookAtLink,
  lookAtLinkOfCase,
  saveEnd,
  type Subject,
} from './links.repository.ts'
import { aCode, aToken, hashOf } from './secrets.ts'

/** To whom a link goes. */
export type LinkReceiver = Readonly<{ receiverName: string; language: Language }>

/** What opens a link; told once. */
export type LinkSecrets = Readonly<{ token: string; code: string | null }>

/**
 * Issues a link to one subject for somebody without an account; links of it that still open are replaced. Its token and
 * code leave here once: what is kept are a hash, and a mark that tells nothing without the agency’s key. The caller has
 * asked whether the actor may.
 */
export async function issueLink(
  tx: Transaction,
  subject: Subject,
  receiver: LinkReceiver,
  given: IssueLink,
): Promise<LinkSecrets> {
  const token = aToken()
  const code = given.factor === 'code' ? aCode() : null
  const answer = code ?? phoneTailOf(given) // 422
  await insertLink(tx, {
    ...subject,
    ...receiver,
    id: given.id,
    tokenHash: hashOf(token),
    factor: given.factor,
    factorMark: markOfAnswer(tx.keys, given.id, answer),
    expiresAt: expiryOf(tx.now, given),
  }) // 409
  return { token, code }
}

/** Ends a link, from this moment on. */
export async function endLink(tx: Transaction, subject: Subject, id: string) {
  refuseIfEnded(await lookAtLink(tx, subject, id)) // 404, 409
  await saveEnd(tx, id)
}

/** Ends a link to a client of this case, from this moment on. */
export async function endLinkOfCase(tx: Transaction, caseId: string, id: string) {
  refuseIfEnded(await lookAtLinkOfCase(tx, caseId, id)) // 404, 409
  await saveEnd(tx, id)
}

/** The links of a subject, newest first. */
export async function linksOf(
  tx: Transaction,
  subject: Pick<Subject, 'purpose' | 'subjectId'>,
): Promise<LinkList> {
  return { links: (await linkRows(tx, subject)).map((row) => viewOf(row, tx.now)) }
}

/** A link as whoever issued it sees it. */
export const viewOf = (row: Awaited<ReturnType<typeof linkRows>>[number], now: Date): LinkView =>
  LinkShape.parse({
    ...row,
    issuedBy: { id: row.issuedBy, name: row.issuedByName },
    issuedAt: row.issuedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    ended: row.endedAt && { at: row.endedAt.toISOString(), why: row.endedWhy },
    isOpen: isOpenAt(row, now),
  })
