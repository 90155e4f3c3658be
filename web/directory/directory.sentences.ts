import type { Wording } from '#contract/language.ts'

/** What we tell people when the directory says no; `app/sentences.ts` does not compile while one is missing. */
export const directorySentences = {
  'directory/ages-crossed': {
    'zh-CN': '最小年龄不能大于最大年龄。',
    en: 'The lowest age cannot be above the highest.',
    ru: 'Наименьший возраст не может быть больше наибольшего.',
  },
  'directory/file-empty': { 'zh-CN': '文件是空的。', en: 'The file is empty.', ru: 'Файл пуст.' },
  'directory/file-too-large': {
    'zh-CN': '文件太大。最多 {megabytes} MB；请分成几份导入。',
    en: 'The file is too large. At most {megabytes} MB; please divide it.',
    ru: 'Файл слишком велик. Не более {megabytes} МБ; разделите его.',
  },
  'directory/file-unreadable': {
    'zh-CN': '文件里没有可以识别的 HSDS 数据。请选择 zip（含 CSV 表）、单个 CSV 表或 HSDS 的 JSON 文件。',
    en: 'Nothing in the file can be read as HSDS. Choose a zip of CSV tables, one CSV table, or HSDS JSON.',
    ru: 'В файле нет данных HSDS. Выберите zip с таблицами CSV, одну таблицу CSV или HSDS JSON.',
  },
  'directory/too-many-rows': {
    'zh-CN': '行数太多。一次最多 {most} 行；请分成几份导入。',
    en: 'There are too many rows. At most {most} at once; please divide the file.',
    ru: 'Слишком много строк. Не более {most} за один раз; разделите файл.',
  },
  'directory/nothing-to-take': {
    'zh-CN': '文件里没有新增或更新的内容。',
    en: 'The file holds nothing new and nothing changed.',
    ru: 'В файле нет ничего нового или изменённого.',
  },
  'directory/import-not-now': {
    'zh-CN': '这次导入目前不能这样处理，请刷新后再看。',
    en: 'This cannot be done with the import now. Please look at it again.',
    ru: 'Сейчас это с загрузкой сделать нельзя. Посмотрите её ещё раз.',
  },
  'directory/later-import': {
    'zh-CN': '后来的导入又更新了其中 {count} 条记录。请先撤销后来的导入。',
    en: 'A later import has changed {count} of its records. Undo the later one first.',
    ru: 'Более поздняя загрузка изменила её записи ({count}). Сначала отмените более позднюю.',
  },
  'directory/changed-since': {
    'zh-CN': '导入之后，同事手工修改了其中 {count} 条记录。',
    en: 'Colleagues have changed {count} of its records by hand since.',
    ru: 'После загрузки коллеги изменили вручную её записи ({count}).',
  },
} as const satisfies Record<string, Wording>
