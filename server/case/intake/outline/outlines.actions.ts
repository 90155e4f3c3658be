import type { AddOutline, OutlineSheet } from '#contract/case/interview-outlines.ts'
import { clientGroup } from '#contract/codes/index.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { refuseUnlessKnownCodes } from '#server/agencies/index.ts'
import { refuseUnlessReadable } from './outline.ts'
import { insertOutline, lookAtOutline, saveEdition, saveRetirement } from './outlines.repository.ts'

/** Adds an outline to the agency's own (R-093; drawn up from level 3 on, R-220). */
export async function addOutline(tx: Transaction, { id, sheet }: AddOutline) {
  permit(tx.actor, 'outline.write') // 403
  refuseUnlessReadable(sheet) // 422
  await refuseUnlessKnownCodes(tx, clientGroup, { clientGroups: sheet.clientGroups }) // 422
  await insertOutline(tx, id, sheet) // 409
}

/** Writes the next edition of an outline. */
export async function changeOutline(tx: Transaction, id: string, sheet: OutlineSheet) {
  const outline = await lookAtOutline(tx, id) // 404
  permit(tx.actor, 'outline.write') // 403
  refuseUnlessReadable(sheet) // 422
  await refuseUnlessKnownCodes(tx, clientGroup, { clientGroups: sheet.clientGroups }) // 422
  await saveEdition(tx, outline, sheet) // 412
}

/** Takes an outline out of use, or back into it; records that used it keep it. */
export async function retireOutline(tx: Transaction, id: string, retired: boolean) {
  const outline = await lookAtOutline(tx, id) // 404
  permit(tx.actor, 'outline.write') // 403
  await saveRetirement(tx, outline, retired) // 412
}
