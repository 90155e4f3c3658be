import type { SettingState } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { whole } from '#server/kernel/whole.ts'

/** One version of a sheet, as far as time is concerned. */
export type Dated = Readonly<{ ordinal: number; from: Day }>

// Of two versions that begin on one day the later written counts.
const isLater = (one: Dated, other: Dated) =>
  one.from === other.from ? one.ordinal > other.ordinal : one.from > other.from

/** The version that counts on a day: the last one that has begun; null before the first. */
export function inForceOn<Version extends Dated>(versions: readonly Version[], day: Day): Version | null {
  const begun = versions.filter(({ from }) => from <= day)
  return begun.reduce<Version | null>((best, one) => (best && !isLater(one, best) ? best : one), null)
}

/** Until which day each version counts, and what it is today. One that another replaced on its very first day never counted. */
export function spansOf(versions: readonly Dated[], today: Day) {
  const current = inForceOn(versions, today)
  return versions.map((one) => {
    const later = versions.filter((other) => isLater(other, one)).map(({ from }) => from)
    const [until = null] = later.toSorted()
    return { ordinal: one.ordinal, until, state: stateOf(one, until, { current, today }) }
  })
}

type Now = Readonly<{ current: Dated | null; today: Day }>

function stateOf(one: Dated, until: Day | null, { current, today }: Now): SettingState {
  if (until === one.from) return 'replaced'
  if (one.from > today) return 'planned'
  return one.ordinal === current?.ordinal ? 'in-force' : 'past'
}

/**
 * Refuses a version whose writer has not seen the newest one (409), and one that would change what counted before today
 * (422). The very first may begin in the past: a site was there before the program.
 */
export function refuseUnlessNext({ seen, from }: { seen: number; from: Day }, newest: number, today: Day) {
  if (seen !== newest) throw new Refusal('settings/written-meanwhile')
  whole([['from', newest === 0 || from >= today, 'settings/not-backwards']])
}
