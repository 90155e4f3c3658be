import { type CodeOf, codeList } from './code-list.ts'

/** What an appointment is for. */
export const appointmentKind = codeList({
  interview: { 'zh-CN': '面谈', en: 'Interview', ru: 'Беседа' },
  assessment: { 'zh-CN': '评估', en: 'Assessment', ru: 'Оценка' },
  'home-visit': { 'zh-CN': '家访', en: 'Home visit', ru: 'Визит на дом' },
  meeting: { 'zh-CN': '会议', en: 'Meeting', ru: 'Совещание' },
})
export type AppointmentKind = CodeOf<typeof appointmentKind>

/** Whether an appointment takes place. */
export const appointmentState = codeList({
  booked: { 'zh-CN': '已约定', en: 'Booked', ru: 'Назначено' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled', ru: 'Отменено' },
})
export type AppointmentState = CodeOf<typeof appointmentState>

/** What is made sure of before an assessment begins: the place, and that its purpose, methods and process are understood. */
export const preparedItem = codeList(
  {
    'place-safe': { 'zh-CN': '地点安全', en: 'The place is safe', ru: 'Место безопасное' },
    'place-private': { 'zh-CN': '别人听不到', en: 'Nobody can overhear', ru: 'Никто не услышит' },
    'purpose-explained': {
      'zh-CN': '说明了评估的目的和意义',
      en: 'Purpose and meaning explained',
      ru: 'Объяснены цель и смысл',
    },
    'methods-explained': { 'zh-CN': '说明了方法', en: 'Methods explained', ru: 'Объяснены методы' },
    'process-explained': { 'zh-CN': '说明了大致流程', en: 'Process explained', ru: 'Объяснён ход' },
  },
  { name: 'preparedItem', freedom: 'words' },
)
export type PreparedItem = CodeOf<typeof preparedItem>
