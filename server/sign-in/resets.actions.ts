import type { Reset, ResetStarted } from '#contract/account.ts'
import type { Transaction } from '#server/access/index.ts'
import { permit } from '#server/access/index.ts'
import { refuseWeakPassword } from '#server/access/password-rules.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { tokenHash } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'
import { endSignInsOf, findReset, isColleague, spendReset, startReset } from './resets.repository.ts'
import { newToken } from './tokens.ts'

// Long enough to hand it over in person or by telephone.
const resetMinutes = 60

/** An administrator lets a colleague choose a new password. They get the token, once, and never learn the password. */
export async function beginReset(
  tx: Transaction,
  workerId: string,
  withFactor: boolean,
): Promise<ResetStarted> {
  permit(tx.actor, 'worker.reset') // 403
  const { token, hash } = newToken()
  const until = await startReset(tx, { workerId, hash, withFactor, minutes: resetMinutes })
  if (!until) throw new Refusal('not-found') // 404
  tx.saw({ kind: withFactor ? 'factor-reset' : 'password-reset', id: workerId })
  return { token, expiresAt: until.toISOString() }
}

/** An administrator ends every sign-in of a colleague: a device was lost, or somebody left in a hurry. */
export async function signOutColleague(tx: Transaction, workerId: string) {
  if (!(await isColleague(tx, workerId))) throw new Refusal('not-found') // 404
  permit(tx.actor, 'worker.sign-out') // 403
  await endSignInsOf(tx, workerId)
  tx.saw({ kind: 'sign-in', id: workerId })
  return { ended: true as const }
}

/** The other end of a reset, at the door. */
export const resetActions = ({ database: { db } }: Platform) => ({
  async finish({ token, password }: Reset) {
    const hash = tokenHash(token)
    const reset = await findReset(db, hash)
    if (!reset) throw new Refusal('sign-in/reset-is-over')
    refuseWeakPassword(password, {
      about: [reset.name, reset.email, reset.agencyName],
      hasFactor: reset.hasFactor && !reset.withFactor,
    })
    if (!(await spendReset(db, hash, await hashPassword(password))))
      throw new Refusal('sign-in/reset-is-over')
  },
})
