import { randomUUID } from 'node:crypto'
import type { HelpAttempt, InquirySheet, PreliminaryAssessmentSheet } from '#contract/case/intake.ts'
import type { TestWorker, World } from '#server/testing/world.ts'

/** A believable first contact: a grandmother calls about her grandson. Say only what matters to your test. */
export const aSheet = (but: Partial<InquirySheet> = {}): InquirySheet => ({
  channel: 'phone',
  source: 'self',
  helpType: 'own-initiative',
  clientType: 'voluntary',
  involuntaryGround: null,
  resistance: '',
  callerId: null,
  clientId: null,
  callerRelation: 'paternal-grandmother',
  referrerName: '',
  referrerReason: '',
  willingness: 5,
  situation: '孩子与奶奶同住，父母在外地打工。',
  trouble: '两个月没有去上学，整天待在家里。',
  toldItems: ['scope', 'agency', 'confidentiality', 'process', 'information-use'],
  toldLanguage: 'zh-CN',
  noticeGround: null,
  emotionalSupport: '先听她把话说完，肯定她打来电话。',
  ...but,
})

/** One time that somebody was asked before, in vain. */
export const anAttempt = (but: Partial<HelpAttempt> = {}): HelpAttempt => ({
  id: randomUUID(),
  askedWhom: '班主任刘老师',
  askedWhen: '今年九月',
  help: '请他跟同学谈一谈。',
  result: 'failed',
  ...but,
})

/** The five questions, answered so that the case can be accepted. */
export const aPreliminary = (but: Partial<PreliminaryAssessmentSheet> = {}): PreliminaryAssessmentSheet => ({
  willingness: 5,
  willingnessNote: '',
  problems: '拒绝上学',
  howItArose: '换了班主任之后开始，与同学起过冲突。',
  expectation: '希望孩子重新回到学校。',
  soughtHelpBefore: true,
  earlierHelp: [anAttempt()],
  ownEfforts: '每天早上劝说。',
  agencyResources: 'yes',
  workerAbility: 'yes',
  reconcilable: true,
  reconcilableNote: '',
  inScope: true,
  inArea: true,
  hasCapacity: true,
  fitNote: '',
  riskLevel: 'medium',
  ...but,
})

/** A person straight into the tables, recorded by this worker. */
export async function aPerson(
  world: World,
  recorder: TestWorker,
  name = '李小龙',
  birthDate: string | null = '2014-09-12',
) {
  const id = randomUUID()
  await world.rows(
    'insert into people (agency_id, id, name, birth_date, created_by) values ($1, $2, $3, $4, $5)',
    [recorder.agencyId, id, name, birthDate, recorder.id],
  )
  return id
}

/** A first contact that was registered, assessed and shared, one decision before a case. */
export async function aSharedInquiry(
  world: World,
  worker: TestWorker,
  clientId: string,
  but: Partial<InquirySheet> = {},
) {
  const id = randomUUID()
  const api = world.as(worker)
  await api.post('/inquiries', { id, channel: 'phone' })
  await api.put(`/inquiries/${id}`, aSheet({ clientId, ...but }), { version: 1 })
  const calm = { emergency: false, reason: '孩子在家，安全。', dangerKinds: [] }
  await api.put(`/inquiries/${id}/emergency-decision`, calm, { version: 2 })
  await api.put(`/inquiries/${id}/registration`, {}, { version: 3 })
  await api.put(`/inquiries/${id}/preliminary-assessment`, aPreliminary(), { version: 4 })
  const shared = await api.put(
    `/inquiries/${id}/sharing`,
    { callerAgrees: true, corrections: '', clientWishes: true },
    { version: 5 },
  )
  return { id, version: Number(shared.body['version']) }
}

/** An open case managed by this worker, through the same acts as the screens; at a site where one is named. Its id. */
export async function anOpenCase(
  world: World,
  worker: TestWorker,
  clientId?: string,
  siteId: string | null = null,
) {
  const client = clientId ?? (await aPerson(world, worker))
  const inquiry = await aSharedInquiry(world, worker, client)
  const decided = await world.as(worker).put(
    `/inquiries/${inquiry.id}/decision`,
    {
      decision: 'accept',
      reason: '在服务范围之内',
      caseManagerId: worker.id,
      serviceFields: ['community-care'],
      siteId,
    },
    { version: inquiry.version },
  )
  return { caseId: String(decided.body['conclusion']?.['caseId']), clientId: client, inquiryId: inquiry.id }
}
