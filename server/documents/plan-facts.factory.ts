import type { AssessmentFacts, GoalFacts, PlanFacts } from './case-facts.ts'
import { coded } from './coded.factory.ts'

const smart = ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'].map((code) =>
  coded('smartCheck', code),
)

/** What was found out about 李小龙 and his family in February. */
export const anAssessment = (): AssessmentFacts => assessment

/** Two goals that 李小龙, his grandmother and the worker agreed on. */
export function aPlan(): PlanFacts {
  return {
    goals: [schoolGoal, sleepGoal],
    strategy: '从小龙喜欢的事开始，一小步一小步返校：先到校门，再到美术课，再到半天，最后整天。',
    methods: [coded('workingMethod', 'case-work'), coded('workingMethod', 'case-management')],
    timetable: [],
    clientRightsAndDuties: '有权知道、修改和停止计划；按约定见面，不能来时提前说。',
    workerRightsAndDuties: '守时、保密，每次见面后当天记录；发现危险时按规定报告。',
    evaluationMethod: '每月与小龙、奶奶、班主任对照出勤和作息表；结案前用目标达成量表评分，并做满意度访问。',
    participation: '小龙自己定了“先上美术课”这一步；奶奶和班主任参加了计划会。',
    period: { from: '2026-02-20', until: '2026-07-03' },
  }
}

const schoolGoal: GoalFacts = {
  priority: 1,
  need: '安全、被接纳地回到课堂',
  longTermGoal: '本学期结束时，小龙能每天正常上学',
  intermediateGoal: '三月底前每周到校三个半天',
  shortTermGoal: '六月的每个星期到校不少于四天',
  indicator: '班主任登记的到校天数',
  baseline: '每周 0 天',
  target: '每周 4 天',
  smart,
  weight: 3,
  levels: [
    { level: -2, description: '完全不到校' },
    { level: -1, description: '每周到校一至三天' },
    { level: 0, description: '每周到校四天' },
    { level: 1, description: '每周到校五天' },
    { level: 2, description: '每周到校五天，并参加一个兴趣小组' },
  ],
  services: [
    {
      service: '个别辅导',
      provider: '同行社会工作服务中心',
      contact: '0931-****600',
      form: '面谈',
      frequency: '每周一次',
    },
    {
      service: '课后四点半课堂',
      provider: '银滩路社区',
      contact: '0931-****881',
      form: '小组',
      frequency: '每周三次',
    },
  ],
  clientSteps: [
    {
      step: '和陈社工一起走到校门口',
      by: '李小龙',
      instruction: '不用进去，到门口就算成功。',
      deadline: '2026-02-27',
      outcome: '完成',
    },
    {
      step: '去上星期三的美术课',
      by: '李小龙',
      instruction: '带上自己的画本。肚子疼就举红卡片。',
      deadline: '2026-03-11',
      outcome: '完成',
    },
  ],
  workerSteps: [
    {
      step: '与班主任商定座位和课间安排',
      by: '陈思远',
      instruction: null,
      deadline: '2026-02-25',
      outcome: '完成',
    },
    {
      step: '申请临时救助配眼镜',
      by: '陈思远',
      instruction: null,
      deadline: '2026-03-06',
      outcome: '获批 400 元',
    },
  ],
  otherSteps: [
    {
      step: '邀请小龙画班级板报',
      by: '孙丽萍（班主任）',
      instruction: null,
      deadline: '2026-03-20',
      outcome: '完成',
    },
  ],
  period: { from: '2026-02-20', until: '2026-06-30' },
  monitoring: coded('monitoringFrequency', 'weekly'),
  result: coded('goalStatus', 'achieved'),
  resultOn: '2026-06-26',
  reviewOn: '2026-04-30',
}

const sleepGoal: GoalFacts = {
  priority: 2,
  need: '规律的作息',
  longTermGoal: '有规律的一天',
  intermediateGoal: null,
  shortTermGoal: '四月起，上学日晚上十点前睡觉',
  indicator: '作息表上打勾的天数',
  baseline: '每周 0 天',
  target: '每周 5 天',
  smart,
  weight: 1,
  levels: [
    { level: -2, description: '每天十二点后才睡' },
    { level: -1, description: '每周一至四天十点前睡' },
    { level: 0, description: '上学日都在十点前睡' },
    { level: 1, description: '每周六天十点前睡' },
    { level: 2, description: '每天十点前睡，自己起床' },
  ],
  services: [
    {
      service: '家庭作息指导',
      provider: '同行社会工作服务中心',
      contact: null,
      form: '家访',
      frequency: '每两周一次',
    },
  ],
  clientSteps: [
    {
      step: '九点半把手机交给奶奶',
      by: '李小龙',
      instruction: '交了就在表上打勾。',
      deadline: '2026-03-02',
      outcome: '完成',
    },
  ],
  workerSteps: [
    { step: '和奶奶一起画作息表', by: '陈思远', instruction: null, deadline: '2026-02-27', outcome: '完成' },
  ],
  otherSteps: [],
  period: { from: '2026-02-20', until: '2026-06-30' },
  monitoring: coded('monitoringFrequency', 'fortnightly'),
  result: coded('goalStatus', 'achieved'),
  resultOn: '2026-06-26',
  reviewOn: '2026-04-30',
}

