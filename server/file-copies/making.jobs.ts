import { z } from 'zod'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import type { Job } from '#server/entrance/index.ts'
import { makeLater } from './file-copies.actions.ts'
import { keepProgress, lookAtCopy, saveCopy } from './file-copies.repository.ts'
import { chaptersOf, makePart } from './making.actions.ts'
import { hashOf, keepPart } from './parts.repository.ts'

const Payload = z.object({ caseId: z.uuid(), copyId: z.uuid(), edition: z.coerce.number() })

/**
 * Makes the next part of a copy and puts itself into the queue again until all are made. Each part is one transaction,
 * so that everybody sees how far it is, and a program that stopped goes on where it was.
 */
export const makeFileCopy: Job = {
  operation: 'file-copy.produce',
  work: async (tx, payload) => {
    const { caseId, copyId, edition } = Payload.parse(payload)
    await lookAtCase(tx, caseId) // 404: whoever lost sight of the case makes nothing of it
    const copy = await lookAtCopy(tx, caseId, copyId, { lock: true })
    // It was decided or begun anew meanwhile.
    if (copy.state !== 'producing' || copy.edition !== edition) return
    const chapter = chaptersOf(copy)[copy.done]
    const ordinal = copy.done + 1
    if (chapter) await keepPart(tx, caseId, { copyId, edition, ordinal }, await makePart(tx, copy, chapter))
    if (ordinal < copy.total) {
      await keepProgress(tx, copyId, ordinal)
      await makeLater(tx, { caseId, copyId, edition })
      return
    }
    await saveCopy(tx, copy, {
      state: 'produced',
      done: copy.total,
      producedBy: tx.actor.workerId,
      producedAt: tx.now,
      contentHash: await hashOf(tx, copyId, edition),
    })
    await tellStory(tx, { caseId }, 'file-copy-made')
  },
}
