import { feelingDown, howOften, interest, phqSource, shortTotal, twoWeeks } from './phq.ts'
import { choiceItems, firstItems, itemNames, type InstrumentData, say } from './words.ts'

const sevenItems: Parameters<typeof choiceItems>[1] = [
  [
    '感到紧张、焦虑或急切',
    'Feeling nervous, anxious, or on edge',
    'Вы нервничали, тревожились или были взвинчены',
  ],
  [
    '不能停止或控制担忧',
    'Not being able to stop or control worrying',
    'Вы не могли перестать беспокоиться или справиться с беспокойством',
  ],
  [
    '对各种各样的事情担忧过多',
    'Worrying too much about different things',
    'Вы слишком много беспокоились о разных вещах',
  ],
  ['很难放松下来', 'Trouble relaxing', 'Вам было трудно расслабиться'],
  [
    '坐立不安，难以安静坐着',
    'Being so restless that it is hard to sit still',
    'Вы были так беспокойны, что не могли усидеть на месте',
  ],
  ['容易烦恼或急躁', 'Becoming easily annoyed or irritable', 'Вы легко раздражались или выходили из себя'],
  [
    '感到害怕，好像将有可怕的事发生',
    'Feeling afraid, as if something awful might happen',
    'Вам было страшно, словно могло случиться что-то ужасное',
  ],
]

const total = say('总分', 'Total', 'Сумма')
const moderate = say('中度', 'Moderate', 'Умеренная')
const mild = say('轻度', 'Mild', 'Лёгкая')
const severe = say('重度', 'Severe', 'Тяжёлая')

export const gad7: InstrumentData = {
  ...phqSource,
  id: 'gad-7',
  version: 1,
  titles: say('焦虑筛查量表 GAD-7', 'GAD-7, anxiety screening', 'GAD-7, скрининг тревоги'),
  purpose: say(
    '了解近两周焦虑症状的程度。',
    'How strong signs of anxiety were over two weeks.',
    'Насколько выражены признаки тревоги за две недели.',
  ),
  instruction: twoWeeks,
  options: howOften,
  items: choiceItems('often', sevenItems),
  scores: [
    {
      id: 'total',
      words: total,
      rule: 'sum',
      items: firstItems(7),
      more: 'worse',
      bands: [
        { id: 'minimal', from: 0, to: 4, words: say('极轻', 'Minimal', 'Минимальная') },
        { id: 'mild', from: 5, to: 9, words: mild, weight: 'some' },
        { id: 'moderate', from: 10, to: 14, words: moderate, weight: 'some' },
        { id: 'severe', from: 15, to: 21, words: severe, weight: 'much' },
      ],
    },
  ],
  alerts: [
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
  citation: 'Spitzer RL, Kroenke K, Williams JBW, Löwe B. The GAD-7. Arch Intern Med 2006; 166: 1092–1097.',
}

export const gad2: InstrumentData = {
  ...phqSource,
  id: 'gad-2',
  version: 1,
  titles: say('焦虑简易筛查 GAD-2', 'GAD-2, short anxiety screening', 'GAD-2, краткий скрининг тревоги'),
  purpose: say(
    '用两个问题初筛焦虑。',
    'A first look at anxiety in two questions.',
    'Первый взгляд на тревогу: два вопроса.',
  ),
  instruction: twoWeeks,
  options: howOften,
  items: choiceItems('often', sevenItems.slice(0, 2)),
  scores: [
    shortTotal(['阳性，建议做 GAD-7', 'Positive: GAD-7 is advised', 'Положительный: рекомендуется GAD-7']),
  ],
  citation: 'Kroenke K, Spitzer RL, Williams JBW, et al. Ann Intern Med 2007; 146: 317–325.',
}

/** PHQ-4: its two halves are GAD-2 and PHQ-2. */
export const phq4: InstrumentData = {
  ...phqSource,
  id: 'phq-4',
  version: 1,
  titles: say('焦虑抑郁简易筛查 PHQ-4', 'PHQ-4, anxiety and depression', 'PHQ-4, тревога и депрессия'),
  purpose: say(
    '用四个问题初筛焦虑和抑郁。',
    'A first look at anxiety and depression in four questions.',
    'Первый взгляд на тревогу и депрессию: четыре вопроса.',
  ),
  instruction: twoWeeks,
  options: howOften,
  items: choiceItems('often', [...sevenItems.slice(0, 2), interest, feelingDown]),
  scores: [
    {
      id: 'total',
      words: total,
      rule: 'sum',
      items: firstItems(4),
      more: 'worse',
      bands: [
        { id: 'none', from: 0, to: 2, words: say('无', 'None', 'Нет') },
        { id: 'mild', from: 3, to: 5, words: mild, weight: 'some' },
        { id: 'moderate', from: 6, to: 8, words: moderate, weight: 'some' },
        { id: 'severe', from: 9, to: 12, words: severe, weight: 'much' },
      ],
    },
    {
      id: 'anxiety',
      words: say('焦虑', 'Anxiety', 'Тревога'),
      rule: 'sum',
      items: itemNames(1, 2),
      more: 'worse',
    },
    {
      id: 'depression',
      words: say('抑郁', 'Depression', 'Депрессия'),
      rule: 'sum',
      items: itemNames(3, 4),
      more: 'worse',
    },
  ],
  citation: 'Kroenke K, Spitzer RL, Williams JBW, Löwe B. Psychosomatics 2009; 50: 613–621.',
}
