import { type CodeOf, codeList } from '#contract/codes/index.ts'

/** What is wrong with a row, so that it is refused; or, as a note, worth knowing where it is taken. */
export const rowProblem = codeList({
  unreadable: {
    'zh-CN': '这一行的单元格数与表头不符，或引号没有成对。',
    en: 'The row has another number of cells than the heading, or a quote that does not end.',
    ru: 'Число ячеек не совпадает с заголовком или кавычка не закрыта.',
  },
  'rest-unread': {
    'zh-CN': '从这里开始的引号没有结束：这一行和它后面的都无法读取。',
    en: 'A quote that begins here never ends: this row and everything after it in the file was not read.',
    ru: 'Здесь начинается кавычка без конца: эта строка и всё после неё в файле не прочитаны.',
  },
  'id-missing': { 'zh-CN': '没有 id。', en: 'It has no id.', ru: 'Нет id.' },
  'not-an-id': { 'zh-CN': '不是 UUID。', en: 'This is not a UUID.', ru: 'Это не UUID.' },
  repeated: {
    'zh-CN': '同一个 id 在前面已经出现过，内容不同。',
    en: 'An earlier row has the same id and says something else.',
    ru: 'Строка с этим id уже была, но с другим содержанием.',
  },
  'required-missing': {
    'zh-CN': '必填项是空的。',
    en: 'What must be there is empty.',
    ru: 'Обязательное поле пусто.',
  },
  'not-a-number': { 'zh-CN': '不是数字。', en: 'This is not a number.', ru: 'Это не число.' },
  'not-a-day': { 'zh-CN': '不是日期。', en: 'This is not a date.', ru: 'Это не дата.' },
  'not-in-list': {
    'zh-CN': '不是 HSDS 允许的取值。',
    en: 'HSDS does not know this value.',
    ru: 'HSDS не допускает такого значения.',
  },
  'ages-crossed': {
    'zh-CN': '最小年龄大于最大年龄，或不是可能的年龄。',
    en: 'The lowest age is above the highest, or is no possible age.',
    ru: 'Наименьший возраст больше наибольшего или невозможен.',
  },
  'reference-unknown': {
    'zh-CN': '所指的记录不在文件里，也不在目录里，或者本身未被接收。',
    en: 'The record it belongs to is neither in the file nor in the directory, or was refused itself.',
    ru: 'Записи, к которой она относится, нет ни в файле, ни в справочнике, или она отклонена.',
  },
  'text-unfit': {
    'zh-CN': '含有不可存储的控制字符。',
    en: 'It holds control characters that no text has.',
    ru: 'Содержит управляющие символы.',
  },
  'too-long': {
    'zh-CN': '内容超过 20 000 字。',
    en: 'It is longer than 20,000 characters.',
    ru: 'Длиннее 20 000 знаков.',
  },
  'not-a-record': {
    'zh-CN': '这里应当是一条记录。',
    en: 'There should be a record here.',
    ru: 'Здесь должна быть запись.',
  },
  'points-nowhere': {
    'zh-CN': '所指的记录不在这里；该行已接收，指向保留。',
    en: 'What it points at is not here; the row is taken and keeps the reference.',
    ru: 'Того, на что указывает строка, здесь нет; она принята вместе со ссылкой.',
  },
  'out-of-range': {
    'zh-CN': '坐标超出地球范围；已接收，但地图上无法显示。',
    en: 'There is no such place on earth; the row is taken, but no map can show it.',
    ru: 'Такого места на земле нет; строка принята, но на карте её не показать.',
  },
  'should-be-there': {
    'zh-CN': 'HSDS 要求填写；已接收，内容为空。',
    en: 'HSDS asks for it; the row is taken without it.',
    ru: 'HSDS требует это поле; строка принята без него.',
  },
  'unknown-column': {
    'zh-CN': 'HSDS 没有这一列；原样保留。',
    en: 'HSDS has no such column; it is kept as it came.',
    ru: 'В HSDS нет такого столбца; сохранён как есть.',
  },
  'left-out': {
    'zh-CN': 'HSDS 在这里没有这样的内容，或嵌套过深；该行已接收，这部分没有读取。',
    en: 'HSDS has nothing of this kind here, or it lies too deep; the row is taken, and this part was not read.',
    ru: 'В HSDS здесь такого нет, или оно вложено слишком глубоко; строка принята, эта часть не прочитана.',
  },
})
export type RowProblem = CodeOf<typeof rowProblem>

