import type { AppointmentSheet } from '#contract/calendar.ts'
import type { Transaction } from '#server/access/index.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'

const dayBefore = 24 * 3_600_000

/** Has the workers reminded a day before; an appointment that is nearer than that needs no reminder. */
export async function remindLater(
  tx: Transaction,
  appointmentId: string,
  caseId: string,
  { startsAt }: AppointmentSheet,
) {
  const runAt = new Date(Date.parse(startsAt) - dayBefore)
  if (runAt <= tx.now) return
  const { agencyId, workerId } = tx.actor
  const at = new Date(startsAt).toISOString()
  await enqueue(tx.db, 'remind-of-appointment', { agencyId, workerId, appointmentId, caseId, at }, runAt)
}
