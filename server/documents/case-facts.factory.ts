import type { CaseFacts, CircumstancesFacts, ClientFacts, CaseFileFacts } from './case-facts.ts'
import { timetableOf } from './case-facts.ts'
import { coded, signed, unsigned } from './coded.factory.ts'
import { someConsents } from './consent-facts.factory.ts'
import { aClosing, anEvaluation } from './closing-facts.factory.ts'
import { anAssessment, aPlan } from './plan-facts.factory.ts'
import { someInterviews } from './interview-facts.factory.ts'
import { someRecords } from './record-facts.factory.ts'

/** The whole case of 李小龙, 11, brought back to school in five months; every fact of the forms is there. */
export function aClosedCase(changes: Partial<CaseFacts> = {}): CaseFacts {
  const plan = aPlan()
  return {
    timeZone: 'Asia/Shanghai',
    printedAt: '2026-07-10T02:15:00Z',
    header: {
      agency: '同行社会工作服务中心',
      site: '安宁区银滩路社区服务站',
      caseNumber: 'TX-2026-0017',
      client: '李小龙',
      caseManager: '陈思远',
      supervisor: '赵明华',
      formDate: '2026-07-03',
      confidentiality: coded('confidentiality', 'restricted'),
    },
    client,
    circumstances,
    caseFile,
    firstContact: {
      receivedAt: '2026-01-26T01:40:00Z',
      channel: coded('contactChannel', 'phone'),
      source: coded('caseSource', 'guardian'),
      helpType: coded('helpSeekingType', 'own-initiative'),
      caller: '王桂英',
      problem: '孙子从去年十一月起不肯上学，在家关门不出。',
    },
    interview: {
      heldAt: '2026-01-29T06:30:00Z',
      place: '服务对象家中',
      expectations: '奶奶希望孩子回到学校；小龙希望“不再被笑话”。',
      preliminaryAgreement: '先每周见面一次，一个月后一起看是否继续。',
    },
    interviews: someInterviews(),
    consents: someConsents(),
    assessment: anAssessment(),
    plan: { ...plan, timetable: timetableOf(plan.goals) },
    records: someRecords(),
    evaluation: anEvaluation(),
    closing: aClosing(),
    signatures: {
      file: { ...unsigned, worker: signed('陈思远', '2026-02-02T09:00:00Z') },
      assessment: {
        ...unsigned,
        client: signed('李小龙', '2026-02-12T08:10:00Z'),
        guardian: signed('王桂英', '2026-02-12T08:12:00Z', 'fingerprint', '见证人：刘建国（居委会）'),
        worker: signed('陈思远', '2026-02-12T08:20:00Z'),
      },
      plan: {
        client: signed('李小龙', '2026-02-20T08:00:00Z'),
        guardian: signed('王桂英', '2026-02-20T08:05:00Z', 'fingerprint', '见证人：刘建国（居委会）'),
        worker: signed('陈思远', '2026-02-20T08:10:00Z'),
        supervisorOpinion: '目标具体，步伐合适。请留意与父亲的定期联系。',
        supervisor: signed('赵明华', '2026-02-23T02:00:00Z', 'electronic'),
        head: null,
      },
      closing: {
        client: signed('李小龙', '2026-07-03T08:00:00Z'),
        guardian: signed('王桂英', '2026-07-03T08:05:00Z', 'fingerprint', '见证人：刘建国（居委会）'),
        worker: signed('陈思远', '2026-07-03T08:10:00Z'),
        supervisorOpinion: '同意结案。按计划在一、三、六个月后回访。',
        supervisor: signed('赵明华', '2026-07-06T01:30:00Z', 'electronic'),
        head: null,
      },
    },
    ...changes,
  }
}

const client: ClientFacts = {
  name: '李小龙',
  otherNames: '龙龙',
  sex: coded('sex', '1'),
  birthDate: '2014-09-12',
  idType: coded('identityDocumentKind', 'identity-card'),
  idNumber: '620105********0016',
  nativePlace: '甘肃定西',
  ethnicGroup: '汉族',
  registeredAddress: '甘肃省定西市安定区某镇某村 12 号',
  address: '兰州市安宁区银滩路 88 号 3 单元 502 室',
  phone: '138****2046（奶奶）',
  safeContact: '工作日上午打奶奶手机',
  education: '小学五年级在读',
  maritalStatus: '未婚',
  occupation: '学生',
  income: '无',
  livingSituation: '与奶奶、妹妹同住',
  benefits: ['城市最低生活保障'],
  legalCapacity: coded('legalCapacity', 'limited'),
  guardians: [
    {
      name: '李建军',
      relation: coded('familyRelation', 'father'),
      idNumber: '620105********2231',
      phone: '136****7715',
      proof: '户口簿',
    },
    {
      name: '王桂英',
      relation: coded('familyRelation', 'paternal-grandmother'),
      idNumber: '620105********1128',
      phone: '138****2046',
      proof: '委托照护书（2024 年）',
    },
  ],
  emergencyContacts: [
    { name: '王桂英', relation: coded('familyRelation', 'paternal-grandmother'), phone: '138****2046' },
    { name: '刘建国（居委会）', relation: coded('familyRelation', 'neighbour'), phone: '0931-****881' },
  ],
}

