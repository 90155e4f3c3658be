import { type CodeOf, codeList } from './code-list.ts'

/** The stages of a case, in order; folders of the same names hold them. */
export const stage = codeList({
  intake: { 'zh-CN': '接案', en: 'Intake', ru: 'Приём случая' },
  assessment: { 'zh-CN': '评估', en: 'Assessment', ru: 'Оценка' },
  plan: { 'zh-CN': '服务计划', en: 'Service plan', ru: 'План обслуживания' },
  delivery: { 'zh-CN': '服务实施', en: 'Service delivery', ru: 'Оказание услуг' },
  evaluation: { 'zh-CN': '服务评估', en: 'Evaluation', ru: 'Оценка результатов' },
  closing: { 'zh-CN': '结案', en: 'Case closing', ru: 'Закрытие случая' },
  followup: { 'zh-CN': '跟进服务', en: 'Follow-up', ru: 'Последующее сопровождение' },
})
export type Stage = CodeOf<typeof stage>

/** Whether a case can still be worked on; where it stands is its stage. */
export const caseState = codeList({
  open: { 'zh-CN': '在办', en: 'Open', ru: 'Открыт' },
  'on-hold': { 'zh-CN': '暂停', en: 'On hold', ru: 'Приостановлено' },
  transferred: { 'zh-CN': '已移交', en: 'Transferred', ru: 'Передан' },
  closed: { 'zh-CN': '已结案', en: 'Closed', ru: 'Закрыт' },
  archived: { 'zh-CN': '已归档', en: 'Archived', ru: 'В архиве' },
})
export type CaseState = CodeOf<typeof caseState>
