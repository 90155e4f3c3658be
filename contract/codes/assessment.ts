import { type CodeOf, codeList } from './code-list.ts'

/** What an assessment is made for. */
export const assessmentKind = codeList({
  initial: { 'zh-CN': '初始评估', en: 'Initial assessment', ru: 'Первичная оценка' },
  comprehensive: { 'zh-CN': '综合评估', en: 'Comprehensive assessment', ru: 'Комплексная оценка' },
  reassessment: { 'zh-CN': '再评估', en: 'Reassessment', ru: 'Повторная оценка' },
  closing: { 'zh-CN': '结案评估', en: 'Assessment at closing', ru: 'Оценка при закрытии' },
})
export type AssessmentKind = CodeOf<typeof assessmentKind>

/** How a fact was learned. */
export const collectionMethod = codeList(
  {
    asking: { 'zh-CN': '询问本人', en: 'Asking the client', ru: 'Расспрос клиента' },
    consulting: {
      'zh-CN': '咨询专业人员',
      en: 'Consulting a professional',
      ru: 'Консультация со специалистом',
    },
    observation: { 'zh-CN': '观察', en: 'Observation', ru: 'Наблюдение' },
    'home-visit': { 'zh-CN': '家访', en: 'Home visit', ru: 'Визит на дом' },
    symposium: { 'zh-CN': '座谈会', en: 'Group discussion', ru: 'Обсуждение за круглым столом' },
    'community-visit': { 'zh-CN': '社区走访', en: 'Community visit', ru: 'Посещение сообщества' },
    questionnaire: { 'zh-CN': '问卷', en: 'Questionnaire', ru: 'Анкета' },
    interview: { 'zh-CN': '面谈', en: 'Interview', ru: 'Беседа' },
    scale: { 'zh-CN': '量表', en: 'Scale', ru: 'Шкала' },
    records: { 'zh-CN': '查阅记录', en: 'Reading records', ru: 'Изучение документов' },
  },
  { name: 'collectionMethod', freedom: 'own' },
)
export type CollectionMethod = CodeOf<typeof collectionMethod>

/** The levels a complete picture covers. */
export const systemLevel = codeList({
  individual: { 'zh-CN': '个人', en: 'Individual', ru: 'Личность' },
  family: { 'zh-CN': '家庭', en: 'Family', ru: 'Семья' },
  social: { 'zh-CN': '社会', en: 'Social', ru: 'Общество' },
})
export type SystemLevel = CodeOf<typeof systemLevel>

/** The systems around a person. */
export const ecologicalLevel = codeList({
  micro: { 'zh-CN': '微观系统', en: 'Micro system', ru: 'Микросистема' },
  mezzo: { 'zh-CN': '中观系统', en: 'Mezzo system', ru: 'Мезосистема' },
  macro: { 'zh-CN': '宏观系统', en: 'Macro system', ru: 'Макросистема' },
})
export type EcologicalLevel = CodeOf<typeof ecologicalLevel>

/** How serious a problem is. */
export const severity = codeList({
  mild: { 'zh-CN': '轻度', en: 'Mild', ru: 'Лёгкая' },
  moderate: { 'zh-CN': '中度', en: 'Moderate', ru: 'Умеренная' },
  severe: { 'zh-CN': '重度', en: 'Severe', ru: 'Тяжёлая' },
  extreme: { 'zh-CN': '极重', en: 'Extreme', ru: 'Крайне тяжёлая' },
})
export type Severity = CodeOf<typeof severity>

/** What kind of course a problem takes. */
export const problemNature = codeList(
  {
    sudden: { 'zh-CN': '突发性', en: 'Sudden', ru: 'Внезапная' },
    'long-standing': { 'zh-CN': '长期性', en: 'Long-standing', ru: 'Давняя' },
    recurring: { 'zh-CN': '反复性', en: 'Recurring', ru: 'Повторяющаяся' },
    developmental: { 'zh-CN': '成长阶段性', en: 'Part of a life stage', ru: 'Связанная с этапом жизни' },
    situational: { 'zh-CN': '情境性', en: 'Due to circumstances', ru: 'Вызванная обстоятельствами' },
    structural: { 'zh-CN': '制度性或结构性', en: 'Structural', ru: 'Системная' },
  },
  { name: 'problemNature', freedom: 'own' },
)
export type ProblemNature = CodeOf<typeof problemNature>

