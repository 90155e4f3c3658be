import type { Wording } from '#contract/language.ts'

/** What we tell people when people says no; `app/sentences.ts` does not compile while one is missing. */
export const peopleSentences = {
  'identity-number/shape': {
    'zh-CN': '身份证号码应为18位（旧号码15位）。',
    en: 'An identity number has 18 characters (15 in old cards).',
    ru: 'В номере удостоверения 18 знаков (в старых – 15).',
  },
  'identity-number/birth-date': {
    'zh-CN': '身份证号码中的出生日期不存在，请核对。',
    en: 'The birth date inside this identity number does not exist. Please compare it with the card.',
    ru: 'Даты рождения, указанной в номере, не существует. Сверьте номер с документом.',
  },
  'identity-number/checksum': {
    'zh-CN': '身份证号码校验不符，可能有一位写错了，请核对。',
    en: 'The check character does not fit: one character is probably wrong. Please compare it with the card.',
    ru: 'Контрольный знак не сходится: вероятно, один знак неверен. Сверьте номер с документом.',
  },
  'people/born-in-the-future': {
    'zh-CN': '出生日期不能晚于今天。',
    en: 'A birth date cannot lie in the future.',
    ru: 'Дата рождения не может быть в будущем.',
  },
  'people/search-first': {
    'zh-CN': '登记之前要先查找。请再点一次，系统会重新查找是否已登记过。',
    en: 'Look before you record: press once more, and it is searched again whether the person is known.',
    ru: 'Перед записью нужен поиск. Нажмите ещё раз – проверим заново, не записан ли уже этот человек.',
  },
  'people/maybe-known': {
    'zh-CN': '刚才又找到可能是同一人的记录。请再点一次查看。',
    en: 'Somebody else was found who may be the same person. Press once more to see them.',
    ru: 'Нашёлся ещё кто-то, кто может быть этим же человеком. Нажмите ещё раз, чтобы посмотреть.',
  },
  'people/related-to-self': {
    'zh-CN': '请选择另一个人，不能把本人登记为自己的亲属。',
    en: 'Please choose someone else: nobody is their own relative.',
    ru: 'Выберите другого человека: никто не приходится родственником самому себе.',
  },
  'people/already-related': {
    'zh-CN': '这两个人的关系已经登记过了，可以直接修改。',
    en: 'This relation is already recorded; you can change it.',
    ru: 'Эта связь уже записана, её можно изменить.',
  },
  'people/relation-ended': {
    'zh-CN': '这段关系已经结束，不能再修改。',
    en: 'This relation has ended and can no longer be changed.',
    ru: 'Эта связь завершена, изменить её уже нельзя.',
  },
  'people/guardian-is-a-minor': {
    'zh-CN': '未成年人不能担任监护人。',
    en: 'A minor cannot be a guardian.',
    ru: 'Несовершеннолетний не может быть законным представителем.',
  },
  'people/guardian-lacks-capacity': {
    'zh-CN': '监护人须具有完全民事行为能力。',
    en: 'A guardian must have full legal capacity.',
    ru: 'Законный представитель должен быть полностью дееспособным.',
  },
} as const satisfies Record<string, Wording>
