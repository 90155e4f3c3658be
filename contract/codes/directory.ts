import { type CodeOf, codeList } from './code-list.ts'

/** What somebody may need for whom an agency is looked for. */
export const need = codeList({
  'food-and-goods': { 'zh-CN': '食物与生活物资', en: 'Food and daily goods', ru: 'Еда и предметы быта' },
  money: { 'zh-CN': '经济救助', en: 'Money and benefits', ru: 'Деньги и пособия' },
  housing: { 'zh-CN': '住房与临时住所', en: 'Housing and shelter', ru: 'Жильё и приют' },
  health: { 'zh-CN': '医疗与康复', en: 'Health and rehabilitation', ru: 'Лечение и реабилитация' },
  'mental-health': { 'zh-CN': '心理卫生', en: 'Mental health', ru: 'Психическое здоровье' },
  violence: { 'zh-CN': '反家暴与庇护', en: 'Safety from violence', ru: 'Защита от насилия' },
  legal: { 'zh-CN': '法律援助', en: 'Legal aid', ru: 'Юридическая помощь' },
  children: { 'zh-CN': '儿童照顾与教育', en: 'Child care and education', ru: 'Забота о детях и учёба' },
  'older-people': { 'zh-CN': '养老照护', en: 'Care of older people', ru: 'Уход за пожилыми' },
  disability: { 'zh-CN': '残疾人服务', en: 'Disability support', ru: 'Помощь людям с инвалидностью' },
  work: { 'zh-CN': '就业与技能', en: 'Work and skills', ru: 'Работа и навыки' },
  addiction: { 'zh-CN': '戒毒戒瘾康复', en: 'Recovery from addiction', ru: 'Преодоление зависимости' },
  correction: { 'zh-CN': '矫正帮扶', en: 'Support after an offence', ru: 'Помощь после правонарушения' },
  family: { 'zh-CN': '家庭与关系', en: 'Family and relationships', ru: 'Семья и отношения' },
  papers: { 'zh-CN': '户籍与证件', en: 'Papers and registration', ru: 'Документы и регистрация' },
})
export type Need = CodeOf<typeof need>

/** Whether a service can be had now. */
export const entryStatus = codeList({
  active: { 'zh-CN': '开放', en: 'Open', ru: 'Работает' },
  inactive: { 'zh-CN': '停办', en: 'Not offered now', ru: 'Не оказывается' },
  'temporarily-closed': { 'zh-CN': '暂时关闭', en: 'Closed for a time', ru: 'Временно закрыто' },
  defunct: { 'zh-CN': '已撤销', en: 'No longer exists', ru: 'Больше не существует' },
})
export type EntryStatus = CodeOf<typeof entryStatus>

/** The languages in which services are often offered here; others come with imports. The codes are those of ISO 639. */
export const servedLanguage = codeList({
  zh: { 'zh-CN': '汉语', en: 'Chinese', ru: 'Китайский' },
  ug: { 'zh-CN': '维吾尔语', en: 'Uyghur', ru: 'Уйгурский' },
  bo: { 'zh-CN': '藏语', en: 'Tibetan', ru: 'Тибетский' },
  mn: { 'zh-CN': '蒙古语', en: 'Mongolian', ru: 'Монгольский' },
  kk: { 'zh-CN': '哈萨克语', en: 'Kazakh', ru: 'Казахский' },
  ko: { 'zh-CN': '朝鲜语', en: 'Korean', ru: 'Корейский' },
  ru: { 'zh-CN': '俄语', en: 'Russian', ru: 'Русский' },
  en: { 'zh-CN': '英语', en: 'English', ru: 'Английский' },
  sgn: { 'zh-CN': '手语', en: 'Sign language', ru: 'Жестовый язык' },
})
export type ServedLanguage = CodeOf<typeof servedLanguage>

/** What a service costs whoever uses it. */
export const cost = codeList({
  free: { 'zh-CN': '免费', en: 'Free', ru: 'Бесплатно' },
  partly: { 'zh-CN': '部分收费', en: 'Partly free', ru: 'Частично бесплатно' },
  paid: { 'zh-CN': '收费', en: 'Paid', ru: 'Платно' },
})
export type Cost = CodeOf<typeof cost>

/** What became of a row of a file, or would become of it. */
export const rowOutcome = codeList({
  taken: { 'zh-CN': '新增', en: 'New', ru: 'Новая' },
  changed: { 'zh-CN': '更新', en: 'Changed', ru: 'Изменена' },
  unchanged: { 'zh-CN': '无变化', en: 'Unchanged', ru: 'Без изменений' },
  refused: { 'zh-CN': '未接收', en: 'Refused', ru: 'Отклонена' },
})
export type RowOutcome = CodeOf<typeof rowOutcome>
