import { expect, test } from 'vitest'
import { anOpenCase, aPerson } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'

test('the story of a case includes the first contact it came from, newest first, page by page', async () => {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId } = await anOpenCase(world, worker)
  await anOpenCase(world, worker, await aPerson(world, worker, '周小雨'))

  const first = await world.as(worker).get(`/cases/${caseId}/timeline?limit=4`)
  const rest = await world
    .as(worker)
    .get(`/cases/${caseId}/timeline?limit=4&after=${String(first.body['next'])}`)
  const lines = [...(first.body['rows'] ?? []), ...(rest.body['rows'] ?? [])]
  expect(lines.map(({ what }) => what)).toEqual([
    'inquiry-concluded',
    'case-opened',
    'preliminary-assessment-shared',
    'inquiry-registered',
    'emergency-decided',
    'inquiry-received',
  ])
  expect(lines[1]).toMatchObject({ facts: { number: 'AN-2026-0001' }, worker: { id: worker.id } })
  expect(rest.body['next']).toBeNull()
})

test('the story of a case out of sight is not told', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const { caseId } = await anOpenCase(world, await world.worker(agencyId))
  expect((await world.as(await world.worker(agencyId)).get(`/cases/${caseId}/timeline`)).status).toBe(404)
})
