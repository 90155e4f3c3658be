import { type CodeOf, codeList } from './code-list.ts'

/** GB/T 2261.1: the codes are digits, kept as text. */
export const sex = codeList({
  '0': { 'zh-CN': '未知', en: 'Unknown', ru: 'Неизвестен' },
  '1': { 'zh-CN': '男', en: 'Male', ru: 'Мужской' },
  '2': { 'zh-CN': '女', en: 'Female', ru: 'Женский' },
  '9': { 'zh-CN': '未说明', en: 'Not stated', ru: 'Не указан' },
})
export type Sex = CodeOf<typeof sex>

/** How much of a birth date is known; the rest is a placeholder. */
export const birthDatePrecision = codeList({
  day: { 'zh-CN': '确切到日', en: 'Exact to the day', ru: 'Известен день' },
  month: { 'zh-CN': '仅知年月', en: 'Year and month only', ru: 'Известны год и месяц' },
  year: { 'zh-CN': '仅知年份', en: 'Year only', ru: 'Известен только год' },
  estimated: { 'zh-CN': '估计', en: 'Estimated', ru: 'Приблизительно' },
})
export type BirthDatePrecision = CodeOf<typeof birthDatePrecision>

/** Capacity for civil acts (R-140, R-141; Civil Code of the PRC). */
export const legalCapacity = codeList({
  full: { 'zh-CN': '完全民事行为能力', en: 'Full capacity', ru: 'Полная дееспособность' },
  limited: { 'zh-CN': '限制民事行为能力', en: 'Limited capacity', ru: 'Ограниченная дееспособность' },
  none: { 'zh-CN': '无民事行为能力', en: 'No capacity', ru: 'Недееспособность' },
})
export type LegalCapacity = CodeOf<typeof legalCapacity>

/** People without papers can be registered too. */
export const identityDocumentKind = codeList({
  'identity-card': { 'zh-CN': '居民身份证', en: 'Identity card', ru: 'Удостоверение личности' },
  'residence-permit': {
    'zh-CN': '港澳台居民居住证',
    en: 'Residence permit for HK, Macao, Taiwan residents',
    ru: 'Вид на жительство (Гонконг, Макао, Тайвань)',
  },
  'foreign-permanent-resident-card': {
    'zh-CN': '外国人永久居留身份证',
    en: 'Foreign permanent resident card',
    ru: 'Карта постоянно проживающего иностранца',
  },
  passport: { 'zh-CN': '护照', en: 'Passport', ru: 'Паспорт' },
  'birth-certificate': { 'zh-CN': '出生医学证明', en: 'Birth certificate', ru: 'Свидетельство о рождении' },
  other: { 'zh-CN': '其他证件', en: 'Other document', ru: 'Другой документ' },
  none: { 'zh-CN': '无证件', en: 'No document', ru: 'Нет документов' },
})
export type IdentityDocumentKind = CodeOf<typeof identityDocumentKind>

/** Why somebody who is suggested as known already is another person. */
export const differenceGround = codeList({
  namesake: { 'zh-CN': '同名的另一个人', en: 'A namesake', ru: 'Тёзка' },
  'same-household': {
    'zh-CN': '家人或同住者，共用电话',
    en: 'Family or household, shares the telephone',
    ru: 'Родные или соседи, общий телефон',
  },
  'papers-compared': {
    'zh-CN': '已核对证件，不是同一人',
    en: 'Papers compared, not the same person',
    ru: 'Документы сверены, это другой человек',
  },
  other: { 'zh-CN': '其他原因', en: 'Another reason', ru: 'Другая причина' },
})
export type DifferenceGround = CodeOf<typeof differenceGround>

/** How somebody may be reached, or must not be. */
export const safeChannel = codeList({
  phone: { 'zh-CN': '打电话', en: 'Telephone call', ru: 'Звонок' },
  message: { 'zh-CN': '发消息', en: 'Written message', ru: 'Сообщение' },
  letter: { 'zh-CN': '写信', en: 'Letter', ru: 'Письмо' },
  visit: { 'zh-CN': '上门', en: 'Visit', ru: 'Визит' },
  'through-somebody': { 'zh-CN': '通过他人', en: 'Through somebody', ru: 'Через другого человека' },
  never: { 'zh-CN': '绝对不要', en: 'Never in this way', ru: 'Так нельзя никогда' },
})
export type SafeChannel = CodeOf<typeof safeChannel>

/** Who somebody is to the agency: perhaps a client one day, or one already. */
export const clientStanding = codeList({
  potential: { 'zh-CN': '潜在服务对象', en: 'Potential client', ru: 'Потенциальный клиент' },
  client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
})
export type ClientStanding = CodeOf<typeof clientStanding>
