import type { Wording } from '#contract/language.ts'

/** What we tell people when signing in, or their own account, says no. */
export const signInSentences = {
  'sign-in/wait': {
    'zh-CN': '尝试次数较多，请等 {seconds} 秒后再试。',
    en: 'That was tried a few times. Please wait {seconds} seconds and try again.',
    ru: 'Было несколько попыток подряд. Подождите {seconds} с и повторите.',
  },
  'sign-in/busy': {
    'zh-CN': '现在登录的人很多，请过几秒再试。',
    en: 'Many people are signing in just now. Please try again in a few seconds.',
    ru: 'Сейчас входят многие. Повторите через несколько секунд.',
  },
  'sign-in/wrong-code': {
    'zh-CN': '验证码不对，或已经用过。请等验证器显示新的验证码后再试。',
    en: 'The code is not right, or was used before. Wait until the app shows a new one and try again.',
    ru: 'Код неверный или уже использован. Дождитесь нового кода в приложении и повторите.',
  },
  'sign-in/began-too-long-ago': {
    'zh-CN': '这次登录已经过期，请从密码开始重新登录。',
    en: 'This sign-in has expired. Please begin again with the password.',
    ru: 'Время этого входа истекло. Начните снова с пароля.',
  },
  'sign-in/not-proved': {
    'zh-CN': '不对，或已经用过。请再试一次。',
    en: 'That is not right, or was used before. Please try again.',
    ru: 'Неверно или уже использовано. Попробуйте ещё раз.',
  },
  'sign-in/not-fresh': {
    'zh-CN': '这一步很重要，请先确认是您本人。',
    en: 'This step matters. Please confirm first that it is you.',
    ru: 'Это важный шаг. Сначала подтвердите, что это вы.',
  },
  'sign-in/reset-is-over': {
    'zh-CN': '这个一次性口令无效、已用过或已过期。请向管理员要一个新的。',
    en: 'This one-time token is not valid, was used, or has expired. Ask your administrator for a new one.',
    ru: 'Одноразовый код недействителен, использован или истёк. Попросите у администратора новый.',
  },
  'sign-in/factor-is-required': {
    'zh-CN': '机构要求您使用验证器，不能停用。可以换一台设备。',
    en: 'Your agency asks you to use an authenticator app, so it stays. You can move it to another device.',
    ru: 'Организация требует приложение-аутентификатор, отключить его нельзя. Можно перенести на другое устройство.',
  },
  'sign-in/no-enrolment': {
    'zh-CN': '请先重新设置验证器。',
    en: 'Please set up the authenticator app first.',
    ru: 'Сначала настройте приложение-аутентификатор.',
  },
  'sign-in/password-too-short': {
    'zh-CN': '太短了。请用一句更长的话。',
    en: 'This is too short. Please choose a longer sentence.',
    ru: 'Слишком коротко. Выберите фразу длиннее.',
  },
  'sign-in/password-is-common': {
    'zh-CN': '这样的密码很容易被猜到，请换一句只有您会想到的话。',
    en: 'This is easy to guess. Please choose a sentence only you would think of.',
    ru: 'Такой пароль легко угадать. Выберите фразу, которую придумали бы только вы.',
  },
  'sign-in/password-speaks-of-you': {
    'zh-CN': '除了姓名、邮箱和机构名称，密码里还要有别的内容。',
    en: 'Beside your name, address and agency the password needs something more.',
    ru: 'Кроме имени, почты и названия организации в пароле нужно что-то ещё.',
  },
  'sign-in/password-is-the-same': {
    'zh-CN': '请换一个新的密码。',
    en: 'Please choose a new password.',
    ru: 'Придумайте новый пароль.',
  },
} as const satisfies Record<string, Wording>
