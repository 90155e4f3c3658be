import type { InterviewRecordFacts } from './case-facts.ts'
import { coded, signed, unsigned } from './coded.factory.ts'

/** The first interview with 小龙 and his grandmother, written two days late. */
export const someInterviews = (): InterviewRecordFacts[] => [
  {
    time: { from: '2026-01-29T06:30:00Z', until: '2026-01-29T07:40:00Z' },
    mode: coded('contactMode', 'home-visit'),
    place: '服务对象家中，小龙的房间',
    placeIsPrivate: true,
    placeIsComfortable: true,
    attendees: [
      { part: coded('attendeePart', 'client'), name: '李小龙', relation: null },
      { part: coded('attendeePart', 'guardian'), name: '王桂英', relation: '奶奶' },
    ],
    participants: '后半段奶奶在厨房，只有小龙和社工。',
    reasonsForHelp: '孙子从去年十一月起不肯上学。',
    helpSeekingProcess: '找过班主任，托亲戚劝过，没有结果。',
    purpose: '认识小龙，听他怎么看上学这件事。',
    process: '先聊自行车，再说学校。他说班里有人叫他外号。',
    overallEvaluation: '愿意说话；谈到学校时紧张。',
    suggestions: '下次在他修车的地方见面。',
    reactions: '听到不用马上回学校，松了一口气。',
    silence: '说到同学时停了约一分钟，手里一直转着螺丝。',
    skillsUsed: [coded('interviewSkill', 'active-listening'), coded('interviewSkill', 'silence')],
    tasks: [{ task: coded('interviewTask', 'problems-and-needs'), done: true, note: '列出三个难处。' }],
    expectations: '小龙：不要逼我马上回去。奶奶：希望他能上学。',
    unrealisticClarified: '说明不能保证换班。',
    agencyRequirements: '每周见一次，有变化提前说。',
    jointEffortTold: true,
    clientWishes: true,
    emotions: [
      { when: '面谈开始', said: 2, words: '“心里发慌。”', seen: 1 },
      { when: '面谈结束', said: 4, words: '“说出来好一点。”', seen: 3 },
    ],
    observedWords: '起初低头，后来能抬头说话。',
    emotionHandled: '放慢速度，先谈他喜欢的事。',
    outlineTitle: '首次面谈：孩子与监护人',
    outlineAnswers: [{ question: '平常的一天怎么过？', asked: true, answer: '白天修车，晚上看手机。' }],
    preliminaryAgreement: '先每周见面一次，一个月后一起看是否继续。',
    nextStep: coded('nextStep', 'assessment'),
    nextAt: '2026-02-05T06:30:00Z',
    recordedAt: '2026-01-31T09:00:00Z',
    late: true,
    signatures: { ...unsigned, worker: signed('陈思远', '2026-01-31T09:00:00Z', 'electronic') },
  },
]
