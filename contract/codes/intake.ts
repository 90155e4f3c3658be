import { type CodeOf, codeList } from './code-list.ts'
import { type LevelOf, levelList } from './level-list.ts'

/** How a first contact reached the agency. */
export const contactChannel = codeList(
  {
    phone: { 'zh-CN': '电话', en: 'Phone', ru: 'Телефон' },
    'on-site': { 'zh-CN': '上门来访', en: 'In person at the agency', ru: 'Личное обращение в организацию' },
    online: { 'zh-CN': '网络平台', en: 'Online platform', ru: 'Онлайн-платформа' },
    outreach: { 'zh-CN': '外展', en: 'Outreach', ru: 'Аутрич' },
    letter: {
      'zh-CN': '来函或公文',
      en: 'Letter or official notice',
      ru: 'Письмо или официальное уведомление',
    },
    agency: { 'zh-CN': '其他机构来电来函', en: 'Another agency', ru: 'Другая организация' },
  },
  { name: 'contactChannel', freedom: 'choice' },
)
export type ContactChannel = CodeOf<typeof contactChannel>

/** Who or what brought the person to us. */
export const caseSource = codeList(
  {
    self: { 'zh-CN': '主动求助', en: 'Self-referral', ru: 'Самостоятельное обращение' },
    introduced: { 'zh-CN': '他人介绍', en: 'Introduced by someone', ru: 'По рекомендации' },
    transferred: {
      'zh-CN': '其他机构转来',
      en: 'Sent by another agency',
      ru: 'По направлению другой организации',
    },
    outreach: { 'zh-CN': '外展', en: 'Outreach', ru: 'Аутрич' },
    'public-report': { 'zh-CN': '群众反映', en: 'Reported by the public', ru: 'Сообщение граждан' },
    guardian: {
      'zh-CN': '家长或监护人求助',
      en: 'Parent or guardian',
      ru: 'Обращение родителя или законного представителя',
    },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
  },
  { name: 'caseSource', freedom: 'own' },
)
export type CaseSource = CodeOf<typeof caseSource>

/** How the person comes to ask for help. */
export const helpSeekingType = codeList(
  {
    consultation: {
      'zh-CN': '仅咨询了解',
      en: 'Only asking for information',
      ru: 'Только узнать и посоветоваться',
    },
    'failed-before': {
      'zh-CN': '求助未果后转来',
      en: 'Earlier help-seeking failed',
      ru: 'После неудачного обращения за помощью',
    },
    compelled: { 'zh-CN': '被迫求助', en: 'Compelled to come', ru: 'Вынужденное обращение' },
    'own-initiative': {
      'zh-CN': '自觉有困难，主动寻求改变',
      en: 'Sees the difficulty and wants help',
      ru: 'Осознаёт трудность и сам ищет помощи',
    },
  },
  { name: 'helpSeekingType', freedom: 'choice', always: ['compelled'] },
)
export type HelpSeekingType = CodeOf<typeof helpSeekingType>

/** Whether the person came of their own will; may change over time. */
export const clientKind = codeList({
  voluntary: { 'zh-CN': '自愿型服务对象', en: 'Voluntary client', ru: 'Добровольный клиент' },
  involuntary: { 'zh-CN': '非自愿型服务对象', en: 'Involuntary client', ru: 'Недобровольный клиент' },
})
export type ClientKind = CodeOf<typeof clientKind>

/** Who or what compels an involuntary client. */
export const involuntaryGround = codeList(
  {
    'court-or-correction': {
      'zh-CN': '法院裁决或社区矫正',
      en: 'Court order or community corrections',
      ru: 'Решение суда или исполнение наказания',
    },
    'drug-treatment': {
      'zh-CN': '强制隔离戒毒',
      en: 'Compulsory drug treatment',
      ru: 'Принудительное лечение от наркозависимости',
    },
    'child-protection': { 'zh-CN': '未成年人保护', en: 'Child protection', ru: 'Защита несовершеннолетнего' },
    'family-pressure': { 'zh-CN': '家人要求', en: 'Pressure from the family', ru: 'Требование семьи' },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
  },
  { name: 'involuntaryGround', freedom: 'choice' },
)
export type InvoluntaryGround = CodeOf<typeof involuntaryGround>

