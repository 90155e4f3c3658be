import { aFamily, anEcomap } from '#server/drawings/drawings.factory.ts'
import type { TestWorker, World } from '../world.ts'

/** A family of one, and an ecomap without members: their names within the picture may then be anything. */
export async function drawPictures(
  world: World,
  worker: TestWorker,
  { personId, caseId }: Readonly<{ personId: string; caseId: string }>,
) {
  const api = world.as(worker)
  const [alone] = aFamily().persons
  const family = { persons: [alone], unions: [], childLinks: [], ties: [], households: [] }
  await api.put(`/people/${personId}/family`, family, { version: 0 })
  const [drawn] = anEcomap({ members: [] }).days
  const systems = drawn?.systems.map((system) => ({ ...system, member: null }))
  await api.put(`/cases/${caseId}/ecomaps`, { days: [{ ...drawn, systems }] }, { version: 0 })
}
