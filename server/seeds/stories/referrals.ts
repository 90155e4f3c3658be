import type { ReceiverKind, ReferralKind, ReferralReason, ReferralUrgency } from '#contract/codes/index.ts'
import type { FileSection } from '#contract/codes/index.ts'
import type { StoryDay } from '../story.ts'

/** One step after the sending: who takes it, on which day, and what they say. `there` are workers of the receiving agency. */
export type ReferralTold = Readonly<{
  day: StoryDay
  move:
    | 'receive'
    | 'accept'
    | 'reject'
    | 'begin'
    | 'pause'
    | 'complete'
    | 'confirm'
    | 'cancel'
    | 'withdraw-consent'
  there?: string
  words?: string
}>

/** A referral between the agencies of the demo: out of which story, to whom, what for, and how far it came. */
export type ReferralStory = Readonly<{
  key: string
  /** The agency and the story that it comes from, and who writes it. */
  agency: string
  of: string
  by: string
  from: 'inquiry' | 'case'
  to:
    | Readonly<{ agency: string }>
    | Readonly<{ paper: string; kind: ReceiverKind }>
    | Readonly<{ partner: string; kind: ReceiverKind; administrator: string }>
    | Readonly<{ link: string; kind: ReceiverKind; contact: string }>
  kind: ReferralKind
  reason: ReferralReason
  urgency?: ReferralUrgency
  sections: readonly FileSection[]
  needed: string
  summary: string
  done: string
  expectation: string
  /** When the client consented and it was sent; without `sent` it is still written. */
  day: StoryDay
  sent?: true
  steps: readonly ReferralTold[]
}>

