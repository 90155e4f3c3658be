import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'

test('a case says who looked at it and who changed it, newest first, page by page', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1, name: '赵主任' })
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  await world.as(head).get(`/cases/${caseId}`)

  const { body } = await world.as(worker).get(`/cases/${caseId}/audit`)
  expect(
    [...(body['rows'] ?? [])].map(({ worker: { name }, act, operation }) => `${name} ${act} ${operation}`),
  ).toEqual(['赵主任 look case.read', '陈思远 change inquiry.decide'])
  const first = await world.as(head).get(`/cases/${caseId}/audit?limit=1`)
  const next = await world.as(head).get(`/cases/${caseId}/audit?limit=5&after=${String(first.body['next'])}`)
  expect(first.body['rows']?.[0]).toMatchObject({ operation: 'case.audit', worker: { name: '陈思远' } })
  expect([...(next.body['rows'] ?? [])].at(-1)).toMatchObject({ operation: 'inquiry.decide' })
})

test('an inspector reads references and filters them, meets no name of a client, and is audited too', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const inspector = await world.worker(agencyId, { role: 'inspector', level: 2 })
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  await world.as(worker).get(`/cases/${caseId}`)
  await world.as(inspector).get(`/cases/${caseId}`)
  await anOpenCase(world, await world.worker(await world.agency()))

  const rowsAt = async (query: string) => [
    ...((await world.as(inspector).get(`/audit?limit=100&${query}`)).body['rows'] ?? []),
  ]
  const all = await rowsAt('')
  expect(JSON.stringify(all)).not.toContain('李小龙')
  expect(new Set(all.map(({ worker: { id } }) => id))).toEqual(new Set([worker.id, inspector.id]))
  expect(await rowsAt('outcome=refused')).toMatchObject([
    { worker: { id: inspector.id }, caseId, operation: 'case.read' },
  ])
  expect((await rowsAt(`workerId=${worker.id}&act=look`)).map(({ operation }) => operation)).toEqual([
    'case.read',
  ])
  expect(await rowsAt('day=2020-01-01')).toEqual([])
  expect((await rowsAt('act=look'))[0]).toMatchObject({
    operation: 'audit.read',
    worker: { id: inspector.id },
  })
})

test('nobody but the inspector reads the log of the whole agency, and a case out of sight shows no line', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const { caseId } = await anOpenCase(world, worker)
  const colleague = await world.worker(agencyId)
  for (const role of ['agency-head', 'supervisor', 'agency-administrator'] as const) {
    expect((await world.as(await world.worker(agencyId, { role, level: 1 })).get('/audit')).status).toBe(403)
  }
  expect((await world.as(colleague).get(`/cases/${caseId}/audit`)).status).toBe(404)
})
