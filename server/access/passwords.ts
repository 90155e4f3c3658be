import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '#server/kernel/refusal.ts'

// Argon2id with 64 MiB, three passes: 65 ms here, and at most two at a time, so that a storm of sign-ins
// cannot starve everybody else (ASVS 11.4.2). Forty may wait, which is about three seconds; then we say so.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const
const atOnce = 2
const longestQueue = 40
const busySeconds = 3
let running = 0
let done = 0
const waiting: (() => void)[] = []

/** How much work the passwords make: under way, waiting, and done since the start. */
export const passwordLoad = () => ({ running, waiting: waiting.length, done })

/** Refuses (503, with when to come again) while as many wait as may; asked before a guess is counted. */
export function refuseWhenBusy() {
  if (waiting.length >= longestQueue) throw new Refusal('sign-in/busy', { seconds: busySeconds })
}

/** A free place, or one that somebody who leaves hands over; nobody overtakes those who wait. */
async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    refuseWhenBusy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await act()
  } finally {
    done += 1
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** Unicode may write one password in several ways; only for hashing they count as one. */
const normal = (password: string) => password.normalize('NFC')

/** The hash to store for a password. */
export const hashPassword = (password: string) => inTurn(() => hash(normal(password), cost))

/** What an unknown account is compared with, so that it takes as long as a known one. */
const nobodysHash = hashPassword('nobody signs in with this')

/** Whether the password is that of the account; without an account it is not, after the same time. */
export async function passwordHolds(storedHash: string | null, password: string): Promise<boolean> {
  const against = storedHash ?? (await nobodysHash)
  const holds = await inTurn(() => verify(against, normal(password)))
  return holds && storedHash !== null
}
