import { filePart, type LeavingOutGround } from '#contract/codes/index.ts'
import type { DecideFileCopy, FileCopyView } from '#contract/file-copies.ts'

/** One thing that is left out while the decision is written: a part by its code, a record by its id. */
export type OutRow = { what: string | null; ground: LeavingOutGround | null; reason: string }

/** A decision while it is written. */
export type Deciding = { give: boolean; out: OutRow[]; refusal: string }

/** How a decision begins: as it was decided before; else with the data of other people left out. */
export function beginning({ decided }: FileCopyView, othersReason: string): Deciding {
  if (!decided)
    return {
      give: true,
      out: [{ what: 'other-people', ground: 'other-people', reason: othersReason }],
      refusal: '',
    }
  const parts = decided.parts.map(({ part, ...why }) => ({ what: part, ...why }))
  const records = decided.records.map(({ id, ...why }) => ({ what: id, ...why }))
  return { give: true, out: [...parts, ...records], refusal: '' }
}

/** The decision as it is sent, or null while something is not said. */
export function decisionFrom({ give, out, refusal }: Deciding): DecideFileCopy | null {
  if (!give) return refusal.trim() === '' ? null : { give, parts: [], records: [], refusal }
  const parts: DecideFileCopy['parts'] = []
  const records: DecideFileCopy['records'] = []
  for (const { what, ground, reason } of out) {
    if (what === null || ground === null || reason.trim() === '') return null
    const part = filePart.schema.safeParse(what)
    if (part.success) parts.push({ part: part.data, ground, reason })
    else records.push({ id: what, ground, reason })
  }
  return { give, parts, records, refusal: '' }
}
