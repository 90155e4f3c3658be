import { defineWords } from '#web/app/words.ts'

/** What the agency says of itself. */
export const aboutWords = defineWords({
  'zh-CN': {
    nature: '机构性质',
    mission: '宗旨',
    requirements: '对服务对象的要求',
    languages: '可用语言',
    leader: '负责人',
    leaderTitle: '职务',
  },
  en: {
    nature: 'Nature of the agency',
    mission: 'Mission',
    requirements: 'What we ask of clients',
    languages: 'Languages spoken here',
    leader: 'Who leads',
    leaderTitle: 'Position',
  },
  ru: {
    nature: 'Тип организации',
    mission: 'Миссия',
    requirements: 'Чего мы ждём от клиентов',
    languages: 'Языки общения',
    leader: 'Руководитель',
    leaderTitle: 'Должность',
  },
})
