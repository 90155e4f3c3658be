import { z } from 'zod'
import type { Wording } from '../language.ts'

/** How much a remark matters: something was not taken; it was taken in another way; or it is only good to know. */
export const remarkWeights = ['lost', 'changed', 'note'] as const

/**
 * Everything that an import of a form made elsewhere may have to say, each with its weight and its sentence. What stands in
 * braces is filled in. Nothing is left out of a form without one of these.
 */
export const importRemarks = {
  'sheet-ignored': [
    'lost',
    '工作表“{detail}”在此没有用处，未导入。',
    'The sheet {detail} has no use here and was not taken.',
    'Лист {detail} здесь не используется и не взят.',
  ],
  'one-sheet-taken': [
    'changed',
    '没有名为 survey 的工作表，使用了唯一的工作表“{detail}”。',
    'There is no sheet called survey; the only sheet, {detail}, was taken.',
    'Листа survey нет; взят единственный лист {detail}.',
  ],
  'column-unknown': [
    'lost',
    '不认识列“{detail}”，其内容未导入。',
    'The column {detail} is not known; what stands in it was not taken.',
    'Столбец {detail} неизвестен; его содержимое не взято.',
  ],
  'column-unused': [
    'note',
    '列“{detail}”在此不起作用，未导入。',
    'The column {detail} changes nothing here and was not taken.',
    'Столбец {detail} здесь ни на что не влияет и не взят.',
  ],
  'column-twice': [
    'lost',
    '列“{detail}”出现两次，只取第一次。',
    'The column {detail} stands there twice; only the first was taken.',
    'Столбец {detail} встречается дважды; взят только первый.',
  ],
  'cell-without-heading': [
    'lost',
    '第 {detail} 列没有标题，其内容未导入。',
    'Column {detail} has no heading; what stands in it was not taken.',
    'У столбца {detail} нет заголовка; его содержимое не взято.',
  ],
  'rows-above-headings': [
    'lost',
    '标题行上方的内容未导入：{detail}',
    'What stands above the headings was not taken: {detail}',
    'То, что стоит над заголовками, не взято: {detail}',
  ],
  'cell-unused': [
    'lost',
    '此类行不使用这一列，其内容未导入：{detail}',
    'A row of this kind has no use for this column; what stands in it was not taken: {detail}',
    'В строке такого вида этот столбец не используется; его содержимое не взято: {detail}',
  ],
  'formula-without-value': [
    'lost',
    '单元格中的公式没有结果，该单元格按空白处理：{detail}',
    'The formula in a cell has no value; the cell counts as empty: {detail}',
    'Формула в ячейке не имеет значения; ячейка считается пустой: {detail}',
  ],
  'settings-row-ignored': [
    'lost',
    '设置只取标题下的第一行，此行未导入：{detail}',
    'Only the first row below the headings counts as settings; this one was not taken: {detail}',
    'Настройками считается только первая строка под заголовками; эта не взята: {detail}',
  ],
  'setting-kept': [
    'note',
    '设置“{detail}”在此不起作用，仅为导出保留。',
    'The setting {detail} changes nothing here; it is kept for the export.',
    'Настройка {detail} здесь ни на что не влияет; сохранена для выгрузки.',
  ],
  'language-unknown': [
    'changed',
    '默认语言“{detail}”没有任何文字，改用表中的语言。',
    'The default language {detail} has no words; a language of the form is used instead.',
    'На языке по умолчанию {detail} нет слов; использован язык формы.',
  ],
  'words-twice': [
    'lost',
    '同一语言的文字写了两次，只取前一个；未取：{detail}',
    'One language has words twice here; the first were taken, and these were not: {detail}',
    'На одном языке слова стоят дважды; взяты первые, а эти нет: {detail}',
  ],
  'words-missing': [
    'note',
    '有的行缺少这种语言的文字，改为显示其他语言：{detail}',
    'Rows have no words in a language, and those of another are shown: {detail}',
    'В строках нет слов на одном из языков, показываются слова другого: {detail}',
  ],
  'row-without-type': [
    'lost',
    '此行没有类型，未导入：{detail}',
    'This row has no type and was not taken: {detail}',
    'У этой строки нет типа, она не взята: {detail}',
  ],
  'row-disabled': [
    'note',
    '此行已停用，未导入：{detail}',
    'This row is disabled and was not taken: {detail}',
    'Эта строка отключена и не взята: {detail}',
  ],
  'type-unknown': [
    'lost',
    '不认识类型“{detail}”，此行未导入。',
    'The type {detail} is not known; this row was not taken.',
    'Тип {detail} неизвестен; строка не взята.',
  ],
  'type-unsupported': [
    'lost',
    '此处不能使用类型“{detail}”，此行未导入。',
    'The type {detail} cannot be used here; this row was not taken.',
    'Тип {detail} здесь не поддерживается; строка не взята.',
  ],
  'type-as-text': [
    'changed',
    '类型“{detail}”在此以文字回答。',
    'The type {detail} is answered in words here.',
    'На тип {detail} здесь отвечают текстом.',
  ],
  'type-as-another': [
    'changed',
    '旧类型按现在的写法处理：{detail}',
    'An old type was taken as what it means today: {detail}',
    'Старый тип понят по-нынешнему: {detail}',
  ],
  'no-device-value': [
    'changed',
    '“{detail}”取自设备，在此始终为空。',
    '{detail} comes from a device; here it stays empty.',
    '{detail} берётся с устройства; здесь остаётся пустым.',
  ],
  'name-missing': [
    'changed',
    '没有名称，命名为“{detail}”。',
    'There was no name; it is called {detail}.',
    'Имени не было; названо {detail}.',
  ],
  'name-changed': [
    'changed',
    '名称改为：{detail}',
    'The name was changed: {detail}',
    'Имя изменено: {detail}',
  ],
  'label-missing': [
    'note',
    '没有题目文字，显示名称“{detail}”。',
    'There are no words to show; the name {detail} is shown.',
    'Текста нет; показывается имя {detail}.',
  ],
  'list-missing': [
    'changed',
    '没有选项列表“{detail}”，改为以文字回答。',
    'There is no list {detail}; it is answered in words.',
    'Списка {detail} нет; отвечают текстом.',
  ],
  'list-in-a-file': [
    'changed',
    '选项在文件“{detail}”中，该文件不在此处，改为以文字回答。',
    'Its choices are in the file {detail}, which is not here; it is answered in words.',
    'Варианты находятся в файле {detail}, которого здесь нет; отвечают текстом.',
  ],
  'list-from-answers': [
    'changed',
    '选项取自前面的回答（{detail}），在此以文字回答。',
    'Its choices come from earlier answers ({detail}); it is answered in words here.',
    'Варианты берутся из прежних ответов ({detail}); здесь отвечают текстом.',
  ],
  'list-twice': [
    'changed',
    '列表“{detail}”在两个工作表中，只取另一个工作表中的。',
    'The list {detail} stands in two sheets; that of the other sheet was taken.',
    'Список {detail} есть на двух листах; взят список с другого листа.',
  ],
  'other-added': [
    'note',
    '“其他”选项及其文字题已加入：{detail}',
    'The choice other and a question for its words were added: {detail}',
    'Добавлены вариант «другое» и вопрос для его текста: {detail}',
  ],
  'loop-unfolded': [
    'changed',
    '循环已按列表“{detail}”展开为各组。',
    'The loop was unfolded into a group for each choice of {detail}.',
    'Цикл развёрнут в группы по вариантам списка {detail}.',
  ],
  'end-without-begin': [
    'lost',
    '结束行没有对应的开始行：{detail}',
    'This row ends what was never begun: {detail}',
    'Эта строка завершает то, что не начиналось: {detail}',
  ],
  'end-of-another': [
    'changed',
    '结束行与开始行不符：{detail}',
    'This row ends something else than what was begun: {detail}',
    'Эта строка завершает не то, что было начато: {detail}',
  ],
  'begin-without-end': [
    'changed',
    '没有结束行，在末尾结束：{detail}',
    'It is never ended; it ends with the form: {detail}',
    'Не завершено; завершается вместе с формой: {detail}',
  ],
  'group-empty': [
    'note',
    '组“{detail}”中没有题目。',
    'There is nothing in {detail}.',
    'В {detail} ничего нет.',
  ],
  'expression-unreadable': [
    'lost',
    '表达式无法读懂，未导入：{detail}',
    'The expression cannot be read and was not taken: {detail}',
    'Выражение нельзя прочитать, оно не взято: {detail}',
  ],
  'function-unknown': [
    'lost',
    '表达式使用了此处没有的函数，未导入：{detail}',
    'The expression uses a function that is not there and was not taken: {detail}',
    'Выражение использует функцию, которой здесь нет; не взято: {detail}',
  ],
  'arguments-wrong': [
    'lost',
    '函数的参数个数不对，表达式未导入：{detail}',
    'A function has too few or too many arguments; the expression was not taken: {detail}',
    'У функции неверное число аргументов; выражение не взято: {detail}',
  ],
  'pattern-unknown': [
    'lost',
    '不支持此正则表达式，表达式未导入：{detail}',
    'The pattern asks for what is not there; the expression was not taken: {detail}',
    'Шаблон не поддерживается; выражение не взято: {detail}',
  ],
  'reference-unknown': [
    'changed',
    '引用了不存在的题目，按空值处理：{detail}',
    'It speaks of a question that is not there, which counts as empty: {detail}',
    'Упомянут вопрос, которого нет; считается пустым: {detail}',
  ],
  'last-saved': [
    'changed',
    '此处不保存上一次的回答，改用本次的回答：{detail}',
    'The answers of the last time are not kept here; those of this time count instead: {detail}',
    'Ответы прошлого раза здесь не хранятся; вместо них действуют нынешние: {detail}',
  ],
  'word-is-no-column': [
    'changed',
    '“{detail}”既不是列名也没有引号，按空值处理。',
    '{detail} is no column, and stands without quotes; it counts as empty.',
    '{detail} — не столбец и стоит без кавычек; считается пустым.',
  ],
  'asks-itself': [
    'note',
    '答案取决于自己，发布之前必须改正：{detail}',
    'The answer depends on itself, which must be mended before it is published: {detail}',
    'Ответ зависит от самого себя; до публикации это нужно исправить: {detail}',
  ],
  'default-unfit': [
    'changed',
    '默认值不适合此类题目，已略去：{detail}',
    'The default is no answer of this kind and was left out: {detail}',
    'Значение по умолчанию не подходит к этому виду вопроса и опущено: {detail}',
  ],
  'calculation-missing': [
    'lost',
    '计算题没有算式：{detail}',
    'There is nothing to calculate: {detail}',
    'Нечего вычислять: {detail}',
  ],
  'parameter-unused': [
    'note',
    '参数在此不起作用：{detail}',
    'A parameter changes nothing here: {detail}',
    'Параметр здесь ни на что не влияет: {detail}',
  ],
  'parameter-wrong': [
    'changed',
    '参数无效，按默认处理：{detail}',
    'A parameter makes no sense; the usual value is taken: {detail}',
    'Параметр не имеет смысла; взято обычное значение: {detail}',
  ],
  'appearance-plain': [
    'note',
    '外观“{detail}”在此按普通样式显示。',
    'The appearance {detail} is shown in the plain way here.',
    'Вид {detail} здесь показывается обычным образом.',
  ],
  'media-missing': [
    'changed',
    '媒体文件不在此处，只保留文件名：{detail}',
    'The file is not here; its name is kept and shown: {detail}',
    'Файла здесь нет; сохранено и показывается его имя: {detail}',
  ],
  'filter-unused': [
    'lost',
    '此类题目没有选项可筛选：{detail}',
    'There are no choices to filter here: {detail}',
    'Здесь нет вариантов для отбора: {detail}',
  ],
  'choice-without-name': [
    'lost',
    '选项没有名称，未导入：{detail}',
    'This choice has no name and was not taken: {detail}',
    'У варианта нет имени, он не взят: {detail}',
  ],
  'choice-without-list': [
    'lost',
    '选项没有列表名，未导入：{detail}',
    'This choice is of no list and was not taken: {detail}',
    'Вариант не относится ни к одному списку, он не взят: {detail}',
  ],
  'choice-twice': [
    'changed',
    '同一列表中名称重复；由筛选条件区分时两者都保留：{detail}',
    'A list has this name twice; both are kept where a filter tells them apart: {detail}',
    'В списке имя повторяется; оба сохранены, если их различает отбор: {detail}',
  ],
  'choice-name-spaced': [
    'note',
    '选项名称含空格，在其他程序的多选答案中无法分辨：{detail}',
    'The name of a choice has a space; among several ticked ones other programs cannot tell it apart: {detail}',
    'В имени варианта есть пробел; среди нескольких отмеченных другие программы его не различат: {detail}',
  ],
  'list-unused': [
    'note',
    '没有题目使用列表“{detail}”，仍予保留。',
    'No question uses the list {detail}; it is kept.',
    'Список {detail} не используется ни одним вопросом; он сохранён.',
  ],
  'include-unsupported': [
    'lost',
    '包含其他文件的行不能导入：{detail}',
    'Another file is included here, which is not there: {detail}',
    'Здесь включается другой файл, которого нет: {detail}',
  ],
  'text-cut': [
    'changed',
    '文字过长，已截短：{detail}',
    'The text is too long and was cut: {detail}',
    'Текст слишком длинный и обрезан: {detail}',
  ],
} as const satisfies Record<string, readonly [(typeof remarkWeights)[number], string, string, string]>

export type ImportRemarkCode = keyof typeof importRemarks
export const importRemarkCodes = Object.keys(importRemarks) as ImportRemarkCode[]

/** One remark: where in the workbook, and about what. */
export const ImportRemark = z.object({
  sheet: z.string(),
  /** The row as the spreadsheet counts it; 0 where no row is meant. */
  row: z.int(),
  column: z.string(),
  code: z.enum(importRemarkCodes as [ImportRemarkCode, ...ImportRemarkCode[]]),
  weight: z.enum(remarkWeights),
  detail: z.string(),
})
export type ImportRemark = z.infer<typeof ImportRemark>

/** The sentence of a remark. */
export function remarkSentence({ code, detail }: Pick<ImportRemark, 'code' | 'detail'>): Wording {
  const [, zh, en, ru] = importRemarks[code]
  const fill = (sentence: string) => sentence.replace('{detail}', () => detail)
  return { 'zh-CN': fill(zh), en: fill(en), ru: fill(ru) }
}
