import { Refusal } from '#server/kernel/refusal.ts'
import type { Db } from '#server/platform/database/database.ts'
import { fingerprint, type Keys, open, seal } from '#server/platform/keys/index.ts'
import { digitsIn, newRecoveryCodes, recoveryCodeIn } from './recovery-codes.ts'
import {
  confirmEnrolment,
  enrolmentOf as sealedEnrolment,
  factorOf,
  keepEnrolment,
  keepRecoveryCodes,
  type Owner,
  spendFactorStep,
  spendRecoveryCode,
} from './second-factor.repository.ts'
import { enrolmentOf, newSecret, stepOf } from './totp.ts'

const purpose = 'sign-in/totp'
const enrolmentMinutes = 15

/** A secret is sealed for its owner: copied to another account it does not open there. */
const place = ({ agencyId, workerId }: Owner) => `second_factors|${agencyId}|${workerId}|secret`

const hashesOf = (keys: Keys, { workerId }: Owner, code: string, versions: readonly number[]) =>
  versions.map((version) => fingerprint(keys, 'sign-in/recovery-code', `${workerId} ${code}`, version))

/** Whether this is a right code that nobody used before, and uses it up. */
export async function codeHolds(db: Db, keys: Keys, owner: Owner, typed: string, now: Date) {
  const digits = digitsIn(typed)
  if (digits === null) {
    const code = recoveryCodeIn(typed)
    return code !== null && (await spendRecoveryCode(db, owner, hashesOf(keys, owner, code, keys.versions)))
  }
  const sealed = await factorOf(db, owner)
  const step = sealed && stepOf(open(keys, purpose, place(owner), sealed), digits, now)
  return step !== null && (await spendFactorStep(db, owner, step))
}

/** Makes a secret for an authenticator app; it counts for nothing until a code confirms it. */
export async function beginEnrolment(db: Db, keys: Keys, owner: Owner, email: string) {
  const secret = newSecret()
  await keepEnrolment(db, owner, seal(keys, purpose, place(owner), secret), enrolmentMinutes)
  return enrolmentOf(secret, email)
}

/** The first code confirms the secret and makes it the factor; answers ten new recovery codes, or null when it is wrong. */
export async function confirmFactor(db: Db, keys: Keys, owner: Owner, typed: string, now: Date) {
  const sealed = await sealedEnrolment(db, owner)
  if (!sealed) throw new Refusal('sign-in/no-enrolment')
  const step = stepOf(open(keys, purpose, place(owner), sealed), digitsIn(typed) ?? '', now)
  if (step === null || !(await confirmEnrolment(db, owner, sealed, step))) return null
  return replaceRecoveryCodes(db, keys, owner)
}

/** Ten new recovery codes in place of all earlier ones. They are answered once and kept as keyed hashes. */
export async function replaceRecoveryCodes(db: Db, keys: Keys, owner: Owner): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.flatMap((code) => hashesOf(keys, owner, code.replaceAll('-', ''), [keys.newest]))
  await keepRecoveryCodes(db, owner, hashes)
  return codes
}