const circumstances: CircumstancesFacts = {
  family: [
    {
      name: '王桂英',
      relation: coded('familyRelation', 'paternal-grandmother'),
      sex: coded('sex', '2'),
      birthDate: '1958-03',
      education: '小学',
      occupation: '照料家务',
      health: '高血压，服药控制',
      benefits: ['低保'],
      livesTogether: true,
    },
    {
      name: '李建军',
      relation: coded('familyRelation', 'father'),
      sex: coded('sex', '1'),
      birthDate: '1984-07-21',
      education: '初中',
      occupation: '在深圳建筑工地务工',
      health: '健康',
      benefits: [],
      livesTogether: false,
    },
    {
      name: '李小雨',
      relation: coded('familyRelation', 'younger-sister'),
      sex: coded('sex', '2'),
      birthDate: '2017-05-30',
      education: '小学二年级',
      occupation: '学生',
      health: '健康',
      benefits: ['低保'],
      livesTogether: true,
    },
  ],
  finances: '人均月收入约 1,050 元：父亲汇款 2,000 元，低保金 1,150 元。无外债；主要支出为房租、药费和伙食。',
  housing: '租住两居室，52 平方米，五楼无电梯。小龙与妹妹同住一间，没有安静的写字地方。',
  health: '身体健康，视力下降（左 4.6，右 4.7），尚未配镜。入睡困难，起床困难。无慢性病、无用药。',
  abilities: '喜欢画画和拆装小电器，记忆力好，照顾妹妹很耐心。当众说话时容易紧张。',
  legal: '父母 2022 年离婚，由父亲抚养；父亲外出务工，书面委托奶奶照护。',
  lifeHistory: [
    { date: '2022', event: '父母离婚，母亲去往外省', impact: '与母亲联系中断，不愿谈起' },
    { date: '2024-08', event: '随奶奶从定西搬到兰州并转学', impact: '口音被同学取笑，没有要好的朋友' },
    { date: '2025-11-10', event: '数学课上当众答错，被同学起外号', impact: '次日起不肯上学' },
  ],
  formalSupport: [
    { name: '银滩路小学（班主任 孙老师）', support: '课业、座位和同伴安排', contact: '0931-****552' },
    { name: '银滩路社区居委会', support: '低保、临时救助', contact: '0931-****881' },
  ],
  informalSupport: [
    { name: '王桂英（奶奶）', support: '日常照料和陪伴', contact: '138****2046' },
    { name: '马师傅（楼下修理铺）', support: '让小龙看修电器，很投缘', contact: null },
  ],
  resources: [{ resource: '社区四点半课堂', use: '放学后写作业的安静地方' }],
}

const caseFile: CaseFileFacts = {
  openedOn: '2026-02-02',
  fields: [coded('serviceField', 'community-care'), coded('serviceField', 'mental-health')],
  groups: [coded('clientGroup', 'left-behind-children'), coded('clientGroup', 'families-in-hardship')],
  grade: 'B',
  professionals: [
    {
      agency: '同行社会工作服务中心',
      name: '陈思远',
      role: '个案管理者',
      contact: '0931-****600',
      period: { from: '2026-02-02', until: '2026-07-06' },
    },
    {
      agency: '银滩路小学',
      name: '孙丽萍',
      role: '班主任',
      contact: '0931-****552',
      period: { from: '2026-02-25', until: null },
    },
  ],
  contents: [
    { document: '接案登记表', date: '2026-01-26', pages: 2 },
    { document: '个案管理评估表', date: '2026-02-12', pages: 4 },
    { document: '个案管理目标计划表', date: '2026-02-20', pages: 4 },
    { document: '个案过程记录表（14 份）', date: '2026-06-26', pages: 21 },
    { document: '个案管理结案表', date: '2026-07-03', pages: 3 },
  ],
  closedOn: '2026-07-06',
  keepUntil: '2042-09-12',
  location: '档案室 3 号柜',
  archiveNumber: 'TX-DA-2026-0009',
  archiveClass: coded('retentionClass', 'minor'),
  pages: 34,
}
