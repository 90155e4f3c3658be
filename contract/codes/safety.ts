import { type CodeOf, codeList } from './code-list.ts'

/** What kind of danger the emergency decision and a crisis name. */
export const dangerKind = codeList({
  life: { 'zh-CN': '生命面临直接危险', en: 'Immediate danger to life', ru: 'Непосредственная угроза жизни' },
  'self-harm': {
    'zh-CN': '自伤或自杀风险',
    en: 'Self-harm or suicide risk',
    ru: 'Риск самоповреждения или суицида',
  },
  violence: { 'zh-CN': '遭受暴力', en: 'Violence from others', ru: 'Насилие со стороны других' },
  'harm-to-others': {
    'zh-CN': '伤害他人的风险',
    en: 'Risk of harming others',
    ru: 'Риск причинить вред другим',
  },
  abuse: {
    'zh-CN': '虐待或性侵害',
    en: 'Abuse or sexual harm',
    ru: 'Жестокое обращение или сексуальное насилие',
  },
  neglect: { 'zh-CN': '疏于照顾或无人照料', en: 'Neglect or no one to care', ru: 'Оставление без ухода' },
  missing: { 'zh-CN': '失踪或离家出走', en: 'Missing or ran away', ru: 'Пропал или ушёл из дома' },
  'no-shelter-or-food': { 'zh-CN': '无处居住或断粮', en: 'No shelter or food', ru: 'Нет крова или еды' },
  medical: { 'zh-CN': '急病或重伤', en: 'Medical emergency', ru: 'Неотложное медицинское состояние' },
  mental: { 'zh-CN': '急性精神状况', en: 'Acute mental distress', ru: 'Острое психическое состояние' },
  disaster: { 'zh-CN': '灾害或意外', en: 'Disaster or accident', ru: 'Бедствие или несчастный случай' },
  other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
})
export type DangerKind = CodeOf<typeof dangerKind>

/** How soon danger may become real; decides the time to respond. */
export const riskLevel = codeList({
  low: { 'zh-CN': '低', en: 'Low', ru: 'Низкий' },
  medium: { 'zh-CN': '中', en: 'Medium', ru: 'Средний' },
  high: { 'zh-CN': '高', en: 'High', ru: 'Высокий' },
  urgent: { 'zh-CN': '紧急', en: 'Urgent', ru: 'Неотложный' },
})
export type RiskLevel = CodeOf<typeof riskLevel>

/** How dangerous a crisis is (F12; R-176). */
export const crisisDanger = codeList({
  immediate: { 'zh-CN': '迫在眉睫', en: 'Immediate', ru: 'Непосредственная' },
  high: { 'zh-CN': '高', en: 'High', ru: 'Высокая' },
  medium: { 'zh-CN': '中', en: 'Medium', ru: 'Средняя' },
  low: { 'zh-CN': '低', en: 'Low', ru: 'Низкая' },
})
export type CrisisDanger = CodeOf<typeof crisisDanger>

/** What a line of a crisis tells: what was done, whose support was asked for, to whom it was reported. */
export const crisisLineKind = codeList({
  measure: { 'zh-CN': '应急措施', en: 'Measure taken', ru: 'Принятая мера' },
  support: { 'zh-CN': '寻求专业支持', en: 'Support asked for', ru: 'Запрошенная помощь' },
  report: { 'zh-CN': '汇报', en: 'Report', ru: 'Доклад' },
})
export type CrisisLineKind = CodeOf<typeof crisisLineKind>
