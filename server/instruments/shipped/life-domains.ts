import { own } from './own.ts'
import { type InstrumentData, say } from './words.ts'

const domains = [
  ['housing', '住房', 'Housing', 'Жильё'],
  ['income', '收入与福利', 'Income and benefits', 'Доход и пособия'],
  ['employment', '就业', 'Employment', 'Занятость'],
  ['education', '教育与培训', 'Education and training', 'Образование и обучение'],
  ['food', '饮食', 'Food', 'Питание'],
  ['health', '身体健康', 'Physical health', 'Физическое здоровье'],
  ['mental-health', '心理健康', 'Mental health', 'Психическое здоровье'],
  ['substance-use', '物质使用', 'Substance use', 'Употребление веществ'],
  ['family', '家庭关系', 'Family relations', 'Отношения в семье'],
  ['child-care', '子女照料与教养', 'Child care and parenting', 'Уход за детьми и воспитание'],
  ['safety', '人身安全', 'Safety', 'Безопасность'],
  ['legal', '法律状况', 'Legal situation', 'Правовое положение'],
  ['participation', '社会参与', 'Social participation', 'Участие в жизни общества'],
  ['daily-living', '日常生活', 'Daily living', 'Повседневная жизнь'],
  ['transport', '出行', 'Transport', 'Передвижение'],
  ['documents', '证件', 'Documents', 'Документы'],
] as const

/**
 * The life-domain matrix: sixteen domains from 1 to 5 in our own wording. Domains that do not concern somebody are left
 * out: the mean is of those that were rated, and each rated 1 or 2 is a priority (1 is a crisis).
 */
export const lifeDomains: InstrumentData = {
  ...own,
  id: 'life-domains',
  titles: say('生活领域评定', 'Life domains', 'Сферы жизни'),
  purpose: say(
    '逐项了解生活各方面的状况，找出优先处理的领域。',
    'How each part of life is going, and which comes first.',
    'Как обстоят дела в каждой сфере жизни и что важнее всего.',
  ),
  instruction: say(
    '请按目前情况评定；与本人无关的领域可以不填。',
    'Rate each as it is now; leave out what does not concern this person.',
    'Оцените положение сейчас; пропустите то, что этого человека не касается.',
  ),
  options: {
    state: [
      { value: 1, words: say('危机', 'In crisis', 'Кризис') },
      { value: 2, words: say('不稳定', 'Unsteady', 'Неустойчиво') },
      { value: 3, words: say('基本稳定', 'Steady with support', 'Устойчиво с поддержкой') },
      { value: 4, words: say('良好', 'Good', 'Хорошо') },
      { value: 5, words: say('自主有余', 'Strong, no help needed', 'Уверенно, помощь не нужна') },
    ],
  },
  items: domains.map(([id, zh, en, ru]) => ({
    id,
    kind: 'choice' as const,
    options: 'state',
    words: say(zh, en, ru),
    optional: true,
  })),
  scores: [
    {
      id: 'mean',
      words: say('已评领域的平均分', 'Mean of the domains rated', 'Среднее по оценённым сферам'),
      rule: 'mean',
      items: domains.map(([id]) => id),
      decimals: 1,
      missing: { rule: 'prorate', atMost: 0.9 },
      more: 'better',
    },
  ],
  alerts: domains.map(([id, zh, en, ru]) => ({
    id: `${id}-first`,
    kind: 'attention' as const,
    item: id,
    atMost: 2,
    words: say(`优先领域：${zh}`, `Comes first: ${en}`, `Важно в первую очередь: ${ru}`),
  })),
  informants: ['worker', 'self'],
}
