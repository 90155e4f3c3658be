import { type CodeOf, codeList } from './code-list.ts'
import { type LevelOf, levelList } from './level-list.ts'

/** Long-term goals are reached by way of nearer ones. */
export const goalTerm = codeList({
  'long-term': { 'zh-CN': '长期目标', en: 'Long-term goal', ru: 'Долгосрочная цель' },
  intermediate: { 'zh-CN': '阶段目标', en: 'Intermediate goal', ru: 'Промежуточная цель' },
  'short-term': { 'zh-CN': '短期目标', en: 'Short-term goal', ru: 'Краткосрочная цель' },
})
export type GoalTerm = CodeOf<typeof goalTerm>

/** Where a goal stands. */
export const goalStatus = codeList({
  proposed: { 'zh-CN': '已提出', en: 'Proposed', ru: 'Предложено' },
  active: { 'zh-CN': '进行中', en: 'Active', ru: 'В работе' },
  'on-hold': { 'zh-CN': '暂停', en: 'On hold', ru: 'Приостановлено' },
  achieved: { 'zh-CN': '已达成', en: 'Achieved', ru: 'Достигнуто' },
  'partly-achieved': { 'zh-CN': '部分达成', en: 'Partly achieved', ru: 'Достигнуто частично' },
  'not-achieved': { 'zh-CN': '未达成', en: 'Not achieved', ru: 'Не достигнуто' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled', ru: 'Отменено' },
})
export type GoalStatus = CodeOf<typeof goalStatus>

/** The five checks a goal passes before it becomes active. */
export const smartCheck = codeList({
  specific: { 'zh-CN': '具体', en: 'Specific', ru: 'Конкретная' },
  measurable: { 'zh-CN': '可衡量', en: 'Measurable', ru: 'Измеримая' },
  achievable: { 'zh-CN': '可实现', en: 'Achievable', ru: 'Достижимая' },
  relevant: { 'zh-CN': '相关', en: 'Relevant', ru: 'Значимая' },
  'time-bound': { 'zh-CN': '有时限', en: 'Time-bound', ru: 'Ограниченная по времени' },
})
export type SmartCheck = CodeOf<typeof smartCheck>

/** Goal attainment scaling: each level is described before the service begins. */
export const attainmentLevel = levelList(
  {
    level: -2,
    label: { 'zh-CN': '远低于预期', en: 'Much less than expected', ru: 'Гораздо хуже ожидаемого' },
  },
  { level: -1, label: { 'zh-CN': '低于预期', en: 'Less than expected', ru: 'Хуже ожидаемого' } },
  { level: 0, label: { 'zh-CN': '达到预期', en: 'As expected', ru: 'Как ожидалось' } },
  { level: 1, label: { 'zh-CN': '高于预期', en: 'More than expected', ru: 'Лучше ожидаемого' } },
  {
    level: 2,
    label: { 'zh-CN': '远高于预期', en: 'Much more than expected', ru: 'Гораздо лучше ожидаемого' },
  },
)
export type AttainmentLevel = LevelOf<typeof attainmentLevel>

/** What a step of the plan consists of. */
export const stepKind = codeList({
  task: { 'zh-CN': '任务', en: 'Task', ru: 'Задание' },
  appointment: { 'zh-CN': '预约', en: 'Appointment', ru: 'Приём у специалиста' },
  application: {
    'zh-CN': '申请办理',
    en: 'Application for a benefit or service',
    ru: 'Заявление на пособие или услугу',
  },
  referral: { 'zh-CN': '转介', en: 'Referral', ru: 'Направление в другую организацию' },
  'waiting-list': { 'zh-CN': '轮候名单', en: 'Waiting list', ru: 'Лист ожидания' },
  'vocational-training': { 'zh-CN': '职业培训', en: 'Vocational training', ru: 'Профессиональное обучение' },
  'job-placement': { 'zh-CN': '就业安置', en: 'Job placement', ru: 'Трудоустройство' },
  service: { 'zh-CN': '接受服务', en: 'Receiving a service', ru: 'Получение услуги' },
  other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
})
export type StepKind = CodeOf<typeof stepKind>

/** Whose step it is. */
export const responsibleParty = codeList({
  client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
  worker: { 'zh-CN': '社会工作者', en: 'Social worker', ru: 'Социальный работник' },
  'other-agency': { 'zh-CN': '其他机构', en: 'Another agency', ru: 'Другая организация' },
})
export type ResponsibleParty = CodeOf<typeof responsibleParty>

/** What became of a step. */
export const stepOutcome = codeList({
  achieved: { 'zh-CN': '已达成', en: 'Achieved', ru: 'Достигнуто' },
  'partly-achieved': { 'zh-CN': '部分达成', en: 'Partly achieved', ru: 'Достигнуто частично' },
  'not-achieved': { 'zh-CN': '未达成', en: 'Not achieved', ru: 'Не достигнуто' },
  changed: { 'zh-CN': '已变更', en: 'Changed', ru: 'Изменено' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled', ru: 'Отменено' },
})
export type StepOutcome = CodeOf<typeof stepOutcome>

/** How often progress is looked at together. */
export const monitoringFrequency = codeList({
  once: { 'zh-CN': '一次', en: 'Once', ru: 'Один раз' },
  daily: { 'zh-CN': '每天', en: 'Daily', ru: 'Ежедневно' },
  weekly: { 'zh-CN': '每周', en: 'Weekly', ru: 'Еженедельно' },
  fortnightly: { 'zh-CN': '每两周', en: 'Every two weeks', ru: 'Раз в две недели' },
  monthly: { 'zh-CN': '每月', en: 'Monthly', ru: 'Ежемесячно' },
  quarterly: { 'zh-CN': '每季度', en: 'Every three months', ru: 'Раз в три месяца' },
  other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
})
export type MonitoringFrequency = CodeOf<typeof monitoringFrequency>

/** How a parallel plan is tied to the main problem. */
export const planTrackLink = codeList({
  'root-cause': { 'zh-CN': '根本原因', en: 'Root cause', ru: 'Первопричина' },
  'co-occurring': { 'zh-CN': '并存问题', en: 'Co-occurring', ru: 'Сопутствующая проблема' },
  preventive: { 'zh-CN': '预防性', en: 'Preventive', ru: 'Профилактика' },
})
export type PlanTrackLink = CodeOf<typeof planTrackLink>

/** A major change needs the client’s agreement before it takes effect. */
export const planChangeSize = codeList({
  minor: { 'zh-CN': '一般调整', en: 'Minor change', ru: 'Несущественное изменение' },
  major: { 'zh-CN': '重大调整', en: 'Major change', ru: 'Существенное изменение' },
})
export type PlanChangeSize = CodeOf<typeof planChangeSize>
