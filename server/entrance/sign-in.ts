import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { SetUp } from '#contract/access.ts'
import type { Actor } from '#server/access/index.ts'
import { hashPassword, passwordHolds } from '#server/access/passwords.ts'
import {
  anyAgency,
  endSignIn,
  findAccount,
  foundAgency,
  startSignIn,
} from '#server/access/sign-in.repository.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Platform } from '#server/platform/platform.ts'
import { recognised } from './recognise.repository.ts'
import { actorFrom, tokenHash } from './recognise.ts'

const longestHours = 12

type Attempt = Readonly<{ email: string; password: string; device: string }>

/** Signing in and out, and the first run. One refusal for every wrong attempt: neither text nor time tells an account. */
export function signInActions({ database: { db }, newId, setupToken }: Platform) {
  return {
    async signIn({ email, password, device }: Attempt): Promise<{ token: string; actor: Actor }> {
      const account = await findAccount(db, email)
      if (!(await passwordHolds(account?.hash ?? null, password)) || !account)
        throw new Refusal('wrong-password')
      const token = randomBytes(32).toString('base64url')
      const hash = tokenHash(token)
      await startSignIn(db, { id: newId(), account, hash, device, hours: longestHours })
      const row = await recognised(db, hash)
      if (!row) throw new Refusal('not-signed-in')
      return { token, actor: actorFrom(row) }
    },

    signOut: (token: string) => endSignIn(db, tokenHash(token)),

    /** Whether this server still waits for its first agency. */
    waitsForSetUp: async () => setupToken !== null && !(await anyAgency(db)),

    async setUp(input: SetUp) {
      if (await anyAgency(db)) throw new Refusal('already-set-up')
      if (setupToken === null || !isSame(input.token, setupToken)) throw new Refusal('wrong-setup-token')
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
  }
}

/** Compares without telling by time how much of a guess was right. */
const isSame = (given: string, expected: string) => timingSafeEqual(tokenHash(given), tokenHash(expected))
