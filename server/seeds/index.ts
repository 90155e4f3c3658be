import type { Level } from '#contract/access.ts'
import type { Role } from '#contract/codes/index.ts'
import { hashPassword } from '#server/access/passwords.ts'
import type { Platform } from '#server/platform/platform.ts'
import { demoAgencies, emailOf } from './agencies.ts'
import { setDemoPasswords } from './demo.repository.ts'
import { foundDemoAgency } from './founding.ts'
import { tellReferrals } from './tell-referrals.ts'
import { tellStories } from './tell.ts'

/** Whom one may enter the demo as. */
export type DemoAccount = Readonly<{ email: string; name: string; role: Role; level: Level; agency: string }>

/**
 * Fills the demo at its first start; later it adds nothing, and only sets the password of all its accounts anew.
 * A first start that was broken off is carried on where it stopped.
 * @returns the accounts, agency by agency
 */
export async function seedDemo(
  platform: Platform,
  { password }: { password: string },
): Promise<DemoAccount[]> {
  const hash = await hashPassword(password)
  const told = await Promise.allSettled(
    demoAgencies.map(async (agency) => {
      const cast = await foundDemoAgency(platform, agency, hash)
      await tellStories(platform, cast)
      return cast
    }),
  )
  // Where one agency failed the others have come to their end first: nothing goes on behind the caller's back.
  const failed = told.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  await tellReferrals(
    platform,
    told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  )
  await setDemoPasswords(platform.database, hash)
  return demoAgencies.flatMap(({ name: agency, workers }) =>
    workers.map((worker) => ({
      email: emailOf(worker),
      name: worker.name,
      role: worker.role,
      level: worker.level,
      agency,
    })),
  )
}
