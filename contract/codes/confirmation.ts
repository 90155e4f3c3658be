import { type CodeOf, codeList } from './code-list.ts'

/** How a person confirms; every way is as good as a signature. */
export const confirmationWay = codeList({
  signature: { 'zh-CN': '签名', en: 'Signature', ru: 'Подпись' },
  fingerprint: { 'zh-CN': '按手印', en: 'Fingerprint', ru: 'Отпечаток пальца' },
  'oral-with-witness': {
    'zh-CN': '口头确认（有见证人）',
    en: 'Spoken, before a witness',
    ru: 'Устно при свидетеле',
  },
  electronic: { 'zh-CN': '电子确认', en: 'Electronic', ru: 'Электронно' },
  other: { 'zh-CN': '其他方式', en: 'Another way', ru: 'Другой способ' },
})
export type ConfirmationWay = CodeOf<typeof confirmationWay>

/** Who confirms; a guardian beside a client without full capacity. */
export const confirmer = codeList({
  client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
  guardian: { 'zh-CN': '监护人', en: 'Guardian', ru: 'Законный представитель' },
})
export type Confirmer = CodeOf<typeof confirmer>

/** What the person answered; a correction is a version of its own. */
export const confirmationResult = codeList({
  confirmed: { 'zh-CN': '确认', en: 'Confirmed', ru: 'Подтверждено' },
  corrected: { 'zh-CN': '更正后确认', en: 'Confirmed with corrections', ru: 'Подтверждено с поправками' },
  'not-confirmed': { 'zh-CN': '未确认', en: 'Not confirmed', ru: 'Не подтверждено' },
})
export type ConfirmationResult = CodeOf<typeof confirmationResult>
