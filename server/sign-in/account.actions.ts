import type { AccountView, PasswordChange, Proof, SignInLine } from '#contract/account.ts'
import type { Actor, Transaction } from '#server/access/index.ts'
import { refuseWeakPassword, shortestPassword } from '#server/access/password-rules.ts'
import { hashPassword, passwordHolds, refuseWhenBusy } from '#server/access/passwords.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { fingerprint } from '#server/platform/keys/index.ts'
import type { Platform } from '#server/platform/platform.ts'
import {
  accountOf,
  endMySignIn,
  endOtherSignIns,
  mySignIns,
  renewMySignIn,
  setOwnPassword,
} from './account.repository.ts'
import { deviceIn } from './device.ts'
import { forgetGuesses, takeGuess } from './guesses.repository.ts'
import { removeFactor } from './second-factor.repository.ts'
import { beginEnrolment, codeHolds, confirmFactor, replaceRecoveryCodes } from './second-factor.ts'
import { asksSecondFactor } from './steps.ts'
import { freshMinutes, newToken } from './tokens.ts'

type Db = Transaction['db']

async function accountIn(db: Db, actor: Actor) {
  const account = await accountOf(db, actor)
  if (!account) throw new Refusal('not-found')
  return account
}

const saw = (tx: Transaction, kind: string) => tx.saw({ kind, id: tx.actor.workerId })

/** What protects one's own account. */
export async function viewAccount(tx: Transaction): Promise<AccountView> {
  const account = await accountIn(tx.db, tx.actor)
  saw(tx, 'account')
  return {
    email: account.email,
    passwordSince: account.passwordSince?.toISOString() ?? null,
    secondFactor: account.factorSince && {
      since: account.factorSince.toISOString(),
      recoveryCodesLeft: account.codesLeft,
    },
    secondFactorRequired: asksSecondFactor(account.secondFactorFor, account.role),
    shortestPassword: shortestPassword(account.hasFactor),
    fresh: tx.actor.fresh ?? false,
  }
}

/** Where one is signed in now. */
export async function viewSignIns(tx: Transaction): Promise<{ rows: SignInLine[] }> {
  const rows = await mySignIns(tx.db)
  tx.saw({ kind: 'sign-in-list', listed: rows.map(({ id }) => id) })
  return {
    rows: rows.map(({ id, device, startedAt, lastSeenAt }) => ({
      id,
      device: deviceIn(device),
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === tx.actor.signInId,
    })),
  }
}

/** Ends one of one's own sign-ins; another's is absent (404). */
export async function endOne(tx: Transaction, id: string) {
  if (!(await endMySignIn(tx.db, id))) throw new Refusal('not-found')
  saw(tx, 'sign-in')
  return { ended: true as const }
}

/** Ends every sign-in of one's own but the one that asks. */
export async function endOthers(tx: Transaction) {
  await endOtherSignIns(tx.db, tx.actor, tx.actor.signInId)
  saw(tx, 'sign-in')
  return { ended: true as const }
}

/** Takes the factor away, unless the agency asks for it. */
export async function dropFactor(tx: Transaction) {
  const account = await accountIn(tx.db, tx.actor)
  if (asksSecondFactor(account.secondFactorFor, account.role)) throw new Refusal('sign-in/factor-is-required')
  await removeFactor(tx.db, tx.actor)
  await endOtherSignIns(tx.db, tx.actor, tx.actor.signInId)
  saw(tx, 'second-factor')
  return viewAccount(tx)
}

/** Gives the sign-in a new token and counts it as proved just now. */
export async function renew(tx: Transaction) {
  const { token, hash } = newToken()
  await renewMySignIn(tx.db, tx.actor.signInId, hash, freshMinutes)
  saw(tx, 'account')
  return token
}

/** What needs the keys, or takes time that no transaction should wait for. */
export function accountActions({ database: { db }, keys, now }: Platform) {
  const guessOf = (actor: Actor) => ({
    account: fingerprint(keys, 'sign-in/account', `proof ${actor.workerId}`),
    bucket: actor.signInId,
  })

  /** Counted where a refusal does not undo it. */
  async function proved(actor: Actor, holds: () => Promise<boolean>) {
    refuseWhenBusy()
    await takeGuess(db, guessOf(actor))
    if (!(await holds())) throw new Refusal('sign-in/not-proved')
    await forgetGuesses(db, guessOf(actor))
  }

  return {
    /** Refuses (403) unless this is the code of whoever has a second factor, or the password of whoever has none. */
    async prove(actor: Actor, { password, code }: Proof) {
      const account = await accountIn(db, actor)
      await proved(actor, async () =>
        account.hasFactor
          ? code !== undefined && codeHolds(db, keys, account, code, now())
          : password !== undefined && passwordHolds(account.hash, password),
      )
    },

    /** Checks both passwords and answers what to keep; the old one has to be right although the sign-in is fresh. */
    async weighPassword(actor: Actor, { current, password }: PasswordChange): Promise<string> {
      const account = await accountIn(db, actor)
      await proved(actor, () => passwordHolds(account.hash, current))
      const { name, email, agencyName, hasFactor } = account
      refuseWeakPassword(password, { about: [name, email, agencyName], hasFactor })
      return hashPassword(password)
    },

    async changePassword(tx: Transaction, hash: string) {
      await setOwnPassword(tx.db, tx.actor, hash)
      await endOtherSignIns(tx.db, tx.actor, tx.actor.signInId)
      saw(tx, 'password')
      return viewAccount(tx)
    },

    async enrol(tx: Transaction) {
      const { email } = await accountIn(tx.db, tx.actor)
      saw(tx, 'second-factor')
      return beginEnrolment(tx.db, keys, tx.actor, email)
    },

    /** The first code makes it the factor, in place of an earlier one; every other sign-in ends. */
    async confirm(tx: Transaction, code: string) {
      const recoveryCodes = await confirmFactor(tx.db, keys, tx.actor, code, now())
      if (!recoveryCodes) throw new Refusal('sign-in/not-proved')
      await endOtherSignIns(tx.db, tx.actor, tx.actor.signInId)
      saw(tx, 'second-factor')
      return { recoveryCodes }
    },

    async newCodes(tx: Transaction) {
      const { hasFactor } = await accountIn(tx.db, tx.actor)
      if (!hasFactor) throw new Refusal('sign-in/no-enrolment')
      saw(tx, 'recovery-codes')
      return { recoveryCodes: await replaceRecoveryCodes(tx.db, keys, tx.actor) }
    },
  }
}
