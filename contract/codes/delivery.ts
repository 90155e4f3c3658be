import { type CodeOf, codeList } from './code-list.ts'

/** Whom the worker met or spoke with. */
export const personSeen = codeList(
  {
    client: { 'zh-CN': '服务对象本人', en: 'The client', ru: 'Сам клиент' },
    parents: { 'zh-CN': '父母', en: 'Parents', ru: 'Родители' },
    spouse: { 'zh-CN': '配偶', en: 'Spouse', ru: 'Супруг или супруга' },
    child: { 'zh-CN': '子女', en: 'Children', ru: 'Дети' },
    relatives: { 'zh-CN': '亲属', en: 'Relatives', ru: 'Родственники' },
    friend: { 'zh-CN': '朋友', en: 'Friend', ru: 'Друг или подруга' },
    'foster-family': { 'zh-CN': '寄养家庭', en: 'Foster family', ru: 'Фостерная семья' },
    neighbour: { 'zh-CN': '邻居', en: 'Neighbour', ru: 'Сосед или соседка' },
    school: { 'zh-CN': '学校', en: 'School', ru: 'Школа' },
    workplace: { 'zh-CN': '工作单位', en: 'Workplace', ru: 'Место работы' },
    'residents-committee': {
      'zh-CN': '村（居）委会',
      en: 'Village or residents’ committee',
      ru: 'Комитет жителей (сельский комитет)',
    },
    professional: { 'zh-CN': '专业人员', en: 'Professional', ru: 'Специалист' },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
  },
  { name: 'personSeen', freedom: 'choice' },
)
export type PersonSeen = CodeOf<typeof personSeen>

/** What became of an appointment. */
export const appointmentStatus = codeList({
  scheduled: { 'zh-CN': '已约定', en: 'Scheduled', ru: 'Назначено' },
  kept: { 'zh-CN': '已赴约', en: 'Kept', ru: 'Состоялось' },
  missed: { 'zh-CN': '未赴约', en: 'Missed', ru: 'Не состоялось (не пришёл)' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled', ru: 'Отменено' },
})
export type AppointmentStatus = CodeOf<typeof appointmentStatus>
