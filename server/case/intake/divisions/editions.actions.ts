import { parse } from 'csv-parse/sync'
import type { BringEdition } from '#contract/case/divisions.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { divisionsUnder } from './divisions.ts'
import { compared, isATable, readEdition } from './edition.ts'
import { isTakeable, outcomesOf } from './editions.queries.ts'
import {
  currentEdition,
  insertEdition,
  knownDivisions,
  lookAtEdition,
  oneAfterTheOther,
  saveEditionState,
} from './editions.repository.ts'

/** What lies directly under a code today, to choose from; abolished ones say until when they were. */
export async function listDivisions(tx: Transaction, under: string) {
  const { divisions, source } = await knownDivisions(tx, under.slice(0, 2))
  tx.saw({ kind: 'division-codes' })
  return {
    rows: divisionsUnder(divisions, under, dayOf(tx.now)).map(({ code, name, validUntil }) => ({
      code,
      name,
      validUntil,
    })),
    source: source ?? 'GB/T 2260',
  }
}

/** Checks a whole table of codes against the one that counts, and keeps the report. Nothing is taken yet. */
export async function bringEdition(tx: Transaction, { id, fileName, source, csv }: BringEdition) {
  permit(tx.actor, 'division.load') // 403
  const rows = rowsOf(csv) // 422
  const { divisions, editionId } = await knownDivisions(tx, '')
  const lines = compared(readEdition(rows), divisions)
  await insertEdition(tx, { id, fileName, source, comparedWith: editionId, lines }) // 409
}

/**
 * Takes an edition in the place of the one that counts. With a line that cannot be taken nothing is; and where another
 * edition was taken since, its report is no longer true.
 */
export async function takeEdition(tx: Transaction, id: string) {
  permit(tx.actor, 'division.load') // 403
  await oneAfterTheOther(tx)
  const edition = await lookAtEdition(tx, id) // 404
  if (edition.state !== 'checked') throw new Refusal('divisions/not-now') // 409
  const outcomes = await outcomesOf(tx, id)
  if (outcomes.refused > 0) throw new Refusal('divisions/lines-refused', { count: outcomes.refused }) // 409
  if (!isTakeable(outcomes)) throw new Refusal('divisions/nothing-new') // 409
  const current = await currentEdition(tx)
  if (edition.comparedWith !== (current?.id ?? null)) throw new Refusal('divisions/outdated') // 409
  await saveEditionState(tx, edition, 'taken') // 412
}

/** Goes back to the table that counted before an edition. What came later is undone first. */
export async function undoEdition(tx: Transaction, id: string) {
  permit(tx.actor, 'division.load') // 403
  await oneAfterTheOther(tx)
  const edition = await lookAtEdition(tx, id) // 404
  if (edition.state !== 'taken') throw new Refusal('divisions/not-now') // 409
  const current = await currentEdition(tx)
  if (current?.id !== id) throw new Refusal('divisions/later-edition') // 409
  await saveEditionState(tx, edition, 'undone') // 412
}

function rowsOf(csv: string): Record<string, string>[] {
  const rows = parsed(csv)
  if (!isATable(rows)) throw new Refusal('divisions/not-a-table') // 422
  return rows
}

function parsed(csv: string): Record<string, string>[] {
  try {
    return parse(csv, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    })
  } catch {
    throw new Refusal('divisions/not-a-table') // 422
  }
}
