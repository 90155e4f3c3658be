import { randomUUID } from 'node:crypto'
import type { ProcessRecordSheet } from '#contract/case/delivery.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** One visit, written whole. Say only what matters to your test. */
export const aRecordSheet = (but: Partial<ProcessRecordSheet> = {}): ProcessRecordSheet => ({
  heldFrom: '2026-03-02T00:30:00.000Z',
  heldUntil: '2026-03-02T01:30:00.000Z',
  place: '学校门口',
  mode: 'accompaniment',
  personsSeen: ['client', 'relatives'],
  clientSeen: true,
  notSeenReason: '',
  goalIds: [],
  activityTypes: ['counselling'],
  purpose: '和小龙一起走到校门口',
  performance: '七点五十分到校门口，停了两分钟，说“里面人多”。没有哭，没有腹痛。',
  interaction: '社工没有催促；奶奶站在十步以外；小龙自己往前走了三步。',
  intervention: '陪同、鼓励，约定红卡片：举起来就可以离开。',
  progress: '第一次走到校门口。',
  difficulty: '遇见两个同班同学时低头。',
  solution: '下次早到十分钟，避开人多的时候。',
  judgement: '他怕的是被人看着，而不是学校本身。',
  nextPlan: '下周三去上美术课。',
  nextAt: null,
  ...but,
})

/** A record with this sheet, not yet signed. */
export async function aRecordDraft(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<ProcessRecordSheet> = {},
) {
  const id = randomUUID()
  const path = `/cases/${caseId}/process-records/${id}`
  await world.as(worker).post(`/cases/${caseId}/process-records`, { id })
  const saved = await world.as(worker).put(path, aRecordSheet(but), { version: 1 })
  return { id, path, version: Number(saved.body['version']) }
}

/** A record that this worker signed. */
export async function aSignedRecord(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<ProcessRecordSheet> = {},
) {
  const draft = await aRecordDraft(world, worker, caseId, but)
  const signed = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  return { ...draft, version: Number(signed.body['version']), answer: signed }
}
