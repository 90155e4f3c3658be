import { randomUUID } from 'node:crypto'
import type { InterviewSheet } from '#contract/case/interview.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A whole record: the grandmother and the boy at the office, in the morning of the first test day. Say only what matters to your test. */
export const anInterviewSheet = (but: Partial<InterviewSheet> = {}): InterviewSheet => ({
  heldFrom: '2026-03-02T00:30:00.000Z',
  heldUntil: '2026-03-02T01:30:00.000Z',
  mode: 'office',
  place: '机构一号面谈室',
  placeIsPrivate: true,
  placeIsComfortable: true,
  participants: '奶奶王桂英、李小龙、社工陈思远',
  attendees: [
    { part: 'client', name: '李小龙', relation: '' },
    { part: 'guardian', name: '王桂英', relation: '奶奶' },
  ],
  outlineId: null,
  outlineVersion: null,
  outlineTitle: '第一次见小龙',
  outlineAnswers: [
    {
      id: '7b1d1f9e-3f0a-4a86-9a55-0c1f5f6f7a01',
      question: '平常的一天怎么过？',
      asked: true,
      answer: '白天修自行车，晚上看手机。',
    },
  ],
  reasonsForHelp: '孩子两个月不上学，奶奶担心他越来越不愿见人。',
  helpSeekingProcess: '先找过班主任，没有结果，后来邻居介绍到本机构。',
  purpose: '了解不上学的经过，建立信任，商量怎样一起工作。',
  process: '先单独听奶奶讲，再陪小龙画画，他说起与同学的冲突。',
  overallEvaluation: '小龙愿意谈，但提到学校就沉默；祖孙关系亲近。',
  reactions: '听到可以慢慢来，松了一口气。',
  silence: '问到同学时停了很久，像是在想说不说。',
  skillsUsed: ['active-listening', 'empathy', 'silence'],
  suggestions: '下次先从他喜欢的画画开始，不急着谈上学。',
  tasksDone: ['problems-and-needs', 'roles-and-duties', 'preliminary-agreement', 'workflow'],
  tasksLeft: ['entering-the-role', 'change-of-attitude'],
  taskNotes: [{ task: 'problems-and-needs', note: '听小龙讲了学校里的事，列出三个难处。' }],
  expectations: '奶奶希望孩子回到学校；小龙希望换一个班。',
  unrealisticClarified: '换班由学校决定，我们可以一起去谈。',
  agencyRequirements: '每周见面一次，有变化提前说。',
  jointEffortTold: true,
  emotionBefore: 2,
  emotionAfter: 4,
  emotionWordsBefore: '“心里发慌。”',
  emotionWordsAfter: '“说出来好一点。”',
  observedBefore: 1,
  observedAfter: 3,
  observedWords: '起初低头，不看人；后来能抬头说话。',
  emotionHandled: '放慢速度，先谈他喜欢的自行车。',
  clientWishesRelationship: true,
  preliminaryAgreement: '先做四次面谈，然后一起定计划。',
  nextStep: 'assessment',
  nextAt: '2026-03-09T01:00:00.000Z',
  ...but,
})

/** A record that is being written. Its id and the version it now has. */
export async function anInterviewDraft(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<InterviewSheet> = {},
) {
  const id = randomUUID()
  const path = `/cases/${caseId}/interviews/${id}`
  await world.as(worker).post(`/cases/${caseId}/interviews`, { id })
  await world.as(worker).put(path, anInterviewSheet(but), { version: 1 })
  return { id, path, version: 2 }
}

/** A signed record: its case now stands in assessment. */
export async function aSignedInterview(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<InterviewSheet> = {},
) {
  const draft = await anInterviewDraft(world, worker, caseId, but)
  const signed = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  return { id: draft.id, path: draft.path, version: Number(signed.body['version']) }
}
