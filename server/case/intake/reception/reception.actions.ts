import type { EmergencyDecision } from '#contract/case/intake.ts'
import type { ReceiveContact } from '#contract/case/reception.ts'
import { caseSource } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { schedule } from '#server/workday/index.ts'
import { raiseAlarm } from '../crisis/crisis.actions.ts'
import {
  insertReceived,
  lookAtInquiry,
  refuseUnlessInSight,
  saveInquiry,
} from '../inquiry/inquiry.repository.ts'
import { refuseUnlessRegistrable } from '../inquiry/inquiry.ts'
import { refuseUnlessNoticeFirst, refuseUnlessNoticeTold } from '../inquiry/notice-first.ts'
import { answerBy, answerUntil } from './answering.actions.ts'
import { keepGiven, namedInformation } from './information.repository.ts'
import { refuseUnlessOutreach } from './outreach.repository.ts'
import { askedOnly, givenInWords, refuseUnlessDecided, refuseUnlessInformed } from './reception.ts'

/**
 * Receives a first contact in one go: who, what, the emergency decision, and how it goes on. Whoever
 * only wanted to know something is answered and done; nothing of it makes a case.
 */
export async function receiveContact(tx: Transaction, received: ReceiveContact) {
  permit(tx.actor, 'inquiry.open') // 403
  refuseUnlessDecided(received) // 422
  if (received.outcome === 'information') refuseUnlessInformed(received) // 409, 422
  const sheet = received.outcome === 'information' ? askedOnly(received) : received.sheet
  await refuseUnlessKnownCodes(tx, caseSource, { 'sheet.source': sheet.source }) // 422
  const children = await refuseUnlessInSight(tx, { callerId: sheet.callerId, clientId: sheet.clientId }) // 400
  const standing = {
    emergency: received.emergency?.emergency ?? null,
    underFourteen: children.has(sheet.clientId ?? ''),
  }
  refuseUnlessNoticeFirst(sheet, standing, null) // 422
  if (received.outreachId !== null) await refuseUnlessOutreach(tx, received.outreachId) // 422
  const given = await namedInformation(tx, received.given) // 422
  const { id, emergency } = received
  insertReceived(tx, {
    id,
    sheet,
    emergency,
    outreachId: received.outreachId,
    due: await answerBy(tx, sheet.channel),
  })
  await tellStory(tx, { inquiryId: id }, 'inquiry-received', { channel: sheet.channel })
  if (emergency) await tellDecision(tx, id, emergency)
  keepGiven(tx, id, given)
  if (received.outcome === 'draft') return openWork(tx, id, 'register-inquiry')
  const inquiry = await lookAtInquiry(tx, id)
  if (received.outcome === 'registered') {
    refuseUnlessRegistrable(inquiry) // 422
    refuseUnlessNoticeTold(inquiry) // 422
    await saveInquiry(tx, inquiry, { state: 'registered', registeredAt: tx.now })
    await tellStory(tx, { inquiryId: id }, 'inquiry-registered')
    return openWork(tx, id, 'decide-inquiry')
  }
  await saveInquiry(tx, inquiry, {
    state: 'concluded',
    registeredAt: tx.now,
    decision: 'information-only',
    decisionReason: sheet.trouble,
    informationGiven: givenInWords(
      given.map(({ title }) => title),
      received.given.words,
    ),
    decidedBy: tx.actor.workerId,
    decidedAt: tx.now,
  })
  await tellStory(tx, { inquiryId: id }, 'inquiry-concluded', { decision: 'information-only' })
}

async function tellDecision(tx: Transaction, inquiryId: string, decision: EmergencyDecision) {
  const { emergency } = decision
  await tellStory(tx, { inquiryId }, 'emergency-decided', { emergency })
  if (emergency) await raiseAlarm(tx, inquiryId, decision)
}

const openWork = async (tx: Transaction, inquiryId: string, kind: 'register-inquiry' | 'decide-inquiry') =>
  schedule(tx, { kind, inquiryId, ownerId: tx.actor.workerId, dueAt: await answerUntil(tx) })
