import { type CodeOf, codeList } from './code-list.ts'

/** How far the copy of a client's own file has come. */
export const fileCopyState = codeList({
  asked: { 'zh-CN': '已申请', en: 'Asked for', ru: 'Запрошена' },
  decided: { 'zh-CN': '已决定', en: 'Decided', ru: 'Решено' },
  producing: { 'zh-CN': '正在制作', en: 'Being made', ru: 'Готовится' },
  produced: { 'zh-CN': '已制作，待交付', en: 'Made, to be handed over', ru: 'Готова к передаче' },
  'handed-over': { 'zh-CN': '已交付', en: 'Handed over', ru: 'Передана' },
  refused: { 'zh-CN': '不予提供', en: 'Refused', ru: 'Отказано' },
})
export type FileCopyState = CodeOf<typeof fileCopyState>

/** How it was made sure who asks. */
export const identityCheck = codeList({
  'identity-card': {
    'zh-CN': '查验身份证',
    en: 'Identity card seen',
    ru: 'Проверено удостоверение личности',
  },
  'other-document': { 'zh-CN': '查验其他证件', en: 'Another document seen', ru: 'Проверен другой документ' },
  'guardianship-proof': {
    'zh-CN': '查验身份证和监护证明',
    en: 'Identity card and proof of guardianship seen',
    ru: 'Проверены удостоверение и документ об опеке',
  },
  'known-personally': {
    'zh-CN': '工作人员本人认识',
    en: 'Known to the worker in person',
    ru: 'Лично знаком сотруднику',
  },
  'asked-back': {
    'zh-CN': '按档案电话回拨核对',
    en: 'Called back on the number in the file',
    ru: 'Проверено звонком по номеру из дела',
  },
})
export type IdentityCheck = CodeOf<typeof identityCheck>

/** The parts of a client's file, as they may be left out of its copy. The last two run through all the others. */
export const filePart = codeList({
  'case-file': { 'zh-CN': '个案档案', en: 'Case file', ru: 'Личное дело (карта случая)' },
  'first-contact': {
    'zh-CN': '接案登记与初步评估',
    en: 'First contact and screening',
    ru: 'Обращение и первичная оценка',
  },
  interviews: { 'zh-CN': '面谈记录', en: 'Interview record', ru: 'Протокол беседы' },
  consents: { 'zh-CN': '同意书', en: 'Consents', ru: 'Согласия' },
  assessment: { 'zh-CN': '评估', en: 'Assessment', ru: 'Оценка' },
  plan: { 'zh-CN': '服务计划', en: 'Service plan', ru: 'План обслуживания' },
  'process-records': { 'zh-CN': '过程记录', en: 'Process record', ru: 'Протокол работы' },
  closing: { 'zh-CN': '服务评估与结案', en: 'Evaluation and closing', ru: 'Оценка результатов и закрытие' },
  attachments: { 'zh-CN': '附件', en: 'Attachment', ru: 'Вложение' },
  'other-people': {
    'zh-CN': '他人的信息（家人、监护人、提供情况的人）',
    en: 'Data of other people (family, guardians, informants)',
    ru: 'Сведения о других людях (семья, представители, сообщившие)',
  },
  'contact-details': {
    'zh-CN': '住址、电话和安全联系方式',
    en: 'Address, phone and safe way of contact',
    ru: 'Адрес, телефон и безопасный способ связи',
  },
})
export type FilePart = CodeOf<typeof filePart>

/** Why something is left out of a copy. */
export const leavingOutGround = codeList({
  'other-people': { 'zh-CN': '涉及他人', en: 'It is about somebody else', ru: 'Касается другого человека' },
  reporter: {
    'zh-CN': '会暴露举报人',
    en: 'It would show who reported',
    ru: 'Раскрыло бы сообщившего',
  },
  'safe-address': {
    'zh-CN': '会暴露安全住址',
    en: 'It would show a safe address',
    ru: 'Раскрыло бы безопасный адрес',
  },
  sealed: { 'zh-CN': '属于封存内容', en: 'It is sealed', ru: 'Опечатано' },
  law: { 'zh-CN': '法律规定不得提供', en: 'A law forbids it', ru: 'Запрещено законом' },
})
export type LeavingOutGround = CodeOf<typeof leavingOutGround>

/** How a copy reaches whoever asked for it. */
export const handingOverWay = codeList({
  'in-person': { 'zh-CN': '当面交付', en: 'In person', ru: 'Лично' },
  post: { 'zh-CN': '挂号邮寄', en: 'By registered post', ru: 'Заказным письмом' },
  carrier: {
    'zh-CN': '存入对方的存储设备',
    en: 'On a storage device of theirs',
    ru: 'На носителе получателя',
  },
  electronic: {
    'zh-CN': '加密电子传送',
    en: 'Sent electronically, encrypted',
    ru: 'Зашифрованной пересылкой',
  },
})
export type HandingOverWay = CodeOf<typeof handingOverWay>
