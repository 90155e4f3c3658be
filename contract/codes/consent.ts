import { type CodeOf, codeList } from './code-list.ts'

/** What a consent is for. One consent has one purpose. */
export const consentPurpose = codeList({
  recording: {
    'zh-CN': '记录并保存信息',
    en: 'Recording and keeping information',
    ru: 'Запись и хранение сведений',
  },
  sharing: {
    'zh-CN': '向指定接收方提供信息',
    en: 'Sharing with named receivers',
    ru: 'Передача названным получателям',
  },
  'taking-part': {
    'zh-CN': '家人或其他人参与服务',
    en: 'Family or others taking part',
    ru: 'Участие семьи или других людей',
  },
  pictures: {
    'zh-CN': '拍照、录音或录像',
    en: 'Pictures and recordings',
    ru: 'Фотографии, аудио- и видеозапись',
  },
  research: {
    'zh-CN': '去标识化后用于研究或培训',
    en: 'Research or training, identity removed',
    ru: 'Исследования и обучение в обезличенном виде',
  },
  'unsafe-contact': {
    'zh-CN': '使用可能不安全的联系方式',
    en: 'Contact by means that may be unsafe',
    ru: 'Связь способом, который может быть небезопасен',
  },
})
export type ConsentPurpose = CodeOf<typeof consentPurpose>

/** The sections of a case file, as people tick what may be shared. */
export const fileSection = codeList({
  identity: { 'zh-CN': '身份信息', en: 'Identity', ru: 'Личные данные' },
  contact: { 'zh-CN': '联系方式', en: 'Contact details', ru: 'Контакты' },
  family: { 'zh-CN': '家庭与监护情况', en: 'Family and guardians', ru: 'Семья и представители' },
  'first-contact': { 'zh-CN': '初步接洽', en: 'First contact', ru: 'Первичный контакт' },
  interviews: { 'zh-CN': '面谈记录', en: 'Interview record', ru: 'Протокол беседы' },
  assessment: { 'zh-CN': '评估', en: 'Assessment', ru: 'Оценка' },
  plan: { 'zh-CN': '服务计划', en: 'Service plan', ru: 'План обслуживания' },
  'process-records': { 'zh-CN': '过程记录', en: 'Process record', ru: 'Протокол работы' },
  evaluation: { 'zh-CN': '服务评估', en: 'Evaluation', ru: 'Оценка результатов' },
  closing: { 'zh-CN': '结案与跟进', en: 'Closing and follow-up', ru: 'Закрытие и сопровождение' },
  attachments: { 'zh-CN': '附件', en: 'Attachment', ru: 'Вложение' },
})
export type FileSection = CodeOf<typeof fileSection>

/** Kinds of information that need a separate consent each (R-284; Personal Information Protection Law, art. 28–31). */
export const sensitiveKind = codeList({
  health: { 'zh-CN': '医疗健康', en: 'Health', ru: 'Здоровье' },
  biometric: { 'zh-CN': '生物识别', en: 'Biometric data', ru: 'Биометрия' },
  religion: { 'zh-CN': '宗教信仰', en: 'Religion', ru: 'Религия' },
  'protected-identity': {
    'zh-CN': '特定身份',
    en: 'Specially protected identity',
    ru: 'Особо защищаемый статус',
  },
  finances: { 'zh-CN': '金融账户与财务', en: 'Finances', ru: 'Финансы' },
  offence: { 'zh-CN': '违法犯罪记录', en: 'Offences', ru: 'Судимость и правонарушения' },
  whereabouts: { 'zh-CN': '行踪轨迹', en: 'Whereabouts', ru: 'Местонахождение' },
  'under-fourteen': {
    'zh-CN': '未满十四周岁儿童的信息',
    en: 'Anything about a child under 14',
    ru: 'Любые сведения о ребёнке младше 14 лет',
  },
})
export type SensitiveKind = CodeOf<typeof sensitiveKind>

