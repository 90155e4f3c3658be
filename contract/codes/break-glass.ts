import { type CodeOf, codeList } from './code-list.ts'

/** On what ground somebody opens a case in an emergency that they may not see. */
export const breakGlassGround = codeList({
  'danger-to-life': {
    'zh-CN': '生命面临直接危险',
    en: 'Immediate danger to life',
    ru: 'Непосредственная угроза жизни',
  },
  'child-in-danger': { 'zh-CN': '儿童处于危险之中', en: 'A child is in danger', ru: 'Ребёнок в опасности' },
  violence: { 'zh-CN': '正在发生暴力', en: 'Violence is happening now', ru: 'Насилие происходит сейчас' },
  'self-harm': { 'zh-CN': '自伤或自杀危机', en: 'Self-harm or suicide crisis', ru: 'Суицидальный кризис' },
  medical: { 'zh-CN': '急病或重伤', en: 'Medical emergency', ru: 'Неотложное медицинское состояние' },
  missing: { 'zh-CN': '失踪或离家出走', en: 'Missing or ran away', ru: 'Пропал или ушёл из дома' },
  'authority-asks': {
    'zh-CN': '警方或医院紧急求助',
    en: 'Police or hospital ask for urgent help',
    ru: 'Срочный запрос полиции или больницы',
  },
})
export type BreakGlassGround = CodeOf<typeof breakGlassGround>

/** What the one who reviews an opening thinks of it. */
export const breakGlassVerdict = codeList({
  justified: { 'zh-CN': '理由充分', en: 'Justified', ru: 'Оправданно' },
  'not-justified': { 'zh-CN': '理由不足', en: 'Not justified', ru: 'Не оправданно' },
  'to-follow-up': { 'zh-CN': '需进一步跟进', en: 'To be followed up', ru: 'Требует разбирательства' },
})
export type BreakGlassVerdict = CodeOf<typeof breakGlassVerdict>
