import { own } from './own.ts'
import { choiceItems, firstItems, type InstrumentData, itemNames, say } from './words.ts'

const basic: Parameters<typeof choiceItems>[1] = [
  ['进食', 'Eating', 'Приём пищи'],
  ['洗澡', 'Washing or bathing', 'Мытьё'],
  ['梳洗（洗脸、刷牙、梳头）', 'Grooming', 'Уход за собой'],
  ['穿脱衣服', 'Dressing', 'Одевание'],
  ['控制大便', 'Control of bowels', 'Контроль стула'],
  ['控制小便', 'Control of bladder', 'Контроль мочеиспускания'],
  ['上厕所', 'Using the toilet', 'Пользование туалетом'],
  ['从床到椅的移动', 'Moving from bed to chair', 'Перемещение с кровати на стул'],
  ['室内行走', 'Moving about indoors', 'Передвижение по дому'],
  ['上下楼梯', 'Stairs', 'Лестница'],
]
const instrumental: Parameters<typeof choiceItems>[1] = [
  ['打电话', 'Using a telephone', 'Пользование телефоном'],
  ['购物', 'Shopping', 'Покупки'],
  ['做饭', 'Cooking', 'Приготовление еды'],
  ['做家务', 'Housework', 'Уборка'],
  ['洗衣服', 'Laundry', 'Стирка'],
  ['外出乘车', 'Getting about by transport', 'Поездки на транспорте'],
  ['按时服药', 'Taking medicines', 'Приём лекарств'],
  ['管理钱财', 'Managing money', 'Распоряжение деньгами'],
]

/** Ten basic and eight instrumental activities of daily living: alone 2, with help 1, cannot 0. */
export const dailyLiving: InstrumentData = {
  ...own,
  id: 'adl-iadl',
  titles: say('日常生活能力清单', 'Daily living checklist', 'Перечень повседневных действий'),
  purpose: say(
    '了解日常活动中哪些能自己完成，哪些需要帮助。',
    'What somebody does alone in daily life, and where help is needed.',
    'Что человек делает сам и где нужна помощь.',
  ),
  instruction: say(
    '请按最近的实际情况选择。',
    'Choose what is true at present.',
    'Выберите то, что верно сейчас.',
  ),
  options: {
    ability: [
      { value: 2, words: say('能独立完成', 'Alone', 'Сам') },
      { value: 1, words: say('需要帮助', 'With help', 'С помощью') },
      { value: 0, words: say('不能完成', 'Cannot', 'Не может') },
    ],
  },
  items: choiceItems('ability', [...basic, ...instrumental]),
  scores: [
    {
      id: 'basic',
      words: say('基本日常活动', 'Basic activities', 'Основные действия'),
      rule: 'sum',
      items: firstItems(10),
      more: 'better',
    },
    {
      id: 'instrumental',
      words: say('工具性日常活动', 'Instrumental activities', 'Сложные действия'),
      rule: 'sum',
      items: itemNames(11, 12, 13, 14, 15, 16, 17, 18),
      more: 'better',
    },
  ],
  informants: ['worker', 'self', 'parent'],
}
