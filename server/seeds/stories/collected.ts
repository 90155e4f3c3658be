import type { Assessing, Collected, Story } from '../story.ts'

/** What was learned about the grandmother and the two children, from them and from those around them. */
export const grandmotherCollected = (day: number): Collected => ({
  day,
  notice: { way: 'spoken', language: '汉语（兰州话）' },
  visits: [
    { kind: 'home-visit', met: '周秀兰、浩然、雨桐', findings: '家里干净，两个孩子有各自的书桌。' },
    { kind: 'community-visit', met: '社区网格员', findings: '邻居愿意在奶奶看病时照看孩子。' },
  ],
  findings: [
    {
      field: 'family',
      matter: '晚上谁照顾孩子',
      side: 'strength',
      level: 'family',
      said: {
        says: '“都是我，一晚也没让他们自己待过。”',
        saidBy: 'client',
        saidByName: '',
        method: 'home-visit',
      },
      otherwise: {
        says: '上个月有两晚她膝盖疼得去了医院，孩子睡在我家。',
        saidBy: 'people-around',
        saidByName: '对门邻居',
        method: 'community-visit',
      },
      settled: '与周秀兰一起核对过：那两晚她事先托付了邻居，她觉得这不算“让孩子自己待着”。',
    },
    {
      field: 'physical-health',
      matter: '血压与膝盖',
      side: 'weakness',
      level: 'individual',
      kinds: ['health'],
      said: {
        says: '血压偏高，服药不规律；双膝关节炎。',
        saidBy: 'professional',
        saidByName: '社区医生',
        method: 'consulting',
      },
    },
    {
      field: 'abilities',
      matter: '手上的本事',
      side: 'strength',
      level: 'individual',
      said: {
        says: '“做饭、缝补、记账，没有我不会的。”',
        saidBy: 'client',
        saidByName: '',
        method: 'asking',
      },
    },
  ],
})

/** О семье, у которой нет дома: кто что рассказал, и что пока расходится. */
const homeCollected = (day: number): Collected => ({
  day,
  notice: { way: 'read', language: 'русский' },
  visits: [
    {
      kind: 'symposium',
      met: 'Отец, мать, сотрудница приюта',
      findings: 'Семья хочет остаться вместе и готова переехать.',
    },
  ],
  findings: [
    {
      field: 'support',
      matter: 'Чем помогает двоюродный брат',
      side: 'strength',
      level: 'social',
      said: {
        says: '«Брат поможет, у него всегда можно остаться».',
        saidBy: 'client',
        saidByName: '',
        method: 'interview',
      },
      otherwise: {
        says: '«Деньгами помогу. Пустить могу дня на три: своих детей трое».',
        saidBy: 'family',
        saidByName: 'двоюродный брат отца',
        method: 'asking',
      },
    },
    {
      field: 'abilities',
      matter: 'Работа',
      side: 'strength',
      level: 'individual',
      said: {
        says: '«Руками умею всё, без работы не сижу».',
        saidBy: 'client',
        saidByName: '',
        method: 'interview',
      },
    },
    {
      field: 'mental-health',
      matter: 'Настроение по вечерам',
      side: 'weakness',
      level: 'individual',
      kinds: ['health'],
      said: {
        says: 'Стал молчалив, почти не спит.',
        saidBy: 'family',
        saidByName: 'жена',
        method: 'interview',
      },
    },
  ],
})

/** What she, her friend and the school say. */
export const leavingCollected = (day: number): Collected => ({
  day,
  notice: { way: 'spoken', language: 'English' },
  visits: [
    {
      kind: 'home-visit',
      met: 'The client and the friend she stays with',
      findings: 'A room of their own for mother and daughter; the door is kept locked.',
    },
  ],
  findings: [
    {
      field: 'present',
      matter: 'Whether her husband knows where she works',
      side: 'weakness',
      level: 'social',
      said: {
        says: '“He never asked where the school is.”',
        saidBy: 'client',
        saidByName: '',
        method: 'interview',
      },
      otherwise: {
        says: 'He came to the summer party with her two years ago.',
        saidBy: 'school-or-work',
        saidByName: 'head of her school',
        method: 'interview',
      },
    },
    {
      field: 'support',
      matter: 'Who helps when things go wrong',
      side: 'strength',
      level: 'social',
      said: {
        says: 'She calls me first, day or night.',
        saidBy: 'people-around',
        saidByName: 'the friend she stays with',
        method: 'home-visit',
      },
    },
  ],
})

/** Что вокруг семьи действует, и чья помощь нужна. */
const homeAnalysis: Assessing['analysis'] = {
  microSystem: 'Жена и дети держатся вместе.',
  mezzoSystem: 'Школа внимательна к девочке; приют готов принять семью.',
  macroSystem: 'Очередь на социальное жильё, аренда дорожает.',
  helpNeeded: ['shelter', 'health', 'family'],
  plainWords:
    'У вас крепкая семья. Не хватает жилья и постоянной работы. Мы пойдём по шагам: сначала комната, потом доход и документы.',
}

/** История семьи вместе с тем, что о ней собрано, и с тем, что отец поправил, читая оценку. */
export const withSources = (home: Story): Story => ({
  ...home,
  collected: homeCollected(-76),
  ...(home.assessment && {
    assessment: {
      ...home.assessment,
      analysis: homeAnalysis,
      confirmed: { day: -75, putRight: [['problems', 1, 'Доход есть, но каждый месяц разный.']] },
    },
  }),
})
