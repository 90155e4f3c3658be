import type { Wording } from '#contract/language.ts'

/** What we tell people when an edition of the division codes cannot be kept or taken so. */
export const divisionSentences = {
  'divisions/not-a-table': {
    'zh-CN': '这不是一张可以读取的 CSV 表格，或没有“code”（代码）一列。',
    en: 'This is no table of CSV that can be read, or it has no column “code”.',
    ru: 'Это не таблица CSV, которую можно прочитать, или в ней нет столбца «code».',
  },
  'divisions/lines-refused': {
    'zh-CN': '有 {count} 行不能接收，所以整版都没有启用。请改正后再导入。',
    en: '{count} lines cannot be taken, so nothing of it is. Mend them and bring the file in again.',
    ru: 'Строк, которые нельзя принять: {count}, поэтому не принято ничего. Исправьте их и загрузите файл снова.',
  },
  'divisions/nothing-new': {
    'zh-CN': '与现行代码表完全相同，没有可启用的内容。',
    en: 'It says the same as the table that counts.',
    ru: 'Она не отличается от действующей таблицы.',
  },
  'divisions/outdated': {
    'zh-CN': '检查之后，另一版已经启用，这份报告不再准确。请把文件再导入一次。',
    en: 'Another edition was taken since this one was checked, so its report is no longer true. Bring the file in again.',
    ru: 'После проверки приняли другую редакцию, и отчёт уже неверен. Загрузите файл снова.',
  },
  'divisions/not-now': {
    'zh-CN': '这一版已经启用过或已撤销。',
    en: 'This edition was taken or undone already.',
    ru: 'Эта редакция уже принята или отменена.',
  },
  'divisions/later-edition': {
    'zh-CN': '后来又启用了另一版，请先撤销那一版。',
    en: 'A later edition counts now. Undo that one first.',
    ru: 'Действует более поздняя редакция. Сначала отмените её.',
  },
} as const satisfies Readonly<Record<string, Wording>>
