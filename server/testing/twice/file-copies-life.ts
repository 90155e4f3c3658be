import { aDecision, aHandingOver, anAskedCopy, makeNow } from '#server/file-copies/file-copies.factory.ts'
import { anActivePlan } from '#server/case/plan/plan.factory.ts'
import type { World } from '../world.ts'

/** A guardian asks for the file of a child: decided, made, handed over. */
export async function giveACopy(world: World) {
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { path, ...copy } = await anAskedCopy(world, worker, await anActivePlan(world, worker))
  await world.as(supervisor).put(`${path}/decision`, aDecision(), { version: 1 })
  await world.as(worker).put(`${path}/making`, {}, { version: 2 })
  await makeNow(world, worker, copy)
  await world.as(worker).put(`${path}/handing-over`, aHandingOver(), { version: 4 })
}
