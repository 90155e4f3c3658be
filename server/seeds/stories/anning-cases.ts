import type { Story } from '../story.ts'
import { assessed, planned, type OneThing } from './one-goal.ts'

const accepted = { reason: '在服务范围和区域之内，本人愿意，机构有能力承担。' }

const insomnia: OneThing = {
  domain: 'social-life',
  problem: '退休后很少出门，白天不知道做什么',
  cause: '工作三十年后一下子空了下来，老同事来往渐少',
  need: '每周有一件盼着去做的事',
  words: '我想有个地方等我去。',
  strength: '会修钟表，乐意教人。',
  summary: '身体健康，失去的是角色和来往；手艺可以成为重新与人连接的桥。',
}

const debts: OneThing = {
  domain: 'income',
  problem: '失业八个月，房租拖欠两个月',
  cause: '工厂搬迁，年龄偏大，应聘多次未成',
  need: '一份离家近的稳定工作',
  words: '给我活，我就能干。',
  strength: '焊工证齐全，身体好。',
  summary: '技能合格，缺的是信息和面试准备；房东愿意再等两个月。',
}

const teen: OneThing = {
  domain: 'family-relations',
  problem: '父女一个月没有说话',
  cause: '为手机使用争吵后，父亲没收了手机',
  need: '父女重新坐下来说话',
  words: '他能不能先听我说完。',
  strength: '成绩好，愿意写信表达。',
  summary: '争执表面是手机，实际是父女之间没有安全的谈话方式。',
}

const carer: OneThing = {
  domain: 'daily-living',
  problem: '出院后独居，做饭和洗澡都费力',
  cause: '髋部手术后恢复期，无人照料',
  need: '恢复期有人搭把手',
  words: '等我能走路了，就不麻烦你们了。',
  strength: '意志坚强，坚持做康复操。',
  summary: '三个月恢复期内需要短期居家支持，预后良好。',
}

