import { refuseWeakPassword } from '#server/access/password-rules.ts'
import { hashPassword, passwordHolds } from '#server/access/passwords.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { fingerprint } from '#server/platform/keys/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import { endOtherSignIns, setOwnPassword } from './account.repository.ts'
import { doorway, type Entered, type KnownAs } from './doorway.ts'
import { forgetGuesses, takeGuess } from './guesses.repository.ts'
import { accountKey } from './known-device.ts'
import { beginEnrolment, codeHolds, confirmFactor } from './second-factor.ts'

type GivenCode = Readonly<{ token: string; code: string; knownAs: KnownAs }>

/** What may stand between a right password and being signed in. */
export function stepActions(platform: Platform) {
  const { database, keys, now } = platform
  const { db } = database
  const { guessAt, goOn, before, endOnce } = doorway(platform)

  return {
    /** The code of the second factor, or a recovery code. */
    async giveCode({ token, code, knownAs }: GivenCode): Promise<Entered> {
      const { hash, account, device } = await before(token, 'code')
      // Codes are counted for the account, apart from passwords: whoever has one password has not five codes each time.
      const counted = fingerprint(keys, 'sign-in/account', `code ${account.workerId}`)
      const guess = guessAt(counted, accountKey(keys, account.email), knownAs)
      await takeGuess(db, guess)
      if (!(await codeHolds(db, keys, account, code, now()))) throw new Refusal('sign-in/wrong-code')
      await forgetGuesses(db, guess)
      await endOnce(hash, 'code')
      return goOn('code', account, device)
    },

    /** One's own password in place of the one somebody else chose. */
    async chooseOwnPassword({
      token,
      password,
    }: Readonly<{ token: string; password: string }>): Promise<Entered> {
      const { hash, account, device } = await before(token, 'own-password')
      refuseWeakPassword(password, {
        about: [account.name, account.email, account.agencyName],
        hasFactor: account.hasFactor,
      })
      if (await passwordHolds(account.hash, password))
        throw new Refusal('sheet-unfinished', { missing: 1 }, [
          { path: 'password', code: 'sign-in/password-is-the-same' },
        ])
      const passwordHash = await hashPassword(password)
      await endOnce(hash, 'own-password')
      await setOwnPassword(db, account, passwordHash)
      await endOtherSignIns(db, account, null)
      return goOn('own-password', { ...account, temporary: false }, device)
    },

    /** A secret for the authenticator app of somebody who must have one. */
    async beginEnrolment(token: string) {
      const { account } = await before(token, 'enrolment')
      return beginEnrolment(db, keys, account, account.email)
    },

    /** The first code from the app: the factor is there, and one is signed in. */
    async confirmEnrolment({ token, code }: Omit<GivenCode, 'knownAs'>): Promise<Entered> {
      const { hash, account, device } = await before(token, 'enrolment')
      const recoveryCodes = await confirmFactor(db, keys, account, code, now())
      if (!recoveryCodes) throw new Refusal('sign-in/wrong-code')
      await endOnce(hash, 'enrolment')
      return { ...(await goOn('enrolment', account, device)), recoveryCodes }
    },
  }
}
