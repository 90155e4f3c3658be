import { randomUUID } from 'node:crypto'
import type { LinkPurpose } from '#contract/codes/index.ts'
import type { OpenLink } from '#contract/secure-links.ts'
import { enterAs } from '#server/access/index.ts'
import { witness } from '#server/audit/index.ts'
import { endTold, linkActorOf } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'
import { markOfAnswer } from './answer.ts'
import { answeredLink, foundLink } from './opening.repository.ts'
import { aToken, hashOf } from './secrets.ts'

const readingOf = (purpose: LinkPurpose) =>
  purpose === 'referral' ? 'linked-referral.read' : 'linked-paper.read'

type Opening = Pick<OpenLink, 'token' | 'answer'>

/**
 * Opens a link for half an hour. Whatever is wrong, the token, the answer, the time or the number of answers, the refusal
 * is the same; only whoever knows the answer is told that sight of what was shared has ended. An opening stands on the
 * audit, with the receiver of the link as its actor.
 */
export async function openSecureLink(
  { database, now }: Platform,
  { token, answer }: Opening,
  requestId: string,
) {
  const moment = now()
  const link = await foundLink(database.db, hashOf(token), moment)
  if (!link) throw new Refusal('links/not-opened')
  const keys = await database.keyring.of(link.agencyId)
  const session = aToken()
  const came = await answeredLink(database.db, {
    ...link,
    mark: markOfAnswer(keys, link.id, answer),
    openingId: randomUUID(),
    hash: hashOf(session),
    now: moment,
  })
  if (came === null) throw new Refusal('links/not-opened')
  if (came !== 'opened') throw endTold(came)
  const actor = await linkActorOf(database.db, hashOf(session), moment)
  if (!actor?.link) throw new Refusal('links/not-opened')
  const { purpose, personId, caseId, inquiryId } = actor.link
  await enterAs(database, { actor, operation: readingOf(purpose), now: moment }, async (tx) => {
    const place = { ...(caseId === null ? {} : { caseId }), ...(inquiryId === null ? {} : { inquiryId }) }
    tx.saw({ kind: 'secure-link', id: link.id, personId, ...place })
    await witness(tx, { act: 'look', requestId })
  })
  return { linkId: link.id, purpose, language: actor.language, session }
}
