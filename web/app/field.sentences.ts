import type { Wording } from '#contract/language.ts'

/** Sentences beside a field, by the code the server (or the sheet itself) gives. `invalid` stands for all others. */
export const fieldSentences = {
  required: { 'zh-CN': '请填写这一项。', en: 'Please fill this in.', ru: 'Заполните это поле.' },
  'notice-first': {
    'zh-CN': '先告知信息如何使用，这一项才能保存（Alt + I）。',
    en: 'Tell first how information is used; then this is kept (Alt + I).',
    ru: 'Сначала сообщите, как используются сведения; тогда это сохранится (Alt + I).',
  },
  'too-short': { 'zh-CN': '内容太短了。', en: 'This is too short.', ru: 'Слишком коротко.' },
  'too-long': {
    'zh-CN': '内容太长了，请缩短一些。',
    en: 'This is too long. Please shorten it.',
    ru: 'Слишком длинно. Сократите текст.',
  },
  'too-small': { 'zh-CN': '这个数太小了。', en: 'This number is too small.', ru: 'Число слишком маленькое.' },
  'too-big': { 'zh-CN': '这个数太大了。', en: 'This number is too large.', ru: 'Число слишком большое.' },
  'too-few': { 'zh-CN': '请至少选填一项。', en: 'Please give at least one.', ru: 'Укажите хотя бы одно.' },
  'too-many': { 'zh-CN': '项数太多了。', en: 'There are too many of these.', ru: 'Слишком много пунктов.' },
  'wrong-type': {
    'zh-CN': '这里的内容格式不对。',
    en: 'This is not the kind of answer expected here.',
    ru: 'Здесь нужен ответ другого вида.',
  },
  'wrong-format': {
    'zh-CN': '格式不对，请检查。',
    en: 'Please check how this is written.',
    ru: 'Проверьте, как это записано.',
  },
  'said-twice': {
    'zh-CN': '这一项出现了两次。',
    en: 'This field was sent twice.',
    ru: 'Это поле передано дважды.',
  },
  'unknown-choice': {
    'zh-CN': '请从列表中选择。',
    en: 'Please choose from the list.',
    ru: 'Выберите из списка.',
  },
  'unknown-field': {
    'zh-CN': '服务器不认识这一项。',
    en: 'The server does not know this field.',
    ru: 'Сервер не знает этого поля.',
  },
  'impossible-date': { 'zh-CN': '没有这个日期。', en: 'There is no such date.', ru: 'Такой даты нет.' },
  'forbidden-character': {
    'zh-CN': '含有无法保存的字符。',
    en: 'This contains a character that cannot be kept.',
    ru: 'Есть символ, который нельзя сохранить.',
  },
  'in-the-future': {
    'zh-CN': '这个时间还没有到。',
    en: 'This time has not come yet.',
    ru: 'Это время ещё не наступило.',
  },
  'before-the-beginning': {
    'zh-CN': '结束不能早于开始。',
    en: 'The end cannot come before the beginning.',
    ru: 'Окончание не может быть раньше начала.',
  },
  'not-of-this-plan': {
    'zh-CN': '这个目标不在所评估的计划里。',
    en: 'This goal is not in the plan that is evaluated.',
    ru: 'Этой цели нет в оцениваемом плане.',
  },
  'must-be-told': {
    'zh-CN': '请先向对方说明，再完成这一步。',
    en: 'Please tell this to the person first.',
    ru: 'Сначала сообщите об этом человеку.',
  },
  contradicts: {
    'zh-CN': '两处回答互相矛盾。',
    en: 'Two answers here contradict each other.',
    ru: 'Два ответа здесь противоречат друг другу.',
  },
  'not-a-caseworker': {
    'zh-CN': '请选择在本机构从事个案工作的同事。',
    en: 'Please choose a colleague here who does case work.',
    ru: 'Выберите коллегу из этой организации, который ведёт случаи.',
  },
  'yourself-missing': {
    'zh-CN': '您自己也要在名单里，否则保存后您将看不到本案。',
    en: 'Name yourself as well, or you would lose sight of this case.',
    ru: 'Укажите и себя, иначе вы перестанете видеть этот случай.',
  },
  'overseer-missing': {
    'zh-CN': '请至少指定一位督导者或机构负责人（个案管理者本人除外）。',
    en: 'Please name at least one supervisor or the agency head, other than the case manager.',
    ru: 'Назовите хотя бы одного супервизора или руководителя, кроме самого куратора.',
  },
  'text/too-long': {
    'zh-CN': '内容太长了，请缩短一些。',
    en: 'This is too long. Please shorten it.',
    ru: 'Слишком длинно. Сократите текст.',
  },
  'text/too-short': {
    'zh-CN': '请写得更具体一些。',
    en: 'Please say more.',
    ru: 'Напишите подробнее.',
  },
  'text/blank': { 'zh-CN': '请填写这一项。', en: 'Please fill this in.', ru: 'Заполните это поле.' },
  'text/control-character': {
    'zh-CN': '含有无法保存的字符。',
    en: 'This contains a character that cannot be kept.',
    ru: 'Есть символ, который нельзя сохранить.',
  },
  'row/repeated': {
    'zh-CN': '这一项在列表中出现了两次。请删去其中一项，再重新添加。',
    en: 'This stands in the list twice. Remove one of the two and add it again.',
    ru: 'Эта строка стоит в списке дважды. Удалите одну из двух и добавьте её заново.',
  },
  'date/not-a-day': { 'zh-CN': '没有这个日期。', en: 'There is no such date.', ru: 'Такой даты нет.' },
  'date/out-of-range': {
    'zh-CN': '请检查年份。',
    en: 'Please check the year.',
    ru: 'Проверьте год.',
  },
  invalid: { 'zh-CN': '请再检查这一项。', en: 'Please check this again.', ru: 'Проверьте это поле ещё раз.' },
} as const satisfies Record<string, Wording>
