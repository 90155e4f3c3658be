import * as shipped from '#contract/codes/index.ts'
import type { CodeList } from '#contract/codes/index.ts'
import { type CodesVersion, wordOn } from '#contract/settings/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import type { LabelOfCode } from './wording.ts'

/** The words of a code in the contract's code lists. A code that no list knows is printed as it is stored. */
export const labelOfCode: LabelOfCode = (list, code, language) => {
  const found = Object.entries(shipped).find(([name]) => name === list)?.[1]
  if (typeof found !== 'object' || !('labels' in found)) return code
  const wordings = new Map(Object.entries(found.labels))
  return wordings.get(code)?.[language] ?? code
}

/** The same in the agency's words, each as it was at the moment of its record; now where none is said. */
export const labelsOf =
  (versions: readonly CodesVersion[], now: Date): LabelOfCode =>
  (list, code, language, at) => {
    const found = Object.entries(shipped).find(([name]) => name === list)?.[1]
    if (typeof found !== 'object' || !('agency' in found)) return labelOfCode(list, code, language)
    const day = dayOf(at ? new Date(at) : now)
    return wordOn(versions, found as unknown as CodeList<string>, code, { language, day, at: at ?? null })
  }

/** Facts of one record, each of whose codes is read in the words of the moment at which it was written or signed. */
export function inWordsOf<Facts>(at: Date | null | undefined, facts: Facts): Facts {
  if (!at || typeof facts !== 'object' || facts === null) return facts
  if (Array.isArray(facts)) return facts.map((one: unknown) => inWordsOf(at, one)) as Facts
  const dated = Object.entries(facts).map(([key, value]) => [key, inWordsOf(at, value) as unknown] as const)
  const coded = 'list' in facts && 'code' in facts ? { at: at.toISOString() } : {}
  return { ...Object.fromEntries(dated), ...coded } as Facts
}
