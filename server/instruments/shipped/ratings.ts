import { own } from './own.ts'
import { choiceItems, firstItems, type InstrumentData, say } from './words.ts'

const itself = (words: ReturnType<typeof say>) => ({
  id: 'total',
  words,
  rule: 'sum' as const,
  items: ['item1'],
  more: 'better' as const,
})

export const willingness: InstrumentData = {
  ...own,
  id: 'willingness',
  titles: say('求助意愿评定', 'Willingness to be helped', 'Готовность принять помощь'),
  purpose: say(
    '了解服务对象求助的主动程度。',
    'How actively somebody seeks help.',
    'Насколько активно человек ищет помощи.',
  ),
  instruction: say('请按目前情况选择。', 'Choose what fits now.', 'Выберите, что подходит сейчас.'),
  options: {
    willing: [
      { value: 5, words: say('主动求助', 'Seeks help actively', 'Активно ищет помощи') },
      { value: 4, words: say('愿意接受', 'Willing', 'Готов принять помощь') },
      { value: 3, words: say('犹豫', 'Undecided', 'Сомневается') },
      { value: 2, words: say('勉强接受', 'Reluctant', 'Неохотно') },
      { value: 1, words: say('被动或拒绝', 'Passive or refusing', 'Пассивен или отказывается') },
    ],
  },
  items: choiceItems('willing', [
    ['服务对象对接受帮助的态度', 'How the person stands towards help', 'Отношение человека к помощи'],
  ]),
  scores: [itself(say('求助意愿', 'Willingness', 'Готовность'))],
  informants: ['worker'],
}

export const participation: InstrumentData = {
  ...own,
  id: 'participation',
  titles: say('参与程度评定', 'Participation', 'Участие в работе'),
  purpose: say(
    '了解服务对象在服务中的配合与参与程度。',
    'How much somebody takes part in the work.',
    'Насколько человек участвует в работе.',
  ),
  instruction: say('请按最近一次服务评定。', 'Rate the latest contact.', 'Оцените последнюю встречу.'),
  options: {
    part: [
      { value: 5, words: say('主动推进', 'Leads the work', 'Сам ведёт работу') },
      { value: 4, words: say('积极参与', 'Takes part actively', 'Активно участвует') },
      { value: 3, words: say('一般配合', 'Takes part when asked', 'Участвует, когда просят') },
      { value: 2, words: say('很少参与', 'Seldom takes part', 'Участвует редко') },
      { value: 1, words: say('不参与', 'Does not take part', 'Не участвует') },
    ],
  },
  items: choiceItems('part', [
    ['服务对象的参与程度', 'How much the person takes part', 'Степень участия человека'],
  ]),
  scores: [itself(say('参与程度', 'Participation', 'Участие'))],
  informants: ['worker'],
}

export const closingReadiness: InstrumentData = {
  ...own,
  id: 'closing-readiness',
  titles: say('结案准备清单', 'Readiness for closing', 'Готовность к закрытию случая'),
  purpose: say(
    '与服务对象一起看看是否可以结案。',
    'To see together whether the work can end.',
    'Вместе посмотреть, можно ли завершать работу.',
  ),
  instruction: say('请逐项回答。', 'Answer each question.', 'Ответьте на каждый вопрос.'),
  options: {
    'yes-no': [
      { value: 1, words: say('是', 'Yes', 'Да') },
      { value: 0, words: say('否', 'No', 'Нет') },
    ],
  },
  items: choiceItems('yes-no', [
    ['主要目标已经达到', 'The main goals are reached', 'Основные цели достигнуты'],
    ['服务对象认为可以结束', 'The person agrees to end', 'Человек согласен завершить'],
    ['目前没有安全风险', 'There is no risk to safety', 'Риска для безопасности нет'],
    ['遇到困难时知道向谁求助', 'The person knows whom to turn to', 'Человек знает, к кому обратиться'],
    ['家庭或社区的支持稳定', 'Support around the person is steady', 'Поддержка вокруг человека устойчива'],
    ['转介和手续都已办妥', 'Referrals and papers are settled', 'Направления и документы оформлены'],
    ['已谈过分别的感受', 'The ending was talked about', 'О завершении поговорили'],
    ['已商定跟进安排', 'Follow-up is agreed', 'Сопровождение согласовано'],
  ]),
  scores: [
    {
      id: 'total',
      words: say('已具备的条件', 'Conditions met', 'Выполнено условий'),
      rule: 'sum',
      items: firstItems(8),
      more: 'better',
      bands: [
        { id: 'not-yet', from: 0, to: 7, words: say('尚未完全具备', 'Not yet', 'Ещё нет'), weight: 'some' },
        { id: 'ready', from: 8, to: 8, words: say('可以结案', 'Ready', 'Готово') },
      ],
    },
  ],
  informants: ['worker', 'self'],
}

/** Satisfaction with the service, which is not the change it brought: the mean times 20, so 20 to 100. */
export const satisfaction: InstrumentData = {
  ...own,
  id: 'satisfaction',
  titles: say('服务满意度', 'Satisfaction with the service', 'Удовлетворённость услугами'),
  purpose: say(
    '了解服务对象对服务的看法；由非个案社工发放。',
    'What somebody thinks of the service; given out by somebody other than the case worker.',
    'Что человек думает об услугах; выдаёт не тот, кто ведёт случай.',
  ),
  instruction: say('请选择您在多大程度上同意。', 'How much do you agree?', 'Насколько вы согласны?'),
  options: {
    agree: [
      { value: 1, words: say('很不同意', 'Not at all', 'Совсем нет') },
      { value: 2, words: say('不太同意', 'Rather not', 'Скорее нет') },
      { value: 3, words: say('一般', 'In between', 'Отчасти') },
      { value: 4, words: say('比较同意', 'Rather', 'Скорее да') },
      { value: 5, words: say('非常同意', 'Very much', 'Полностью') },
    ],
  },
  items: [
    ...choiceItems('agree', [
      ['说到的都做到了', 'What was promised was done', 'Что обещали, то сделали'],
      [
        '需要时找得到社工',
        'The worker could be reached when needed',
        'К специалисту можно было обратиться, когда нужно',
      ],
      ['见面的地方合适', 'The place where we met was suitable', 'Место встреч было подходящим'],
      ['感到被关心和尊重', 'I felt cared for and respected', 'Я чувствовал заботу и уважение'],
      ['我的要求得到及时回应', 'What I asked for was answered in time', 'На мои просьбы отвечали вовремя'],
      ['我的信息得到保密', 'What I told was kept in confidence', 'Мои сведения хранили в тайне'],
      ['对解决问题有帮助', 'It helped with my problem', 'Это помогло решить мою проблему'],
      [
        '以后需要时会再来，也会推荐给别人',
        'I would come again and recommend it',
        'Я обращусь снова и посоветую другим',
      ],
    ]),
    {
      id: 'best',
      kind: 'text',
      words: say('最有帮助的是什么？', 'What helped most?', 'Что помогло больше всего?'),
      optional: true,
    },
    {
      id: 'wish',
      kind: 'text',
      words: say('希望我们改进什么？', 'What should we do better?', 'Что нам улучшить?'),
      optional: true,
    },
  ],
  scores: [
    {
      id: 'total',
      words: say('满意度（20–100）', 'Satisfaction (20–100)', 'Удовлетворённость (20–100)'),
      rule: 'mean',
      multiply: 20,
      items: firstItems(8),
      decimals: 1,
      missing: { rule: 'prorate', atMost: 0.9 },
      more: 'better',
    },
  ],
  informants: ['self', 'parent'],
}
