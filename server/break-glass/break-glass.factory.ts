import { randomUUID } from 'node:crypto'
import type { OpenBreakGlass } from '#contract/break-glass.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aRecordedPerson } from '#server/people/people.factory.ts'
import { type TestWorker, testWorld, type World } from '#server/testing/world.ts'

export const idNumber = '110105201409120010'

/** Gives somebody a second factor, given a moment ago. */
export async function proved(world: World, worker: TestWorker) {
  await world.rows(
    `insert into second_factors (agency_id, worker_id, secret, last_step) values ($1, $2, '\\x00', 0) on conflict do nothing`,
    [worker.agencyId, worker.id],
  )
  await world.rows(`update sign_ins set fresh_until = now() + interval '1 hour' where worker_id = $1`, [
    worker.id,
  ])
  return worker
}

/** What somebody on night duty asks for. Say only what matters to your test. */
export const anAsking = (but: Partial<OpenBreakGlass> = {}): OpenBreakGlass => ({
  id: randomUUID(),
  by: 'case-number',
  number: 'AN-2026-0001',
  ground: 'child-in-danger',
  reason: '邻居夜里来电：孩子独自在家哭喊，门被反锁，需要马上联系家人。',
  minutes: 30,
  ...but,
})

/** A case with everybody who answers for it, and a colleague on night duty who may not see it. */
export async function aNight() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2, name: '顾敏' })
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1, name: '何主任' })
  const manager = await world.worker(agencyId, { supervisorId: supervisor.id, name: '陈思远' })
  const night = await proved(world, await world.worker(agencyId, { name: '夜班小周' }))
  const client = await aRecordedPerson(world, manager, {
    name: '李小龙',
    birthDate: '2014-09-12',
    idNumber,
    phone: '139 8765 4321',
  })
  const { caseId, clientId, inquiryId } = await anOpenCase(world, manager, client)
  const [row] = await world.rows<{ number: string }>('select number from cases where id = $1', [caseId])
  const number = row?.number ?? ''
  const open = (who: TestWorker = night, but: Partial<OpenBreakGlass> = {}) =>
    world.as(who).post('/break-glass-openings', anAsking({ number, ...but }))
  return { world, agencyId, supervisor, head, manager, night, caseId, clientId, inquiryId, number, open }
}
