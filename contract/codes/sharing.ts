import { type CodeOf, codeList } from './code-list.ts'

/** What a referral is for the case: made at the first contact, beside an open case, instead of it, or at its end (F06; R-078). */
export const referralKind = codeList({
  intake: { 'zh-CN': '接案时转介', en: 'At intake', ru: 'При первичном обращении' },
  partial: {
    'zh-CN': '部分转介（个案继续）',
    en: 'For a part of the help, the case stays',
    ru: 'Для части помощи, случай остаётся',
  },
  whole: { 'zh-CN': '整体转介', en: 'For all of the help', ru: 'Для всей помощи' },
  closing: { 'zh-CN': '结案时转介', en: 'At case closing', ru: 'При закрытии случая' },
})
export type ReferralKind = CodeOf<typeof referralKind>

/** How soon the help is needed; it sets when an answer is due (F06). */
export const referralUrgency = codeList({
  routine: { 'zh-CN': '一般', en: 'Routine', ru: 'Обычная' },
  urgent: { 'zh-CN': '紧急', en: 'Urgent', ru: 'Срочная' },
  emergency: { 'zh-CN': '紧急情况', en: 'Emergency', ru: 'Экстренная ситуация' },
})
export type ReferralUrgency = CodeOf<typeof referralUrgency>

/** How a referral travels: to an agency that works here, by a secure link, or on paper. */
export const referralWay = codeList({
  agency: {
    'zh-CN': '本系统内的机构',
    en: 'To an agency on this system',
    ru: 'В организацию в этой системе',
  },
  partner: {
    'zh-CN': '伙伴机构的系统',
    en: 'To a partner’s own program',
    ru: 'В программу партнёра',
  },
  link: { 'zh-CN': '安全链接', en: 'Secure link', ru: 'Защищённая ссылка' },
  paper: { 'zh-CN': '纸质转介函', en: 'On paper', ru: 'На бумаге' },
})
export type ReferralWay = CodeOf<typeof referralWay>

/** Whether somebody goes along (F06). */
export const accompaniment = codeList({
  accompanied: { 'zh-CN': '社工陪同', en: 'Accompanied by the worker', ru: 'С сопровождением специалиста' },
  arranged: { 'zh-CN': '已约好时间', en: 'An appointment is made', ru: 'Назначена встреча' },
  self: { 'zh-CN': '自行前往', en: 'The client goes alone', ru: 'Клиент идёт сам' },
})
export type Accompaniment = CodeOf<typeof accompaniment>

/**
 * How a referral stands: the states of a closed loop (CL6; Gravity SDOH Clinical Care, FHIR Task), and that the client
 * says the help arrived.
 */
