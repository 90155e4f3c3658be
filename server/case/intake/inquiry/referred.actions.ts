import { type ReferralReason, referralReason } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { dueAt, schedule, spanOf } from '#server/workday/index.ts'
import { insertReferredInquiry } from './inquiry.repository.ts'

type Referred = Readonly<{ id: string; fromAgency: string; reason: ReferralReason }>

/**
 * Opens a first contact for somebody whom another agency referred and this one accepts. It says who
 * referred and why; what the other agency shared stays in its package, and nobody is recorded unasked.
 */
export async function receiveReferred(tx: Transaction, { id, fromAgency, reason }: Referred) {
  permit(tx.actor, 'inquiry.open') // 403
  await insertReferredInquiry(tx, {
    id,
    referrerName: fromAgency,
    referrerReason: referralReason.label(reason, tx.actor.language),
  }) // 409
  await tellStory(tx, { inquiryId: id }, 'inquiry-received', { channel: 'agency' })
  await schedule(tx, {
    kind: 'register-inquiry',
    inquiryId: id,
    ownerId: tx.actor.workerId,
    dueAt: dueAt(tx.now, spanOf('firstContactAfterReferral', await limitsOn(tx, dayOf(tx.now)))),
  })
}
