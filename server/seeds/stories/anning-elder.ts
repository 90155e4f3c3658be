import type { Story } from '../story.ts'

/** 一位独居、记忆开始衰退的老人：评估已签，等他本人确认。 */
export const elder: Story = {
  key: 'zheng-defu',
  by: 'chen.siyuan',
  fields: ['community-care', 'health-care'],
  client: {
    name: '郑德福',
    sex: '1',
    birthDate: '1947-09-09',
    phone: '0931 766 2085',
    address: '安宁西路街道 老家属院 5 号楼',
    safeContact: '上午打座机，响久一点；他听力不好。',
  },
  companions: [
    {
      name: '郑丽华',
      sex: '2',
      birthDate: '1974-04-27',
      phone: '137 1068 9902',
      kind: 'daughter',
      calls: true,
      apart: true,
    },
    {
      name: '孙玉梅',
      sex: '2',
      birthDate: '1956-10-13',
      phone: '138 0931 0098',
      kind: 'neighbour',
      apart: true,
    },
  ],
  contact: {
    day: -14,
    situation:
      '退休工程师，老伴去世八年，独自居住。女儿在外省，每晚打电话。近半年三次忘关煤气，一次在家门口找不到家。',
    trouble: '女儿担心出事，劝他去养老院，他坚决不肯；两人因此吵过。',
    sheet: { source: 'other', willingness: 4 },
    assessed: {
      day: -13,
      problems: '记忆减退，独居有安全隐患；父女对今后住在哪里意见不同。',
      expectation: '女儿希望父亲安全；老人希望留在自己家里。',
      helpBefore: [
        { askedWhom: '邻居孙玉梅', askedWhen: '今年春天起', help: '每天敲门看一眼', result: 'partly' },
      ],
      riskLevel: 'medium',
    },
    decision: { day: -13, reason: '独居老人，有走失和用火风险，在服务区域内。' },
  },
  interview: {
    day: -9,
    late: true,
    outline: 2,
    answers: ['听得清楚，坐得舒服。', '做饭洗衣自己来；买菜由邻居带。', '高血压，药常忘了吃没吃。'],
    sheet: {
      mode: 'home-visit',
      place: '老人家中客厅',
      participants: '郑德福、邻居孙玉梅',
      process: '老人从一本设计图册讲起，讲得很清楚；问到昨天吃了什么，想不起来，有些不安。',
      emotionBefore: 3,
      emotionAfter: 4,
      expectations: '“让我在自己家里过到最后。”',
    },
  },
  links: [
    { day: -2, asks: 'confirmation' },
    { day: -1, asks: 'questionnaire' },
  ],
  assessment: {
    day: -3,
    presenting: '“我没有糊涂，只是有时候想不起来。”',
    summary:
      '早期认知衰退可能性大，尚未就诊；日常生活大部分能自理，用火、服药和外出需要支持。老人有清楚的意愿：留在家中。',
    physical: '听力下降；高血压，药常重复吃或漏吃。',
    psychological: '自尊心强，怕成为负担；说到老伴时平静。',
    social: '与邻居孙玉梅来往，院里下棋的老友两位。',
    risks: '煤气与走失风险，已请社区联系更换带熄火保护的灶具。',
    problems: [
      {
        domain: 'health',
        description: '近事记不住，药吃乱',
        cause: '可能为早期认知障碍，尚未就诊',
        nature: 'developmental',
        degree: 'moderate',
        factors: '独居，无人提醒',
      },
      {
        domain: 'safety',
        description: '忘关煤气，曾在院门口迷路',
        cause: '记忆和定向力下降',
        nature: 'recurring',
        degree: 'severe',
        factors: '旧灶具没有熄火保护',
      },
      {
        domain: 'family-relations',
        description: '父女为去留争执',
        cause: '女儿担心，父亲怕离开家',
        nature: 'situational',
        degree: 'mild',
        factors: '只能在电话里谈',
      },
    ],
    needs: [
      { description: '在自己家里安全地生活', clientWords: '火我可以不开，家不能不回。', of: [0, 1] },
      { description: '和女儿把今后的事商量好', of: [2] },
    ],
    strengths: [
      ['individual', '有条理，习惯写便条，字迹工整。'],
      ['family', '女儿每晚八点准时来电。'],
      ['social', '邻居孙玉梅每天看望，愿意继续。'],
    ],
  },
}
