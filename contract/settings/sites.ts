import { z } from 'zod'
import { contactChannel, roomPrivacy } from '#contract/codes/index.ts'
import { Day } from '#contract/dates.ts'
import { Id } from '#contract/ids.ts'
import { DraftLine } from '#contract/text.ts'
import { Names } from './names.ts'

/** A branch or station of the agency. A site that was given up is `closed`; what was done there stays. */
export const Site = z.strictObject({
  name: Names,
  address: DraftLine(400),
  phone: DraftLine(100),
  /** What stands for the site in a case number. */
  letters: z.string().regex(/^[A-Z0-9]{0,8}$/u),
  closed: z.boolean(),
})
export type Site = z.infer<typeof Site>

/** A room of a site, in which interviews and meetings are held. */
export const Room = z.strictObject({
  siteId: Id,
  name: Names,
  seats: z.int().min(1).max(1_000),
  privacy: roomPrivacy.schema,
  /** Whether one comes in with a wheelchair. */
  accessible: z.boolean(),
  closed: z.boolean(),
})
export type Room = z.infer<typeof Room>

/** A time of day by the agency's clock; 24:00 is the end of the day. */
export const TimeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u)
const From = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u)

/** From when until when somebody answers on one channel; half-open. `weekday` 1 is Monday. */
export const WeeklyHours = z.strictObject({
  channel: contactChannel.schema,
  weekday: z.int().min(1).max(7),
  from: From,
  until: TimeOfDay,
})
export type WeeklyHours = z.infer<typeof WeeklyHours>

/** One day that is otherwise: other hours, or none at all where `hours` is null. `channel` null means every channel. */
export const HoursException = z.strictObject({
  day: Day,
  channel: contactChannel.schema.nullable(),
  hours: z.strictObject({ from: From, until: TimeOfDay }).nullable(),
  why: DraftLine(200),
})
export type HoursException = z.infer<typeof HoursException>

/** When one can reach a site, channel by channel. A channel with no hours is shut. */
export const Hours = z.strictObject({
  weekly: z.array(WeeklyHours).max(150),
  exceptions: z.array(HoursException).max(200),
})
export type Hours = z.infer<typeof Hours>
