import { z } from 'zod'
import { ScoreResult } from '#contract/instruments.ts'
import { InstrumentList, ScalePage, type ScaleQuery, ScaleView } from '#contract/scales.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { openScaleRows, type ScaleRow, scaleRow, scaleRows } from './scales.queries.ts'
import { instrumentOf } from './scales.ts'
import { changeSince } from './scoring/change.ts'
import { shippedInstruments } from './shipped/index.ts'

const Scores = z.array(ScoreResult)

/** The scales answered in a case as this reader sees them, and what waits for a decision. */
export async function viewScales(tx: Transaction, caseId: string, query: ScaleQuery): Promise<ScalePage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await scaleRows(tx, caseId, query)
  const open = await openScaleRows(tx, caseId)
  const { team, state } = caseFile
  return ScalePage.parse({
    rows: page.rows.map((row) => viewOf(tx, caseFile, row)),
    next: page.next,
    open: open.map((row) => viewOf(tx, caseFile, row)),
    abilities: { record: abilityFor(tx.actor, 'scale.record', { team }, state !== 'archived') },
  })
}

/** One result as this reader sees it. */
export async function viewScale(tx: Transaction, caseId: string, id: string): Promise<ScaleView> {
  const caseFile = await lookAtCase(tx, caseId)
  return viewOf(tx, caseFile, await scaleRow(tx, caseId, id))
}

function viewOf({ actor }: Transaction, { team }: CaseFile, row: ScaleRow): ScaleView {
  const canDecide = row.emergencies.length > 0 && row.decision === null
  return ScaleView.parse({
    ...row,
    scores: scoresOf(row),
    recordedBy: { id: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt.toISOString(),
    decided: row.decision && {
      decision: row.decision,
      note: row.decisionNote,
      by: { id: row.decidedBy, name: row.decidedByName },
      at: row.decidedAt?.toISOString(),
    },
    abilities: { decide: abilityFor(actor, 'scale.decide', { team }, canDecide) },
  })
}

/** Each score beside the one before it. */
function scoresOf({ instrument, instrumentVersion, scores, before }: ScaleRow) {
  const known = instrumentOf(instrument, instrumentVersion)
  const earlier = before === null ? [] : Scores.parse(before)
  return Scores.parse(scores).map((score) => {
    const rule = known?.scores.find(({ id }) => id === score.id)
    const then = earlier.find(({ id }) => id === score.id)?.value ?? null
    return { ...score, change: rule ? changeSince(rule, then, score.value) : null }
  })
}

/** Every instrument that may be given. It says nothing of anybody. */
export function viewInstruments(tx: Transaction): Promise<InstrumentList> {
  tx.saw({ kind: 'instrument-list' })
  return Promise.resolve({ instruments: [...shippedInstruments] })
}
