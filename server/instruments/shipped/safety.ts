import { own } from './own.ts'
import { type InstrumentData, say } from './words.ts'

const questions = [
  [
    'life',
    '此刻是否有人的生命受到威胁？',
    'Is anybody’s life in danger right now?',
    'Угрожает ли сейчас чьей-либо жизни опасность?',
  ],
  [
    'safety',
    '此刻是否有人的人身安全受到威胁？',
    'Is anybody unsafe right now?',
    'Есть ли сейчас угроза чьей-либо безопасности?',
  ],
  [
    'self-harm',
    '是否有伤害自己或结束生命的想法或行为？',
    'Are there thoughts or acts of self-harm or of ending life?',
    'Есть ли мысли или действия, направленные на причинение себе вреда или смерть?',
  ],
  [
    'violence',
    '是否遭受或面临暴力？',
    'Is there violence, or a threat of it?',
    'Есть ли насилие или его угроза?',
  ],
  [
    'neglect',
    '是否有人得不到必需的照料？',
    'Is anybody left without the care they need?',
    'Остаётся ли кто-либо без необходимого ухода?',
  ],
  [
    'no-shelter-or-food',
    '今晚是否没有住处或食物？',
    'Is there no shelter or food for tonight?',
    'Нет ли жилья или еды на сегодняшнюю ночь?',
  ],
  [
    'medical-emergency',
    '是否需要立即就医？',
    'Is urgent medical help needed?',
    'Нужна ли срочная медицинская помощь?',
  ],
] as const

/** Seven questions; a single yes asks for the emergency decision. */
export const safetyScreen: InstrumentData = {
  ...own,
  id: 'safety-screen',
  titles: say('安全筛查', 'Safety screen', 'Скрининг безопасности'),
  purpose: say(
    '尽快发现需要立即处置的危险。',
    'To notice at once what cannot wait.',
    'Сразу заметить то, что не терпит отлагательства.',
  ),
  instruction: say('请逐项回答。', 'Answer each question.', 'Ответьте на каждый вопрос.'),
  options: {
    'yes-no': [
      { value: 1, words: say('是', 'Yes', 'Да') },
      { value: 0, words: say('否', 'No', 'Нет') },
    ],
  },
  items: questions.map(([id, zh, en, ru]) => ({
    id,
    kind: 'choice' as const,
    options: 'yes-no',
    words: say(zh, en, ru),
  })),
  scores: [],
  alerts: questions.map(([id, zh, en, ru]) => ({
    id: `${id}-yes`,
    kind: 'emergency' as const,
    item: id,
    atLeast: 1,
    words: say(zh, en, ru),
  })),
  informants: ['worker', 'self', 'parent', 'teacher'],
}
