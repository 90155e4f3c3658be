import { z } from 'zod'
import type { Transaction } from '#server/access/index.ts'
import type { Job } from '#server/entrance/index.ts'
import { giveNotice } from '#server/workday/index.ts'

const Payload = z.object({ referralId: z.uuid() })

/**
 * When the day of the answer is over and nobody has answered, whoever sent it, their supervisor and the heads are told
 * . Today goes on showing it to whoever sent it until there is an answer.
 */
export const tellOfSilentReferral: Job = {
  operation: 'referral.move',
  work: async (tx, payload) => {
    const { referralId } = Payload.parse(payload)
    const referral = await silentReferral(tx, referralId)
    if (!referral) return
    const { caseId, inquiryId } = referral
    const place = { ...(caseId === null ? {} : { caseId }), ...(inquiryId === null ? {} : { inquiryId }) }
    tx.saw({ kind: 'referral', id: referralId, personId: referral.personId, ...place })
    await giveNotice(tx, {
      workerIds: await whoMustKnow(tx, tx.actor.workerId),
      kind: 'referral-silent',
      ...place,
      once: referralId,
    })
    await tx.db
      .updateTable('referrals')
      .set({ silenceToldAt: tx.now })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', referralId)
      .execute()
  },
}

const silentReferral = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('referrals')
    .select(['caseId', 'inquiryId', 'personId'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('phase', '=', 'awaiting')
    .where('silenceToldAt', 'is', null)
    .executeTakeFirst()

/** Whoever sent it, their supervisor, and the heads of the agency. */
async function whoMustKnow(tx: Transaction, senderId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('workers as w')
    .select('w.id')
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('w.active', '=', true)
    .where((either) =>
      either.or([
        either('w.role', '=', 'agency-head'),
        either('w.id', '=', senderId),
        either('w.id', '=', (from) =>
          from
            .selectFrom('workers as sender')
            .select('sender.supervisorId')
            .where('sender.agencyId', '=', tx.actor.agencyId)
            .where('sender.id', '=', senderId),
        ),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}
