import type { Wording } from '#contract/language.ts'

/** What we tell people when an answer to a field of the agency does not fit. */
export const ownFieldSentences = {
  'own-fields/no-such-field': {
    'zh-CN': '机构已停用这个字段，请重新打开本页。',
    en: 'The agency no longer uses this field. Open the page again.',
    ru: 'Организация больше не использует это поле. Откройте страницу заново.',
  },
  'own-fields/required': {
    'zh-CN': '机构要求签名前填写这一项。',
    en: 'The agency asks for this before the record is signed.',
    ru: 'Организация требует заполнить это до подписания.',
  },
  'own-fields/not-open-by-hand': {
    'zh-CN': '这项工作已完成，或由相应的记录自动完成。',
    en: 'This work is done already, or is done by the record that it asks for.',
    ru: 'Эта работа уже сделана или закрывается самой записью.',
  },
} as const satisfies Record<string, Wording>
