import type { PendingSignIn, SignInStep } from '#contract/account.ts'
import { type Actor, enterAs } from '#server/access/index.ts'
import { startSignIn } from '#server/access/sign-in.repository.ts'
import { witness } from '#server/audit/index.ts'
import { actorFrom, recognised, tokenHash } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'
import { accountOf } from './account.repository.ts'
import type { Guess } from './guesses.repository.ts'
import { accountKey, knownDevice, rememberDevice } from './known-device.ts'
import { beginPending, endPending, tryPending } from './pending.repository.ts'
import type { Owner } from './second-factor.repository.ts'
import { type StepFacts, stepAfter } from './steps.ts'
import { freshMinutes, longestHours, newToken } from './tokens.ts'

const minutesFor = { code: 5, 'own-password': 15, enrolment: 15 } as const satisfies Record<
  SignInStep,
  number
>

/** The cookie by which a device is known for an account, when it has one. */
export type KnownAs = (account: Buffer) => string | undefined

/** Either signed in, with what to remember the device by, or one step before it. */
export type Entered =
  | Readonly<{
      token: string
      actor: Actor
      account: Buffer
      remember: string
      recoveryCodes?: readonly string[]
    }>
  | PendingSignIn

/** What every step at the door shares. */
export function doorway({ database, keys, newId, now }: Platform) {
  const { db } = database
  const guessAt = (account: Buffer, email: Buffer, knownAs: KnownAs): Guess => ({
    account,
    bucket: knownDevice(keys, email, knownAs(email), now()) ?? 'anywhere',
  })

  /** Who came in, and when, stands in the audit like every other act (ASVS 16.3.1). */
  const tellAudit = (actor: Actor) =>
    enterAs(database, { actor, operation: 'account.prove', now: now() }, async (tx) => {
      tx.saw({ kind: 'sign-in', id: actor.signInId })
      await witness(tx, { act: 'change', requestId: `sign-in ${actor.signInId}` })
    })

  /** The last step was taken: a new sign-in with a new token. */
  async function enter(owner: Owner, email: string, device: string): Promise<Entered> {
    const { token, hash } = newToken()
    await startSignIn(db, { id: newId(), account: owner, hash, device, hours: longestHours, freshMinutes })
    const row = await recognised(db, hash)
    if (!row) throw new Refusal('not-signed-in')
    const actor = actorFrom(row)
    await tellAudit(actor)
    const account = accountKey(keys, email)
    return { token, actor, account, remember: rememberDevice(keys, account, now()) }
  }

  async function goOn(
    done: 'password' | SignInStep,
    account: Owner & StepFacts & Readonly<{ email: string }>,
    device: string,
  ): Promise<Entered> {
    const step = stepAfter(done, account)
    if (step === null) return enter(account, account.email, device)
    const { token, hash } = newToken()
    await beginPending(db, { id: newId(), owner: account, hash, step, device, minutes: minutesFor[step] })
    return { step, pending: token }
  }

  /** Whoever stands before a step; each look counts as a try. */
  async function before(token: string, step: SignInStep) {
    const hash = tokenHash(token)
    const pending = await tryPending(db, hash, step)
    const account = pending && (await accountOf(db, pending))
    if (!account) throw new Refusal('sign-in/began-too-long-ago')
    return { hash, account, device: pending.device }
  }

  async function endOnce(hash: Buffer, step: SignInStep) {
    if (!(await endPending(db, hash, step))) throw new Refusal('sign-in/began-too-long-ago')
  }

  return { guessAt, goOn, before, endOnce }
}
