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
} as const satisfies Record<string, Wording>
