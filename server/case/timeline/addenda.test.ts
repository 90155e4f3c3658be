import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { AftercareView } from '#contract/case/followup.ts'
import { anApprovedClosing, aWriterAndApprover } from '#server/case/closing/closing.factory.ts'
import { aSignedRecord } from '#server/case/delivery/delivery.factory.ts'
import { anEvaluatedCase } from '#server/case/evaluation/evaluation.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'

const kinds = ['interviews', 'assessments', 'process-records'] as const

/** One signed record of each kind that takes addenda, in a case that was closed. */
async function aClosedCaseWithRecords(world: World) {
  const people = await aWriterAndApprover(world)
  const { caseId } = await anEvaluatedCase(world, people.worker)
  await aSignedRecord(world, people.worker, caseId)
  await anApprovedClosing(world, people, caseId, { followUpMonths: [], noFollowUpReason: '全家搬到外地。' })
  const paths = await Promise.all(
    kinds.map(async (kind) => {
      const [record] = await world.rows<{ id: string }>(`select id from ${kind.replace('-', '_')}`)
      return `/cases/${caseId}/${kind}/${record?.id}`
    }),
  )
  return { ...people, caseId, paths, api: world.as(people.worker) }
}

const anAddendum = () => ({
  id: randomUUID(),
  text: '奶奶后来说起另一位同学。',
  reason: '结案后电话中得知',
})

test('what is learned after the case was closed is added to what was signed (R-168)', async () => {
  const world = await testWorld()
  const { api, paths } = await aClosedCaseWithRecords(world)
  for (const path of paths) {
    const addendum = anAddendum()
    expect((await api.get(path)).body).toMatchObject({ abilities: { change: 'not-now', addAddendum: 'yes' } })
    expect(await api.post(`${path}/addenda`, addendum)).toMatchObject({
      status: 201,
      body: { addenda: [addendum] },
    })
  }
})

test('once the file was put away nothing is added to it any more (R-206)', async () => {
  const world = await testWorld()
  const { api, caseId, paths } = await aClosedCaseWithRecords(world)
  const { version } = AftercareView.parse((await api.get(`/cases/${caseId}/follow-ups`)).body)
  expect((await api.put(`/cases/${caseId}/archive`, {}, { version })).status).toBe(200)
  const before = await world.counts()
  for (const path of paths) {
    expect((await api.get(path)).body).toMatchObject({ abilities: { addAddendum: 'not-now' } })
    expect(await api.post(`${path}/addenda`, anAddendum())).toMatchObject({
      status: 409,
      body: { code: 'case-is-archived' },
    })
  }
  expect(await world.counts()).toEqual(before)
})
