import { type CodeOf, codeList } from './code-list.ts'

/** Who gives the answers to a scale. */
export const informant = codeList({
  self: { 'zh-CN': '本人自评', en: 'The person themselves', ru: 'Сам человек' },
  parent: { 'zh-CN': '家长或监护人', en: 'A parent or guardian', ru: 'Родитель или представитель' },
  teacher: { 'zh-CN': '教师', en: 'A teacher', ru: 'Учитель' },
  worker: { 'zh-CN': '社工评定', en: 'Rated by the worker', ru: 'Оценка специалиста' },
})
export type Informant = CodeOf<typeof informant>

/** Whose the wording of an instrument in a language is. */
export const translationStatus = codeList({
  official: { 'zh-CN': '正式文本', en: 'Official wording', ru: 'Официальный текст' },
  own: { 'zh-CN': '自有文本', en: 'Our own wording', ru: 'Собственный текст' },
  unvalidated: { 'zh-CN': '未经验证的译文', en: 'Unvalidated translation', ru: 'Непроверенный перевод' },
  none: { 'zh-CN': '无此语言版本', en: 'Not in this language', ru: 'Нет на этом языке' },
})
export type TranslationStatus = CodeOf<typeof translationStatus>

/** How a scale came to its answers. */
export const scaleWay = codeList({
  screen: { 'zh-CN': '与服务对象当面填写', en: 'Together, on screen', ru: 'Вместе, на экране' },
  paper: { 'zh-CN': '纸质填写后录入', en: 'On paper, entered later', ru: 'На бумаге, внесено позже' },
  client: { 'zh-CN': '服务对象自行填写', en: 'By the client alone', ru: 'Клиентом самостоятельно' },
})
export type ScaleWay = CodeOf<typeof scaleWay>

/** What was decided when the answers of a scale told of danger. */
export const alertDecision = codeList({
  emergency: {
    'zh-CN': '存在紧急危险，立即处置',
    en: 'Danger now, acting at once',
    ru: 'Опасность есть, действуем немедленно',
  },
  watched: {
    'zh-CN': '存在风险，已制定安全安排',
    en: 'A risk, safety is arranged',
    ru: 'Риск есть, меры безопасности приняты',
  },
  'no-danger': {
    'zh-CN': '经核实目前无危险',
    en: 'Checked, no danger at present',
    ru: 'Проверено, сейчас опасности нет',
  },
})
export type AlertDecision = CodeOf<typeof alertDecision>
