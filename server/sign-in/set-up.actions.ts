import { timingSafeEqual } from 'node:crypto'
import type { SetUp } from '#contract/access.ts'
import { refuseWeakPassword } from '#server/access/password-rules.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { anyAgency, foundAgency } from '#server/access/sign-in.repository.ts'
import { tokenHash } from '#server/entrance/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'

/** The first run of a new server. */
export const setUpActions = ({ database: { db }, newId, setupToken }: Platform) => ({
  /** Whether this server still waits for its first agency. */
  waitsForSetUp: async () => setupToken !== null && !(await anyAgency(db)),

  async setUp(input: SetUp) {
    if (await anyAgency(db)) throw new Refusal('already-set-up')
    if (setupToken === null || !isSame(input.token, setupToken)) throw new Refusal('wrong-setup-token')
    refuseWeakPassword(input.password, {
      about: [input.agencyName, input.name, input.email],
      hasFactor: false,
    })
    await foundAgency(db, {
      agencyId: newId(),
      agencyName: input.agencyName,
      language: input.language,
      prefix: '',
      demo: false,
      workerId: newId(),
      name: input.name,
      email: input.email,
      hash: await hashPassword(input.password),
    })
  },
})

/** Compares without telling by time how much of a guess was right. */
const isSame = (given: string, expected: string) => timingSafeEqual(tokenHash(given), tokenHash(expected))
