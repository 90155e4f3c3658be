import { activityType } from '#contract/codes/index.ts'
import { listWith, named, ownCode, type ToldSetting, workingWeek } from './told.ts'

/** An agency that assesses before it interviews, by DB62/T 4986, for all cases that it opens from now on. */
export const harbourSettings: readonly ToldSetting[] = [
  {
    day: -230,
    kind: 'profile',
    sheet: {
      nature: 'charity',
      mission: 'Safe homes and steady help for families, for as long as they need it and no longer.',
      requirements: 'Keep appointments or let us know the day before; take part in the steps we agree on.',
      languages: ['en', 'zh'],
      leader: 'Thomas Reid',
      leaderTitle: 'Supervisor in charge',
    },
  },
  {
    day: -230,
    kind: 'site',
    about: 'site house',
    sheet: {
      name: named('港湾之家', 'Harbour House', 'Дом «Гавань»'),
      address: '5 Example Road, Anning district',
      phone: '0931-555 0170',
      letters: 'H',
      closed: false,
    },
  },
  ...(
    [
      ['room blue', named('蓝屋', 'Blue room', 'Голубая комната'), 4, 'private'],
      ['room kitchen', named('厨房', 'Kitchen', 'Кухня'), 10, 'open'],
    ] as const
  ).map(([about, name, seats, privacy]) => ({
    day: -230,
    kind: 'room' as const,
    about,
    sheet: { siteId: 'site house', name, seats, privacy, accessible: true, closed: false },
  })),
  {
    day: -230,
    kind: 'hours',
    about: 'site house',
    sheet: { weekly: workingWeek('09:00', '18:00'), exceptions: [] },
  },
  { day: -230, kind: 'catchment', sheet: { areas: [{ prefix: '620105', name: 'Anning district' }] } },
  {
    day: -230,
    kind: 'scope',
    sheet: {
      serviceFields: ['rights-protection', 'welfare-services', 'community-care', 'mental-health'],
      clientGroups: [],
      minimumAge: null,
      maximumAge: null,
      notHere: 'No residential care. The city shelter takes people in at any hour.',
    },
  },
  {
    day: -230,
    kind: 'capacity',
    sheet: {
      cases: 30,
      perWorker: { level4: null, level3: 15, level2: 10, level1: null },
      waitingList: 8,
    },
  },
  { day: -2, kind: 'workflow', sheet: { template: 'assessment-first' } },
  {
    day: -2,
    kind: 'field',
    about: 'field pets',
    sheet: {
      record: 'assessment',
      type: 'yes-no',
      label: named('有宠物', 'Are there pets?', 'Есть ли питомцы?'),
      help: named('', 'They may not be allowed in temporary housing.', ''),
      required: false,
      order: 10,
      choices: [],
      template: null,
      retired: false,
    },
  },
  {
    day: -220,
    kind: 'deadline-rule',
    about: 'rule housing',
    sheet: {
      name: named('询问住房名单', 'Ask about the housing list', 'Узнать об очереди на жильё'),
      when: { kind: 'stage-opened', stage: 'delivery' },
      days: 30,
      unit: 'working-days',
      who: 'case-manager',
      template: null,
      retired: false,
    },
  },
  {
    day: -2,
    kind: 'codes',
    about: 'activityType',
    sheet: {
      rows: listWith(activityType.codes, [
        ownCode('humane-care.shared-meal', '一起用餐', 'Shared meal', 'Совместный обед'),
      ]),
    },
  },
]