/** Three kinds of people who may need us but have not asked. */
export const potentialClientKind = codeList({
  'may-need-later': {
    'zh-CN': '尚未使用服务，将来可能需要',
    en: 'Has not used services but may need them',
    ru: 'Пока не обращался, но помощь может понадобиться',
  },
  'needs-not-asked': {
    'zh-CN': '有需要但未求助',
    en: 'Needs help but has not asked',
    ru: 'Нуждается, но не обращался',
  },
  'affects-others': {
    'zh-CN': '影响他人或其他系统运作且未求助',
    en: 'Disrupts others and has not asked for help',
    ru: 'Мешает жизни других и не ищет помощи',
  },
})
export type PotentialClientKind = CodeOf<typeof potentialClientKind>

/** What must be told at the first contact. */
export const toldItem = codeList(
  {
    scope: { 'zh-CN': '服务范围', en: 'Service scope', ru: 'Профиль услуг' },
    agency: { 'zh-CN': '机构性质', en: 'What kind of agency we are', ru: 'Что это за организация' },
    confidentiality: { 'zh-CN': '保密原则', en: 'Confidentiality', ru: 'Конфиденциальность' },
    process: { 'zh-CN': '基本服务流程', en: 'How the work will go', ru: 'Как проходит работа' },
    'information-use': {
      'zh-CN': '个人信息用途',
      en: 'How the information is used',
      ru: 'Как используются сведения',
    },
  },
  { name: 'toldItem', freedom: 'words' },
)
export type ToldItem = CodeOf<typeof toldItem>

/** How a preliminary assessment ends. */
export const intakeDecision = codeList({
  accept: { 'zh-CN': '予以接案', en: 'Accept', ru: 'Принять в работу' },
  'information-only': { 'zh-CN': '仅提供信息', en: 'Information only', ru: 'Только информация' },
  refer: { 'zh-CN': '转介其他机构', en: 'Refer to another agency', ru: 'Направить в другую организацию' },
  wait: { 'zh-CN': '轮候名单', en: 'Waiting list', ru: 'Лист ожидания' },
  'short-term': {
    'zh-CN': '短期或一次性服务',
    en: 'Short-term or one-time help',
    ru: 'Краткосрочная или разовая помощь',
  },
  'not-now': { 'zh-CN': '暂不需要服务', en: 'Not needed now', ru: 'Пока не требуется' },
  'not-accepted': { 'zh-CN': '不予接案', en: 'Not accepted', ru: 'Не принимать в работу' },
})
export type IntakeDecision = CodeOf<typeof intakeDecision>

/** Why a person is not served now. */
export const notNowReason = codeList({
  'not-needed': { 'zh-CN': '经了解确无需要', en: 'Truly not needed', ru: 'Помощь действительно не нужна' },
  other: { 'zh-CN': '其他原因', en: 'For another reason', ru: 'По другой причине' },
})
export type NotNowReason = CodeOf<typeof notNowReason>

/** Why another agency is asked. */
export const referralReason = codeList(
  {
    'out-of-scope': { 'zh-CN': '超出服务范围', en: 'Out of scope', ru: 'Вне профиля' },
    'out-of-area': { 'zh-CN': '不属于服务区域', en: 'Out of area', ru: 'Вне территории' },
    'beyond-ability': {
      'zh-CN': '超出社工能力',
      en: 'Beyond the worker’s ability',
      ru: 'Вне компетенции специалиста',
    },
    'new-need': { 'zh-CN': '出现新需求', en: 'New need', ru: 'Новая потребность' },
    'client-wish': { 'zh-CN': '服务对象要求', en: 'Client’s wish', ru: 'Желание клиента' },
    'no-capacity': { 'zh-CN': '机构容量不足', en: 'No free places', ru: 'Нет свободных мест' },
    moved: { 'zh-CN': '迁居', en: 'Moved away', ru: 'Переезд' },
    closing: { 'zh-CN': '结案时转介', en: 'At case closing', ru: 'При закрытии случая' },
  },
  { name: 'referralReason', freedom: 'own' },
)
export type ReferralReason = CodeOf<typeof referralReason>

