import type { Wording } from '#contract/language.ts'

/** What we tell people when the plan stage says no; `app/sentences.ts` does not compile while one is missing. */
const refusalSentences = {
  'plan/no-confirmed-assessment': {
    'zh-CN': '服务对象确认评估结果之后，才能制定服务计划。',
    en: 'The plan begins once the client has confirmed the assessment.',
    ru: 'План составляют после того, как клиент подтвердил результаты оценки.',
  },
  'plan/draft-under-way': {
    'zh-CN': '已有一份正在填写的计划，请接着填写。',
    en: 'A plan is already being written. Please go on with that one.',
    ru: 'План уже составляется. Продолжите работу с ним.',
  },
  'plan/already-signed': {
    'zh-CN': '这份计划已经签名。',
    en: 'This plan has already been signed.',
    ru: 'Этот план уже подписан.',
  },
  'plan/not-signed': {
    'zh-CN': '请先由社工签名，再请服务对象确认。',
    en: 'The worker signs first; then the client is asked to confirm.',
    ru: 'Сначала план подписывает специалист, затем его подтверждает клиент.',
  },
  'plan/not-awaiting-cosignature': {
    'zh-CN': '这份计划没有在等待会签。',
    en: 'This plan is not waiting for a co-signature.',
    ru: 'Этот план не ждёт второй подписи.',
  },
  'plan/awaits-cosignature': {
    'zh-CN': '请先由三级及以上的同事会签。',
    en: 'A colleague of level 3 or above has to co-sign first.',
    ru: 'Сначала план должен подписать коллега 3-го уровня или выше.',
  },
  'plan/already-active': {
    'zh-CN': '这份计划已经开始实施。',
    en: 'Work on this plan has already begun.',
    ru: 'Работа по этому плану уже началась.',
  },
  'plan/superseded': {
    'zh-CN': '已有更新的计划，请使用最新的一份。',
    en: 'There is a newer plan. Please use the newest one.',
    ru: 'Есть более новый план. Используйте последний.',
  },
  'plan/not-the-client': {
    'zh-CN': '服务对象的确认须由本人作出。',
    en: 'The client’s confirmation has to come from the client.',
    ru: 'Подтверждение клиента даёт сам клиент.',
  },
  'plan/not-a-guardian': {
    'zh-CN': '此人没有登记为服务对象的监护人。',
    en: 'This person is not recorded as the client’s guardian.',
    ru: 'Этот человек не записан как законный представитель клиента.',
  },
  'plan/client-not-confirmed': {
    'zh-CN': '服务对象还没有确认这份计划。',
    en: 'The client has not confirmed this plan yet.',
    ru: 'Клиент ещё не подтвердил этот план.',
  },
  'plan/guardian-not-confirmed': {
    'zh-CN': '监护人还没有确认这份计划。',
    en: 'The guardian has not confirmed this plan yet.',
    ru: 'Законный представитель ещё не подтвердил этот план.',
  },
} as const satisfies Record<string, Wording>

/** What stands beside a field of the plan that keeps it from being signed. */
const fieldSentences = {
  'plan/not-smart': {
    'zh-CN': '五个问题还没有全部回答“是”。',
    en: 'Not all five questions have been answered with yes.',
    ru: 'Не на все пять вопросов дан ответ «да».',
  },
  'plan/no-long-term-goal': {
    'zh-CN': '请选择它所通向的长期目标。',
    en: 'Choose the long-term goal that this one leads to.',
    ru: 'Выберите долгосрочную цель, к которой она ведёт.',
  },
  'plan/no-need': {
    'zh-CN': '请选择它所回应的需求。',
    en: 'Choose the need that this goal answers.',
    ru: 'Выберите потребность, на которую отвечает цель.',
  },
  'plan/need-without-goal': {
    'zh-CN': '这项优先需求还没有目标。请设一个目标，或写明为什么现在不设。',
    en: 'This need of high priority has no goal yet. Set one, or write why there is none for now.',
    ru: 'Для этой первоочередной потребности ещё нет цели. Поставьте цель или напишите, почему её пока нет.',
  },
  'plan/no-weight': {
    'zh-CN': '权重须大于零。',
    en: 'The weight has to be more than zero.',
    ru: 'Вес должен быть больше нуля.',
  },
  'plan/levels-alike': {
    'zh-CN': '五个等级的描述要各不相同。',
    en: 'Each of the five levels has to say something different.',
    ru: 'Все пять уровней должны быть описаны по-разному.',
  },
  'plan/no-goal': {
    'zh-CN': '请选择它所服务的目标。',
    en: 'Choose the goal that this serves.',
    ru: 'Выберите цель, которой это служит.',
  },
  'plan/outside-the-plan': {
    'zh-CN': '这个日期不在计划的起止时间之内。',
    en: 'This date lies outside the time of the plan.',
    ru: 'Эта дата выходит за сроки плана.',
  },
  'plan/after-its-long-term-goal': {
    'zh-CN': '它的期限晚于所通向的目标。',
    en: 'This is due later than the goal it leads to.',
    ru: 'Срок позже, чем у цели, к которой она ведёт.',
  },
  'plan/ends-before-it-starts': {
    'zh-CN': '结束日期须晚于开始日期。',
    en: 'The plan has to end after it starts.',
    ru: 'План должен заканчиваться позже, чем начинается.',
  },
  'plan/in-the-future': {
    'zh-CN': '这个时间还没有到。',
    en: 'This moment has not come yet.',
    ru: 'Этот момент ещё не наступил.',
  },
} as const satisfies Record<string, Wording>

export const planSentences = { ...refusalSentences, ...fieldSentences } as const satisfies Record<
  string,
  Wording
>
