import { stage } from '#contract/codes/index.ts'

/** Where a case stands: open in one of its stages, closed and followed up, or archived. */
export const places = [...stage.codes, 'archived'] as const
export type Place = (typeof places)[number]

/** What a place that no stage of work leads to does to the row of a case. */
export const endings: Partial<Record<Place, string>> = {
  followup: `state = 'closed', closed_at = '2026-03-02'`,
  archived: `state = 'archived', closed_at = '2026-03-02', archived_at = '2026-03-02', keep_until = '2060-01-01'`,
}