/** Who receives what is shared, by their work. */
export const receiverKind = codeList({
  health: { 'zh-CN': '医疗卫生机构', en: 'Health care', ru: 'Здравоохранение' },
  psychosocial: { 'zh-CN': '心理社会支持', en: 'Psychosocial support', ru: 'Психосоциальная поддержка' },
  school: { 'zh-CN': '学校', en: 'School', ru: 'Школа' },
  protection: { 'zh-CN': '保护机构', en: 'Protection', ru: 'Органы защиты' },
  security: { 'zh-CN': '公安机关', en: 'Police', ru: 'Полиция' },
  legal: { 'zh-CN': '法律援助', en: 'Legal aid', ru: 'Юридическая помощь' },
  shelter: { 'zh-CN': '庇护场所', en: 'Shelter', ru: 'Приют' },
  livelihood: { 'zh-CN': '生计与救助', en: 'Livelihood and relief', ru: 'Материальная помощь' },
  family: { 'zh-CN': '家人', en: 'Family', ru: 'Семья' },
  other: { 'zh-CN': '其他', en: 'Other', ru: 'Другие' },
})
export type ReceiverKind = CodeOf<typeof receiverKind>

/** In what way a consent was given. */
export const consentWay = codeList({
  written: { 'zh-CN': '书面签名', en: 'In writing', ru: 'Письменно' },
  fingerprint: { 'zh-CN': '按手印', en: 'Fingerprint', ru: 'Отпечаток пальца' },
  'oral-with-witness': {
    'zh-CN': '口头同意（有见证人）',
    en: 'Spoken, before a witness',
    ru: 'Устно при свидетеле',
  },
  electronic: { 'zh-CN': '电子方式', en: 'Electronic', ru: 'Электронно' },
})
export type ConsentWay = CodeOf<typeof consentWay>

/** The age or capacity from which it follows who gives a consent. */
export const consentCapacity = codeList({
  'under-eight': { 'zh-CN': '未满八周岁', en: 'Under 8', ru: 'Младше 8 лет' },
  'from-eight': { 'zh-CN': '八至十三周岁', en: 'Between 8 and 13', ru: 'От 8 до 13 лет' },
  'from-fourteen': { 'zh-CN': '十四至十七周岁', en: 'Between 14 and 17', ru: 'От 14 до 17 лет' },
  full: { 'zh-CN': '成年人', en: 'Adult', ru: 'Совершеннолетний' },
  limited: { 'zh-CN': '限制民事行为能力', en: 'Limited capacity', ru: 'Ограниченная дееспособность' },
  none: { 'zh-CN': '无民事行为能力', en: 'No capacity', ru: 'Недееспособность' },
})
export type ConsentCapacity = CodeOf<typeof consentCapacity>

/** How a consent stands at a moment. */
export const consentState = codeList({
  'in-force': { 'zh-CN': '有效', en: 'In force', ru: 'Действует' },
  'not-yet': { 'zh-CN': '尚未生效', en: 'Not yet in force', ru: 'Ещё не действует' },
  'run-out': { 'zh-CN': '已到期', en: 'Run out', ru: 'Срок истёк' },
  withdrawn: { 'zh-CN': '已撤回', en: 'Withdrawn', ru: 'Отозвано' },
})
export type ConsentState = CodeOf<typeof consentState>

/** On what ground something is done without consent (Personal Information Protection Law, art. 13). */
export const exceptionGround = codeList({
  'life-or-health': {
    'zh-CN': '紧急情况，生命或健康面临危险',
    en: 'Emergency, life or health in danger',
    ru: 'Экстренный случай, угроза жизни или здоровью',
  },
  'public-health': {
    'zh-CN': '紧急情况，突发公共卫生事件',
    en: 'Emergency, public health event',
    ru: 'Экстренный случай, угроза общественному здоровью',
  },
  'harm-to-minor': {
    'zh-CN': '法定职责，强制报告未成年人受侵害',
    en: 'Duty by law, mandatory report of harm to a minor',
    ru: 'Обязанность по закону, сообщение о вреде несовершеннолетнему',
  },
  'domestic-violence': {
    'zh-CN': '法定职责，报告家庭暴力',
    en: 'Duty by law, report of domestic violence',
    ru: 'Обязанность по закону, сообщение о домашнем насилии',
  },
  'lawful-order': {
    'zh-CN': '法定职责，法院或机关依法要求',
    en: 'Duty by law, order of a court or an authority',
    ru: 'Обязанность по закону, требование суда или органа',
  },
})
export type ExceptionGround = CodeOf<typeof exceptionGround>

/** The grounds that a law must be named for; the others are emergencies. */
export const statutoryGrounds: readonly ExceptionGround[] = [
  'harm-to-minor',
  'domestic-violence',
  'lawful-order',
]
