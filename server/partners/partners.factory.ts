import { randomUUID } from 'node:crypto'
import type { TestWorker, World } from '#server/testing/world.ts'

/** An administrator who proved a short while ago that it is they. */
export async function aFreshAdministrator(world: World, agencyId: string): Promise<TestWorker> {
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  await world.rows(`update sign_ins set fresh_until = now() + interval '1 day' where worker_id = $1`, [
    administrator.id,
  ])
  return administrator
}

/** Issues one more credential to a partner. */
export async function aCredential(world: World, administrator: TestWorker, partnerId: string, days = 180) {
  const id = randomUUID()
  const answer = await world.as(administrator).post(`/partners/${partnerId}/credentials`, { id, days })
  if (answer.status !== 201) throw new Error(`No credential: ${JSON.stringify(answer.body)}`)
  return { id, token: String(answer.body['token']) }
}

/** A partner with a credential that works. */
export async function aPartner(world: World, agencyId: string, name = '乙区社工站') {
  const administrator = await aFreshAdministrator(world, agencyId)
  const id = randomUUID()
  const answer = await world.as(administrator).post('/partners', { id, name })
  if (answer.status !== 201) throw new Error(`No partner: ${JSON.stringify(answer.body)}`)
  return { administrator, id, name, credential: await aCredential(world, administrator, id) }
}
