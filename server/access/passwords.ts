import { hash, verify } from '@node-rs/argon2'

// Argon2id with 64 MiB, three passes: 65 ms here, and at most two at a time, so that a storm of sign-ins
// cannot starve everybody else (ASVS 11.4.2).
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await act()
  } finally {
    running -= 1
    waiting.shift()?.()
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
