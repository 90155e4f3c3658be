import type { Wording } from '#contract/language.ts'

/** What we tell people when intake says no; `app/sentences.ts` does not compile while one is missing. */
export const intakeSentences = {
  'intake/already-registered': {
    'zh-CN': '这次求助已经登记过了。',
    en: 'This first contact is already registered.',
    ru: 'Это обращение уже зарегистрировано.',
  },
  'intake/not-registered': {
    'zh-CN': '请先完成信息登记。',
    en: 'Register the first contact before this.',
    ru: 'Сначала зарегистрируйте обращение.',
  },
  'intake/not-shared': {
    'zh-CN': '请先把初步评估的结果告诉求助者。',
    en: 'Share the preliminary assessment with the help-seeker first.',
    ru: 'Сначала сообщите обратившемуся результат предварительной оценки.',
  },
  'intake/concluded': {
    'zh-CN': '这次求助已有处理决定，不能再改动。',
    en: 'A decision has been made here; it can no longer be changed.',
    ru: 'Решение по этому обращению принято, изменить его уже нельзя.',
  },
  'intake/not-all-told': {
    'zh-CN': '还有应当告知求助者的事项没有告知。',
    en: 'The help-seeker has not yet been told everything they should know.',
    ru: 'Обратившемуся сообщили ещё не всё, что ему следует знать.',
  },
  'intake/notice-first': {
    'zh-CN':
      '敏感内容要在告知对方信息如何使用之后才能保存。请先告知并记录所用语言；有人处于危险或法律要求时，可先选择依据，之后补告知。',
    en: 'What is sensitive is kept once it was told how information is used. Tell it and say in which language; in danger, or where a law demands it, choose the ground and tell it afterwards.',
    ru: 'Чувствительные сведения сохраняются после того, как сообщили об их использовании. Сообщите и укажите язык; при опасности или по требованию закона выберите основание и сообщите позже.',
  },
  'intake/not-able': {
    'zh-CN': '初步评估显示本机构目前无法提供服务，不能接案。',
    en: 'The preliminary assessment says the agency cannot serve here, so it cannot be accepted.',
    ru: 'По предварительной оценке организация не может оказать услуги, принять случай нельзя.',
  },
  'intake/client-does-not-wish': {
    'zh-CN': '服务对象没有求助意愿，不能接案。',
    en: 'The client does not wish for help, so this cannot be accepted.',
    ru: 'Клиент не хочет получать помощь, поэтому принять случай нельзя.',
  },
  'intake/not-interviewed-yet': {
    'zh-CN': '接案面谈签名后才能做这一步。',
    en: 'This comes after the intake interview has been signed.',
    ru: 'Это возможно после подписания протокола первичной беседы.',
  },
  'intake/reporter-is-protected': {
    'zh-CN': '举报人身份受保护，不能在接洽表中写明来电人或介绍人。',
    en: 'The reporter’s identity is protected: no caller and no referrer can be named in this sheet.',
    ru: 'Личность сообщившего под защитой: указать в листе обратившегося или направившего нельзя.',
  },
  'intake/taken-by-colleague': {
    'zh-CN': '{name} 刚刚接手了这次求助，请看看其他等待的人。',
    en: '{name} has just taken this one. Please look at who else is waiting.',
    ru: 'Это обращение только что взял(а) {name}. Посмотрите, кто ещё ждёт.',
  },
  'intake/emergency-first': {
    'zh-CN': '有人处于危险之中，不能只给信息就结束。请登记为需要帮助。',
    en: 'Somebody is in danger: this does not end with information. Register it as a request for help.',
    ru: 'Кто-то в опасности: одними сведениями это не заканчивается. Зарегистрируйте как просьбу о помощи.',
  },
  'intake/nothing-given': {
    'zh-CN': '请选择给出的资料，或写下说明了什么。',
    en: 'Choose what was given, or write what was said.',
    ru: 'Выберите, что передано, или напишите, что сказано.',
  },
  'intake/no-such-information': {
    'zh-CN': '所选的宣传单或目录条目已不存在，请重新选择。',
    en: 'A chosen leaflet or directory entry is no longer there. Please choose anew.',
    ru: 'Выбранной памятки или записи справочника больше нет. Выберите заново.',
  },
  'intake/no-such-outreach': {
    'zh-CN': '找不到这次外展活动。',
    en: 'There is no such outreach event.',
    ru: 'Такого выезда нет.',
  },
  'intake/not-a-colleague': {
    'zh-CN': '只能选择本机构的同事。',
    en: 'Only colleagues of this agency can be named.',
    ru: 'Можно указать только сотрудников этой организации.',
  },
  'intake/crisis-over': {
    'zh-CN': '这次危机已经结束，不能再改动。',
    en: 'This crisis is over; it can no longer be changed.',
    ru: 'Этот кризис завершён, изменить запись нельзя.',
  },
  'web-form/closed': {
    'zh-CN': '这个机构目前没有开放网上求助。',
    en: 'This agency takes no requests by this page at the moment.',
    ru: 'Сейчас эта организация не принимает обращения через страницу.',
  },
  'web-form/open-it-anew': {
    'zh-CN': '这一页打开得太久了，请再发送一次。',
    en: 'This page was open for too long. Please send it once more.',
    ru: 'Страница была открыта слишком долго. Отправьте ещё раз.',
  },
  'web-form/handled-already': {
    'zh-CN': '{name} 已经处理了这条留言。',
    en: '{name} has already seen to this request.',
    ru: 'Это обращение уже обработал(а) {name}.',
  },
  'intake/waits-already': {
    'zh-CN': '已经在轮候名单上了。',
    en: 'They are on the waiting list already.',
    ru: 'Уже в листе ожидания.',
  },
  'intake/waits-no-more': {
    'zh-CN': '已经不在轮候名单上了。',
    en: 'They are on the waiting list no more.',
    ru: 'В листе ожидания больше не числится.',
  },
  'intake/check-in-comes-later': {
    'zh-CN': '下一次询问要在今天以后。',
    en: 'The next check-in must be after today.',
    ru: 'Следующий звонок должен быть позже сегодняшнего дня.',
  },
} as const satisfies Record<string, Wording>