/** The part of life a problem, need or strength belongs to. */
export const lifeDomain = codeList(
  {
    housing: { 'zh-CN': '住房', en: 'Housing', ru: 'Жильё' },
    income: { 'zh-CN': '收入与福利', en: 'Income and benefits', ru: 'Доход и пособия' },
    employment: { 'zh-CN': '就业', en: 'Employment', ru: 'Занятость' },
    education: { 'zh-CN': '上学与学习', en: 'School and learning', ru: 'Учёба' },
    food: { 'zh-CN': '饮食温饱', en: 'Food', ru: 'Питание' },
    health: { 'zh-CN': '身体健康', en: 'Physical health', ru: 'Физическое здоровье' },
    'mental-health': { 'zh-CN': '心理卫生', en: 'Mental health', ru: 'Психическое здоровье' },
    'substance-use': {
      'zh-CN': '物质使用与成瘾',
      en: 'Substance use',
      ru: 'Употребление веществ и зависимость',
    },
    'family-relations': { 'zh-CN': '家庭关系', en: 'Family relations', ru: 'Отношения в семье' },
    parenting: {
      'zh-CN': '养育与照顾子女',
      en: 'Child care and parenting',
      ru: 'Воспитание и забота о детях',
    },
    safety: { 'zh-CN': '人身安全', en: 'Safety', ru: 'Безопасность' },
    legal: { 'zh-CN': '法律与司法', en: 'Legal situation', ru: 'Правовая ситуация' },
    'social-life': { 'zh-CN': '社会交往', en: 'Social life', ru: 'Общение и участие в жизни общества' },
    'daily-living': { 'zh-CN': '日常生活自理', en: 'Daily living', ru: 'Повседневная жизнь' },
    transport: { 'zh-CN': '交通出行', en: 'Transport', ru: 'Передвижение' },
    documents: { 'zh-CN': '证件与户籍', en: 'Papers and registration', ru: 'Документы и регистрация' },
  },
  { name: 'lifeDomain', freedom: 'own' },
)
export type LifeDomain = CodeOf<typeof lifeDomain>

/** What is explained to the client before an assessment. */
export const explainedItem = codeList(
  {
    purpose: { 'zh-CN': '评估目的', en: 'What the assessment is for', ru: 'Для чего нужна оценка' },
    meaning: { 'zh-CN': '评估意义', en: 'What it means for the client', ru: 'Что она даёт клиенту' },
    methods: { 'zh-CN': '评估方法', en: 'How it is done', ru: 'Как она проводится' },
    process: {
      'zh-CN': '大致过程',
      en: 'What will happen, step by step',
      ru: 'Что будет происходить по порядку',
    },
  },
  { name: 'explainedItem', freedom: 'words' },
)
export type ExplainedItem = CodeOf<typeof explainedItem>

/** How hard a problem is to solve; the simple ones may come first. */
export const difficulty = codeList({
  easy: { 'zh-CN': '容易解决', en: 'Easy', ru: 'Лёгкая' },
  moderate: { 'zh-CN': '一般', en: 'Moderate', ru: 'Средняя' },
  hard: { 'zh-CN': '较难解决', en: 'Hard', ru: 'Трудная' },
})
export type Difficulty = CodeOf<typeof difficulty>

/** How soon a need is to be met. */
export const priority = codeList({
  high: { 'zh-CN': '优先', en: 'High priority', ru: 'В первую очередь' },
  medium: { 'zh-CN': '其次', en: 'Medium priority', ru: 'Во вторую очередь' },
  low: { 'zh-CN': '稍后', en: 'Low priority', ru: 'Позже' },
})
export type Priority = CodeOf<typeof priority>

/** The view from which a problem is analysed. */
export const theory = codeList(
  {
    'ecological-systems': { 'zh-CN': '生态系统理论', en: 'Ecological systems', ru: 'Экосистемный подход' },
    strengths: {
      'zh-CN': '优势视角',
      en: 'Strengths perspective',
      ru: 'Подход, опирающийся на сильные стороны',
    },
    'family-systems': { 'zh-CN': '家庭系统理论', en: 'Family systems', ru: 'Теория семейных систем' },
    psychosocial: { 'zh-CN': '心理社会模式', en: 'Psychosocial model', ru: 'Психосоциальная модель' },
    'cognitive-behavioural': {
      'zh-CN': '认知行为理论',
      en: 'Cognitive-behavioural',
      ru: 'Когнитивно-поведенческий подход',
    },
    'task-centred': { 'zh-CN': '任务中心模式', en: 'Task-centred', ru: 'Задачецентрированная модель' },
    'crisis-intervention': { 'zh-CN': '危机介入', en: 'Crisis intervention', ru: 'Кризисное вмешательство' },
    attachment: { 'zh-CN': '依恋理论', en: 'Attachment theory', ru: 'Теория привязанности' },
    'life-course': { 'zh-CN': '生命历程理论', en: 'Life course', ru: 'Теория жизненного пути' },
    empowerment: { 'zh-CN': '增能理论', en: 'Empowerment', ru: 'Расширение возможностей' },
    narrative: { 'zh-CN': '叙事疗法', en: 'Narrative approach', ru: 'Нарративный подход' },
    'solution-focused': { 'zh-CN': '焦点解决模式', en: 'Solution-focused', ru: 'Ориентация на решение' },
    humanistic: { 'zh-CN': '人本主义', en: 'Humanistic approach', ru: 'Гуманистический подход' },
    'social-support': {
      'zh-CN': '社会支持理论',
      en: 'Social support theory',
      ru: 'Теория социальной поддержки',
    },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
  },
  { name: 'theory', freedom: 'choice' },
)
export type Theory = CodeOf<typeof theory>