/** One referral in each state that tells something, between the three agencies and beyond them. */
export const referralStories: readonly ReferralStory[] = [
  {
    key: 'eriksson-to-ryadom',
    agency: 'harbour',
    of: 'eriksson',
    by: 'okafor',
    from: 'inquiry',
    to: { agency: 'ryadom' },
    kind: 'intake',
    reason: 'out-of-area',
    sections: ['identity', 'contact', 'first-contact'],
    needed: 'Help at home: shopping and bathing.',
    summary: 'She lives alone in Chengguan district, and we serve Anning district. Her hip troubles her.',
    done: 'We explained our area and called around; she agreed to be referred.',
    expectation: 'Somebody who comes twice a week, for a start.',
    day: -11,
    sent: true,
    steps: [
      { day: -10, move: 'receive', there: 'orlova' },
      { day: -9, move: 'accept', there: 'orlova' },
      { day: -7, move: 'begin', there: 'orlova' },
      {
        day: -3,
        move: 'complete',
        there: 'orlova',
        words: 'Помощница приходит по вторникам и пятницам; поручни в ванной поставлены.',
      },
      { day: -1, move: 'confirm', words: '“Two mornings a week, and she brings the bread I like.”' },
    ],
  },
  {
    key: 'xu-changgen-to-ryadom',
    agency: 'anning',
    of: 'xu-changgen',
    by: 'chen.siyuan',
    from: 'inquiry',
    to: { agency: 'ryadom' },
    kind: 'intake',
    reason: 'out-of-area',
    sections: ['identity', 'contact', 'first-contact'],
    needed: '定期上门看望和助浴。',
    summary: '老人独居，行动不便，住在城关区，不在本站服务区域。侄子平时上班，周末能来。',
    done: '已介绍本站服务区域，并与老人和侄子商定由贵机构接手。',
    expectation: '上门评估，每周至少两次看望。',
    day: -9,
    sent: true,
    steps: [],
  },
  {
    key: 'vorontsova-to-anning',
    agency: 'ryadom',
    of: 'vorontsova',
    by: 'orlova',
    from: 'inquiry',
    to: { agency: 'anning' },
    kind: 'intake',
    reason: 'out-of-area',
    sections: ['identity', 'contact'],
    needed: 'Помощь по дому несколько раз в неделю.',
    summary: 'Живёт одна в районе Аньнин, ходит с палочкой; говорит по-русски и немного по-китайски.',
    done: 'Рассказали об условиях, получили согласие.',
    expectation: 'Чтобы кто-то приходил два-три раза в неделю.',
    day: -8,
    sent: true,
    steps: [
      { day: -7, move: 'accept', there: 'chen.siyuan' },
      { day: -5, move: 'begin', there: 'chen.siyuan' },
    ],
  },
  {
    key: 'zheng-defu-to-harbour',
    agency: 'anning',
    of: 'zheng-defu',
    by: 'chen.siyuan',
    from: 'case',
    to: { agency: 'harbour' },
    kind: 'partial',
    reason: 'new-need',
    sections: ['identity', 'assessment'],
    needed: '记忆门诊的陪同就医。',
    summary: '独居老人，记忆减退，近半年三次忘关煤气。',
    done: '已上门评估，邻居每天敲门看一眼。',
    expectation: '每月陪同就医一次。',
    day: -2,
    sent: true,
    steps: [
      {
        day: -1,
        move: 'reject',
        there: 'okafor',
        words: 'We work with families and people leaving violence; the memory clinic has its own escorts.',
      },
    ],
  },
  {
    key: 'zheng-defu-to-hospital',
    agency: 'anning',
    of: 'zheng-defu',
    by: 'chen.siyuan',
    from: 'case',
    to: { paper: '兰州市第三人民医院记忆门诊', kind: 'health' },
    kind: 'partial',
    reason: 'new-need',
    sections: ['identity', 'contact', 'assessment'],
    needed: '记忆功能检查。',
    summary: '独居老人，记忆减退，女儿在外省。',
    done: '已完成评估。',
    expectation: '检查结果和用药建议。',
    day: -1,
    steps: [],
  },
  {
    key: 'zheng-defu-to-home-care',
    agency: 'anning',
    of: 'zheng-defu',
    by: 'chen.siyuan',
    from: 'case',
    to: { partner: '安康居家养老服务中心', kind: 'other', administrator: 'gao.min' },
    kind: 'partial',
    reason: 'new-need',
    sections: ['identity', 'assessment'],
    needed: '每周两次助餐和上门探访。',
    summary: '独居老人，记忆减退，有时忘记吃饭。',
    done: '已完成评估，女儿同意。',
    expectation: '两周内开始助餐，情况有变化时告诉我们。',
    day: -1,
    sent: true,
    steps: [],
  },
  {
    key: 'amara-to-legal-aid',
    agency: 'harbour',
    of: 'amara',
    by: 'okafor',
    from: 'case',
    to: { link: 'Legal Aid Lanzhou, Ms Duan', kind: 'legal', contact: 'Ms Duan, 0931 555 2271' },
    kind: 'partial',
    reason: 'out-of-scope',
    sections: ['identity', 'plan'],
    needed: 'A lawyer for the hearing on the protection order.',
    summary:
      'The hearing is next month; she has the papers of the police and wants nobody to call her at home.',
    done: 'Safety plan; she knows her rights.',
    expectation: 'One talk before the hearing, and somebody beside her there.',
    day: -1,
    sent: true,
    steps: [],
  },
  {
    key: 'karimov-to-housing',
    agency: 'ryadom',
    of: 'karimov',
    by: 'orlova',
    from: 'case',
    to: { paper: 'Жилищный отдел района Чэнгуань', kind: 'other' },
    kind: 'partial',
    reason: 'out-of-scope',
    sections: ['identity'],
    needed: 'Справка о регистрации по месту пребывания.',
    summary: 'После развода остался без жилья, документы восстановлены.',
    done: 'Помогли с заявлением.',
    expectation: 'Выдать справку и сообщить, когда её можно получить.',
    day: -5,
    sent: true,
    steps: [{ day: -2, move: 'accept' }],
  },
  {
    key: 'karimov-to-harbour',
    agency: 'ryadom',
    of: 'karimov',
    by: 'orlova',
    from: 'case',
    to: { agency: 'harbour' },
    kind: 'partial',
    reason: 'out-of-scope',
    sections: ['identity', 'plan'],
    needed: 'Место в очереди на жильё, сопровождение в жилищную службу.',
    summary: 'Бездомность после развода, документы восстановлены, работает посменно.',
    done: 'Приют, восстановление документов, первые смены.',
    expectation: 'Поставить в очередь на жильё и помочь с анкетой.',
    day: -6,
    sent: true,
    steps: [
      { day: -5, move: 'accept', there: 'okafor' },
      { day: -4, move: 'begin', there: 'okafor' },
      {
        day: -2,
        move: 'complete',
        there: 'okafor',
        words: 'On the list since Monday; the form is in, with both papers.',
      },
    ],
  },
  {
    key: 'amara-to-anning',
    agency: 'harbour',
    of: 'amara',
    by: 'okafor',
    from: 'case',
    to: { agency: 'anning' },
    kind: 'partial',
    reason: 'client-wish',
    urgency: 'urgent',
    sections: ['identity', 'plan'],
    needed: 'A Chinese-speaking worker to go along to the police station.',
    summary: 'She is leaving a violent home and has a protection order. Do not call in the evening.',
    done: 'Safety plan, protection order.',
    expectation: 'One visit together, this week.',
    day: -5,
    sent: true,
    steps: [
      { day: -4, move: 'accept', there: 'chen.siyuan' },
      {
        day: -2,
        move: 'withdraw-consent',
        words: 'A friend goes along; she wants nobody else to know.',
      },
    ],
  },
]