/** 安宁正在进行的其他个案，从刚接案到服务实施。 */
export const anningCases: readonly Story[] = [
  {
    key: 'qin-hao',
    by: 'ma.xiaoyan',
    client: {
      name: '秦浩',
      sex: '1',
      birthDate: '1994-04-25',
      phone: '158 0931 6612',
      address: '沙井驿街道',
    },
    contact: {
      day: -3,
      situation: '妻子产后，父母在老家。',
      trouble: '夫妻都疲惫，常为小事争吵。',
      assessed: { day: -2, riskLevel: 'low' },
      decision: { day: -2, ...accepted },
    },
  },
  {
    key: 'dong-fang',
    by: 'chen.siyuan',
    client: {
      name: '董芳',
      sex: '2',
      birthDate: '1971-10-02',
      phone: '139 0931 1178',
      address: '孔家崖街道',
    },
    contact: {
      day: -8,
      situation: '儿子在外地服役，独自照顾偏瘫的公公。',
      trouble: '腰伤发作，照料跟不上。',
      assessed: { day: -7 },
      decision: { day: -7, ...accepted },
    },
  },
  {
    key: 'cao-lei',
    by: 'ma.xiaoyan',
    client: {
      name: '曹磊',
      sex: '1',
      birthDate: '1983-06-08',
      phone: '150 0931 2236',
      address: '安宁西路街道',
    },
    contact: {
      day: -6,
      situation: '公司裁员后在家三个月。',
      trouble: '睡不好，不愿见人，妻子劝他来的。',
      sheet: { willingness: 3 },
      assessed: { day: -5 },
      decision: { day: -5, ...accepted },
    },
    interview: {
      day: -1,
      draft: true,
      sheet: { process: '谈了裁员那天的情形，他说了很多，时间不够，约好继续。' },
    },
  },
  {
    key: 'jin-meiling',
    by: 'chen.siyuan',
    client: {
      name: '金美玲',
      sex: '2',
      birthDate: '1988-08-15',
      phone: '133 0931 7745',
      address: '刘家堡街道',
    },
    contact: {
      day: -22,
      situation: '丈夫在外务工，带两个孩子和婆婆同住。',
      trouble: '婆媳对孩子的管教意见不一。',
      assessed: { day: -21 },
      decision: { day: -21, ...accepted },
    },
    interview: { day: -17, sheet: {} },
  },
  {
    key: 'yao-jianguo',
    by: 'chen.siyuan',
    client: {
      name: '姚建国',
      sex: '1',
      birthDate: '1960-12-11',
      phone: '138 0931 0326',
      address: '培黎街道',
    },
    contact: {
      day: -15,
      situation: '退休一年，妻子在女儿家带外孙。',
      trouble: '一个人在家，吃饭凑合，晚上睡不着。',
      assessed: { day: -14 },
      decision: { day: -14, ...accepted },
    },
    interview: { day: -11, sheet: {} },
    assessment: assessed(insomnia, { day: -2, draft: true }),
  },
  {
    key: 'shen-wei',
    by: 'ma.xiaoyan',
    client: {
      name: '沈伟',
      sex: '1',
      birthDate: '1975-05-20',
      phone: '137 0931 4459',
      address: '十里店街道',
    },
    contact: {
      day: -20,
      situation: '工厂搬迁后失业。',
      trouble: '房租欠了两个月，怕家人知道。',
      assessed: { day: -19 },
      decision: { day: -19, ...accepted },
    },
    interview: { day: -16, sheet: {} },
    assessment: assessed(debts, { day: -10, cosigned: { by: 'sun.lan', day: -9 }, confirmed: { day: -7 } }),
  },
  {
    key: 'lin-jiayi',
    by: 'chen.siyuan',
    client: {
      name: '林佳怡',
      sex: '2',
      birthDate: '2010-02-27',
      schoolOrWork: '高中一年级',
      address: '银滩路街道',
    },
    companions: [
      {
        name: '林海',
        sex: '1',
        birthDate: '1980-01-15',
        phone: '136 0931 9903',
        kind: 'father',
        calls: true,
        guardian: true,
      },
    ],
    contact: {
      day: -27,
      situation: '父亲来访，母亲长期在外出差。',
      trouble: '女儿一个月不与他说话。',
      sheet: { channel: 'on-site', source: 'guardian' },
      assessed: { day: -26 },
      decision: { day: -26, ...accepted },
    },
    interview: { day: -23, sheet: {} },
    assessment: assessed(teen, { day: -16, confirmed: { day: -15 } }),
    plan: planned(
      {
        far: '父女能平静地商量事情',
        near: '每周有一次二十分钟的父女谈话',
        indicator: '每月谈话次数',
        from: '0 次',
        to: '4 次',
        levels: ['没有谈话', '每月一两次', '每月四次', '每周两次', '谈话之外一起做一件事'],
        service: '父女会谈与书信练习',
        often: '每周一次',
        strategy: '先用书信，再面对面。',
        because: '两人见面容易激动，书写留有余地。',
        together: '佳怡和父亲各写下一条规则。',
        risk: { risk: '谈话中再次争吵', response: '约定暂停手势' },
      },
      { day: -6, starts: -5, ends: 50, review: 25 },
      [
        { what: '给父亲写一封信', who: 'client', how: '写一句也可以。', due: 2, outcome: '信已交给父亲' },
        { what: '与父亲单独谈一次', who: 'worker', due: 4, outcome: '父亲愿意先听' },
      ],
    ),
  },
  {
    key: 'tang-shufen',
    by: 'chen.siyuan',
    client: {
      name: '唐淑芬',
      sex: '2',
      birthDate: '1951-04-03',
      phone: '0931 766 3391',
      address: '安宁堡街道',
    },
    contact: {
      day: -50,
      situation: '髋部手术后出院，独居。',
      trouble: '做饭、洗澡都费力。',
      assessed: { day: -49, riskLevel: 'medium' },
      decision: { day: -49, ...accepted },
    },
    interview: { day: -46, sheet: { mode: 'home-visit', place: '家中' } },
    assessment: assessed(carer, { day: -42, confirmed: { day: -41 } }),
    plan: planned(
      {
        far: '术后三个月恢复独立生活',
        near: '能独立做饭和洗澡',
        indicator: '需要帮助的日常活动项数',
        from: '6 项',
        to: '1 项以内',
        levels: ['六项以上', '两至五项', '一项', '不需要帮助', '能帮助邻居'],
        service: '短期居家支持与康复陪伴',
        often: '每周三次',
        strategy: '前重后轻，逐步放手。',
        because: '本人要强，支持要随恢复递减。',
        together: '唐阿姨定了每周要自己做的事。',
        risk: { risk: '独自洗澡时跌倒', response: '安装扶手前由护理员陪同' },
      },
      { day: -40, active: -38, starts: -38, ends: 25, review: -1 },
      [
        {
          what: '卫生间安装扶手',
          who: 'other-agency',
          name: '街道适老化改造队',
          due: -25,
          outcome: '扶手装好',
          done: { day: -27, outcome: '已安装两处。' },
        },
        { what: '复查预约', who: 'worker', due: -3, outcome: '预约成功' },
        { what: '自己做一顿午饭', who: 'client', how: '坐着切菜，累了就停。', due: 1, outcome: '做成一次' },
      ],
      { place: '家中', form: '入户' },
    ),
    meetings: [
      {
        day: -18,
        mode: 'home-visit',
        place: '家中',
        goals: ['near'],
        activityTypes: ['health-management'],
        performance: '扶着助行器走到厨房，自己烧了水。',
        intervention: '一起检查扶手高度。',
      },
    ],
  },
]
