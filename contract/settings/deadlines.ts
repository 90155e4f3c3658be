import { z } from 'zod'

/** In what a limit is counted. */
export type LimitUnit = 'hours' | 'working-days' | 'days' | 'months' | 'years' | 'cases'

/** One limit as the product proposes it: its number, its unit, and the requirement that asks for a limit at all. */
export type DefaultLimit = Readonly<{ value: number; unit: LimitUnit; rule: string }>

/**
 * The proposals of the product. No standard sets these numbers (the last paragraph of the forms’ "Time limits"), so every
 * one is a parameter of the agency.
 */
export const defaultLimits = {
  firstContactAfterReferral: { value: 2, unit: 'working-days', rule: 'R-077' },
  crisisReport: { value: 1, unit: 'hours', rule: 'R-177' },
  intakeDecision: { value: 5, unit: 'working-days', rule: 'R-064' },
  waitingCheckIn: { value: 14, unit: 'days', rule: 'R-064' },
  intakeInterview: { value: 5, unit: 'working-days', rule: 'R-044' },
  assessment: { value: 15, unit: 'working-days', rule: 'R-099' },
  plan: { value: 10, unit: 'working-days', rule: 'R-137' },
  firstService: { value: 7, unit: 'days', rule: 'R-165' },
  record: { value: 24, unit: 'hours', rule: 'R-167' },
  recordAlarm: { value: 72, unit: 'hours', rule: 'R-167' },
  contactA: { value: 7, unit: 'days', rule: 'R-165' },
  contactB: { value: 14, unit: 'days', rule: 'R-165' },
  contactC: { value: 30, unit: 'days', rule: 'R-165' },
  planReview: { value: 90, unit: 'days', rule: 'R-184' },
  evaluation: { value: 14, unit: 'days', rule: 'R-182' },
  closing: { value: 14, unit: 'days', rule: 'R-196' },
  fileCopy: { value: 30, unit: 'days', rule: 'R-285' },
  referralReply: { value: 7, unit: 'days', rule: 'R-075' },
  followUpFirst: { value: 1, unit: 'months', rule: 'R-199' },
  followUpSecond: { value: 3, unit: 'months', rule: 'R-199' },
  followUpThird: { value: 6, unit: 'months', rule: 'R-199' },
  supervision: { value: 1, unit: 'months', rule: 'R-237' },
  caseloadWarning: { value: 20, unit: 'cases', rule: 'R-232' },
  caseloadLimit: { value: 30, unit: 'cases', rule: 'R-232' },
  keepStandard: { value: 10, unit: 'years', rule: 'R-204' },
  keepMinorUntilAge: { value: 28, unit: 'years', rule: 'R-204' },
  keepLong: { value: 30, unit: 'years', rule: 'R-204' },
  keepInquiry: { value: 3, unit: 'years', rule: 'R-204' },
} as const satisfies Readonly<Record<string, DefaultLimit>>

export type LimitName = keyof typeof defaultLimits
export const limitNames = Object.keys(defaultLimits) as LimitName[]

const Value = z.int().min(1).max(1_000).nullable()

/** The agency's own numbers, in the units of the proposals; null is the proposal. */
export const Deadlines = z.strictObject(
  Object.fromEntries(limitNames.map((name) => [name, Value])) as Record<LimitName, typeof Value>,
)
export type Deadlines = z.infer<typeof Deadlines>

/** The number that counts: the agency's, else the proposal. */
export const limitIn = (own: Deadlines | null, name: LimitName): number =>
  own?.[name] ?? defaultLimits[name].value
