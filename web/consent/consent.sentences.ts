import type { Wording } from '#contract/language.ts'

/** What we tell people when consents say no. */
export const consentSentences = {
  'consents/guardian-gives': {
    'zh-CN': '此人不能自己同意，须由监护人同意。',
    en: 'This person cannot consent alone; a guardian consents.',
    ru: 'Этот человек не может дать согласие сам: его даёт законный представитель.',
  },
  'consents/client-gives': {
    'zh-CN': '此人可以自己同意，别人不能代为同意。',
    en: 'This person consents for themselves; nobody else can.',
    ru: 'Этот человек даёт согласие сам: никто не может дать его вместо него.',
  },
  'consents/no-such-guardian': {
    'zh-CN': '请选择目前登记的监护人。',
    en: 'Please choose somebody who is recorded as a guardian now.',
    ru: 'Выберите того, кто сейчас записан законным представителем.',
  },
  'consents/client-not-heard': {
    'zh-CN': '请写下服务对象本人的意见。',
    en: 'Please write what the client said when you heard them.',
    ru: 'Запишите, что сказал сам клиент.',
  },
  'consents/separate-for-under-14': {
    'zh-CN': '未满14周岁：每一类敏感信息都需要监护人单独同意。',
    en: 'Under 14: everything is sensitive, and a guardian consents to each kind separately.',
    ru: 'Младше 14 лет: все сведения чувствительные, на каждый вид нужно отдельное согласие представителя.',
  },
  'consents/not-under-14': {
    'zh-CN': '此人已满14周岁，请选择其他类别。',
    en: 'This person is 14 or older. Please choose another kind.',
    ru: 'Этому человеку уже есть 14 лет. Выберите другой вид сведений.',
  },
  'consents/ends-before-it-begins': {
    'zh-CN': '结束日期不能早于开始日期。',
    en: 'The last day cannot come before the first.',
    ru: 'Последний день не может быть раньше первого.',
  },
  'consents/run-out-already': {
    'zh-CN': '这个期限已经过了。',
    en: 'This period is over already.',
    ru: 'Этот срок уже прошёл.',
  },
  'consents/no-such-notice': {
    'zh-CN': '没有这个版本的告知书。',
    en: 'There is no such version of the notice.',
    ru: 'Такой версии уведомления нет.',
  },
  'consents/one-place-only': {
    'zh-CN': '一份同意只能属于一个个案或一次初步接洽。',
    en: 'A consent belongs to one case or to one first contact, not to both.',
    ru: 'Согласие относится либо к случаю, либо к первичному контакту.',
  },
  'consents/not-of-this-case': {
    'zh-CN': '此人不在这个个案或初步接洽里。',
    en: 'This person is not part of that case or first contact.',
    ru: 'Этот человек не относится к этому случаю или контакту.',
  },
  'consents/legal-basis-missing': {
    'zh-CN': '请写明依据哪一条法律规定。',
    en: 'Please name the provision of the law.',
    ru: 'Укажите норму закона.',
  },
  'consents/withdrawn-already': {
    'zh-CN': '这份同意已经撤回了。',
    en: 'This consent was withdrawn already.',
    ru: 'Это согласие уже отозвано.',
  },
  'consents/notice-written-meanwhile': {
    'zh-CN': '刚才有人写了新版本，请重新打开后再写。',
    en: 'Somebody wrote a newer version meanwhile. Please open the page again and look at it first.',
    ru: 'Тем временем появилась новая версия. Откройте страницу снова и посмотрите её.',
  },
} as const satisfies Record<string, Wording>
