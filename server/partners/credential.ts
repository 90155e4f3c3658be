import { Refusal } from '#server/kernel/refusal.ts'

/** How a credential stands at a moment. */
type Standing = Readonly<{ endedAt: Date | null; expiresAt: Date }>

/** Whether a credential still opens. */
export const isOpenAt = ({ endedAt, expiresAt }: Standing, now: Date) => endedAt === null && now < expiresAt

/** Refuses (409) to take back once more what has ended. */
export function refuseIfEnded({ endedAt }: Pick<Standing, 'endedAt'>) {
  if (endedAt !== null) throw new Refusal('partners/ended-already')
}

const dayMilliseconds = 86_400_000

/** When a credential runs out. */
export const expiryOf = (now: Date, days: number) => new Date(now.getTime() + days * dayMilliseconds)
