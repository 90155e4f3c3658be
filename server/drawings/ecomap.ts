import type { EcomapSheet } from '#contract/drawings.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { DrawingProblem } from '#drawing/reading.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Refuses (422) ecomaps that nobody could draw: an id twice, a link of somebody who is no member. */
export function refuseUndrawableDays({ days }: EcomapSheet) {
  if (new Set(days.map(({ id }) => id)).size < days.length) throw new Refusal('drawings/not-drawable')
  try {
    for (const day of days) readEcomap(ecomapFrom(day))
  } catch (problem) {
    if (problem instanceof DrawingProblem) throw new Refusal('drawings/not-drawable')
    throw problem
  }
}
