import type { Platform } from '#server/platform/platform.ts'
import { passwordHolds, refuseWhenBusy } from '#server/access/passwords.ts'
import { endSignIn, findAccount } from '#server/access/sign-in.repository.ts'
import { tokenHash } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { doorway, type Entered, type KnownAs } from './doorway.ts'
import { floodGate } from './flood.ts'
import { forgetGuesses, takeGuess } from './guesses.repository.ts'
import { accountKey } from './known-device.ts'

const mostFromEverywhere = 300
// An account's address is plain; what PostgreSQL and we would fold differently is nobody's.
const plain = /^[\u0020-\u007e]+$/u

type Attempt = Readonly<{ email: string; password: string; device: string; knownAs: KnownAs }>

/** Signing in with a password, and out. One refusal for every wrong attempt: neither text nor time tells an account. */
export function signInActions(platform: Platform) {
  const { database, keys, now } = platform
  const { db } = database
  const { guessAt, goOn } = doorway(platform)
  const refuseFlood = floodGate(mostFromEverywhere, now)

  return {
    async signIn({ email, password, device, knownAs }: Attempt): Promise<Entered> {
      const key = accountKey(keys, email)
      const guess = guessAt(key, key, knownAs)
      if (guess.bucket === 'anywhere') refuseFlood()
      refuseWhenBusy()
      await takeGuess(db, guess)
      const account = plain.test(email) ? await findAccount(db, email) : null
      if (!(await passwordHolds(account?.hash ?? null, password)) || !account)
        throw new Refusal('wrong-password')
      await forgetGuesses(db, guess)
      return goOn('password', account, device)
    },

    signOut: (token: string) => endSignIn(db, tokenHash(token)),
  }
}
