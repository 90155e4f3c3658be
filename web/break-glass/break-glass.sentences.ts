import type { Wording } from '#contract/language.ts'

/** What we tell people when break-glass says no; `app/sentences.ts` does not compile while one is missing. */
export const breakGlassSentences = {
  'break-glass/no-second-factor': {
    'zh-CN': '紧急授权访问需要第二步验证。请先在“我的登录”中设置验证器应用。',
    en: 'Break-glass access needs a second step. First set up an authenticator app under “My sign-in”.',
    ru: 'Для экстренного доступа нужен второй шаг входа. Сначала настройте приложение в разделе «Мой вход».',
  },
  'break-glass/review-overdue': {
    'zh-CN':
      '您此前的紧急访问已超过 72 小时未复核。复核完成之前，不能再次使用。请立即联系督导者或机构负责人。',
    en: 'An earlier break-glass opening of yours has waited for its review for more than 72 hours. Until it is reviewed you cannot open another. Please call your supervisor or the agency head.',
    ru: 'Ваш прежний экстренный доступ не проверен более 72 часов. Пока его не проверят, открыть другой случай нельзя. Свяжитесь с супервизором или руководителем.',
  },
  'break-glass/not-reviewed-yet': {
    'zh-CN': '您已紧急打开过本案，尚未复核，因此不能延长或再次打开。',
    en: 'You opened this case before, and that has not been reviewed yet. It can be neither extended nor opened again.',
    ru: 'Вы уже открывали этот случай, и доступ ещё не проверен. Продлить его или открыть снова нельзя.',
  },
  'break-glass/in-sight-already': {
    'zh-CN': '您本来就可以查看本案，不需要紧急授权。',
    en: 'You may see this case already. You do not need break-glass access.',
    ru: 'Этот случай вам и так доступен. Экстренный доступ не нужен.',
  },
  'break-glass/over': {
    'zh-CN': '这次紧急访问已经结束。',
    en: 'This break-glass access is already over.',
    ru: 'Этот экстренный доступ уже закончился.',
  },
  'break-glass/reviewed-already': {
    'zh-CN': '这次紧急访问已有人复核。',
    en: 'Somebody has reviewed this opening already.',
    ru: 'Этот доступ уже проверен.',
  },
} as const satisfies Record<string, Wording>
