import { caseSource, lifeDomain, problemNature, serviceField } from '#contract/codes/index.ts'
import { limitNames } from '#contract/settings/index.ts'
import type { Deadlines } from '#contract/settings/index.ts'
import { listWith, named, ownCode, type ToldSetting, workingWeek } from './told.ts'

const ownLimits: Partial<Deadlines> = { planReview: 60, intakeDecision: 3 }
const limits = Object.fromEntries(limitNames.map((name) => [name, ownLimits[name] ?? null])) as Deadlines

/** A station with two sites, which narrowed its catchment once and asks of its own what is dangerous at home. */
export const anningSettings: readonly ToldSetting[] = [
  {
    day: -230,
    kind: 'profile',
    sheet: {
      nature: 'social-organisation',
      mission: '陪伴困境中的儿童、老人和家庭走过最难的一段路，让他们重新靠自己站稳。',
      requirements: '如实告知情况，按约定时间见面；需要改期时提前一天说明。',
      languages: ['zh', 'sgn'],
      leader: '赵红梅',
      leaderTitle: '站长',
    },
  },
  {
    day: -230,
    kind: 'site',
    about: 'site east',
    sheet: {
      name: named('安宁东路总站', 'Anning East Road', 'Аньнин, Восточная улица'),
      address: '甘肃省兰州市安宁区安宁东路示例 18 号 2 楼',
      phone: '0931-555 0180',
      letters: 'E',
      closed: false,
    },
  },
  {
    day: -230,
    kind: 'site',
    about: 'site school',
    sheet: {
      name: named('安宁小学驻校点', 'Anning Primary School desk', 'Кабинет в школе Аньнин'),
      address: '安宁区示例路 3 号安宁小学 1 号楼',
      phone: '0931-555 0181',
      letters: 'S',
      closed: false,
    },
  },
  ...(
    [
      ['room talk', 'site east', named('静谈室', 'Quiet room', 'Тихая комната'), 4, 'private', true],
      ['room family', 'site east', named('家庭室', 'Family room', 'Семейная комната'), 8, 'private', true],
      ['room hall', 'site east', named('活动厅', 'Hall', 'Зал'), 30, 'open', true],
      [
        'room school',
        'site school',
        named('驻校谈话角', 'School corner', 'Уголок в школе'),
        3,
        'screened',
        false,
      ],
    ] as const
  ).map(([about, siteId, name, seats, privacy, accessible]) => ({
    day: -230,
    kind: 'room' as const,
    about,
    sheet: { siteId, name, seats, privacy, accessible, closed: false },
  })),
  {
    day: -230,
    kind: 'hours',
    about: 'site east',
    sheet: { weekly: workingWeek('09:00', '17:30'), exceptions: [] },
  },
  {
    day: -230,
    kind: 'hours',
    about: 'site school',
    sheet: {
      weekly: [1, 3, 5].map((weekday) => ({ channel: 'on-site', weekday, from: '12:00', until: '16:30' })),
      exceptions: [],
    },
  },
  { day: -230, kind: 'catchment', sheet: { areas: [{ prefix: '6201', name: '兰州市' }] } },
  { day: -120, kind: 'catchment', sheet: { areas: [{ prefix: '620105', name: '安宁区' }] } },
  {
    day: -230,
    kind: 'scope',
    sheet: {
      serviceFields: [],
      clientGroups: [],
      minimumAge: null,
      maximumAge: null,
      notHere: '不提供住院治疗和法律诉讼代理；请找市第三人民医院、区法律援助中心。',
    },
  },
  {
    day: -230,
    kind: 'capacity',
    sheet: {
      cases: 80,
      perWorker: { level4: 12, level3: 20, level2: 15, level1: 10 },
      waitingList: 20,
    },
  },
  { day: -200, kind: 'deadlines', sheet: limits },
  {
    day: -3,
    kind: 'field',
    about: 'field danger',
    sheet: {
      record: 'assessment',
      type: 'choice',
      label: named('家中是否有危险物品', 'Dangerous things at home', 'Опасные предметы дома'),
      help: named(
        '农药、煤气、无护栏的窗户等，家访时看过再填。',
        'Pesticides, gas, unguarded windows: answer after the home visit.',
        'Ядохимикаты, газ, окна без решёток: заполните после визита.',
      ),
      required: false,
      order: 10,
      choices: [
        { code: 'none', label: named('没有', 'None', 'Нет'), retired: false },
        { code: 'some', label: named('有，已处理', 'Some, dealt with', 'Есть, устранено'), retired: false },
        {
          code: 'danger',
          label: named('有，未处理', 'Some, not dealt with', 'Есть, не устранено'),
          retired: false,
        },
      ],
      template: null,
      retired: false,
    },
  },
  // At the school a child is assessed before it is talked with at length; cases opened there from that day on go so.
  { day: -40, kind: 'workflow', about: 'site school', sheet: { template: 'assessment-first' } },
  {
    day: -220,
    kind: 'deadline-rule',
    about: 'rule community',
    sheet: {
      name: named('与社区网格员见面', 'Meet the community officer', 'Встретиться с сотрудником общины'),
      when: { kind: 'stage-opened', stage: 'delivery' },
      days: 40,
      unit: 'working-days',
      who: 'case-manager',
      template: null,
      retired: false,
    },
  },
  {
    day: -3,
    kind: 'codes',
    about: 'caseSource',
    sheet: {
      rows: listWith(caseSource.codes, [
        ownCode('public-report.grid-officer', '社区网格员上报', 'Community officer', 'Сотрудник общины'),
        ownCode('outreach', '入户走访发现', 'Found on home rounds', 'Выявлен при обходе домов'),
      ]),
    },
  },
  {
    day: -3,
    kind: 'codes',
    about: 'serviceField',
    sheet: {
      rows: listWith(serviceField.codes, [
        ownCode('community-care.after-school', '课后托管', 'After-school care', 'Группа после уроков'),
      ]),
    },
  },
  {
    day: -3,
    kind: 'codes',
    about: 'problemNature',
    sheet: {
      rows: listWith(problemNature.codes, [
        ownCode('situational.moved', '随迁不适应', 'New to the city', 'Недавний переезд'),
      ]),
    },
  },
  {
    day: -3,
    kind: 'codes',
    about: 'lifeDomain',
    sheet: {
      rows: listWith(lifeDomain.codes, [
        ownCode('education.homework', '作业与陪读', 'Homework at home', 'Домашние задания'),
      ]),
    },
  },
]
