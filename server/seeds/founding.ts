import { randomUUID } from 'node:crypto'
import { findAccount, foundAgency } from '#server/access/sign-in.repository.ts'
import { changeAgency } from '#server/agencies/agency.actions.ts'
import { addWorker } from '#server/agencies/workers.actions.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type DemoAgency, type DemoWorker, emailOf } from './agencies.ts'
import { demoId } from './demo-id.ts'
import { staffIds } from './demo.repository.ts'
import { type Teller, tellerFor } from './telling.ts'

/** The staff of an agency, each able to act, by the key that stories call them. */
export type Cast = Readonly<{ agency: DemoAgency; tellers: ReadonlyMap<string, Teller> }>

/** The id of a worker of the demo. */
export const workerIdOf = ({ key }: Pick<DemoWorker, 'key'>) => demoId('worker', key)

/** Founds an agency and takes on its staff; what is there already is left as it is. */
export async function foundDemoAgency(platform: Platform, agency: DemoAgency, hash: string): Promise<Cast> {
  const [first, ...others] = agency.workers
  if (!first) throw new Error(`${agency.key} has nobody to administer it.`)
  const agencyId = demoId('agency', agency.key)
  const { db } = platform.database
  if (!(await findAccount(db, emailOf(first)))) {
    await foundAgency(db, { ...foundingOf(agency, agencyId, first), hash })
  }
  const tellers = new Map<string, Teller>()
  for (const worker of agency.workers) {
    tellers.set(
      worker.key,
      await tellerFor(platform, { agencyId, agency, workerId: workerIdOf(worker), worker }),
    )
  }
  await takeOn(platform, { agency, tellers }, first, others)
  return { agency, tellers }
}

const foundingOf = (
  { name: agencyName, language, prefix }: DemoAgency,
  agencyId: string,
  first: DemoWorker,
) => ({
  agencyId,
  agencyName,
  language,
  prefix,
  demo: true,
  workerId: workerIdOf(first),
  name: first.name,
  email: emailOf(first),
})

/** The administrator says what the agency offers and adds the colleagues who are not there yet; the demo's password comes later, for all. */
async function takeOn(
  platform: Platform,
  { agency, tellers }: Cast,
  first: DemoWorker,
  others: readonly DemoWorker[],
) {
  const administrator = tellers.get(first.key)
  const there = await staffIds(platform.database, demoId('agency', agency.key))
  const missing = others.filter((worker) => !there.has(workerIdOf(worker)))
  if (!administrator || missing.length === 0) return
  const now = platform.now()
  const { name, language, serviceScope, serviceArea, clientRequirements, prefix: casePrefix } = agency
  const profile = { name, language, serviceScope, serviceArea, clientRequirements, casePrefix }
  await administrator.at(now, 'agency.change', (tx) => changeAgency(tx, profile))
  for (const worker of missing) {
    const { key, supervisor, ...rest } = worker
    const supervisorId = supervisor === undefined ? null : workerIdOf({ key: supervisor })
    const input = {
      ...rest,
      id: workerIdOf({ key }),
      email: emailOf(worker),
      supervisorId,
      password: randomUUID(),
    }
    await administrator.at(now, 'worker.add', (tx) => addWorker(tx, input))
  }
}
