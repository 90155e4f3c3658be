import type {
  SetAside,
  TakeRequest,
  WebFormSheet,
  WebFormView,
  WebRequestQuery,
} from '#contract/case/web-form.ts'
import { abilityFor, permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { openInquiry } from '../inquiry/inquiry.actions.ts'
import { lookAtInquiry, saveInquiry } from '../inquiry/inquiry.repository.ts'
import { formOf, lookAtRequest, requestPage, saveForm, saveHandled } from './web-requests.repository.ts'

/** The queue, a page after another. */
export const readQueue = (tx: Transaction, query: WebRequestQuery) => requestPage(tx, query)

/** One request, as it now is. */
export const viewRequest = (tx: Transaction, id: string) => lookAtRequest(tx, id)

/** A request that nobody has handled; whoever was slower is told who did (409). */
async function lookAtWaiting(tx: Transaction, id: string) {
  const request = await lookAtRequest(tx, id) // 404
  permit(tx.actor, 'web-request.handle') // 403
  if (request.state !== 'waiting')
    throw new Refusal('web-form/handled-already', { name: request.handledBy?.name ?? '' }) // 409
  return request
}

/** Takes a request over: it becomes a first contact that its taker has in hand, in the words of whoever wrote. */
export async function takeRequest(tx: Transaction, id: string, { inquiryId }: TakeRequest) {
  const request = await lookAtWaiting(tx, id)
  refuseIfStale(tx, request.version) // 412
  await openInquiry(tx, { id: inquiryId, channel: 'online' })
  const inquiry = await lookAtInquiry(tx, inquiryId)
  const who = [request.name, request.reach].filter(says).join(' · ')
  // The version that was seen is the request's; the first contact is new.
  await saveInquiry({ ...tx, seenVersion: null }, inquiry, {
    source: 'self',
    trouble: request.message,
    situation: who,
  })
  saveHandled(tx, request, { state: 'taken', inquiryId })
}

/** Sets a request aside, with the reason. */
export async function setRequestAside(tx: Transaction, id: string, { reason }: SetAside) {
  const request = await lookAtWaiting(tx, id)
  whole([['reason', says(reason)]]) // 422
  saveHandled(tx, request, { state: 'set-aside', setAsideReason: reason }) // 412
}

/** Opens or shuts the agency's public form, and says where to call in danger. */
export async function changeForm(tx: Transaction, sheet: WebFormSheet) {
  permit(tx.actor, 'web-form.change') // 403
  const { version } = await formOf(tx)
  refuseIfStale(tx, version) // 412
  await saveForm(tx, sheet, version) // 412
}

/** The agency's form, with its address. */
export async function viewForm(tx: Transaction): Promise<WebFormView> {
  const form = await formOf(tx)
  const { agencyId } = tx.actor
  return { ...form, agencyId, abilities: { change: abilityFor(tx.actor, 'web-form.change', {}, true) } }
}
