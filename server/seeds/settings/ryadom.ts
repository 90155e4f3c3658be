import { clientGroup } from '#contract/codes/index.ts'
import { listWith, named, ownCode, type ToldSetting, workingWeek } from './told.ts'

/** A centre with one site, which asks in the interview how one heard of it, and numbers its cases by field from now on. */
export const ryadomSettings: readonly ToldSetting[] = [
  {
    day: -230,
    kind: 'profile',
    sheet: {
      nature: 'community-agency',
      mission: 'Быть рядом с семьёй, пока ей трудно, и отойти, когда она справляется сама.',
      requirements: 'Приходить в назначенное время и предупреждать об изменениях за день.',
      languages: ['ru', 'zh'],
      leader: 'Соколова Ирина Павловна',
      leaderTitle: 'директор',
    },
  },
  {
    day: -230,
    kind: 'site',
    about: 'site centre',
    sheet: {
      name: named('城关中心', 'Chengguan centre', 'Центр в Чэнгуане'),
      address: 'Район Чэнгуань, улица Примерная, 7',
      phone: '0931-555 0190',
      letters: 'C',
      closed: false,
    },
  },
  {
    day: -230,
    kind: 'room',
    about: 'room one',
    sheet: {
      siteId: 'site centre',
      name: named('谈话室', 'Talking room', 'Комната для бесед'),
      seats: 4,
      privacy: 'private',
      accessible: true,
      closed: false,
    },
  },
  {
    day: -230,
    kind: 'hours',
    about: 'site centre',
    sheet: { weekly: workingWeek('08:30', '17:00'), exceptions: [] },
  },
  { day: -230, kind: 'catchment', sheet: { areas: [{ prefix: '620102', name: 'Чэнгуань' }] } },
  {
    day: -230,
    kind: 'scope',
    sheet: {
      serviceFields: [],
      clientGroups: [],
      minimumAge: null,
      maximumAge: null,
      notHere: 'Медицинскую помощь центр не оказывает: обращайтесь в районную поликлинику.',
    },
  },
  {
    day: -230,
    kind: 'capacity',
    sheet: {
      cases: 40,
      perWorker: { level4: null, level3: 25, level2: null, level1: null },
      waitingList: 10,
    },
  },
  {
    day: -2,
    kind: 'field',
    about: 'field heard',
    sheet: {
      record: 'interview',
      type: 'text',
      label: named('从哪里知道我们', 'How they heard of us', 'Откуда узнали о нас'),
      help: named('', '', ''),
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
    about: 'rule home',
    sheet: {
      name: named('再次家访', 'Visit the home again', 'Повторно посетить дом'),
      when: { kind: 'stage-opened', stage: 'delivery' },
      days: 30,
      unit: 'working-days',
      who: 'case-manager',
      template: null,
      retired: false,
    },
  },
  {
    day: -3,
    kind: 'codes',
    about: 'clientGroup',
    sheet: {
      rows: listWith(clientGroup.codes, [
        ownCode('other.carers', '照顾家人的人', 'Family carers', 'Ухаживающие за близкими'),
        ownCode('migrants', '', '', '', true),
      ]),
    },
  },
]
