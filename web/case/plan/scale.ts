import { type AttainmentLevel, attainmentLevel } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'

/** The levels in the order in which they are written, each with its place among `gasLevels` (from −2 to +2). */
export const ladder: readonly Readonly<{ level: AttainmentLevel; place: number }>[] = [
  { level: 0, place: 2 },
  { level: 1, place: 3 },
  { level: 2, place: 4 },
  { level: -1, place: 1 },
  { level: -2, place: 0 },
]

/** "+1 · More than expected". */
export const levelName = (level: AttainmentLevel, language: Language) =>
  `${signed(level)} · ${attainmentLevel.label(level, language)}`

const signed = (level: number) => (level > 0 ? `+${level}` : level < 0 ? `−${-level}` : '0')
