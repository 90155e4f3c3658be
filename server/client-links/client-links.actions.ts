import type {
  ClientLinkPage,
  ClientLinkQuery,
  IssueClientLink,
  IssuedClientLink,
  LinkReceiver,
} from '#contract/client-links.ts'
import { abilityFor, permit, type Transaction } from '#server/access/index.ts'
import { viewGiversOf } from '#server/case/assessment/index.ts'
import { type CaseFile, lookAtCase, lookToChange, refuseUnlessOpen } from '#server/case/lifecycle/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { endLinkOfCase, issueLink, layPaper, linksOfCase } from '#server/secure-links/index.ts'
import { helpNow, paperFor } from './papers.queries.ts'

/** In a sealed case nobody is asked by a link: who holds the phone is not known (ADR 230). */
const isSealed = ({ confidentiality }: CaseFile) => confidentiality === 'sealed'

/** Issues a link to the client or to a guardian, and lays down what it shows. Its token and code are told this once. */
export async function issueClientLink(
  tx: Transaction,
  caseId: string,
  given: IssueClientLink,
): Promise<IssuedClientLink> {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'client-link.issue', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  if (isSealed(caseFile)) throw new Refusal('client-links/sealed') // 409
  const givers = await viewGiversOf(tx, caseFile)
  const receiver = receiverAmong(givers, given.receiverId) // 422
  const { asked, language } = given
  const { paper, subjectId, about } = await paperFor(tx, asked, {
    caseId,
    clientId: caseFile.clientId,
    clientName: givers[0]?.name ?? '',
    receiverId: receiver.id,
    language,
    answerId: given.id,
  }) // 409, 422
  const subject = {
    purpose: asked.purpose,
    subjectId,
    about,
    personId: caseFile.clientId,
    caseId,
    inquiryId: null,
    receiverId: receiver.id,
  }
  const secrets = await issueLink(tx, subject, { receiverName: receiver.name, language }, given) // 422, 409
  await layPaper(tx, given.id, { paper, help: await helpNow(tx, language) })
  const { rows } = await linksOfCase(tx, caseId, { purpose: asked.purpose, subjectId, limit: 1 })
  const [link] = rows
  if (!link) throw new Error('A link that was just issued is not there.')
  return { link, ...secrets }
}

function receiverAmong(givers: readonly LinkReceiver[], id: string): LinkReceiver {
  const receiver = givers.find((one) => one.id === id)
  if (receiver) return receiver
  const code = 'client-links/not-client-or-guardian'
  throw new Refusal(code, {}, [{ path: 'receiverId', code }])
}

/** Takes a link back, from this moment on. */
export async function endClientLink(tx: Transaction, caseId: string, id: string) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'client-link.issue', { team: caseFile.team }) // 403
  refuseUnlessOpen(caseFile) // 409
  await endLinkOfCase(tx, caseId, id) // 404, 409
}

/** The links of a case for one purpose, to whom one may go, and whether this reader may issue one now. */
export async function viewClientLinks(
  tx: Transaction,
  caseId: string,
  query: ClientLinkQuery,
): Promise<ClientLinkPage> {
  const caseFile = await lookAtCase(tx, caseId) // 404
  const page = await linksOfCase(tx, caseId, query)
  const isTime = caseFile.state === 'open' && !isSealed(caseFile)
  return {
    ...page,
    receivers: await viewGiversOf(tx, caseFile),
    abilities: { issue: abilityFor(tx.actor, 'client-link.issue', { team: caseFile.team }, isTime) },
  }
}
