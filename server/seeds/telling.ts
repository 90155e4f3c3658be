import {
  databaseRole,
  enterAs,
  type Actor,
  type Operation,
  principalsOf,
  type Transaction,
} from '#server/access/index.ts'
import { witness } from '#server/audit/index.ts'
import { again } from '#server/platform/database/faults.ts'
import type { Platform } from '#server/platform/platform.ts'
import type { DemoAgency, DemoWorker } from './agencies.ts'
import { agencyPosts } from './demo.repository.ts'

/** A worker of the demo as the actor of their own acts. */
export type Teller = Readonly<{
  actor: Actor
  /** Does one act as this worker at this moment: the same actions, rules, story and audit as the screens; its name is kept. */
  at: <T>(
    moment: Date,
    operation: Operation,
    act: (tx: Transaction) => Promise<T>,
    name?: string,
  ) => Promise<T>
}>

type Cast = Readonly<{ agencyId: string; agency: DemoAgency; workerId: string; worker: DemoWorker }>

/** Lets a worker of the demo act. Nothing here is easier than it is for a person at the screen. */
export async function tellerFor(
  platform: Platform,
  { agencyId, agency, workerId, worker }: Cast,
): Promise<Teller> {
  const posts = await agencyPosts(platform.database, agencyId, databaseRole[worker.role])
  const actor: Actor = {
    signInId: workerId,
    agencyId,
    workerId,
    name: worker.name,
    role: worker.role,
    level: worker.level,
    language: worker.language,
    agencyName: agency.name,
    demo: true,
    principals: principalsOf(workerId, worker.role, posts),
  }
  return {
    actor,
    at: (moment, operation, act, name = 'founding') =>
      // Agencies tell their stories side by side, and a referral writes in two of them.
      again(() =>
        enterAs(platform.database, { actor, operation, now: moment }, async (tx) => {
          const done = await act(tx)
          await witness(tx, { act: 'change', requestId: `demo ${name}` })
          return done
        }),
      ),
  }
}