/** What came of asking somebody for help before. */
export const helpResult = codeList(
  {
    helped: { 'zh-CN': '得到帮助', en: 'It helped', ru: 'Помогли' },
    partly: { 'zh-CN': '部分得到帮助', en: 'It helped in part', ru: 'Помогли частично' },
    failed: { 'zh-CN': '没有结果', en: 'Nothing came of it', ru: 'Безрезультатно' },
    refused: { 'zh-CN': '被拒绝', en: 'Turned away', ru: 'Отказали' },
    unknown: { 'zh-CN': '不清楚', en: 'Not known', ru: 'Неизвестно' },
  },
  { name: 'helpResult', freedom: 'choice' },
)
export type HelpResult = CodeOf<typeof helpResult>

/** How willing the person is to seek help, from actively to only because others insist. */
export const willingness = levelList(
  { level: 5, label: { 'zh-CN': '非常主动', en: 'Very active', ru: 'Очень активно ищет помощь' } },
  { level: 4, label: { 'zh-CN': '比较主动', en: 'Rather active', ru: 'Скорее активно' } },
  { level: 3, label: { 'zh-CN': '犹豫', en: 'Hesitant', ru: 'Колеблется' } },
  { level: 2, label: { 'zh-CN': '比较被动', en: 'Rather passive', ru: 'Скорее вынужденно' } },
  { level: 1, label: { 'zh-CN': '非常被动', en: 'Very passive', ru: 'Только по принуждению' } },
)
export type Willingness = LevelOf<typeof willingness>

/** Whether the agency’s resources are enough. */
export const sufficiency = codeList({
  yes: { 'zh-CN': '足够', en: 'Sufficient', ru: 'Достаточно' },
  partly: { 'zh-CN': '部分足够', en: 'Partly sufficient', ru: 'Достаточно частично' },
  no: { 'zh-CN': '不足', en: 'Not sufficient', ru: 'Недостаточно' },
})
export type Sufficiency = CodeOf<typeof sufficiency>

/** The worker’s judgement of being able to deal with the problem. */
export const ability = codeList({
  yes: { 'zh-CN': '能够应对', en: 'Able', ru: 'Справлюсь' },
  'with-supervision': {
    'zh-CN': '在督导支持下能够应对',
    en: 'Able with supervision',
    ru: 'Справлюсь при поддержке супервизора',
  },
  no: { 'zh-CN': '不能应对', en: 'Not able', ru: 'Не справлюсь' },
})
export type Ability = CodeOf<typeof ability>

/** Why somebody must know who reported that a person is harmed. */
export const reporterLookReason = codeList({
  'contact-reporter': {
    'zh-CN': '需要联系举报人',
    en: 'The reporter must be contacted',
    ru: 'Нужно связаться с сообщившим',
  },
  safety: {
    'zh-CN': '保护举报人的安全',
    en: 'To keep the reporter safe',
    ru: 'Ради безопасности сообщившего',
  },
  'court-or-police': {
    'zh-CN': '法院或公安机关依法要求',
    en: 'A court or the police ask by law',
    ru: 'Законный запрос суда или полиции',
  },
  oversight: {
    'zh-CN': '核查办理情况',
    en: 'To check how the report was handled',
    ru: 'Проверка работы с сообщением',
  },
})
export type ReporterLookReason = CodeOf<typeof reporterLookReason>
