import type { SignInPolicy } from '#contract/account.ts'
import type { AgencyProfile, DutyOfficer } from '#contract/agencies.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { whole } from '#server/kernel/whole.ts'
import { colleagueForDuty, lookAtAgency, saveAgency } from './agency.repository.ts'

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

/** Names who is on duty: told of each opening by break-glass, whether they see the case or not. */
export async function nameDutyOfficer(tx: Transaction, duty: DutyOfficer) {
  const { version } = await lookAtAgency(tx, { lock: true })
  permit(tx.actor, 'agency.name-duty-officer') // 403
  const { dutyOfficerId } = duty
  const mayBe = dutyOfficerId === null || (await colleagueForDuty(tx, dutyOfficerId))?.mayBe === true
  whole([['dutyOfficerId', mayBe, 'agency/not-for-duty']]) // 422
  await saveAgency(tx, version, duty) // 412
}
