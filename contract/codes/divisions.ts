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

/** Why a line cannot be taken; each says what to mend. */
export const divisionProblem = codeList({
  code: {
    'zh-CN': '代码不是六位数字。请填写完整的六位代码。',
    en: 'The code is not six digits. Write all six.',
    ru: 'Код состоит не из шести цифр. Впишите все шесть.',
  },
  name: { 'zh-CN': '没有名称。', en: 'There is no name.', ru: 'Нет названия.' },
  date: {
    'zh-CN': '日期不对。日期写作 2026-01-31，失效日期须晚于生效日期。',
    en: 'A date is wrong. Write 2026-01-31; the last day comes after the first.',
    ru: 'Неверная дата. Пишите 2026-01-31; конец позже начала.',
  },
  became: {
    'zh-CN': '“变更为”须是本文件中的六位代码，并且要有失效日期。',
    en: 'What it became must be codes of this file, and it needs the day on which it ended.',
    ru: 'То, чем он стал, – коды из этого файла; нужна и дата, когда он перестал действовать.',
  },
  parent: {
    'zh-CN': '上级代码不在本文件中，或不是它的上级。',
    en: 'The parent is not in this file, or it is not above this code.',
    ru: 'Вышестоящего кода нет в файле, или этот код ему не подчинён.',
  },
  repeated: {
    'zh-CN': '同一代码在同一时期出现了两次。',
    en: 'The same code stands twice for the same time.',
    ru: 'Один код указан дважды на одно и то же время.',
  },
})
export type DivisionProblem = CodeOf<typeof divisionProblem>
