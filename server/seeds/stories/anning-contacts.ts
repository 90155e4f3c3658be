import type { Story } from '../story.ts'

const told = ['scope', 'agency', 'confidentiality', 'process', 'information-use'] as const

/** 安宁最近几周的首次接触：有的还在受理，有的没有成案就已办结。 */
export const anningContacts: readonly Story[] = [
  {
    key: 'zhou-mingyue',
    by: 'chen.siyuan',
    client: {
      name: '周明月',
      sex: '2',
      birthDate: '2009-06-17',
      phone: '139 0931 4402',
      schoolOrWork: '职业中学一年级',
      address: '安宁西路街道',
    },
    companions: [
      {
        name: '周建设',
        sex: '1',
        birthDate: '1978-02-11',
        phone: '138 0931 7715',
        kind: 'father',
        calls: true,
        guardian: true,
      },
    ],
    contact: {
      day: 0,
      situation: '父亲来电。女儿昨晚与同学争吵后伤害了自己，已在社区诊所处理，现在由父亲陪在家里。',
      trouble: '女儿说“活着没意思”，父亲不敢离开半步，不知道该找谁。',
      sheet: { source: 'guardian', willingness: 5 },
      danger: {
        kinds: ['self-harm'],
        reason:
          '昨晚有自伤行为并表达轻生念头。已请父亲全程陪伴、收好危险物品，约定今天由社工上门，并告知精神卫生中心急诊电话。',
      },
    },
  },
  {
    key: 'reported-by-neighbour',
    by: 'chen.siyuan',
    client: { name: '贺小宇', sex: '1', birthDate: '2017-05-09', address: '安宁西路街道' },
    contact: {
      day: -1,
      situation: '有人反映，孩子常被反锁在家，夜里听到打骂和哭声。父母务工，早出晚归。',
      trouble: '孩子手臂上有淤青，两周没有去上学。',
      // The family is told when it is met: a law demands that harm to a child is reported at once.
      sheet: {
        source: 'public-report',
        willingness: 2,
        toldItems: [],
        toldLanguage: null,
        noticeGround: 'harm-to-minor',
      },
      reporter: {
        name: '鲁秀珍',
        phone: '136 0931 2470',
        relation: '同楼邻居',
        anonymous: true,
        note: '担心被报复，只在白天接电话。',
      },
      danger: {
        kinds: ['abuse', 'neglect'],
        reason: '反映者近一周三次听到打骂，见到淤青。已约派出所民警和儿童主任今天一同上门。',
      },
    },
  },
  {
    key: 'feng-xiaomei',
    by: 'ma.xiaoyan',
    client: { name: '冯小梅', sex: '2', birthDate: '1996-12-03', phone: '151 0931 0937' },
    contact: {
      day: 0,
      draft: true,
      situation: '刚来电，正在外面，说晚些时候再细谈。',
      trouble: '',
      sheet: { source: null, helpType: null },
    },
  },
  {
    key: 'unnamed-caller',
    by: 'chen.siyuan',
    contact: {
      day: -3,
      draft: true,
      situation: '网络平台留言，没有留下姓名，说想打听儿童之家。',
      trouble: '',
      sheet: { channel: 'online', source: null, helpType: null },
    },
  },
  {
    key: 'tian-yulan',
    by: 'ma.xiaoyan',
    client: {
      name: '田玉兰',
      sex: '2',
      birthDate: '1953-07-22',
      phone: '138 0931 5160',
      address: '十里店街道',
    },
    contact: {
      day: -6,
      situation: '与儿子一家同住，白天一个人在家。',
      trouble: '和儿媳为家务常有口角，想找人说说。',
      sheet: { channel: 'on-site' },
    },
  },
  {
    key: 'hu-bin',
    by: 'chen.siyuan',
    client: {
      name: '胡斌',
      sex: '1',
      birthDate: '1986-09-14',
      phone: '139 0931 2218',
      address: '刘家堡街道',
      schoolOrWork: '货车司机',
    },
    contact: {
      day: -4,
      situation: '妻子在外地打工，独自带上小学的儿子。',
      trouble: '跑长途时孩子没有人管，老师说他常不交作业。',
      assessed: {
        day: -2,
        shared: false,
        problems: '长途运输时孩子照看中断。',
        expectation: '出车那几天有人接孩子。',
        riskLevel: 'medium',
      },
    },
  },
  {
    key: 'bai-xuefeng',
    by: 'chen.siyuan',
    client: {
      name: '白雪峰',
      sex: '1',
      birthDate: '1968-03-30',
      phone: '137 0931 8842',
      address: '安宁堡街道',
    },
    contact: {
      day: -5,
      situation: '下岗多年，妻子患慢性病，靠低保生活。',
      trouble: '医药费报销不清楚，跑了几次没办成。',
      assessed: {
        day: -3,
        problems: '医疗救助政策不清楚，材料反复退回。',
        expectation: '把今年的医疗救助办下来。',
      },
    },
  },
  {
    key: 'guo-tingting',
    by: 'ma.xiaoyan',
    client: { name: '郭婷婷', sex: '2', birthDate: '2001-01-11', phone: '155 0931 7309' },
    contact: {
      day: -9,
      situation: '来电咨询，外婆八十三岁，独居。',
      trouble: '想知道老年餐桌怎么申请。',
      sheet: { helpType: 'consultation', willingness: 3, toldItems: [...told] },
      decision: {
        decision: 'information-only',
        reason: '只需要信息，已当场说明。',
        informationGiven: '社区老年餐桌的申请地点、所需材料和补贴标准；街道服务热线。',
      },
    },
  },
  {
    key: 'xu-changgen',
    by: 'chen.siyuan',
    client: {
      name: '徐长根',
      sex: '1',
      birthDate: '1944-11-18',
      phone: '138 0931 4790',
      address: '城关区（由侄子代为来访）',
    },
    contact: {
      day: -11,
      situation: '侄子代为来访。老人住在城关区，行动不便，独居。',
      trouble: '需要有人定期上门看望和助浴。',
      sheet: { channel: 'on-site', source: 'introduced', referrerName: '侄子徐亮' },
      assessed: {
        day: -10,
        inArea: false,
        fitNote: '住址在城关区，不属于本站服务区域。',
        problems: '失能老人居家照料。',
      },
      decision: {
        day: -10,
        decision: 'refer',
        reason: '不在服务区域。已征得老人和侄子同意。',
        referredTo: '城关区居家养老服务中心',
        referralReason: 'out-of-area',
      },
    },
  },
  {
    key: 'pan-jing',
    by: 'ma.xiaoyan',
    client: {
      name: '潘静',
      sex: '2',
      birthDate: '1992-05-06',
      phone: '186 0931 3354',
      address: '银滩路街道',
    },
    contact: {
      day: -16,
      situation: '孩子四岁，疑似发育迟缓，正在排队做评定。',
      trouble: '想参加家长互助小组。',
      assessed: {
        day: -14,
        problems: '缺少同类家庭的支持。',
        hasCapacity: false,
        expectation: '参加家长小组。',
      },
      decision: {
        day: -14,
        decision: 'wait',
        reason: '本期家长小组已满，下期开始前电话通知，期间可随时来电。',
      },
    },
  },
  {
    key: 'luo-zhiqiang',
    by: 'chen.siyuan',
    client: { name: '罗志强', sex: '1', birthDate: '1979-08-26', phone: '139 0931 6055' },
    contact: {
      day: -19,
      situation: '与邻居因漏水发生纠纷，已经起诉。',
      trouble: '希望社工代他出庭。',
      sheet: { willingness: 5 },
      assessed: {
        day: -18,
        inScope: false,
        problems: '民事诉讼代理。',
        expectation: '由社工代理诉讼。',
        fitNote: '诉讼代理不在服务范围。',
      },
      decision: {
        day: -18,
        decision: 'not-accepted',
        reason: '诉讼代理不在服务范围；已告知区法律援助中心的地址和电话，本人表示会去。',
      },
    },
  },
  {
    key: 'song-yaqin',
    by: 'ma.xiaoyan',
    client: {
      name: '宋雅琴',
      sex: '2',
      birthDate: '1965-02-09',
      phone: '138 0931 9921',
      address: '西路街道',
    },
    contact: {
      day: -12,
      situation: '社区介绍。丈夫上月去世，女儿已搬来同住。',
      trouble: '社区担心她，本人说现在有女儿陪着。',
      sheet: { source: 'public-report', willingness: 2 },
      decision: {
        decision: 'not-now',
        notNowReason: 'other',
        potentialKind: 'may-need-later',
        reason: '有家人陪伴，本人暂不需要服务；已留下电话，三个月内可随时联系。',
      },
    },
  },
]
