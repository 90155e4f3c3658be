import { z } from 'zod'
import type { Transaction } from '#server/access/index.ts'
import type { Job } from '#server/entrance/index.ts'
import { giveNotice } from './notices.repository.ts'

const Payload = z.object({ inquiryId: z.uuid() })

/** Tells every head of the agency, and the receiver's supervisor, that somebody's life or safety is in danger. */
export const tellHeadOfEmergency: Job = {
  operation: 'inquiry.change',
  work: async (tx, payload) => {
    const { inquiryId } = Payload.parse(payload)
    const inquiry = await emergencyOf(tx, inquiryId)
    // It was found to be none before anybody was told.
    if (!inquiry?.emergency) return
    tx.saw({ kind: 'inquiry', id: inquiryId, inquiryId })
    const workerIds = await whoMustKnow(tx, inquiry.receivedBy)
    const once = `${inquiryId} ${String(inquiry.emergencyDecidedAt?.toISOString())}`
    await giveNotice(tx, { workerIds, kind: 'emergency', inquiryId, once })
  },
}

const emergencyOf = (tx: Transaction, inquiryId: string) =>
  tx.db
    .selectFrom('inquiries')
    .select(['emergency', 'emergencyDecidedAt', 'receivedBy'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', inquiryId)
    .executeTakeFirst()

/** The active heads, and the supervisor of whoever received the first contact. */
async function whoMustKnow(tx: Transaction, receiverId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('workers as w')
    .select('w.id')
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('w.active', '=', true)
    .where((either) =>
      either.or([
        either('w.role', '=', 'agency-head'),
        either('w.id', '=', (from) =>
          from
            .selectFrom('workers as receiver')
            .select('receiver.supervisorId')
            .where('receiver.agencyId', '=', tx.actor.agencyId)
            .where('receiver.id', '=', receiverId),
        ),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}
