import type { ProcessRecordFacts } from './case-facts.ts'
import { coded, signed, unsigned } from './coded.factory.ts'

/** Two contacts of the spring: the first art lesson, and a missed visit. */
export function someRecords(): ProcessRecordFacts[] {
  return [artLesson, missedVisit]
}

const artLesson: ProcessRecordFacts = {
  number: 5,
  time: { from: '2026-03-11T01:30:00Z', until: '2026-03-11T03:10:00Z' },
  place: '银滩路小学',
  mode: coded('contactMode', 'accompaniment'),
  personsSeen: [coded('personSeen', 'client'), coded('personSeen', 'school')],
  clientSeen: true,
  notSeenReason: null,
  purpose: '陪小龙去上第一堂美术课（目标一）',
  issues: ['同伴关系', '到校焦虑'],
  performance: '到校门口停了约五分钟，手按肚子。进教室后坐在靠门的位置，画了一辆自行车，没有举红卡片。',
  interaction:
    '走到楼梯口时他说“要不算了”。社工问他想走到哪里，他说“到门口看看”。美术老师请他到靠门的座位。下课时同桌问自行车怎么画的，他讲了两句。',
  intervention: '路上用“温度计”给紧张打分（从 8 到 4）；与老师约定红卡片；课后肯定他自己决定走进去。',
  activities: [coded('activityType', 'counselling'), coded('activityType', 'relationship-adjustment')],
  progress: '第一次整堂课留在教室。',
  difficulty: '课间仍有两名同学叫外号。',
  solution: '与班主任商定课间由同桌陪伴，并在班会上谈起外号的感受。',
  analysis: '他能用话说出紧张，是重要的变化。对他来说“可以离开”比“必须留下”更有帮助。',
  resources: [{ resource: '美术老师 何老师', purpose: '每周三安排靠门座位' }],
  nextAim: '连续两次到美术课；试着留到第二节。',
  nextAt: '2026-03-18T01:30:00Z',
  recordedAt: '2026-03-11T08:45:00Z',
  late: false,
  signatures: { ...unsigned, worker: signed('陈思远', '2026-03-11T08:50:00Z', 'electronic') },
}

const missedVisit: ProcessRecordFacts = {
  number: 6,
  time: { from: '2026-03-16T07:00:00Z', until: '2026-03-16T07:40:00Z' },
  place: '服务对象家中',
  mode: coded('contactMode', 'home-visit'),
  personsSeen: [coded('personSeen', 'relatives', '奶奶')],
  clientSeen: false,
  notSeenReason: '小龙与马师傅去买零件，未回',
  purpose: '检查作息表（目标二）',
  issues: ['作息'],
  performance: '未见到本人。作息表上一周有四个勾。',
  interaction: '奶奶说手机交得爽快，只有星期六例外。',
  intervention: '肯定奶奶的坚持；商量周末可以晚半小时。',
  activities: [coded('activityType', 'humane-care')],
  progress: '十点前睡觉由零天增加到四天。',
  difficulty: '无',
  solution: null,
  analysis: null,
  resources: [],
  nextAim: '与小龙本人核对作息表。',
  nextAt: null,
  recordedAt: '2026-03-16T10:05:00Z',
  late: false,
  signatures: { ...unsigned, worker: signed('陈思远', '2026-03-16T10:10:00Z', 'electronic') },
}
