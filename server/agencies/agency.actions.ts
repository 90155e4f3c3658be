import type { SignInPolicy } from '#contract/account.ts'
import type { AgencyProfile } from '#contract/agencies.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { lookAtAgency, saveAgency } from './agency.repository.ts'

/** Changes what the agency says of itself. */
export async function changeAgency(tx: Transaction, profile: AgencyProfile) {
  const { version } = await lookAtAgency(tx, { lock: true })
  permit(tx.actor, 'agency.change') // 403
  await saveAgency(tx, version, profile) // 412
}

/** Changes whose second factor the agency asks for; it counts from the next sign-in on. */
export async function changeSignInPolicy(tx: Transaction, policy: SignInPolicy) {
  const { version } = await lookAtAgency(tx, { lock: true })
  permit(tx.actor, 'agency.secure') // 403
  await saveAgency(tx, version, policy) // 412
}
