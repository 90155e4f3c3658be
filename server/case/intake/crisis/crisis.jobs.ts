import { z } from 'zod'
import type { Transaction } from '#server/access/index.ts'
import type { Job } from '#server/entrance/index.ts'
import { giveNotice } from '#server/workday/index.ts'
import { whoMustKnow } from './crisis.repository.ts'

const Payload = z.object({ inquiryId: z.uuid(), crisisId: z.uuid() })

/** A crisis that nobody has ended or answered within its hour is told once more. */
export const tellAgainOfEmergency: Job = {
  operation: 'inquiry.change',
  work: async (tx, payload) => {
    const { inquiryId, crisisId } = Payload.parse(payload)
    if (!(await stillUnanswered(tx, crisisId))) return
    tx.saw({ kind: 'crisis', id: crisisId, inquiryId })
    const told = await whoMustKnow(tx)
    await giveNotice(tx, {
      workerIds: told.map(({ id }) => id),
      kind: 'emergency',
      inquiryId,
      once: `${crisisId} again`,
    })
  },
}

/** Whether the crisis is open, and its first contact too: a case that was opened has its own work. */
async function stillUnanswered(tx: Transaction, crisisId: string) {
  const row = await tx.db
    .selectFrom('crises as c')
    .innerJoin('inquiries as i', (join) =>
      join.onRef('i.agencyId', '=', 'c.agencyId').onRef('i.id', '=', 'c.inquiryId'),
    )
    .select('c.id')
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', crisisId)
    .where('c.endedAt', 'is', null)
    .where('i.state', '!=', 'concluded')
    .executeTakeFirst()
  return row !== undefined
}
