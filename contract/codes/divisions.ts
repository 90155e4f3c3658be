import { type CodeOf, codeList } from './code-list.ts'

/** What becomes of a line of a new edition of the division codes. */
export const divisionOutcome = codeList({
  taken: { 'zh-CN': '新增', en: 'New', ru: 'Новая' },
  changed: { 'zh-CN': '更改', en: 'Changed', ru: 'Изменена' },
  unchanged: { 'zh-CN': '不变', en: 'Unchanged', ru: 'Без изменений' },
  gone: { 'zh-CN': '文件中没有', en: 'Not in the file', ru: 'Нет в файле' },
  refused: { 'zh-CN': '不能接收', en: 'Refused', ru: 'Отклонена' },
})
export type DivisionOutcome = CodeOf<typeof divisionOutcome>

/** Why a line cannot be taken. */
export const divisionProblem = codeList({
  code: { 'zh-CN': '代码不是六位数字', en: 'The code is not six digits', ru: 'Код не из шести цифр' },
  name: { 'zh-CN': '没有名称', en: 'There is no name', ru: 'Нет названия' },
  date: { 'zh-CN': '日期不对', en: 'A date is wrong', ru: 'Неверная дата' },
  became: {
    'zh-CN': '变更后的代码不对',
    en: 'What it became is wrong',
    ru: 'Неверно указано, чем стал код',
  },
  parent: { 'zh-CN': '上级代码不对', en: 'The parent is wrong', ru: 'Неверный вышестоящий код' },
  repeated: {
    'zh-CN': '同一时期出现了两次',
    en: 'It stands twice for the same time',
    ru: 'Указан дважды на одно время',
  },
})
export type DivisionProblem = CodeOf<typeof divisionProblem>
