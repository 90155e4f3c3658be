import type { Selectable } from 'kysely'
import {
  confirmer,
  confirmationWay,
  fileCopyState,
  filePart,
  handingOverWay,
  identityCheck,
} from '#contract/codes/index.ts'
import {
  type AskForFileCopy,
  CopyFormat,
  type DecideFileCopy,
  type HandOverFileCopy,
  LeftOutPart,
  LeftOutRecord,
} from '#contract/file-copies.ts'
import { Language } from '#contract/language.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'

export type FileCopy = ReturnType<typeof fromRow>

/** What stands in a row; a code that is none is a fault. */
export const fromRow = (row: Selectable<Tables['fileCopies']>) => ({
  ...row,
  state: fileCopyState.schema.parse(row.state),
  askedBy: confirmer.schema.parse(row.askedBy),
  identityCheck: identityCheck.schema.parse(row.identityCheck),
  language: Language.parse(row.language),
  leftOutParts: LeftOutPart.array().parse(row.leftOutParts),
  leftOutRecords: LeftOutRecord.array().parse(row.leftOutRecords),
  handedWay: handingOverWay.schema.nullable().parse(row.handedWay),
  receipt: confirmationWay.schema.nullable().parse(row.receipt),
  formats: CopyFormat.array().nullable().parse(row.formats),
})

/** The parts that are left out whole. */
export const partsOut = ({ leftOutParts }: FileCopy) =>
  new Set(leftOutParts.map(({ part }) => filePart.schema.parse(part)))

/** A request in a case that the actor has looked at, or 404. */
export async function lookAtCopy(
  tx: Transaction,
  caseId: string,
  id: string,
  { lock = false } = {},
): Promise<FileCopy> {
  const query = tx.db
    .selectFrom('fileCopies')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'file-copy', id, caseId })
  return fromRow(row)
}

type Asker = Readonly<{ askerName: string; dueOn: string }>

/** Writes a request down. */
export async function insertCopy(
  tx: Transaction,
  caseId: string,
  { guardianId: _guardian, ...asked }: AskForFileCopy,
  { askerName, dueOn }: Asker,
) {
  await tx.db
    .insertInto('fileCopies')
    .values({
      ...asked,
      agencyId: tx.actor.agencyId,
      caseId,
      askerName,
      dueOn,
      recordedBy: tx.actor.workerId,
      recordedAt: tx.now,
    })
    .execute()
  tx.saw({ kind: 'file-copy', id: asked.id, caseId })
}

type Changes = Partial<
  Omit<
    Selectable<Tables['fileCopies']>,
    'agencyId' | 'id' | 'caseId' | 'version' | 'leftOutParts' | 'leftOutRecords'
  >
> &
  Readonly<{ leftOutParts?: string; leftOutRecords?: string }>

/** Keeps a step against the version that was seen (412). */
export async function saveCopy(tx: Transaction, { id, version }: FileCopy, changes: Changes) {
  refuseIfStale(tx, version)
  const { numUpdatedRows } = await tx.db
    .updateTable('fileCopies')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('changed-meanwhile')
}

/** What was decided, as it is kept. What is not given has nothing left out. */
export const decisionOf = (tx: Transaction, { give, parts, records, refusal }: DecideFileCopy): Changes => ({
  state: give ? 'decided' : 'refused',
  leftOutParts: JSON.stringify(give ? parts : []),
  leftOutRecords: JSON.stringify(give ? records : []),
  refusal: give ? '' : refusal,
  decidedBy: tx.actor.workerId,
  decidedAt: tx.now,
  done: 0,
  total: 0,
  producedBy: null,
  producedAt: null,
  contentHash: null,
})

/** To whom it was handed over, as it is kept. */
export const handingOf = (
  tx: Transaction,
  { to, on, way, receipt, witness, formats, note }: HandOverFileCopy,
): Changes => ({
  state: 'handed-over',
  handedBy: tx.actor.workerId,
  handedTo: to,
  handedOn: on,
  handedWay: way,
  receipt,
  witness,
  formats: [...new Set(formats)],
  handedNote: note,
})

/** How far the making is; its version stays, for nobody has changed anything of it. */
export const keepProgress = (tx: Transaction, id: string, done: number) =>
  tx.db
    .updateTable('fileCopies')
    .set({ done })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
