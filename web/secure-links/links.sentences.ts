import type { Wording } from '#contract/language.ts'

/** What we tell people when secure links say no. Whoever opens one is told the same whatever is wrong. */
export const linkSentences = {
  'links/not-opened': {
    'zh-CN': '打不开：链接已失效，或答案不对。请与发给您链接的机构联系。',
    en: 'It does not open: the link has ended, or the answer is not right. Please call the agency that sent it to you.',
    ru: 'Не открывается: ссылка больше не действует или ответ неверен. Позвоните в организацию, которая её прислала.',
  },
  'links/phone-tail': {
    'zh-CN': '请填写对方电话，至少后四位。',
    en: 'Please give the receiver’s telephone, at least its last four digits.',
    ru: 'Укажите телефон получателя, хотя бы последние четыре цифры.',
  },
  'links/not-by-link': {
    'zh-CN': '这份转介目前不能用链接查看。',
    en: 'This referral is not to be read by a link now.',
    ru: 'Это направление сейчас нельзя открыть по ссылке.',
  },
  'links/consent-withdrawn': {
    'zh-CN': '服务对象撤回了同意，资料已不能再查看。有疑问请与发给您链接的机构联系。',
    en: 'The client has withdrawn their consent, and what was shared can no longer be seen. Please call the agency that sent you the link if you have questions.',
    ru: 'Клиент отозвал согласие, сведения больше не видны. Если есть вопросы, позвоните в организацию, которая прислала ссылку.',
  },
  'links/over': {
    'zh-CN': '这份转介已退回、取消或作废，资料已不能再查看。',
    en: 'This referral was declined, cancelled or entered in error, and what was shared can no longer be seen.',
    ru: 'Это направление отклонено, отменено или внесено по ошибке, сведения больше не видны.',
  },
  'links/answered': {
    'zh-CN': '您已经答复过了，谢谢您。需要更改时，请与您的社工联系。',
    en: 'You have answered already. Thank you. Please call your social worker if something should be changed.',
    ru: 'Вы уже ответили, спасибо. Если нужно что-то изменить, позвоните своему социальному работнику.',
  },
  'links/no-longer': {
    'zh-CN': '这个链接已不再使用，您的答复没有提交。请与您的社工联系。',
    en: 'This link is no longer in use, and nothing was sent. Please call your social worker.',
    ru: 'Эта ссылка больше не действует, ничего не отправлено. Позвоните своему социальному работнику.',
  },
  'client-links/sealed': {
    'zh-CN': '密封的个案不能通过链接答复。',
    en: 'In a sealed case nobody is asked by a link.',
    ru: 'В закрытом случае по ссылке не спрашивают.',
  },
  'client-links/no-such-assessment': {
    'zh-CN': '这个个案里没有这份评估。',
    en: 'There is no such assessment in this case.',
    ru: 'В этом случае нет такой оценки.',
  },
  'client-links/not-client-or-guardian': {
    'zh-CN': '链接只能给服务对象本人或监护人。',
    en: 'A link goes to the client or to a guardian.',
    ru: 'Ссылку дают самому клиенту или законному представителю.',
  },
  'client-links/other-purpose': {
    'zh-CN': '这个答复与链接所问的不符。',
    en: 'This is not an answer to what the link asks.',
    ru: 'Это ответ не на то, о чём спрашивает ссылка.',
  },
  'links/ended-already': {
    'zh-CN': '这个链接已经失效了。',
    en: 'This link has ended already.',
    ru: 'Эта ссылка уже закрыта.',
  },
} as const satisfies Record<string, Wording>