const assessment: AssessmentFacts = {
  type: coded('assessmentKind', 'comprehensive'),
  heldAt: '2026-02-12T07:00:00Z',
  place: '服务对象家中（客厅，奶奶在场；其后与小龙单独谈）',
  methods: ['interview', 'home-visit', 'observation', 'consulting', 'scale'].map((code) =>
    coded('collectionMethod', code),
  ),
  informants: [
    { name: '李小龙', relation: '本人', date: '2026-02-12' },
    { name: '王桂英', relation: coded('familyRelation', 'paternal-grandmother'), date: '2026-01-29' },
    { name: '孙丽萍', relation: coded('familyRelation', 'teacher'), date: '2026-02-05' },
  ],
  presentingProblem:
    '“一到教室门口肚子就疼。他们叫我‘土豆’，我不想去。”\n奶奶：“劝也劝了，骂也骂了，他就是不去。”',
  physical: '身高体重正常。视力下降未配镜，看不清黑板。晚上十二点以后才睡，上午十点起床。',
  psychological: '到校前腹痛、出汗，周末无此情况。对画画、修东西仍有兴趣。未发现自伤想法。',
  social: '在班里没有要好的同学；与妹妹、奶奶关系亲密；每周与父亲视频一次，时间短。',
  behaviour: '对己：熬夜玩手机。对人：有礼貌，被取笑时沉默离开，不还手。',
  economy: '低保家庭，配镜费用有困难。',
  culture: '说定西方言，普通话带口音。无宗教信仰。',
  strengths: [
    { strength: '画画好，会修小电器', use: '在班级板报和科技角中展示，换来同伴认可' },
    { strength: '奶奶愿意配合，每天都能陪伴', use: '一起执行作息表' },
    { strength: '班主任有耐心', use: '调整座位，安排同伴接纳' },
  ],
  weaknesses: [{ weakness: '奶奶文化程度低，不能辅导功课' }, { weakness: '父亲长期在外，联系少' }],
  problems: [
    {
      problem: '拒绝上学（已缺课近三个月）',
      cause: '被同伴取笑后害怕当众出错',
      nature: coded('problemNature', 'situational'),
      severity: coded('severity', 'severe'),
      factors: '转学后没有朋友；看不清黑板；作息颠倒',
      since: '2025-11-11',
    },
    {
      problem: '作息颠倒',
      cause: '白天无事，夜里玩手机',
      nature: coded('problemNature', 'recurring'),
      severity: coded('severity', 'moderate'),
      factors: '与妹妹同屋，奶奶早睡',
      since: '2025-12',
    },
  ],
  crossChecks: [
    {
      statement: '在校被同学取笑',
      firstSource: '李小龙本人',
      secondSource: '班主任孙老师',
      conflict: '老师认为只发生过一次',
      conclusion: '课间观察证实多次发生',
    },
  ],
  scales: [{ instrument: '学校适应自编问卷（未标准化）', date: '2026-02-12', score: 11, band: '困难明显' }],
  risks: [
    {
      risk: coded('dangerKind', 'self-harm'),
      level: coded('riskLevel', 'low'),
      note: '无想法、无计划；每次见面询问',
    },
    { risk: coded('dangerKind', 'neglect'), level: coded('riskLevel', 'low'), note: '奶奶照料稳定' },
  ],
  needs: [
    { priority: 1, need: '安全、被接纳地回到课堂', problem: '拒绝上学' },
    { priority: 2, need: '规律的作息', problem: '作息颠倒' },
    { priority: 3, need: '父亲稳定的陪伴', problem: '拒绝上学' },
  ],
  theory: '生态系统视角、优势视角',
  needsCaseManagement: true,
  summary:
    '小龙转学后缺少朋友，一次当众受挫后以腹痛回避上学，已近三个月。看不清黑板、作息颠倒和父亲不在身边使问题持续。他聪明、手巧、疼爱妹妹；奶奶和班主任都愿意帮忙。需要学校、社区、眼镜店和家庭一起配合。',
  suggestion: '以个案管理方式，分阶段返校；同时配镜、调整作息、恢复父子联系。',
  clientView: coded('confirmationResult', 'corrected'),
  clientWords: '小龙更正：不是怕老师，是怕同学笑。已改。',
}
