import { z } from 'zod'
import type { DecidePersonMerge, ProposePersonMerge, UndoPersonMerge } from '#contract/person-merges.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Sealed } from '#server/platform/identifier-keys/index.ts'
import { wholeSheetFrom } from '../people.rows.ts'
import { keyOf, lookAtWholePerson, writeSheet } from '../people.repository.ts'
import { safeAddressField } from '../safe-address.repository.ts'
import { joinedSheet, refuseImpossibleChoices, separatedSheet } from './merge.ts'
import {
  insertMerge,
  lookAtMerge,
  mergeRows,
  type PersonMerge,
  refuseIfMergeStale,
  refuseIfUnderWay,
  refuseMergeRow,
  sameSight,
  searchKeysOf,
  takeSafeAddressAlong,
  undoRows,
} from './merges.repository.ts'

/** Proposes that two records are one person. Both must be in sight, and be as they were looked at. */
export async function proposeMerge(tx: Transaction, proposal: ProposePersonMerge) {
  const { keptId, mergedId, choices } = proposal
  const kept = await lookAtWholePerson(tx, keptId) // 404
  const merged = await lookAtWholePerson(tx, mergedId) // 404
  permit(tx.actor, 'person.propose-merge') // 403
  if (keptId === mergedId) throw new Refusal('people/merge-with-self') // 400
  refuseImpossibleChoices(choices) // 400
  await refuseIfUnderWay(tx, proposal) // 409
  if (kept.version !== proposal.keptVersion || merged.version !== proposal.mergedVersion)
    throw new Refusal('people/merge-outdated') // 409
  if (!(await sameSight(tx, keptId, mergedId))) throw new Refusal('people/merge-would-show') // 409
  await insertMerge(tx, proposal, { kept: kept.sheet, merged: merged.sheet })
}

/** Decides on a proposal; never on one's own. */
export async function decideMerge(tx: Transaction, id: string, { merge, reason }: DecidePersonMerge) {
  const proposal = await lookAtMerge(tx, id, { lock: true }) // 404
  permit(tx.actor, 'person.decide-merge', { authorId: proposal.proposedBy }) // 403
  refuseIfMergeStale(tx, proposal) // 412
  if (proposal.state !== 'proposed') throw new Refusal('people/merge-decided') // 409
  if (merge) await mergeNow(tx, proposal, reason)
  else await refuseMergeRow(tx, id, reason)
}

async function mergeNow(tx: Transaction, proposal: PersonMerge, reason: string) {
  const { id, keptId, mergedId, choices } = proposal
  const kept = await lookAtWholePerson(tx, keptId, { lock: true }) // 404
  const merged = await lookAtWholePerson(tx, mergedId, { lock: true }) // 404
  if (kept.version !== proposal.keptVersion || merged.version !== proposal.mergedVersion)
    throw new Refusal('people/merge-outdated') // 409
  if (!(await sameSight(tx, keptId, mergedId))) throw new Refusal('people/merge-would-show') // 409
  const mergedKey = await keyOf(tx, mergedId)
  // Whoever knew either of them by a name or a number finds the one that is left.
  const keys = await searchKeysOf(tx, [keptId, mergedId])
  const hidden = await mergeRows(tx, id, reason) // 409
  await writeSheet(tx, kept, joinedSheet(kept.sheet, merged.sheet, choices), keys)
  if (hidden) await sealAnew(tx, proposal, mergedKey, hidden)
}

/** Where they live in hiding is opened by the program alone, and shown to nobody: it is sealed at once with the other key. */
async function sealAnew(tx: Transaction, { id, keptId, mergedId }: PersonMerge, key: Sealed, hidden: Sealed) {
  const address = tx.keys.person(mergedId, key).open(safeAddressField, hidden)
  const keptKey = await keyOf(tx, keptId)
  await takeSafeAddressAlong(tx, id, tx.keys.person(keptId, keptKey).seal(safeAddressField, address))
}

/** Makes two of one again: everything that moved goes back, what came since stays with the kept one. */
export async function undoMerge(tx: Transaction, id: string, { reason }: UndoPersonMerge) {
  const merge = await lookAtMerge(tx, id, { lock: true }) // 404
  permit(tx.actor, 'person.undo-merge') // 403
  refuseIfMergeStale(tx, merge) // 412
  if (merge.state !== 'merged') throw new Refusal('people/merge-decided') // 409
  const image = await undoRows(tx, id, reason)
  if (image !== null) await putFieldsBack(tx, merge, image)
}

const Bytes = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : Buffer.from(text.slice(2), 'hex')))

/** The row as the database wrote it down: its names, and bytes as `\x…`. */
const Image = z
  .object({
    name: z.string(),
    other_names: z.string(),
    sex: z.string(),
    birth_date: z.string().nullable(),
    birth_precision: z.string(),
    school_or_work: z.string(),
    language: z.string(),
    legal_capacity: z.string(),
    id_number_sealed: Bytes,
    phone_sealed: Bytes,
    address_sealed: Bytes,
    safe_contact_sealed: Bytes,
  })
  .transform((row) => ({
    name: row.name,
    otherNames: row.other_names,
    sex: row.sex,
    birthDate: row.birth_date,
    birthPrecision: row.birth_precision,
    schoolOrWork: row.school_or_work,
    language: row.language,
    legalCapacity: row.legal_capacity,
    idNumberSealed: row.id_number_sealed,
    phoneSealed: row.phone_sealed,
    addressSealed: row.address_sealed,
    safeContactSealed: row.safe_contact_sealed,
  }))

async function putFieldsBack(tx: Transaction, { keptId, mergedId, choices }: PersonMerge, image: unknown) {
  const now = await lookAtWholePerson(tx, keptId, { lock: true })
  const merged = await lookAtWholePerson(tx, mergedId)
  const key = await keyOf(tx, keptId)
  const before = wholeSheetFrom(tx.keys, { id: keptId, wrappedKey: key, ...Image.parse(image) })
  const joined = joinedSheet(before, merged.sheet, choices)
  await writeSheet(tx, now, separatedSheet(before, joined, now.sheet))
}
