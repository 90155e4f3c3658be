import type { Wording } from '#contract/language.ts'

/** What we tell people when questionnaires and loaded instruments say no. */
export const questionnaireSentences = {
  'questionnaires/untitled': {
    'zh-CN': '请给问卷取一个名称。',
    en: 'Give the questionnaire a title.',
    ru: 'Дайте анкете название.',
  },
  'questionnaires/not-ready': {
    'zh-CN': '问卷还有 {missing} 处需要改正，改正后才能发布。',
    en: 'Mend what is named below ({missing}) before it is published.',
    ru: 'Исправьте указанное ниже ({missing}), затем публикуйте.',
  },
  'questionnaires/nothing-new': {
    'zh-CN': '与已发布的版本相同，无需再次发布。',
    en: 'This is what was published already: there is nothing new.',
    ru: 'Это уже опубликовано: нового нет.',
  },
  'questionnaires/retired': {
    'zh-CN': '该问卷已停用。',
    en: 'This questionnaire is out of use.',
    ru: 'Эта анкета больше не используется.',
  },
  'questionnaires/no-such-version': {
    'zh-CN': '没有这个版本的问卷。请重新打开页面。',
    en: 'There is no such version of this questionnaire. Please open the page again.',
    ru: 'Такой версии анкеты нет. Откройте страницу заново.',
  },
  'questionnaires/not-yet': {
    'zh-CN': '填写日期不能晚于今天。',
    en: 'The day of the answers cannot lie ahead.',
    ru: 'День ответов не может быть в будущем.',
  },
  'questionnaires/nothing-answered': {
    'zh-CN': '还没有回答任何题目。',
    en: 'Nothing has been answered yet.',
    ru: 'Пока нет ни одного ответа.',
  },
  'questionnaires/strange-answers': {
    'zh-CN': '有的回答不属于这份问卷。',
    en: 'Some answers are to questions that this questionnaire does not ask.',
    ru: 'Есть ответы на вопросы, которых в этой анкете нет.',
  },
  'questionnaires/wrong-answers': {
    'zh-CN': '有 {missing} 个回答未填或不符合要求，请改正后再保存。',
    en: 'Answers that are missing or cannot stand: {missing}. Mend them, then save.',
    ru: 'Ответов нет или они не подходят: {missing}. Исправьте и сохраните.',
  },
  'questionnaires/no-such-group': {
    'zh-CN': '不能按这道题分组。',
    en: 'The answers cannot be grouped by this question.',
    ru: 'По этому вопросу нельзя сгруппировать ответы.',
  },
  'questionnaires/file-empty': {
    'zh-CN': '这个文件是空的。',
    en: 'This file is empty.',
    ru: 'Этот файл пуст.',
  },
  'questionnaires/file-too-large': {
    'zh-CN': '文件太大：最多 {megabytes} MB、每张工作表 20 000 行、2 000 列。',
    en: 'This file is too large: at most {megabytes} MB and a sheet of 20,000 rows and 2,000 columns.',
    ru: 'Файл слишком велик: не более {megabytes} МБ и 20 000 строк и 2000 столбцов на листе.',
  },
  'questionnaires/file-unreadable': {
    'zh-CN': '无法读取：请提供 .xlsx 或 .xls 工作簿，且不要加密码。',
    en: 'This cannot be read. Bring an .xlsx or .xls workbook without a password.',
    ru: 'Файл не читается. Нужна книга .xlsx или .xls без пароля.',
  },
  'questionnaires/no-survey': {
    'zh-CN': '工作簿里没有名为 survey 的工作表，不是 XLSForm。',
    en: 'There is no sheet called survey in it, so it is no XLSForm.',
    ru: 'В книге нет листа survey: это не XLSForm.',
  },
  'questionnaires/no-questions': {
    'zh-CN': '工作表 survey 里没有题目。',
    en: 'There is no question on its sheet survey.',
    ru: 'На листе survey нет вопросов.',
  },
  'questionnaires/too-much': {
    'zh-CN': '内容超出一份问卷的上限：最多 3000 行，每张列表最多 5000 个选项。',
    en: 'It holds more than one questionnaire may: 3,000 rows, 5,000 choices a list.',
    ru: 'В нём больше, чем вмещает анкета: 3000 строк, 5000 вариантов в списке.',
  },
  'scales/not-at-this-age': {
    'zh-CN': '该量表不适用于服务对象当时的年龄。',
    en: 'This scale is not made for the age of the client on that day.',
    ru: 'Эта шкала не рассчитана на возраст клиента в тот день.',
  },
  'instruments/comes-along': {
    'zh-CN': '这个名称属于系统自带的量表，请为您的量表另取名称（id）。',
    en: 'A scale of this name comes with the program. Give yours another name (id).',
    ru: 'Шкала с таким именем уже есть в программе. Дайте своей другое имя (id).',
  },
  'instruments/version-there': {
    'zh-CN': '这个版本已经载入，或已有更新的版本。请提高版本号（version）。',
    en: 'This version or a later one is loaded already. Raise its number (version).',
    ru: 'Эта или более новая версия уже загружена. Увеличьте номер (version).',
  },
  'instruments/too-many': {
    'zh-CN': '载入的量表已达上限。',
    en: 'No more instruments can be loaded.',
    ru: 'Больше шкал загрузить нельзя.',
  },
} as const satisfies Record<string, Wording>
