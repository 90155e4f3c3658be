import type { Transaction } from '#server/access/index.ts'
import { contentHash } from '#server/kernel/content-hash.ts'
import { CopyPart } from './copy-part.ts'

type Place = Readonly<{ copyId: string; edition: number; ordinal: number }>

/** Where a part belongs: sealed for one place of one copy, it opens for no other. */
export const placeOf = ({ copyId, edition, ordinal }: Place) => `file-copy|${copyId}|${edition}|${ordinal}`

/** Keeps a part of a copy as it was made: sealed, with its fingerprint. Made once more, it stays as it is. */
export async function keepPart(tx: Transaction, caseId: string, place: Place, part: CopyPart) {
  await tx.db
    .insertInto('fileCopyParts')
    .values({
      agencyId: tx.actor.agencyId,
      caseId,
      ...place,
      contentsSealed: tx.keys.own.seal(placeOf(place), JSON.stringify(part)),
      contentHash: contentHash(part),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The parts of a copy in their order. @throws where one is not what was made */
export async function partsOf(tx: Transaction, copyId: string, edition: number): Promise<CopyPart[]> {
  const rows = await rowsOf(tx, copyId, edition)
  return rows.map(({ ordinal, contentsSealed, contentHash: hash }) => {
    const opened = tx.keys.own.open(placeOf({ copyId, edition, ordinal }), contentsSealed)
    const part = CopyPart.parse(JSON.parse(opened))
    if (contentHash(part) !== hash) throw new Error('A part of a copy is not what was made.')
    return part
  })
}

/** The fingerprint of the whole copy: that of the fingerprints of its parts. */
export async function hashOf(tx: Transaction, copyId: string, edition: number): Promise<string> {
  const rows = await rowsOf(tx, copyId, edition)
  return contentHash(rows.map((row) => row.contentHash))
}

const rowsOf = (tx: Transaction, copyId: string, edition: number) =>
  tx.db
    .selectFrom('fileCopyParts')
    .select(['ordinal', 'contentsSealed', 'contentHash'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('copyId', '=', copyId)
    .where('edition', '=', edition)
    .orderBy('ordinal')
    .execute()
