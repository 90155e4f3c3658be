import { choiceItems, firstItems, type InstrumentData, say } from './words.ts'

type Line = readonly [zh: string, en: string, ru: string]

export const twoWeeks = say(
  '在过去两周里，以下问题多久困扰您一次？',
  'Over the last two weeks, how often have you been bothered by any of the following problems?',
  'Как часто за последние две недели вас беспокоили следующие проблемы?',
)

export const howOften = {
  often: [
    { value: 0, words: say('完全没有', 'Not at all', 'Ни разу') },
    { value: 1, words: say('有几天', 'Several days', 'Несколько дней') },
    { value: 2, words: say('一半以上的天数', 'More than half the days', 'Более половины дней') },
    { value: 3, words: say('几乎每天', 'Nearly every day', 'Почти каждый день') },
  ],
}

/** The owner's statement, as it stands on each of these questionnaires. */
export const phqSource: Pick<InstrumentData, 'licence' | 'sourceUrl' | 'translations' | 'informants'> = {
  licence: 'No permission required to reproduce, translate, display or distribute.',
  sourceUrl: 'https://www.phqscreeners.com',
  translations: { 'zh-CN': 'unvalidated', en: 'official', ru: 'unvalidated' },
  informants: ['self'],
}

export const interest: Line = [
  '做事时提不起劲或没有兴趣',
  'Little interest or pleasure in doing things',
  'Вам не хотелось ничего делать, ничто не радовало',
]
export const feelingDown: Line = [
  '感到心情低落、沮丧或绝望',
  'Feeling down, depressed, or hopeless',
  'У вас было плохое настроение, подавленность или чувство безысходности',
]

const nineItems: readonly Line[] = [
  interest,
  feelingDown,
  [
    '入睡困难、睡不安稳或睡得过多',
    'Trouble falling or staying asleep, or sleeping too much',
    'Вам было трудно заснуть, сон прерывался или вы спали слишком много',
  ],
  ['感觉疲倦或没有活力', 'Feeling tired or having little energy', 'Вы чувствовали усталость или упадок сил'],
  ['食欲不振或吃得过多', 'Poor appetite or overeating', 'У вас был плохой аппетит или вы переедали'],
  [
    '觉得自己很糟，或觉得自己很失败，让自己或家人失望',
    'Feeling bad about yourself – or that you are a failure or have let yourself or your family down',
    'Вы плохо о себе думали: считали себя неудачником или что подвели себя или свою семью',
  ],
  [
    '很难集中注意力做事，例如看报纸或看电视',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Вам было трудно сосредоточиться, например на чтении газеты или просмотре телепередач',
  ],
  [
    '动作或说话缓慢到别人已经察觉；或者相反，烦躁不安、动来动去的情况比平常更多',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite – being so fidgety or restless that you have been moving around a lot more than usual',
    'Вы двигались или говорили так медленно, что это замечали другие; или наоборот, были так беспокойны, что двигались гораздо больше обычного',
  ],
  [
    '有不如死掉或用某种方式伤害自己的念头',
    'Thoughts that you would be better off dead or of hurting yourself in some way',
    'Вас посещали мысли, что лучше было бы умереть или причинить себе какой-либо вред',
  ],
]

/** PHQ-9: Kroenke, Spitzer and Williams 2001; ten and more asks for a further look, a change of five means something. */
export const phq9: InstrumentData = {
  ...phqSource,
  id: 'phq-9',
  version: 1,
  titles: say('抑郁筛查量表 PHQ-9', 'PHQ-9, depression screening', 'PHQ-9, скрининг депрессии'),
  purpose: say(
    '了解近两周抑郁症状的程度。',
    'How strong signs of depression were over two weeks.',
    'Насколько выражены признаки депрессии за две недели.',
  ),
  instruction: twoWeeks,
  options: howOften,
  items: choiceItems('often', nineItems),
  scores: [
    {
      id: 'total',
      words: say('总分', 'Total', 'Сумма'),
      rule: 'sum',
      items: firstItems(9),
      meaningfulChange: 5,
      more: 'worse',
      bands: [
        { id: 'minimal', from: 0, to: 4, words: say('无或极轻', 'None or minimal', 'Нет или минимальная') },
        { id: 'mild', from: 5, to: 9, words: say('轻度', 'Mild', 'Лёгкая'), weight: 'some' },
        { id: 'moderate', from: 10, to: 14, words: say('中度', 'Moderate', 'Умеренная'), weight: 'some' },
        {
          id: 'moderately-severe',
          from: 15,
          to: 19,
          words: say('中重度', 'Moderately severe', 'Умеренно тяжёлая'),
          weight: 'much',
        },
        { id: 'severe', from: 20, to: 27, words: say('重度', 'Severe', 'Тяжёлая'), weight: 'much' },
      ],
    },
  ],
  alerts: [
    {
      id: 'self-harm-thoughts',
      kind: 'emergency',
      item: 'item9',
      atLeast: 1,
      words: say(
        '第9题：有死亡或自伤的念头',
        'Item 9: thoughts of death or self-harm',
        'Пункт 9: мысли о смерти или причинении себе вреда',
      ),
    },
    {
      id: 'further-evaluation',
      kind: 'attention',
      score: 'total',
      atLeast: 10,
      words: say(
        '10分及以上：建议进一步评估',
        'Ten or more: a further evaluation is advised',
        '10 и больше: рекомендуется дальнейшее обследование',
      ),
    },
  ],
  citation: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9. J Gen Intern Med 2001; 16: 606–613.',
}

/** Two items with 3 as the cut, as PHQ-2 and GAD-2 have it. */
export const shortTotal = (words: readonly [zh: string, en: string, ru: string]) => ({
  id: 'total',
  words: say('总分', 'Total', 'Сумма'),
  rule: 'sum' as const,
  items: firstItems(2),
  more: 'worse' as const,
  bands: [
    { id: 'negative', from: 0, to: 2, words: say('阴性', 'Negative', 'Отрицательный') },
    { id: 'positive', from: 3, to: 6, words: say(...words), weight: 'some' as const },
  ],
})

export const phq2: InstrumentData = {
  ...phqSource,
  id: 'phq-2',
  version: 1,
  titles: say('抑郁简易筛查 PHQ-2', 'PHQ-2, short depression screening', 'PHQ-2, краткий скрининг депрессии'),
  purpose: say(
    '用两个问题初筛抑郁。',
    'A first look at depression in two questions.',
    'Первый взгляд на депрессию: два вопроса.',
  ),
  instruction: twoWeeks,
  options: howOften,
  items: choiceItems('often', nineItems.slice(0, 2)),
  scores: [
    shortTotal(['阳性，建议做 PHQ-9', 'Positive: PHQ-9 is advised', 'Положительный: рекомендуется PHQ-9']),
  ],
  citation: 'Kroenke K, Spitzer RL, Williams JBW. The PHQ-2. Med Care 2003; 41: 1284–1292.',
}
