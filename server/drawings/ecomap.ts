import type { EcomapSheet } from '#contract/drawings.ts'
import { ecomapFrom } from '#drawing/ecomap/from-day.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import { DrawingProblem } from '#drawing/reading.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Refuses (422) ecomaps that nobody could draw: a link of somebody who is no member. */
export function refuseUndrawableDays({ days }: EcomapSheet) {
  try {
    for (const day of days) readEcomap(ecomapFrom(day))
  } catch (problem) {
    if (problem instanceof DrawingProblem) throw new Refusal('drawings/not-drawable')
    throw problem
  }
}
