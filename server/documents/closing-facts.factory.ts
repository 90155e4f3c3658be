import type { ClosingFacts, EvaluationFacts } from './case-facts.ts'
import { coded } from './coded.factory.ts'

/** How far the goals were reached: weights 3 and 1, results +1 and 0. */
export function anEvaluation(): EvaluationFacts {
  return {
    execution: 5,
    suitability: 4,
    participation: 5,
    goals: [
      {
        goal: '六月的每个星期到校不少于四天',
        weight: 3,
        baseline: -2,
        level: 1,
        evidence: '班主任出勤登记：六月每周五天',
      },
      {
        goal: '四月起，上学日晚上十点前睡觉',
        weight: 1,
        baseline: -2,
        level: 0,
        evidence: '作息表：上学日全部打勾',
      },
    ],
    tScore: 58.733,
    satisfaction: '4.8 / 5（奶奶）；5 / 5（小龙）',
    gaps: [
      {
        planned: '父亲每周视频两次',
        actual: '平均每周一次',
        cause: '工地夜班',
        measure: '改为固定在星期日中午',
      },
    ],
  }
}

/** The end of the work, with what was thought of for afterwards. */
export function aClosing(): ClosingFacts {
  return {
    mainProblem: '转学后被同伴取笑，拒绝上学近三个月；作息颠倒。',
    serviceCount: 19,
    serviceHours: 27.5,
    reason: coded('closingReason', 'goals-reached'),
    reasonNote: '两个目标都已达成并保持一个月以上。',
    outcome: '小龙每天上学，有两个常在一起的同学，板报由他画。上学前不再腹痛。配了眼镜，期末数学 78 分。',
    gapsAndImprovement: '与父亲的联系少于计划。今后在计划会上请父亲通过视频参加。',
    clientView: '小龙：“现在他们叫我画家。”\n奶奶：“心里的石头落地了。”',
    reactions: [coded('closingReaction', 'positive'), coded('closingReaction', 'dependence')],
    reactionCare:
      '小龙问“以后还能打电话吗”。分三次说明结束，见面间隔拉长到两周，并告诉他四点半课堂的何老师可以找。',
    announcedOn: '2026-06-05',
    review: '和小龙一起翻看从第一次到校门口的画，写下“我自己做到的五件事”，由奶奶保管。',
    future: '升六年级换班主任时可能紧张：提前一周去看新教室；肚子疼先用“温度计”；找孙老师或奶奶说。',
    referred: false,
    referral: null,
    followUps: [
      { date: '2026-08-06', way: coded('followUpWay', 'phone'), person: '陈思远' },
      { date: '2026-10-08', way: coded('followUpWay', 'home-visit'), person: '陈思远' },
      { date: '2027-01-06', way: coded('followUpWay', 'phone'), person: '陈思远' },
    ],
    noFollowUpReason: null,
    caregivers: [
      {
        name: '王桂英',
        relation: coded('familyRelation', 'paternal-grandmother'),
        address: '兰州市安宁区银滩路 88 号 3 单元 502 室',
        phone: '138****2046',
      },
    ],
    lessons: '从孩子喜欢的事开始，比劝说有效。学校愿意改变座位和课间安排，是转折点。',
  }
}