/** What is worth knowing of a whole file. */
export const fileRemark = codeList({
  'not-of-hsds': {
    'zh-CN': '不是 HSDS 的表，没有读取。表以名称识别，例如 organizations.csv、services.csv。',
    en: 'This is no table of HSDS and was not read. Tables are known by their names, such as organizations.csv or services.csv.',
    ru: 'Это не таблица HSDS, не прочитано. Таблицы опознаются по именам: organizations.csv, services.csv.',
  },
  'package-unreadable': {
    'zh-CN': '无法读取；各表按文件名识别。',
    en: 'It cannot be read; the tables are known by their names.',
    ru: 'Не читается; таблицы опознаны по именам.',
  },
  'not-there': {
    'zh-CN': 'datapackage.json 提到这个文件，但它不在这里。',
    en: 'The data package names this file, and it is not here.',
    ru: 'Пакет данных называет этот файл, но его здесь нет.',
  },
  'beside-tables': {
    'zh-CN': '这里有表，所以 JSON 文件没有读取。要读取它，请单独带入。',
    en: 'There are tables here, so this JSON file was not read. Bring it by itself to read it.',
    ru: 'Здесь есть таблицы, поэтому этот файл JSON не прочитан. Чтобы прочитать его, загрузите его отдельно.',
  },
  'no-json': {
    'zh-CN': '不是有效的 JSON，没有读取。',
    en: 'This is no valid JSON and was not read.',
    ru: 'Это не JSON, не прочитано.',
  },
  empty: { 'zh-CN': '是空文件。', en: 'There is nothing in it.', ru: 'Файл пуст.' },
  'no-rows': {
    'zh-CN': '只有表头，没有一行。',
    en: 'It has headings and not one row.',
    ru: 'В нём заголовки и ни одной строки.',
  },
  'heading-twice': {
    'zh-CN': '有两列表头相同；只读取了其中最后一列。',
    en: 'Two columns have the same heading; only the last of them was read.',
    ru: 'У двух столбцов один заголовок; прочитан только последний из них.',
  },
  'read-as-gb18030': {
    'zh-CN': '不是 UTF-8，按中文编码 GB18030 读取。请核对名称。',
    en: 'It is not in UTF-8 and was read as Chinese (GB18030). Check the names.',
    ru: 'Файл не в UTF-8, прочитан как китайский (GB18030). Проверьте названия.',
  },
  'read-as-windows-1251': {
    'zh-CN': '不是 UTF-8，按俄文编码 Windows-1251 读取。请核对名称。',
    en: 'It is not in UTF-8 and was read as Cyrillic (Windows-1251). Check the names.',
    ru: 'Файл не в UTF-8, прочитан как кириллица (Windows-1251). Проверьте названия.',
  },
  'read-as-windows-1252': {
    'zh-CN': '不是 UTF-8，按西欧编码 Latin-1 读取。请核对名称。',
    en: 'It is not in UTF-8 and was read as Western European (Latin-1). Check the names.',
    ru: 'Файл не в UTF-8, прочитан как западноевропейский (Latin-1). Проверьте названия.',
  },
})
export type FileRemark = CodeOf<typeof fileRemark>

/** How a refused row is mended in the file. */
export const rowMending = codeList({
  unreadable: {
    'zh-CN': '核对这一行的逗号和引号，再另存为 UTF-8 编码的 CSV。',
    en: 'Check the commas and quotes of the row, and save it as CSV in UTF-8 again.',
    ru: 'Проверьте запятые и кавычки строки и сохраните файл как CSV в UTF-8.',
  },
  'rest-unread': {
    'zh-CN': '在这里补上或删去多余的引号，再重新带入。',
    en: 'Close the quote here or take it out, and bring the file again.',
    ru: 'Закройте здесь кавычку или удалите её и загрузите файл снова.',
  },
  'id-missing': {
    'zh-CN': '给它一个 UUID，以后每次都用同一个。',
    en: 'Give it a UUID, and keep the same one every time.',
    ru: 'Дайте ей UUID и больше его не меняйте.',
  },
  'not-an-id': {
    'zh-CN': '写成 UUID，例如 3a19ff88-4620-4d17-9830-ac1d859eb5d5。',
    en: 'Write a UUID, such as 3a19ff88-4620-4d17-9830-ac1d859eb5d5.',
    ru: 'Впишите UUID, например 3a19ff88-4620-4d17-9830-ac1d859eb5d5.',
  },
  repeated: {
    'zh-CN': '删去其中一行，或给另一条记录自己的 id。',
    en: 'Take one of the rows out, or give the other record an id of its own.',
    ru: 'Удалите одну из строк или дайте второй записи свой id.',
  },
  'required-missing': { 'zh-CN': '填写这一列。', en: 'Fill in this column.', ru: 'Заполните этот столбец.' },
  'not-a-number': {
    'zh-CN': '只写数字，小数点用“.”。',
    en: 'Write digits only, with a point for decimals.',
    ru: 'Пишите только цифры, дробную часть через точку.',
  },
  'not-a-day': {
    'zh-CN': '写成 2026-03-09 这样的日期。',
    en: 'Write the date as 2026-03-09.',
    ru: 'Пишите дату как 2026-03-09.',
  },
  'not-in-list': {
    'zh-CN': '改为 HSDS 列出的取值之一。',
    en: 'Use one of the values that HSDS lists.',
    ru: 'Используйте одно из значений HSDS.',
  },
  'ages-crossed': {
    'zh-CN': '核对两个年龄（0 至 150）。',
    en: 'Check both ages (0 to 150).',
    ru: 'Проверьте оба возраста (от 0 до 150).',
  },
  'reference-unknown': {
    'zh-CN': '把所指的记录加入文件，或改正这个 id。',
    en: 'Add the record it belongs to, or mend the id.',
    ru: 'Добавьте нужную запись или исправьте id.',
  },
  'text-unfit': {
    'zh-CN': '删去看不见的字符。',
    en: 'Take the invisible characters out.',
    ru: 'Удалите невидимые символы.',
  },
  'too-long': { 'zh-CN': '缩短内容。', en: 'Make it shorter.', ru: 'Сократите текст.' },
  'not-a-record': {
    'zh-CN': '改为带有 id 的对象。',
    en: 'Write an object with an id.',
    ru: 'Впишите объект с id.',
  },
})
export const isMended = (code: RowProblem): code is CodeOf<typeof rowMending> => code in rowMending.labels
