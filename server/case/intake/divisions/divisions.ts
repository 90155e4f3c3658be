/** A division by its code of GB/T 2260, and the days on which it counts; `became` is what an abolished one went into. */
export type Division = Readonly<{
  code: string
  name: string
  validFrom: string
  /** The first day on which it no longer counts. */
  validUntil: string | null
  became: readonly string[]
}>

/** What a code means on a day. */
export type Resolved = Readonly<{
  code: string
  /** From the province down. */
  names: readonly string[]
  /** The codes that count on that day: itself, or what it became. */
  now: readonly string[]
  /** The day on which it was abolished, where it was. */
  abolishedOn: string | null
}>

const counts = ({ validFrom, validUntil }: Division, day: string) =>
  validFrom <= day && (validUntil === null || day < validUntil)

const mostSteps = 10

/**
 * What a code means on a day: a code that was abolished leads to what it became, step by step, so that an old address is
 * understood and an old record stays as it was. Null where nobody knows the code.
 */
export function resolveDivision(divisions: readonly Division[], code: string, day: string): Resolved | null {
  const known = divisions.filter((one) => one.code === code)
  const standing = known.find((one) => counts(one, day))
  const [last] = known.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
  const meant = standing ?? last
  if (!meant) return null
  return {
    code,
    names: [...above(divisions, code, day), meant.name],
    now: standing ? [code] : successors(divisions, meant, day, mostSteps),
    abolishedOn: standing ? null : meant.validUntil,
  }
}

function successors(divisions: readonly Division[], gone: Division, day: string, steps: number): string[] {
  if (steps === 0) return []
  const next = gone.became.flatMap((code) => {
    const known = divisions.filter((one) => one.code === code)
    if (known.some((one) => counts(one, day))) return [code]
    const [last] = known.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
    return last ? successors(divisions, last, day, steps - 1) : []
  })
  return [...new Set(next)]
}

/** The names of the province and the prefecture in which a code lies. */
function above(divisions: readonly Division[], code: string, day: string): string[] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((one) => one !== code)
  return [...new Set(codes)].flatMap((one) => {
    const known = divisions.filter((each) => each.code === one)
    return (known.find((each) => counts(each, day)) ?? known[0])?.name ?? []
  })
}

/** What lies directly under a code on a day, and what was abolished there; under nothing, the provinces. */
export function divisionsUnder(divisions: readonly Division[], under: string, day: string): Division[] {
  const begins = under.replace(/(?:00)+$/u, '')
  const next = begins.length + 2
  return divisions
    .filter(({ code }) => code.startsWith(begins) && code !== under)
    .filter(({ code }) => {
      const digits = code.replace(/(?:00)+$/u, '').length
      // Of a municipality the districts lie directly under the province.
      const parent = divisions.some((one) => one.code === `${code.slice(0, 4)}00` && one.code !== code)
      return digits === next || (begins.length === 2 && digits === 6 && !parent)
    })
    .filter((one) => counts(one, day) || one.validUntil !== null)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
}
