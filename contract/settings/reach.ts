import { z } from 'zod'
import { agencyNature, clientGroup, serviceField, withOwn } from '#contract/codes/index.ts'
import { LanguageCode } from '#contract/directory.ts'
import { rowsOf } from '#contract/rows.ts'
import { DraftLine, DraftText } from '#contract/text.ts'

/** What the agency says of itself; where it works, for whom and how much stands in sheets of its own. */
export const Profile = z.strictObject({
  /** Null until somebody says it. */
  nature: withOwn(agencyNature).nullable(),
  mission: DraftText,
  requirements: DraftText,
  /** ISO 639 codes of the languages in which one can talk here. */
  languages: z.array(LanguageCode).max(30),
  leader: DraftLine(200),
  leaderTitle: DraftLine(200),
})
export type Profile = z.infer<typeof Profile>

/** The beginning of a code of GB/T 2260 and its lower levels: province 2, prefecture 4, county 6, street 9, community 12 digits. */
export const AreaPrefix = z.string().regex(/^[1-9]\d(?:\d{2}|\d{4}|\d{7}|\d{10})?$/u)

/** Where the agency, or one site of it, serves. With no area named, everywhere. */
export const Catchment = z.strictObject({
  areas: rowsOf(z.strictObject({ prefix: AreaPrefix, name: DraftLine(100) }), 500, 'prefix'),
})
export type Catchment = z.infer<typeof Catchment>

const Age = z.int().min(0).max(150).nullable()

/** For what and for whom: with none named, for all of them. Ages are whole years, the last one included. */
export const Scope = z.strictObject({
  serviceFields: z.array(withOwn(serviceField)).max(60),
  clientGroups: z.array(withOwn(clientGroup)).max(60),
  minimumAge: Age,
  maximumAge: Age,
  /** In words, what is not done here, and who does it. */
  notHere: DraftText,
})
export type Scope = z.infer<typeof Scope>

const Limit = z.int().min(0).max(100_000).nullable()

/** How much the agency, or one site of it, carries at once; null is no limit. Level 4 is the first, 1 the highest. */
export const Capacity = z.strictObject({
  cases: Limit,
  perWorker: z.strictObject({ level4: Limit, level3: Limit, level2: Limit, level1: Limit }),
  waitingList: Limit,
})
export type Capacity = z.infer<typeof Capacity>
