import { randomUUID } from 'node:crypto'
import type { RecordScale } from '#contract/scales.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** PHQ-9 with the same answer to every item, but for some. Say only what matters to your test. */
export const aScale = (value: number, but: Partial<RecordScale> = {}): RecordScale => ({
  id: randomUUID(),
  instrument: 'phq-9',
  instrumentVersion: 1,
  informant: 'self',
  way: 'screen',
  language: 'zh-CN',
  answeredOn: '2026-03-01',
  ...but,
  answers: {
    ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`item${at + 1}`, value])),
    ...but.answers,
  },
})

/** A case in which a scale tells of danger: a minimal total, and item 9 answered. */
export async function anAlarmingScale(world: World, worker: TestWorker) {
  const { caseId } = await anOpenCase(world, worker)
  const scale = aScale(0, { answers: { item9: 1 } })
  const answer = await world.as(worker).post(`/cases/${caseId}/scales`, scale)
  if (answer.status !== 201) throw new Error(`The scale was not kept: ${JSON.stringify(answer.body)}`)
  return { caseId, scale, path: `/cases/${caseId}/scales/${scale.id}` }
}
