import { defineWords } from './words.ts'

/** Saving a list as a file. */
export const exportWords = defineWords({
  'zh-CN': {
    save: '把这份列表存为文件：',
    xlsx: 'Excel（.xlsx）',
    csv: 'CSV',
    logged: '文件中有服务对象的姓名，请妥善保管；导出会记入审计日志。',
    loggedNumbers: '文件中只有数字，没有姓名；导出会记入审计日志。',
  },
  en: {
    save: 'Save this list as a file:',
    xlsx: 'Excel (.xlsx)',
    csv: 'CSV',
    logged: 'The file holds names of clients: keep it safe. The export is on the audit log.',
    loggedNumbers: 'The file holds numbers and no names. The export is on the audit log.',
  },
  ru: {
    save: 'Сохранить список в файл:',
    xlsx: 'Excel (.xlsx)',
    csv: 'CSV',
    logged: 'В файле есть имена клиентов: храните его надёжно. Выгрузка записывается в журнал аудита.',
    loggedNumbers: 'В файле только числа, имён нет. Выгрузка записывается в журнал аудита.',
  },
})
