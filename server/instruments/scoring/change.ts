import type { InstrumentScore } from '#contract/instruments.ts'

/** How a score moved since the one before it. */
export type Change = Readonly<{ by: number; meaning: 'better' | 'worse' | 'none' | 'unknown' }>

/**
 * What changed since the last time, and whether it means something: only where the instrument says from which change on it
 * does, and which way is better. Scores of two versions of an instrument are not compared.
 */
export function changeSince(
  score: InstrumentScore,
  before: number | null,
  now: number | null,
): Change | null {
  if (before === null || now === null) return null
  // Two numbers of one decimal can differ by 0.30000000000000004.
  const by = Number((now - before).toFixed(score.decimals))
  if (score.meaningfulChange === undefined || score.more === 'neither') return { by, meaning: 'unknown' }
  if (Math.abs(by) < score.meaningfulChange) return { by, meaning: 'none' }
  return { by, meaning: by > 0 === (score.more === 'better') ? 'better' : 'worse' }
}
