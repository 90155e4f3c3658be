import type { Story } from '../story.ts'
import { assessed, type OneThing, planned } from './one-goal.ts'

const mother: OneThing = {
  domain: 'parenting',
  problem: '产后与外界断了联系，照料婴儿力不从心',
  cause: '丈夫出差多，双方老人都在外地',
  need: '有同伴和替手的新手妈妈生活',
  words: '我一天没跟大人说过一句话。',
  strength: '学得快，愿意求助。',
  summary: '孤单多于疲惫；有同伴后情绪明显好转的可能性大。',
}

/** 四级社工马晓燕的一个个案：每一步都由督导共同签名，结案被退回补充。 */
export const returned: Story = {
  key: 'ren-jing',
  by: 'ma.xiaoyan',
  fields: ['community-care', 'mental-health'],
  client: { name: '任静', sex: '2', birthDate: '1995-07-07', phone: '152 0931 5580', address: '孔家崖街道' },
  contact: {
    day: -75,
    situation: '孩子四个月，丈夫常出差。',
    trouble: '白天一个人带孩子，常常想哭。',
    sheet: { source: 'introduced', referrerName: '社区卫生服务中心', willingness: 4 },
    assessed: {
      day: -74,
      workerAbility: 'with-supervision',
      corrections: '不是不想出门，是不知道带着孩子能去哪里。',
    },
    decision: { day: -74, reason: '在服务范围内，由督导支持；已请卫生中心做产后情绪筛查。' },
  },
  interview: {
    day: -71,
    sheet: { mode: 'home-visit', place: '家中', process: '孩子醒着，她边哄边谈，说完松了一口气。' },
  },
  assessment: assessed(mother, { day: -65, cosigned: { by: 'sun.lan', day: -64 }, confirmed: { day: -62 } }),
  plan: planned(
    {
      far: '任静有同伴、有喘息，安心带孩子',
      near: '每周参加一次新手妈妈小组',
      indicator: '每月参加次数',
      from: '0 次',
      to: '4 次',
      levels: ['没有参加', '每月一两次', '每月四次', '每月四次并与同伴单独来往', '成为小组带领人'],
      service: '新手妈妈小组与入户陪伴',
      often: '每周一次',
      strategy: '先陪她走出门，再由同伴接力。',
      because: '孤单是主要困难，同伴比专业人员更持久。',
      together: '她自己选了离家最近的小组。',
      risk: { risk: '情绪低落加重', response: '与卫生中心约定绿色转介' },
    },
    { day: -59, cosigned: { by: 'sun.lan', day: -58 }, active: -56, starts: -56, ends: -8, review: -30 },
    [
      {
        what: '陪她第一次去小组',
        who: 'worker',
        due: -50,
        outcome: '到场一次',
        done: { day: -51, outcome: '坐到结束，加了三位妈妈的微信。' },
      },
      {
        what: '请丈夫参加一次家庭会谈',
        who: 'worker',
        due: -35,
        outcome: '会谈一次',
        cancelled: { day: -34, why: '丈夫调回本地，夫妻已自行商量好。' },
      },
    ],
  ),
  meetings: [
    {
      day: -51,
      mode: 'accompaniment',
      place: '社区母婴室',
      goals: ['near'],
      performance: '孩子睡着后，她和旁边的妈妈聊了起来。',
      intervention: '先介绍两位住得近的妈妈。',
    },
  ],
  evaluation: {
    day: -10,
    cosigned: { by: 'sun.lan', day: -9 },
    reached: [{ goal: 'near', level: 1, client: 1, evidence: '每月四次，并与两位妈妈约着散步。' }],
    sheet: {
      lessons: '第一次有人陪着去，最要紧。',
      outcomeRatings: {
        'goal-attainment': { before: '不出门', after: '每周小组', rating: 5 },
        'problem-improvement': { before: '常想哭', after: '心情平稳', rating: 4 },
        'ability-improvement': { before: '不敢带孩子出门', after: '自己坐公交去', rating: 5 },
        satisfaction: { before: '', after: '满意', rating: 5 },
      },
    },
  },
  closing: {
    day: -4,
    returned: { by: 'sun.lan', day: -2, note: '请补充卫生中心的复筛结果，再提交。' },
    sheet: {
      reason: 'goals-reached',
      readiness: ['goals-reviewed', 'can-cope', 'support-in-place', 'agreed'],
      mainProblem: '产后孤单，缺少替手。',
      outcome: '有了固定的小组和两位同伴。',
      clientView: '“现在我会去敲别人家的门了。”',
      reactions: ['positive'],
      review: '一起看了第一次去小组那天的照片。',
      lessons: '同伴支持要趁早。',
      referred: false,
      followUpMonths: [1, 3],
      followUpWay: 'phone',
    },
  },
}
