import { type CodeOf, codeList } from './code-list.ts'

/** In what part a person belongs to a case. */
export const casePart = codeList({
  client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
  guardian: { 'zh-CN': '监护人', en: 'Guardian', ru: 'Законный представитель' },
  family: { 'zh-CN': '家庭成员', en: 'Family member', ru: 'Член семьи' },
  caller: { 'zh-CN': '求助者', en: 'Help-seeker', ru: 'Обратившийся за помощью' },
  other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
})
export type CasePart = CodeOf<typeof casePart>

/** How narrow the circle is that may see a case. */
export const confidentiality = codeList({
  normal: { 'zh-CN': '一般', en: 'Normal', ru: 'Обычный' },
  restricted: { 'zh-CN': '限制', en: 'Restricted', ru: 'Ограниченный' },
  sealed: { 'zh-CN': '密封', en: 'Sealed', ru: 'Закрытый' },
})
export type Confidentiality = CodeOf<typeof confidentiality>

/** How long a file is kept; the years are parameters. */
export const retentionClass = codeList({
  inquiry: { 'zh-CN': '未开案登记', en: 'Inquiry without a case', ru: 'Обращение без открытия случая' },
  standard: { 'zh-CN': '一般个案', en: 'Ordinary case', ru: 'Обычный случай' },
  minor: { 'zh-CN': '未成年人个案', en: 'Case of a minor', ru: 'Случай несовершеннолетнего' },
  long: {
    'zh-CN': '长期（限制、法律、危机）',
    en: 'Long (restricted, legal, crisis)',
    ru: 'Длительный (ограниченный, правовой, кризисный)',
  },
  permanent: { 'zh-CN': '永久', en: 'Permanent', ru: 'Постоянный' },
})
export type RetentionClass = CodeOf<typeof retentionClass>

/** Why someone may see a case; every sight is one grant. */
export const grantSource = codeList({
  'case-manager': { 'zh-CN': '个案管理者', en: 'Case manager', ru: 'Куратор случая' },
  team: { 'zh-CN': '个案团队成员', en: 'Member of the case team', ru: 'Участник команды случая' },
  supervisor: { 'zh-CN': '督导者', en: 'Supervisor', ru: 'Супервизор' },
  'agency-head': { 'zh-CN': '机构负责人', en: 'Agency head', ru: 'Руководитель организации' },
  named: { 'zh-CN': '指定人员', en: 'Named for this case', ru: 'Назван поимённо' },
  desk: { 'zh-CN': '接待岗位', en: 'Reception desk', ru: 'Дежурный приём' },
  receiver: { 'zh-CN': '首次接待人', en: 'Received the first contact', ru: 'Принял первичное обращение' },
  handover: { 'zh-CN': '交接', en: 'Hand-over', ru: 'Передача дела' },
  referral: { 'zh-CN': '转介', en: 'Referral', ru: 'Направление в другую организацию' },
  conference: { 'zh-CN': '个案研讨会', en: 'Case conference', ru: 'Консилиум по случаю' },
  'break-glass': { 'zh-CN': '紧急授权访问', en: 'Break-glass access', ru: 'Экстренный доступ' },
})
export type GrantSource = CodeOf<typeof grantSource>
