import { FileCopyPage, type FileCopyQuery, FileCopyView } from '#contract/file-copies.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { whoGives } from '#server/consent/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { capacityFactsOf, guardiansOf, lookAtPerson } from '#server/people/index.ts'
import { dueOf } from './file-copies.actions.ts'
import { copyRow, type CopyRow, copyRows, partsThere } from './file-copies.queries.ts'
import { clientMayAsk, guardianMayAsk, isTimeFor } from './file-copy.ts'
import { lookAtCopy } from './file-copies.repository.ts'

/** The requests in a case as this reader sees them, who may ask, and what lies in the file. */
export async function viewCopies(
  tx: Transaction,
  caseId: string,
  { parts, ...query }: FileCopyQuery,
): Promise<FileCopyPage> {
  const caseFile = await lookAtCase(tx, caseId) // 404
  const { sheet } = await lookAtPerson(tx, caseFile.clientId)
  const today = dayOf(tx.now)
  const standing = whoGives(today, capacityFactsOf(sheet))
  const guardians = guardianMayAsk(standing) ? await guardiansOf(tx, caseFile.clientId) : []
  const page = await copyRows(tx, caseId, query)
  return FileCopyPage.parse({
    rows: page.rows.map((row) => viewOf(tx, row, caseFile)),
    next: page.next,
    asking: {
      client: sheet.name,
      clientMay: clientMayAsk(standing),
      guardians: guardians.map(({ id, name }) => ({ id, name })),
      dueOn: await dueOf(tx, today),
    },
    parts: parts === undefined ? [] : await partsThere(tx, caseId),
    abilities: { ask: abilityFor(tx.actor, 'file-copy.ask', caseFile, true) },
  })
}

/** One request as this reader sees it. */
export async function viewCopy(tx: Transaction, caseId: string, id: string): Promise<FileCopyView> {
  const caseFile = await lookAtCase(tx, caseId) // 404
  await lookAtCopy(tx, caseId, id) // 404
  return viewOf(tx, await copyRow(tx, caseId, id), caseFile)
}

function viewOf({ actor, now }: Transaction, row: CopyRow, { team }: CaseFile): FileCopyView {
  const { state } = row
  const able = (operation: 'produce' | 'fetch' | 'hand-over') =>
    abilityFor(actor, `file-copy.${operation}`, { team }, isTimeFor(operation, state))
  const isOver = state === 'handed-over' || state === 'refused'
  return FileCopyView.parse({
    ...row,
    overdue: !isOver && row.dueOn < dayOf(now),
    recordedBy: { id: row.recordedBy, name: row.recorder },
    recordedAt: row.recordedAt.toISOString(),
    decided: row.decidedBy && {
      by: { id: row.decidedBy, name: row.decider },
      at: row.decidedAt?.toISOString(),
      parts: row.leftOutParts,
      records: row.leftOutRecords,
      refusal: row.refusal,
    },
    produced: row.producedBy && {
      by: { id: row.producedBy, name: row.producer },
      at: row.producedAt?.toISOString(),
      hash: row.contentHash,
    },
    handed: row.handedBy && {
      by: { id: row.handedBy, name: row.hander },
      to: row.handedTo,
      on: row.handedOn,
      way: row.handedWay,
      receipt: row.receipt,
      witness: row.witness ?? '',
      formats: row.formats,
      note: row.handedNote ?? '',
    },
    abilities: {
      decide: abilityFor(actor, 'file-copy.decide', {}, isTimeFor('decide', state)),
      produce: able('produce'),
      fetch: able('fetch'),
      handOver: able('hand-over'),
    },
  })
}
