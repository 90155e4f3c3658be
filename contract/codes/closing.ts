import { type CodeOf, codeList } from './code-list.ts'

/** Why a case is closed. */
export const closingReason = codeList(
  {
    'goals-reached': { 'zh-CN': '目标已达成', en: 'Goals reached', ru: 'Цели достигнуты' },
    'able-to-cope': {
      'zh-CN': '服务对象能自行应对',
      en: 'Client is able to cope',
      ru: 'Клиент справляется сам',
    },
    'client-ends': {
      'zh-CN': '服务对象要求结束',
      en: 'Client ends the service',
      ru: 'Клиент завершает работу',
    },
    unwilling: {
      'zh-CN': '服务对象无意愿继续',
      en: 'Client is unwilling to go on',
      ru: 'Клиент не хочет продолжать',
    },
    referred: {
      'zh-CN': '已转介其他机构',
      en: 'Referred to another agency',
      ru: 'Направлен в другую организацию',
    },
    'lost-contact': { 'zh-CN': '失去联系', en: 'Contact lost', ru: 'Связь потеряна' },
    moved: { 'zh-CN': '迁出服务区域', en: 'Moved out of the area', ru: 'Переехал с территории' },
    custody: { 'zh-CN': '收监或羁押', en: 'In custody', ru: 'Под стражей или в заключении' },
    death: { 'zh-CN': '去世', en: 'Death', ru: 'Смерть' },
    'worker-or-agency-change': {
      'zh-CN': '社工或机构变动',
      en: 'Change of worker or agency',
      ru: 'Смена специалиста или организации',
    },
    'period-ended': { 'zh-CN': '服务期满', en: 'Service period ended', ru: 'Срок обслуживания истёк' },
    'not-achievable': { 'zh-CN': '客观上无法实现', en: 'Cannot be achieved', ru: 'Объективно недостижимо' },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
  },
  {
    name: 'closingReason',
    freedom: 'choice',
    // What has to be prepared, asked or explained goes by these.
    always: ['goals-reached', 'referred', 'lost-contact', 'death', 'other'],
  },
)
export type ClosingReason = CodeOf<typeof closingReason>

/** How the person takes the ending; each is to be cared for. */
export const closingReaction = codeList(
  {
    denial: { 'zh-CN': '否认', en: 'Denial', ru: 'Отрицание' },
    regression: { 'zh-CN': '倒退', en: 'Regression', ru: 'Регресс' },
    dependence: { 'zh-CN': '依赖', en: 'Dependence', ru: 'Зависимость от помощи' },
    complaint: { 'zh-CN': '抱怨', en: 'Complaint', ru: 'Жалобы' },
    anger: { 'zh-CN': '愤怒', en: 'Anger', ru: 'Гнев' },
    bargaining: { 'zh-CN': '讨价还价', en: 'Bargaining', ru: 'Торг' },
    depression: { 'zh-CN': '忧郁', en: 'Depression', ru: 'Подавленность' },
    positive: {
      'zh-CN': '正面（自信、感谢）',
      en: 'Positive (confidence, gratitude)',
      ru: 'Положительная (уверенность, благодарность)',
    },
    none: { 'zh-CN': '无明显反应', en: 'No marked reaction', ru: 'Без выраженной реакции' },
  },
  { name: 'closingReaction', freedom: 'own' },
)
export type ClosingReaction = CodeOf<typeof closingReaction>

/** Eight questions before closing, in our own words. */
export const closingReadiness = codeList({
  'goals-reviewed': {
    'zh-CN': '已与服务对象逐项回顾目标',
    en: 'Every goal was looked at together',
    ru: 'Каждая цель обсуждена вместе',
  },
  'gains-stable': {
    'zh-CN': '取得的改变已稳定一段时间',
    en: 'The changes have lasted for some time',
    ru: 'Изменения держатся уже некоторое время',
  },
  'can-cope': {
    'zh-CN': '服务对象能应对常见困难',
    en: 'The client can cope with usual difficulties',
    ru: 'Клиент справляется с обычными трудностями',
  },
  'support-in-place': {
    'zh-CN': '身边有可依靠的人和资源',
    en: 'There are people and resources to lean on',
    ru: 'Есть люди и ресурсы, на которые можно опереться',
  },
  safe: {
    'zh-CN': '没有未处理的安全风险',
    en: 'No risk to safety is left open',
    ru: 'Не осталось нерешённых угроз безопасности',
  },
  'knows-where-to-turn': {
    'zh-CN': '服务对象知道再遇困难时找谁',
    en: 'The client knows where to turn later',
    ru: 'Клиент знает, к кому обратиться потом',
  },
  'told-in-time': {
    'zh-CN': '已提前告知并留出适应时间',
    en: 'The ending was announced in good time',
    ru: 'О завершении сказано заранее',
  },
  agreed: {
    'zh-CN': '服务对象和监护人了解并同意结案',
    en: 'Client and guardian understand and agree',
    ru: 'Клиент и законный представитель согласны',
  },
})
export type ClosingReadiness = CodeOf<typeof closingReadiness>

/** How the person is followed up. */
export const followUpWay = codeList(
  {
    phone: { 'zh-CN': '电话', en: 'Phone', ru: 'Телефон' },
    'home-visit': { 'zh-CN': '家访', en: 'Home visit', ru: 'Визит на дом' },
    online: { 'zh-CN': '网络联系', en: 'Online', ru: 'Онлайн' },
    interview: { 'zh-CN': '面谈', en: 'Interview', ru: 'Беседа' },
  },
  { name: 'followUpWay', freedom: 'choice' },
)
export type FollowUpWay = CodeOf<typeof followUpWay>

/** Whether what was gained still holds. */
export const gainsMaintained = codeList({
  better: { 'zh-CN': '有所提升', en: 'Better than at closing', ru: 'Лучше, чем при закрытии' },
  kept: { 'zh-CN': '保持', en: 'Kept', ru: 'Сохраняется' },
  'partly-lost': { 'zh-CN': '部分减退', en: 'Partly lost', ru: 'Частично утрачено' },
  lost: { 'zh-CN': '已消失', en: 'Lost', ru: 'Утрачено' },
})
export type GainsMaintained = CodeOf<typeof gainsMaintained>
