import { z } from 'zod'
import {
  type AnsweredPaper,
  HelpNow,
  type LinkedPaperView,
  LinkPaper,
  type PaperAnswer,
} from '#contract/client-links.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { keepAnswer, paperHere } from '#server/secure-links/index.ts'
import type { AskedByPaper } from './answered.ts'
import { tellsOfDanger } from './judging.actions.ts'

const Laid = z.object({ paper: LinkPaper, help: HelpNow })

// A paper never changes; once it is answered the link shows nothing.
const onlyVersion = 1

/** What the receiver of a link reads: the sheet laid down for it, and where help is to be had at once. */
export async function viewPaper(tx: Transaction): Promise<LinkedPaperView> {
  const { paper, help } = Laid.parse(await paperHere(tx)) // 404
  const { workerId, agencyName, name, language } = tx.actor
  return {
    linkId: workerId,
    fromAgency: agencyName,
    receiverName: name,
    language,
    paper,
    help,
    version: onlyVersion,
  }
}

/**
 * Keeps what the receiver of a link answers, by the same rules as on the worker's screen, and ends the link. It is taken into
 * the case as soon as the queue comes to it, which is at once; whoever answered learns that it arrived, and no score.
 */
export async function answerPaper(tx: Transaction, given: PaperAnswer): Promise<AnsweredPaper> {
  const { paper } = Laid.parse(await paperHere(tx)) // 404
  permit(tx.actor, 'linked-paper.answer') // 403
  refuseIfStale(tx, onlyVersion) // 412
  if (given.linkId !== tx.actor.workerId) throw new Refusal('not-signed-in') // 401
  const answer = { ...given, givenAt: tx.now.toISOString() }
  const danger = tellsOfDanger(tx, paper, answer) // 422
  await keepAnswer(tx, { asked: askedBy(paper), answer }) // 409
  return { danger, version: onlyVersion + 1 }
}

/** As much of the paper as whoever takes the answer needs. */
function askedBy(paper: LinkPaper): AskedByPaper {
  if (paper.purpose === 'confirmation') return { purpose: paper.purpose }
  if (paper.purpose === 'scale') {
    const { purpose, instrument, informant } = paper
    return { purpose, instrument: instrument.id, instrumentVersion: instrument.version, informant }
  }
  const { purpose, questionnaireId, questionnaireVersion } = paper
  return { purpose, questionnaireId, questionnaireVersion }
}