export const referralState = codeList({
  draft: { 'zh-CN': '草稿', en: 'Draft', ru: 'Черновик' },
  requested: { 'zh-CN': '已发出', en: 'Sent', ru: 'Отправлено' },
  received: { 'zh-CN': '对方已收到', en: 'Received', ru: 'Получено' },
  accepted: { 'zh-CN': '已接收', en: 'Accepted', ru: 'Принято' },
  rejected: { 'zh-CN': '已退回', en: 'Declined', ru: 'Отклонено' },
  'in-progress': { 'zh-CN': '服务中', en: 'Help is under way', ru: 'Помощь идёт' },
  'on-hold': { 'zh-CN': '暂停', en: 'On hold', ru: 'Приостановлено' },
  completed: { 'zh-CN': '已完成', en: 'Completed', ru: 'Завершено' },
  'client-confirmed': {
    'zh-CN': '服务对象已确认',
    en: 'Confirmed by the client',
    ru: 'Подтверждено клиентом',
  },
  failed: { 'zh-CN': '未达成', en: 'Not achieved', ru: 'Не достигнуто' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled', ru: 'Отменено' },
  'entered-in-error': { 'zh-CN': '录入错误', en: 'Entered in error', ru: 'Внесено по ошибке' },
})
export type ReferralState = CodeOf<typeof referralState>

/** What can be done with a referral, one step at a time. */
export const referralMove = codeList({
  send: { 'zh-CN': '发出转介', en: 'Send the referral', ru: 'Отправить направление' },
  receive: { 'zh-CN': '确认收到', en: 'Confirm receipt', ru: 'Подтвердить получение' },
  accept: { 'zh-CN': '接收', en: 'Accept', ru: 'Принять' },
  reject: { 'zh-CN': '退回', en: 'Decline', ru: 'Отклонить' },
  begin: { 'zh-CN': '开始服务', en: 'Begin to help', ru: 'Начать помощь' },
  pause: { 'zh-CN': '先停一停', en: 'Pause', ru: 'Приостановить' },
  resume: { 'zh-CN': '恢复', en: 'Go on', ru: 'Возобновить' },
  complete: { 'zh-CN': '报告已完成', en: 'Report as completed', ru: 'Сообщить о завершении' },
  fail: { 'zh-CN': '报告未达成', en: 'Report as not achieved', ru: 'Сообщить, что не удалось' },
  cancel: { 'zh-CN': '取消转介', en: 'Cancel the referral', ru: 'Отменить направление' },
  confirm: {
    'zh-CN': '服务对象确认已得到帮助',
    en: 'The client confirms the help',
    ru: 'Клиент подтверждает помощь',
  },
  deny: {
    'zh-CN': '服务对象说没有得到帮助',
    en: 'The client says no help came',
    ru: 'Клиент говорит, что помощи не было',
  },
  mistake: { 'zh-CN': '标为录入错误', en: 'Mark as entered in error', ru: 'Отметить как ошибку' },
  withdraw: {
    'zh-CN': '同意撤回，停止查看',
    en: 'Consent withdrawn, sight ends',
    ru: 'Согласие отозвано, доступ закрыт',
  },
})
export type ReferralMove = CodeOf<typeof referralMove>

/** Who does something with a referral. */
export const referralParty = codeList({
  referrer: { 'zh-CN': '转出机构', en: 'The referring agency', ru: 'Направляющая организация' },
  receiver: { 'zh-CN': '接收机构', en: 'The receiving agency', ru: 'Принимающая организация' },
})
export type ReferralParty = CodeOf<typeof referralParty>

/** Why somebody no longer sees what was shared with them. */
export const sightEnd = codeList({
  'consent-withdrawn': {
    'zh-CN': '服务对象撤回了同意',
    en: 'The consent was withdrawn',
    ru: 'Согласие отозвано',
  },
  declined: { 'zh-CN': '转介已退回', en: 'The referral was declined', ru: 'Направление отклонено' },
  cancelled: { 'zh-CN': '转介已取消', en: 'The referral was cancelled', ru: 'Направление отменено' },
  mistake: {
    'zh-CN': '转介录入有误',
    en: 'The referral was entered in error',
    ru: 'Направление внесено по ошибке',
  },
})
export type SightEnd = CodeOf<typeof sightEnd>

/** What a line of a package says; each belongs to one section of the case file. */
export const packageLine = codeList({
  name: { 'zh-CN': '姓名', en: 'Name', ru: 'Имя' },
  sex: { 'zh-CN': '性别', en: 'Sex', ru: 'Пол' },
  birth: { 'zh-CN': '出生日期', en: 'Date of birth', ru: 'Дата рождения' },
  language: { 'zh-CN': '语言', en: 'Language', ru: 'Язык' },
  phone: { 'zh-CN': '电话', en: 'Phone', ru: 'Телефон' },
  address: { 'zh-CN': '住址', en: 'Address', ru: 'Адрес' },
  'safe-contact': { 'zh-CN': '安全联系方式', en: 'Safe way of contact', ru: 'Безопасный способ связи' },
  guardian: { 'zh-CN': '监护人', en: 'Guardian', ru: 'Законный представитель' },
  relative: { 'zh-CN': '家庭成员', en: 'Family member', ru: 'Член семьи' },
  'received-on': { 'zh-CN': '接洽日期', en: 'Date of the first contact', ru: 'Дата обращения' },
  trouble: { 'zh-CN': '求助问题', en: 'Presenting problem', ru: 'Заявленная проблема' },
  expectation: { 'zh-CN': '期望', en: 'Expectation', ru: 'Ожидание' },
  interview: { 'zh-CN': '面谈', en: 'Interview', ru: 'Беседа' },
  agreed: { 'zh-CN': '初步协议', en: 'Preliminary agreement', ru: 'Предварительная договорённость' },
  summary: { 'zh-CN': '评估总结', en: 'Summary of the assessment', ru: 'Итог оценки' },
  problem: { 'zh-CN': '问题', en: 'Problem', ru: 'Проблема' },
  need: { 'zh-CN': '需求', en: 'Need', ru: 'Потребность' },
  strength: { 'zh-CN': '优势', en: 'Strength', ru: 'Сильная сторона' },
  origin: { 'zh-CN': '问题如何产生', en: 'How the problem arose', ru: 'Как возникла проблема' },
  efforts: { 'zh-CN': '本人作过的努力', en: 'What the person tried', ru: 'Что человек уже пробовал' },
  goal: { 'zh-CN': '目标', en: 'Goal', ru: 'Цель' },
  strategy: { 'zh-CN': '服务策略', en: 'Service strategy', ru: 'Стратегия' },
  contact: { 'zh-CN': '服务过程', en: 'Contact', ru: 'Контакт' },
  outcome: { 'zh-CN': '成效', en: 'Outcome', ru: 'Результат' },
  future: { 'zh-CN': '未来应对', en: 'What may come', ru: 'Что может быть дальше' },
  file: { 'zh-CN': '附件清单', en: 'File', ru: 'Файл' },
})
export type PackageLine = CodeOf<typeof packageLine>

/** What the receiver of a secure link must know besides the link. */
export const linkFactor = codeList({
  'phone-tail': {
    'zh-CN': '对方电话的后四位',
    en: 'The last four digits of their telephone',
    ru: 'Последние четыре цифры телефона',
  },
  code: {
    'zh-CN': '电话告知的验证码',
    en: 'A code that is told by telephone',
    ru: 'Код, который сообщают по телефону',
  },
})
export type LinkFactor = CodeOf<typeof linkFactor>

/** What a secure link is for. */
export const linkPurpose = codeList({
  referral: { 'zh-CN': '转介', en: 'Referral', ru: 'Направление в другую организацию' },
  confirmation: { 'zh-CN': '确认评估', en: 'Confirming an assessment', ru: 'Подтверждение оценки' },
  scale: { 'zh-CN': '填写量表', en: 'Filling in a scale', ru: 'Заполнение шкалы' },
  questionnaire: { 'zh-CN': '填写问卷', en: 'Filling in a questionnaire', ru: 'Заполнение анкеты' },
})
export type LinkPurpose = CodeOf<typeof linkPurpose>

/** Why a secure link opens no more. */
export const linkEnd = codeList({
  revoked: { 'zh-CN': '已收回', en: 'Taken back', ru: 'Отозвана' },
  answered: { 'zh-CN': '已答复', en: 'Answered', ru: 'Получен ответ' },
  'case-closed': { 'zh-CN': '个案已结案', en: 'The case was closed', ru: 'Случай закрыт' },
  'case-sealed': { 'zh-CN': '个案已密封', en: 'The case was sealed', ru: 'Доступ к случаю закрыт' },
  'right-lost': {
    'zh-CN': '生成链接的社工不再负责此个案',
    en: 'Whoever made it no longer works on the case',
    ru: 'Создавший ссылку больше не ведёт случай',
  },
  replaced: { 'zh-CN': '已由新链接代替', en: 'Replaced by another one', ru: 'Заменена другой' },
  guessed: {
    'zh-CN': '多次答错，已停用',
    en: 'Stopped after wrong answers',
    ru: 'Закрыта после неверных ответов',
  },
  'consent-withdrawn': {
    'zh-CN': '服务对象撤回了同意',
    en: 'The consent was withdrawn',
    ru: 'Согласие отозвано',
  },
  declined: { 'zh-CN': '转介已退回', en: 'The referral was declined', ru: 'Направление отклонено' },
  cancelled: { 'zh-CN': '转介已取消', en: 'The referral was cancelled', ru: 'Направление отменено' },
  mistake: {
    'zh-CN': '转介录入有误',
    en: 'The referral was entered in error',
    ru: 'Направление внесено по ошибке',
  },
})
export type LinkEnd = CodeOf<typeof linkEnd>
