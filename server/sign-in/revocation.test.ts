import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { type TestWorker, testWorld } from '#server/testing/world.ts'

/** A worker with a case, their supervisor, and the administrator who changes things. */
async function aTeam() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  const { caseId } = await anOpenCase(world, worker)
  const change = (who: TestWorker, but: object) =>
    world.as(administrator).put(
      `/workers/${who.id}`,
      {
        name: who.name,
        email: `${who.id}@example.org`,
        role: who.role,
        level: who.level,
        supervisorId: who.id === worker.id ? supervisor.id : null,
        active: true,
        ...but,
      },
      { version: 1 },
    )
  const sees = async (who: TestWorker) => (await world.as(who).get(`/cases/${caseId}`)).status
  return { world, administrator, supervisor, worker, caseId, change, sees }
}

test('a new role counts from the next request on', async () => {
  const { world, worker, change, sees } = await aTeam()
  expect(await sees(worker)).toBe(200)
  expect((await change(worker, { role: 'inspector' })).status).toBe(200)
  expect(await sees(worker)).toBe(403)
  expect(
    (await world.as(worker).post('/inquiries', { id: crypto.randomUUID(), channel: 'phone' })).status,
  ).toBe(403)
  expect((await world.as(worker).get('/audit')).status).toBe(200)
})

test('an account that is ended is nobody’s from the next request on', async () => {
  const { world, worker, change, sees } = await aTeam()
  expect((await change(worker, { active: false })).status).toBe(200)
  expect(await sees(worker)).toBe(401)
  expect((await world.as(worker).get('/me')).status).toBe(401)
})

test('sight that ends shows nothing from the next request on', async () => {
  const { worker, supervisor, change, sees } = await aTeam()
  expect(await sees(supervisor)).toBe(200)
  expect((await change(worker, { supervisorId: null })).status).toBe(200)
  expect([await sees(supervisor), await sees(worker)]).toEqual([404, 200])
})

test('a sign-in that its owner or an administrator ends is nobody’s from the next request on', async () => {
  const { world, administrator, supervisor, worker, sees } = await aTeam()
  expect((await world.as(administrator).delete(`/workers/${worker.id}/sign-ins`)).status).toBe(200)
  expect(await sees(worker)).toBe(401)
  expect((await world.as(supervisor).delete('/sign-ins/current')).status).toBe(200)
  expect(await sees(supervisor)).toBe(401)
})
