import type { AskForFileCopy, CopyFormat, DecideFileCopy, HandOverFileCopy } from '#contract/file-copies.ts'
import { permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { limitsOn } from '#server/agencies/index.ts'
import { lookAtCase, lookToChange } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { whoGives } from '#server/consent/index.ts'
import type { RenderedDocument } from '#server/documents/index.ts'
import { dayOf, endOfDay } from '#server/kernel/days.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { capacityFactsOf, guardiansOf, lookAtPerson } from '#server/people/index.ts'
import type { FileStore } from '#server/platform/sealed-files/index.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { dueAfter, schedule, settle, spanOf } from '#server/workday/index.ts'
import { copyFile, openCopy } from './copy-file.actions.ts'
import { deciderFor } from './decider.queries.ts'
import { decisionOf, handingOf, insertCopy, lookAtCopy, saveCopy } from './file-copies.repository.ts'
import { askerOf, refuseUnlessAsked, refuseUnlessDecided, refuseUnlessTime } from './file-copy.ts'
import { type CopyPackage, copyPackage } from './package.actions.ts'
import { chaptersOf } from './making.actions.ts'

/** Where a request stands: its case, and its own id. */
export type CopyPlace = Readonly<{ caseId: string; copyId: string }>

/** By when what is asked for on a day is answered, by the agency's limit. */
export async function dueOf(tx: Transaction, askedOn: string) {
  return dueAfter(askedOn, spanOf('fileCopy', await limitsOn(tx, dayOf(tx.now))))
}

/** Writes a request down, and gives it to whoever decides. An archive does not stand in the way: it is the person's right. */
export async function askForCopy(tx: Transaction, caseId: string, asked: AskForFileCopy) {
  const caseFile = await lookToChange(tx, caseId) // 404
  permit(tx.actor, 'file-copy.ask', { team: caseFile.team }) // 403
  const today = dayOf(tx.now)
  const { sheet } = await lookAtPerson(tx, caseFile.clientId)
  const standing = whoGives(today, capacityFactsOf(sheet))
  const guardians = asked.askedBy === 'guardian' ? await guardiansOf(tx, caseFile.clientId) : []
  const asker = askerOf(asked, standing, { id: caseFile.clientId, name: sheet.name }, guardians) // 422
  refuseUnlessAsked(asked, today) // 422
  const dueOn = await dueOf(tx, asked.askedOn)
  await insertCopy(tx, caseId, asked, { askerName: asker.name, dueOn }) // 409
  await tellStory(tx, { caseId }, 'file-copy-asked', { givenAs: asked.askedBy })
  const { caseManagerId } = caseFile
  const ownerId = (await deciderFor(tx, { caseId, caseManagerId })) ?? caseManagerId
  await schedule(tx, {
    kind: 'decide-file-copy',
    caseId,
    subjectId: asked.id,
    ownerId,
    dueAt: endOfDay(dueOn),
  })
}

/** Decides what is left out, or that no copy is given. What was made before counts no more. */
export async function decideOnCopy(tx: Transaction, { caseId, copyId }: CopyPlace, decision: DecideFileCopy) {
  const { caseManagerId } = await lookToChange(tx, caseId) // 404
  const copy = await lookAtCopy(tx, caseId, copyId, { lock: true }) // 404
  permit(tx.actor, 'file-copy.decide') // 403
  refuseIfStale(tx, copy.version) // 412
  refuseUnlessTime('decide', copy.state) // 409
  refuseUnlessDecided(decision) // 422
  await saveCopy(tx, copy, decisionOf(tx, decision)) // 412
  await tellStory(tx, { caseId }, decision.give ? 'file-copy-decided' : 'file-copy-refused')
  const place = { caseId, subjectId: copyId }
  await settle(tx, ['decide-file-copy'], place)
  const dueAt = endOfDay(copy.dueOn)
  if (decision.give)
    await schedule(tx, { ...place, kind: 'hand-over-file-copy', ownerId: caseManagerId, dueAt })
  else await settle(tx, ['hand-over-file-copy'], place)
}

/** Begins to make the copy; a job carries it on, a part at a time. */
export async function produceCopy(tx: Transaction, { caseId, copyId }: CopyPlace) {
  const { team } = await lookToChange(tx, caseId) // 404
  const copy = await lookAtCopy(tx, caseId, copyId, { lock: true }) // 404
  permit(tx.actor, 'file-copy.produce', { team }) // 403
  refuseIfStale(tx, copy.version) // 412
  refuseUnlessTime('produce', copy.state) // 409
  const edition = copy.edition + 1
  await saveCopy(tx, copy, { state: 'producing', edition, done: 0, total: chaptersOf(copy).length }) // 412
  await makeLater(tx, { caseId, copyId, edition })
}

/** Puts the next part of a copy into the queue. */
export const makeLater = (
  { db, actor }: Transaction,
  { caseId, copyId, edition }: CopyPlace & Readonly<{ edition: number }>,
) => {
  const { agencyId, workerId } = actor
  return enqueue(db, 'make-file-copy', { agencyId, workerId, caseId, copyId, edition: String(edition) })
}

/** What leaves: one file whole in memory, or the package whose files are opened one after the other. */
export type CopyLeaving = RenderedDocument | CopyPackage

/** A made copy as a file; that it left the program is told in the story and on the audit. */
export async function fetchCopy(
  tx: Transaction,
  { caseId, copyId }: CopyPlace,
  format: CopyFormat,
  store: FileStore,
): Promise<CopyLeaving> {
  const caseFile = await lookAtCase(tx, caseId) // 404
  const copy = await lookAtCopy(tx, caseId, copyId) // 404
  permit(tx.actor, 'file-copy.fetch', { team: caseFile.team }) // 403
  refuseUnlessTime('fetch', copy.state) // 409
  await tellStory(tx, { caseId }, 'file-copy-fetched', { format })
  if (format !== 'zip') return copyFile(await openCopy(tx, copy), format)
  return copyPackage(tx, copy, store)
}

/** Writes down to whom the copy was handed over, when, how, and how they confirmed it. */
export async function handOverCopy(
  tx: Transaction,
  { caseId, copyId }: CopyPlace,
  handing: HandOverFileCopy,
) {
  const { team } = await lookToChange(tx, caseId) // 404
  const copy = await lookAtCopy(tx, caseId, copyId, { lock: true }) // 404
  permit(tx.actor, 'file-copy.hand-over', { team }) // 403
  refuseIfStale(tx, copy.version) // 412
  refuseUnlessTime('hand-over', copy.state) // 409
  whole([
    ['witness', handing.receipt !== 'oral-with-witness' || says(handing.witness)],
    ['on', handing.on <= dayOf(tx.now), 'file-copies/not-yet'],
    ['on', handing.on >= copy.askedOn, 'file-copies/before-it-was-asked'],
  ])
  await saveCopy(tx, copy, handingOf(tx, handing)) // 412
  await tellStory(tx, { caseId }, 'file-copy-handed-over', { way: handing.receipt })
  await settle(tx, ['hand-over-file-copy'], { caseId, subjectId: copyId })
}
