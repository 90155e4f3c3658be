import { choiceItems, firstItems, itemNames, type InstrumentData, say } from './words.ts'

const agreement = [
  say('极不同意', 'Very strongly disagree', 'Совершенно не согласен'),
  say('很不同意', 'Strongly disagree', 'Не согласен'),
  say('稍不同意', 'Mildly disagree', 'Скорее не согласен'),
  say('中立', 'Neutral', 'Нейтрально'),
  say('稍同意', 'Mildly agree', 'Скорее согласен'),
  say('很同意', 'Strongly agree', 'Согласен'),
  say('极同意', 'Very strongly agree', 'Полностью согласен'),
]

/** Means of 12 items are rounded to one decimal before they are looked up, so that no mean falls between two bands. */
const bands = [
  { id: 'low', from: 1, to: 2.9, words: say('低', 'Low', 'Низкая'), weight: 'much' as const },
  { id: 'moderate', from: 3, to: 5, words: say('中等', 'Moderate', 'Средняя'), weight: 'some' as const },
  { id: 'high', from: 5.1, to: 7, words: say('高', 'High', 'Высокая') },
]

const meanOf = (id: string, words: ReturnType<typeof say>, items: readonly string[]) => ({
  id,
  words,
  rule: 'mean' as const,
  items: [...items],
  decimals: 1,
  more: 'better' as const,
  bands,
})

/** Zimet and others 1988. An agency that reads it by totals (to 36, to 60) loads a version of its own with those bands. */
export const mspss: InstrumentData = {
  id: 'mspss',
  version: 1,
  titles: say(
    '领悟社会支持量表 MSPSS',
    'MSPSS, perceived social support',
    'MSPSS, воспринимаемая социальная поддержка',
  ),
  purpose: say(
    '了解服务对象感受到的来自家庭、朋友和他人的支持。',
    'How much support somebody feels from family, friends and others.',
    'Сколько поддержки человек чувствует от семьи, друзей и других.',
  ),
  instruction: say(
    '请看每一句话，选出您在多大程度上同意。',
    'Read each statement and indicate how you feel about it.',
    'Прочитайте каждое утверждение и отметьте, насколько вы согласны.',
  ),
  options: { agreement: agreement.map((words, at) => ({ value: at + 1, words })) },
  items: choiceItems('agreement', [
    [
      '在我遇到困难时，总有一个特别的人在我身边',
      'There is a special person who is around when I am in need.',
      'Есть особенный человек, который рядом, когда мне трудно.',
    ],
    [
      '有一个特别的人，我能与之分享快乐与忧伤',
      'There is a special person with whom I can share my joys and sorrows.',
      'Есть особенный человек, с которым я могу разделить радость и горе.',
    ],
    [
      '我的家人真心想帮助我',
      'My family really tries to help me.',
      'Моя семья действительно старается мне помочь.',
    ],
    [
      '我能从家人那里得到所需要的感情帮助和支持',
      'I get the emotional help and support I need from my family.',
      'Я получаю от семьи нужную мне душевную помощь и поддержку.',
    ],
    [
      '有一个特别的人，真正给我安慰',
      'I have a special person who is a real source of comfort to me.',
      'У меня есть особенный человек, который меня по-настоящему утешает.',
    ],
    [
      '我的朋友真心想帮助我',
      'My friends really try to help me.',
      'Мои друзья действительно стараются мне помочь.',
    ],
    [
      '遇到麻烦时，我可以依靠朋友',
      'I can count on my friends when things go wrong.',
      'Я могу рассчитывать на друзей, когда дела идут плохо.',
    ],
    [
      '我能与家人谈自己的问题',
      'I can talk about my problems with my family.',
      'Я могу говорить о своих проблемах с семьёй.',
    ],
    [
      '我有朋友可以分享快乐与忧伤',
      'I have friends with whom I can share my joys and sorrows.',
      'У меня есть друзья, с которыми я могу разделить радость и горе.',
    ],
    [
      '生活中有一个特别的人关心我的感受',
      'There is a special person in my life who cares about my feelings.',
      'В моей жизни есть особенный человек, которому важны мои чувства.',
    ],
    [
      '家人愿意帮我做决定',
      'My family is willing to help me make decisions.',
      'Моя семья готова помогать мне принимать решения.',
    ],
    [
      '我能与朋友谈自己的问题',
      'I can talk about my problems with my friends.',
      'Я могу говорить о своих проблемах с друзьями.',
    ],
  ]),
  scores: [
    meanOf('mean', say('平均分', 'Mean', 'Среднее'), firstItems(12)),
    meanOf(
      'significant-other',
      say('重要他人', 'Significant other', 'Значимый человек'),
      itemNames(1, 2, 5, 10),
    ),
    meanOf('family', say('家庭', 'Family', 'Семья'), itemNames(3, 4, 8, 11)),
    meanOf('friends', say('朋友', 'Friends', 'Друзья'), itemNames(6, 7, 9, 12)),
    {
      id: 'total',
      words: say('总分', 'Total', 'Сумма'),
      rule: 'sum',
      items: firstItems(12),
      more: 'better',
    },
  ],
  informants: ['self'],
  licence: 'Free to use with citation, by leave of its author.',
  citation: 'Zimet GD, Dahlem NW, Zimet SG, Farley GK. J Pers Assess 1988; 52: 30–41.',
  sourceUrl: '',
  translations: { 'zh-CN': 'unvalidated', en: 'official', ru: 'unvalidated' },
}
