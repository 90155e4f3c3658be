import { z } from 'zod'
import { type Instrument, ScoreResult } from '#contract/instruments.ts'
import { InstrumentList, ScalePage, type ScaleQuery, ScaleView } from '#contract/scales.ts'
import { abilityFor, decide, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase, needsToKnow } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { everyInstrument, findInstrument } from './loaded/instruments.queries.ts'
import { openScaleRows, type ScaleRow, scaleRow, scaleRows } from './scales.queries.ts'
import { changeSince } from './scoring/change.ts'
import { shippedInstruments } from './shipped/index.ts'

const Scores = z.array(ScoreResult)

/**
 * The scales answered in a case as this reader sees them, and what waits for a decision. What somebody says of themselves in a
 * scale is sensitive: whoever need not know it sees that it was given, when and by whom. Nobody decides on a danger
 * that they cannot read: whoever may decide reads it whole while it waits, and whoever did keeps reading it.
 */
export async function viewScales(tx: Transaction, caseId: string, query: ScaleQuery): Promise<ScalePage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await scaleRows(tx, caseId, query)
  const open = await openScaleRows(tx, caseId)
  const { team, state } = caseFile
  const known = await instrumentsOf(tx, [...page.rows, ...open])
  return ScalePage.parse({
    rows: page.rows.map((row) => viewOf(tx, caseFile, row, known)),
    next: page.next,
    open: open.map((row) => viewOf(tx, caseFile, row, known)),
    abilities: { record: abilityFor(tx.actor, 'scale.record', { team }, state !== 'archived') },
  })
}

/** One result as this reader sees it. */
export async function viewScale(tx: Transaction, caseId: string, id: string): Promise<ScaleView> {
  const caseFile = await lookAtCase(tx, caseId)
  const row = await scaleRow(tx, caseId, id)
  return viewOf(tx, caseFile, row, await instrumentsOf(tx, [row]))
}

type Known = ReadonlyMap<string, Instrument | null>

const nameOf = ({ instrument, instrumentVersion }: ScaleRow) => `${instrument} ${instrumentVersion}`

/** The instruments by which these were answered, each in its version. */
async function instrumentsOf(tx: Transaction, rows: readonly ScaleRow[]): Promise<Known> {
  const known = new Map<string, Instrument | null>()
  for (const row of rows)
    if (!known.has(nameOf(row)))
      known.set(nameOf(row), await findInstrument(tx, row.instrument, row.instrumentVersion))
  return known
}

function viewOf({ actor }: Transaction, { team }: CaseFile, row: ScaleRow, known: Known): ScaleView {
  const canDecide = row.emergencies.length > 0 && row.decision === null
  const masked = !(
    needsToKnow(actor, team) ||
    row.decidedBy === actor.workerId ||
    (canDecide && decide(actor, 'scale.decide', { team }).allowed)
  )
  return ScaleView.parse({
    ...row,
    scores: masked ? [] : scoresOf(row, known.get(nameOf(row)) ?? null),
    ...(masked && { answers: {}, emergencies: [], remarks: [], version: 0 }),
    masked,
    enteredLater: row.answeredOn < dayOf(row.recordedAt),
    recordedBy: { id: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt.toISOString(),
    decided: row.decision && {
      decision: row.decision,
      note: masked ? '' : row.decisionNote,
      by: { id: row.decidedBy, name: row.decidedByName },
      at: row.decidedAt?.toISOString(),
    },
    abilities: { decide: abilityFor(actor, 'scale.decide', { team }, canDecide) },
  })
}

/** Each score beside the one before it. */
function scoresOf({ scores, before }: ScaleRow, instrument: Instrument | null) {
  const earlier = before === null ? [] : Scores.parse(before)
  return Scores.parse(scores).map((score) => {
    const rule = instrument?.scores.find(({ id }) => id === score.id)
    const then = earlier.find(({ id }) => id === score.id)?.value ?? null
    return { ...score, change: rule ? changeSince(rule, then, score.value) : null }
  })
}

/** Every instrument that may be given. It says nothing of anybody. */
export async function viewInstruments(tx: Transaction): Promise<InstrumentList> {
  tx.saw({ kind: 'instrument-list' })
  const instruments = await everyInstrument(tx)
  return {
    instruments,
    loaded: instruments.map(({ id }) => id).filter((id) => !shippedInstruments.some((one) => one.id === id)),
    abilities: { load: abilityFor(tx.actor, 'instrument.load', {}, true) },
  }
}
