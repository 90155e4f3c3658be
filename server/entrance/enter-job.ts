import { z } from 'zod'
import { enterAs, type Operation, permitRole, type Transaction } from '#server/access/index.ts'
import { witness } from '#server/audit/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Doing } from '#server/platform/jobs/run-jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { originatorOf } from './originator.repository.ts'

/**
 * What is done later, as whoever asked for it. It is entered anew as that worker when its turn comes, so it can do and
 * see only what they may then; it must bear being run twice.
 */
export type Job = Readonly<{
  /** The operation it carries on; the audit names it. */
  operation: Operation
  work: (tx: Transaction, payload: Readonly<Record<string, string>>) => Promise<void>
  /**
   * What is done instead, in a transaction of its own, where a rule refuses the work: it would refuse it again. Without it a
   * refused job is tried again and stays in the queue.
   */
  refused?: (tx: Transaction, payload: Readonly<Record<string, string>>) => Promise<void>
}>

const JobPayload = z.object({ agencyId: z.uuid(), workerId: z.uuid() }).catchall(z.string())

/** A job as the queue runs it: as its originator, in one transaction with its lines of the audit. */
export const enterJob =
  ({ database, now }: Platform, { operation, work, refused }: Job): Doing =>
  async (given, jobId) => {
    const payload = JobPayload.parse(given)
    const actor = await originatorOf(database.db, payload.agencyId, payload.workerId)
    permitRole(actor, operation)
    const enter = (doing: Job['work']) =>
      enterAs(database, { actor, operation, now: now() }, async (tx) => {
        await doing(tx, payload)
        await witness(tx, { act: 'change', requestId: `job ${jobId}` })
      })
    try {
      await enter(work)
    } catch (error) {
      if (!refused || !(error instanceof Refusal)) throw error
      await enter(refused)
    }
  }
