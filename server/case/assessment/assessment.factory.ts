import { randomUUID } from 'node:crypto'
import type { AssessmentSheet, ClientView, Need, Problem } from '#contract/case/assessment.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aSignedInterview } from '#server/case/intake/interview/interview.factory.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A problem of a boy who does not go to school, analysed. */
export const aProblem = (but: Partial<Problem> = {}): Problem => ({
  id: randomUUID(),
  domain: 'education',
  description: '两个月没有上学。',
  cause: '换班主任后与同学起冲突，害怕被嘲笑。',
  nature: 'situational',
  degree: 'moderate',
  factors: '父母在外地打工，奶奶不知道怎么与学校沟通。',
  since: '今年一月',
  clientRank: 2,
  workerRank: 1,
  difficulty: 'moderate',
  ...but,
})

/** The need that grows from these problems, in the boy's words too. */
export const aNeed = (problemIds: readonly string[], but: Partial<Need> = {}): Need => ({
  id: randomUUID(),
  description: '重新与一位老师和一个同学建立信任。',
  clientWords: '我想有人陪我去，就一次。',
  priority: 'high',
  problemIds: [...problemIds],
  ...but,
})

/** An assessment that can be signed. Say only what matters to your test. */
export function anAssessmentSheet(but: Partial<AssessmentSheet> = {}): AssessmentSheet {
  const problem = aProblem()
  return {
    heldOn: '2026-03-02',
    place: '家中',
    methods: ['asking', 'home-visit'],
    informants: '奶奶王桂英；班主任周老师',
    explainedItems: ['purpose', 'meaning', 'methods', 'process'],
    presenting: '“我不想去学校，他们都看着我。”',
    strengths: [
      { id: randomUUID(), level: 'individual', description: '喜欢修自行车，手很巧。' },
      { id: randomUUID(), level: 'family', description: '奶奶每天都陪他吃饭、听他说话。' },
    ],
    physical: '身体健康，作息颠倒。',
    psychological: '情绪低落，想到上学就肚子疼。',
    social: '与邻居家的同龄孩子来往，与同班同学没有联系。',
    behaviour: '对奶奶体贴；白天不出门。',
    limits: '奶奶不会用智能手机。',
    risks: '目前没有自伤的迹象。',
    problems: [problem],
    needs: [aNeed([problem.id])],
    theories: ['ecological-systems', 'strengths'],
    needsCaseManagement: true,
    caseManagementReason: '需要学校、家庭和社区一起配合。',
    summary: '孩子因同伴冲突停学，与奶奶关系亲近，愿意有人陪同返校。',
    suggestion: '先恢复与班主任的联系，再陪同返校。',
    behaviourAgreed: '不想去的时候先告诉奶奶。',
    microSystem: '奶奶每天在身边。',
    mezzoSystem: '学校与家里很久没有联系。',
    macroSystem: '父母外出务工。',
    theoryNote: '学校与家庭之间断了联系，孩子夹在中间。',
    helpNeeded: ['school', 'psychosocial'],
    plainWords: '你想上学，只是不想一个人面对那些人。',
    sensitiveKinds: ['health'],
    ...but,
  }
}

/** An open case that stands in the assessment stage. */
export async function aCaseInAssessment(world: World, worker: TestWorker) {
  const opened = await anOpenCase(world, worker)
  await aSignedInterview(world, worker, opened.caseId)
  return opened
}

/** An assessment with this sheet, not yet signed. */
export async function aDraftAssessment(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<AssessmentSheet> = {},
) {
  const id = randomUUID()
  const path = `/cases/${caseId}/assessments/${id}`
  await world.as(worker).post(`/cases/${caseId}/assessments`, { id, kind: 'comprehensive' })
  const sheet = anAssessmentSheet(but)
  const saved = await world.as(worker).put(path, sheet, { version: 1 })
  return { id, path, sheet, version: Number(saved.body['version']) }
}

/** An assessment that this worker signed. */
export async function aSignedAssessment(
  world: World,
  worker: TestWorker,
  caseId: string,
  but: Partial<AssessmentSheet> = {},
) {
  const draft = await aDraftAssessment(world, worker, caseId, but)
  const signed = await world.as(worker).put(`${draft.path}/signature`, {}, { version: draft.version })
  return { ...draft, version: Number(signed.body['version']) }
}

/** The client agrees. */
export const anAgreement = (personId: string, but: Partial<ClientView> = {}): ClientView => ({
  view: 'confirmed',
  text: '',
  way: 'signature',
  personId,
  givenAt: '2026-03-02T02:00:00Z',
  language: null,
  corrections: [],
  ...but,
})

/** An assessment that the client confirmed; the case now stands in the plan stage. */
export async function aConfirmedAssessment(
  world: World,
  worker: TestWorker,
  place: { caseId: string; clientId: string },
) {
  const signed = await aSignedAssessment(world, worker, place.caseId)
  const agreed = await world
    .as(worker)
    .put(`${signed.path}/client-view`, anAgreement(place.clientId), { version: signed.version })
  return { ...signed, version: Number(agreed.body['version']) }
}
