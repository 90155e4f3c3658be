import { randomUUID } from 'node:crypto'
import type { ClosingSheet } from '#contract/case/closing.ts'
import { anEvaluatedCase } from '#server/case/evaluation/evaluation.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** The end of the work with a boy who goes to school again. Say only what matters to your test. */
export const aClosingSheet = (but: Partial<ClosingSheet> = {}): ClosingSheet => ({
  reason: 'goals-reached',
  reasonNote: '',
  readiness: ['goals-reviewed', 'gains-stable', 'safe', 'knows-where-to-turn'],
  announcedOn: '2026-02-16',
  mainProblem: '两个月没有上学。',
  outcome: '每周到校四个半天，有了两个一起画板报的同学。',
  gap: '',
  clientView: '“现在他们叫我画家。”',
  reactions: ['positive', 'dependence'],
  reactionCare: '分三次说明，见面间隔拉长;告诉他四点半课堂的何老师可以找。',
  review: '一起翻看画册，写下“我自己做到的五件事”。',
  future: '换班主任时可能紧张，提前去看新教室。',
  lessons: '从他喜欢的事情开始。',
  referred: false,
  referralNote: '',
  caregiver: '王桂英，奶奶，同住',
  followUpMonths: [1, 3],
  followUpWay: 'phone',
  noFollowUpReason: '',
  ...but,
})

/** A closing of this case with this sheet, not yet submitted. */
export async function aDraftClosing(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<ClosingSheet> = {},
) {
  const id = randomUUID()
  const path = `/cases/${caseId}/closings/${id}`
  await world.as(worker).post(`/cases/${caseId}/closings`, { id })
  const sheet = aClosingSheet(but)
  const saved = await world.as(worker).put(path, sheet, { version: 1 })
  return { id, path, sheet, version: Number(saved.body['version']) }
}

/** Somebody who writes and somebody who approves, in one agency. */
export async function aWriterAndApprover(world: World) {
  const agencyId = await world.agency()
  const supervisor = await world.worker(agencyId, { name: '林督导', role: 'supervisor', level: 2 })
  const worker = await world.worker(agencyId, { supervisorId: supervisor.id })
  return { agencyId, supervisor, worker }
}

/** A case that was closed with this sheet, its follow-ups planned. */
export async function aClosedCase(world: World, but: Partial<ClosingSheet> = {}) {
  const people = await aWriterAndApprover(world)
  const { caseId, clientId } = await anEvaluatedCase(world, people.worker)
  return { ...people, caseId, clientId, ...(await anApprovedClosing(world, people, caseId, but)) }
}

type People = Readonly<{ worker: TestWorker; supervisor: TestWorker }>

/** Closes this case: written by one, approved by the other. */
export async function anApprovedClosing(
  world: World,
  { worker, supervisor }: People,
  caseId: string,
  but: Partial<ClosingSheet> = {},
) {
  const { id, path, version } = await aDraftClosing(world, worker, caseId, but)
  await world.as(worker).put(`${path}/submission`, {}, { version })
  await world
    .as(supervisor)
    .put(`${path}/decision`, { decision: 'approve', note: '' }, { version: version + 1 })
  return { closingId: id, path }
}
