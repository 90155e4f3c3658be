import { z } from 'zod'
import type { Job } from '#server/entrance/index.ts'
import { goOnLater } from './imports.actions.ts'
import { keepProgress, keepState, lookAtImport, servicesSpokenOf, takeRows } from './imports.repository.ts'
import { makeFindable } from './records.repository.ts'

const Payload = z.object({ importId: z.uuid() })
const rowsAtOnce = 1_000

/**
 * Takes the next thousand rows of an import and puts itself into the queue again until all are taken. Each part is one
 * transaction, so that everybody sees how far it is, and a program that stopped goes on where it was.
 */
export const takeDirectoryImport: Job = {
  operation: 'directory.import',
  work: async (tx, payload) => {
    const { importId } = Payload.parse(payload)
    const { state, total, done } = await lookAtImport(tx, importId)
    if (state !== 'taking') return
    const upTo = Math.min(total, done + rowsAtOnce)
    await takeRows(tx, importId, done, upTo)
    await makeFindable(tx, await servicesSpokenOf(tx, importId, done, upTo))
    if (upTo < total) {
      await keepProgress(tx, importId, upTo)
      await goOnLater(tx, importId)
    } else await keepState(tx, importId, { state: 'taken', done: total, takenAt: tx.now })
  },
}
