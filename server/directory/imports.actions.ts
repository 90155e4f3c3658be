import { createHash } from 'node:crypto'
import { importLimits, type ImportFile, type UndoImport } from '#contract/directory-imports.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { enqueue } from '#server/platform/jobs/enqueue.ts'
import { ArchiveTooLarge, filesIn } from './archive.ts'
import { pointedAt } from './checking.ts'
import { type Brought, readBrought, TooManyRows } from './hsds-files.ts'
import { FileUnreadable } from './hsds-tables.ts'
import {
  hasSomethingToTake,
  insertImport,
  keepState,
  lookAtImport,
  servicesSpokenOf,
} from './imports.repository.ts'
import { checkedRows } from './report.ts'
import { knownAmong, makeFindable } from './records.repository.ts'
import { putBack, writtenSince } from './undoing.repository.ts'

/** What came as the body of a request: read as HSDS, not compared with anything yet. */
export type Received = Readonly<{ brought: Brought; sha256: string }>

/**
 * Reads a file as it comes, no more of it than may be.
 * @throws Refusal 413 or 422 where it is too large, or nothing in it is HSDS
 */
export async function receiveImport(name: string, content: AsyncIterable<Uint8Array>): Promise<Received> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of content) {
    length += piece.length
    if (length > importLimits.mostBytes) throw tooLarge()
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  if (bytes.length === 0) throw new Refusal('directory/file-empty')
  try {
    const brought = await readBrought(await filesIn(name, bytes))
    return { brought, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (problem) {
    if (problem instanceof ArchiveTooLarge) throw tooLarge()
    if (problem instanceof TooManyRows)
      throw new Refusal('directory/too-many-rows', { most: importLimits.mostRows })
    throw problem instanceof FileUnreadable ? new Refusal('directory/file-unreadable') : problem
  }
}

const tooLarge = () =>
  new Refusal('directory/file-too-large', { megabytes: Math.floor(importLimits.mostBytes / 1024 ** 2) })

/** Checks a file and keeps the report, row by row; the directory stays as it is until somebody takes it. */
export async function checkImport(tx: Transaction, about: ImportFile, { brought, sha256 }: Received) {
  permit(tx.actor, 'directory.import') // 403
  const known = await knownAmong(tx, pointedAt(brought.rows))
  const rows = await checkedRows(brought.rows, known)
  await insertImport(tx, about, { form: brought.form, sha256, notes: brought.notes, rows }) // 409
}

/** Begins to take a file that was checked; a job carries it on, a thousand rows at a time. */
export async function takeImport(tx: Transaction, id: string) {
  permit(tx.actor, 'directory.import') // 403
  const { state } = await lookAtImport(tx, id) // 404, 412
  if (state !== 'checked') throw new Refusal('directory/import-not-now')
  if (!(await hasSomethingToTake(tx, id))) throw new Refusal('directory/nothing-to-take')
  await keepState(tx, id, { state: 'taking', takenBy: tx.actor.workerId })
  await goOnLater(tx, id)
}

/** Puts the next part of an import into the queue. */
export const goOnLater = ({ db, actor }: Transaction, importId: string) =>
  enqueue(db, 'take-directory-import', { agencyId: actor.agencyId, workerId: actor.workerId, importId })

/**
 * Undoes an import whole: what it changed is as it was, what it brought is gone. Later imports of the same records are
 * undone first; what was changed by hand since is lost only where that is said.
 */
export async function undoImport(tx: Transaction, id: string, { loseChanges }: UndoImport) {
  permit(tx.actor, 'directory.undo') // 403
  const { state, total } = await lookAtImport(tx, id) // 404, 412
  if (state !== 'taken') throw new Refusal('directory/import-not-now')
  const { byImport, byHand } = await writtenSince(tx, id)
  if (byImport > 0) throw new Refusal('directory/later-import', { count: byImport })
  if (byHand > 0 && !loseChanges) throw new Refusal('directory/changed-since', { count: byHand })
  const services = await servicesSpokenOf(tx, id, 0, total)
  await putBack(tx, id)
  await makeFindable(tx, services)
  await keepState(tx, id, { state: 'undone', undoneBy: tx.actor.workerId, undoneAt: tx.now })
}
