import { z } from 'zod'
import type { Language, Wording } from '#contract/language.ts'

type Step<Level extends number> = { readonly level: Level; readonly label: Wording }

/** A closed list of whole numbers that mean something: scale levels, ratings, occupational levels. */
export type LevelList<Level extends number> = {
  /** Accepts exactly the numbers of the list, never their text. */
  readonly schema: z.ZodLiteral<Level>
  /** In the order in which people should meet them. */
  readonly levels: readonly Level[]
  /** By the level written as text. */
  readonly labels: Readonly<Record<string, Wording>>
  readonly label: (level: Level, language: Language) => string
}

/** The union of numbers: `type AttainmentLevel = LevelOf<typeof attainmentLevel>`. */
export type LevelOf<List extends { readonly levels: readonly number[] }> = List['levels'][number]

/** Builds a list of levels; the order of writing is the order of showing. */
export function levelList<const Level extends number>(
  first: Step<Level>,
  ...others: readonly Step<Level>[]
): LevelList<Level> {
  const steps = [first, ...others]
  const wordings = new Map(steps.map((step) => [step.level, step.label]))
  return {
    schema: z.literal(steps.map((step) => step.level)),
    levels: steps.map((step) => step.level),
    labels: Object.fromEntries(steps.map((step) => [String(step.level), step.label])),
    label: (level, language) => wordingOf(wordings, level)[language],
  }
}

function wordingOf<Level extends number>(wordings: ReadonlyMap<Level, Wording>, level: Level): Wording {
  const wording = wordings.get(level)
  if (!wording) throw new RangeError(`no such level: ${level}`)
  return wording
}
