import type { IssueLink } from '#contract/secure-links.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** How a link stands at a moment. */
type Standing = Readonly<{ endedAt: Date | null; expiresAt: Date }>

/** Whether a link still opens. */
export const isOpenAt = ({ endedAt, expiresAt }: Standing, now: Date) => endedAt === null && now < expiresAt

const tailDigits = 4

/** The digits of an answer, however they are spaced or in whatever width they are typed. */
export const digitsOf = (answer: string) => answer.normalize('NFKC').replaceAll(/\D/gu, '')

/** The last digits of a telephone that are asked for; refuses (422) what has fewer. */
export function phoneTailOf({ phoneTail }: Pick<IssueLink, 'phoneTail'>): string {
  const digits = digitsOf(phoneTail)
  if (digits.length < tailDigits)
    throw new Refusal('links/phone-tail', {}, [{ path: 'phoneTail', code: 'links/phone-tail' }])
  return digits.slice(-tailDigits)
}

/** Refuses (409) to end once more what has ended. */
export function refuseIfEnded({ endedAt }: Pick<Standing, 'endedAt'>) {
  if (endedAt !== null) throw new Refusal('links/ended-already')
}

const dayMilliseconds = 86_400_000

/** When a link runs out. */
export const expiryOf = (now: Date, { days }: Pick<IssueLink, 'days'>) =>
  new Date(now.getTime() + days * dayMilliseconds)
