import { standardOf } from '#contract/codes/index.ts'
import type { Capacity, Catchment, Scope } from '#contract/settings/index.ts'

/** What counts where an agency has said nothing: it serves everybody, everywhere, without a limit. */
export const unlimited = {
  catchment: { areas: [] },
  scope: { serviceFields: [], clientGroups: [], minimumAge: null, maximumAge: null, notHere: '' },
  capacity: {
    cases: null,
    perWorker: { level4: null, level3: null, level2: null, level1: null },
    waitingList: null,
  },
} as const satisfies { catchment: Catchment; scope: Scope; capacity: Capacity }

/** Whether a place lies in the catchment, by its code of GB/T 2260 or of a lower level; unknown where the code says too little. */
export function isInCatchment({ areas }: Catchment, code: string | null): 'inside' | 'outside' | 'unknown' {
  if (areas.length === 0) return 'inside'
  if (code === null || code === '') return 'unknown'
  if (areas.some(({ prefix }) => code.startsWith(prefix))) return 'inside'
  return areas.some(({ prefix }) => prefix.startsWith(code)) ? 'unknown' : 'outside'
}

/** A code and the one under which it stands fit each other; two own codes only where they are one. */
const areOfAKind = (one: string, other: string) =>
  one === other || one === standardOf<string>(other) || standardOf<string>(one) === other

/** What of a person or a problem lies outside the scope; empty where nothing does. Whatever is not known is not outside. */
export function outsideScope(
  scope: Scope,
  who: Readonly<{ serviceFields: readonly string[]; clientGroups: readonly string[]; age: number | null }>,
): ('serviceFields' | 'clientGroups' | 'age')[] {
  const misses = (ours: readonly string[], theirs: readonly string[]) =>
    ours.length > 0 && theirs.length > 0 && !theirs.some((one) => ours.some((our) => areOfAKind(our, one)))
  const { minimumAge, maximumAge } = scope
  const isAgeOutside =
    who.age !== null &&
    ((minimumAge !== null && who.age < minimumAge) || (maximumAge !== null && who.age > maximumAge))
  return [
    ...(misses(scope.serviceFields, who.serviceFields) ? (['serviceFields'] as const) : []),
    ...(misses(scope.clientGroups, who.clientGroups) ? (['clientGroups'] as const) : []),
    ...(isAgeOutside ? (['age'] as const) : []),
  ]
}

/** How many cases a worker of this level may carry; null is no limit. */
export function limitOfLevel({ perWorker }: Capacity, level: number): number | null {
  const limits = [perWorker.level1, perWorker.level2, perWorker.level3, perWorker.level4]
  return limits[level - 1] ?? null
}
