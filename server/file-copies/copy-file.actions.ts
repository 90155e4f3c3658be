import type { CopyFormat } from '#contract/file-copies.ts'
import type { Transaction } from '#server/access/index.ts'
import { fileNameOf, fileOf, type RenderedDocument } from '#server/documents/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { copyJson } from './copy-json.ts'
import type { CopyPart } from './copy-part.ts'
import { type CopyHead, copySheet } from './copy-sheet.ts'
import { headOf, partsThere } from './file-copies.queries.ts'
import type { FileCopy } from './file-copies.repository.ts'
import { partsOf } from './parts.repository.ts'

/** A made copy with what stands in it, read once for all of its files. */
export type OpenedCopy = Readonly<{ head: CopyHead; parts: readonly CopyPart[] }>

export const openCopy = async (tx: Transaction, copy: FileCopy): Promise<OpenedCopy> => ({
  head: await copyHead(tx, copy),
  parts: await partsOf(tx, copy.id, copy.edition),
})

/** A made copy as one of its files: the same content whenever it is asked for. */
export async function copyFile(
  { head, parts }: OpenedCopy,
  format: Exclude<CopyFormat, 'zip'>,
): Promise<RenderedDocument> {
  const sheet = copySheet(head, parts)
  if (format !== 'json') return fileOf(sheet, format)
  const bytes = Buffer.from(`${JSON.stringify(copyJson(head, parts), null, 2)}\n`)
  return { bytes, contentType: 'application/json; charset=utf-8', fileName: fileNameOf(sheet, 'json') }
}

async function copyHead(tx: Transaction, copy: FileCopy): Promise<CopyHead> {
  const { caseId, language, askerName, askedOn, leftOutParts, leftOutRecords, producedAt } = copy
  const there = await partsThere(tx, caseId)
  const singly = leftOutRecords.flatMap(({ id, ground }) =>
    there.flatMap(({ part, records }) => (records.some((one) => one.id === id) ? [{ part, ground }] : [])),
  )
  return {
    ...(await headOf(tx, caseId)),
    language,
    askerName,
    askedOn,
    madeOn: dayOf(producedAt ?? tx.now),
    parts: leftOutParts,
    singly,
  }
}
