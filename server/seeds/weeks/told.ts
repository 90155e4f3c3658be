import type { AppointmentKind, PreparedItem } from '#contract/codes/index.ts'

/** One appointment of the demo: whose case, which working day from today, and the hours by the agency's clock. */
export type ToldAppointment = Readonly<{
  story: string
  by: string
  with?: readonly string[]
  kind: AppointmentKind
  day: number
  from: string
  until: string
  /** Held in the first, second … private room; in words where it is a place. */
  room?: number
  place?: string
  purpose: string
  whoElse: string
  prepared?: readonly PreparedItem[]
  cancelled?: string
}>
