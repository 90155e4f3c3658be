import { z } from 'zod'
import type { Job } from '#server/entrance/index.ts'
import { giveNotice } from '#server/workday/index.ts'

const Payload = z.object({ appointmentId: z.uuid(), caseId: z.uuid(), at: z.iso.datetime() })

/** Reminds whoever takes part, once; what was cancelled or moved meanwhile has no reminder, or another one. */
export const remindOfAppointment: Job = {
  operation: 'appointment.read',
  work: async (tx, payload) => {
    const { appointmentId, caseId, at } = Payload.parse(payload)
    const appointment = await tx.db
      .selectFrom('appointments')
      .select(['startsAt', 'state', 'workerIds'])
      .where('agencyId', '=', tx.actor.agencyId)
      .where('caseId', '=', caseId)
      .where('id', '=', appointmentId)
      .executeTakeFirst()
    if (appointment?.state !== 'booked' || appointment.startsAt.toISOString() !== at) return
    tx.saw({ kind: 'appointment', id: appointmentId, caseId })
    await giveNotice(tx, {
      workerIds: appointment.workerIds,
      kind: 'appointment-soon',
      caseId,
      once: `${appointmentId} ${at}`,
    })
  },
}
