import { Refusal } from '#server/kernel/refusal.ts'

const windowMilliseconds = 60_000

/**
 * A limit on attempts from everywhere together, counted by this copy of the program; known devices pass it by, so that
 * a flood does not shut out those who work here.
 */
export function floodGate(most: number, now: () => Date) {
  let began = 0
  let count = 0
  return () => {
    const moment = now().getTime()
    if (moment - began >= windowMilliseconds || moment < began) {
      began = moment
      count = 0
    }
    count += 1
    if (count > most)
      throw new Refusal('sign-in/wait', { seconds: Math.ceil((began + windowMilliseconds - moment) / 1000) })
  }
}
