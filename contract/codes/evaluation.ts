import { type CodeOf, codeList } from './code-list.ts'
import { type LevelOf, levelList } from './level-list.ts'

/** What is evaluated. */
export const evaluationKind = codeList({
  process: { 'zh-CN': '过程评估', en: 'Process evaluation', ru: 'Оценка процесса' },
  stage: { 'zh-CN': '阶段评估', en: 'Stage review', ru: 'Промежуточная оценка' },
  outcome: { 'zh-CN': '结果评估', en: 'Outcome evaluation', ru: 'Оценка результата' },
})
export type EvaluationKind = CodeOf<typeof evaluationKind>

/** Who evaluates; family and others only with the client’s consent. */
export const evaluationSubject = codeList(
  {
    client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
    worker: { 'zh-CN': '社会工作者', en: 'Social worker', ru: 'Социальный работник' },
    supervisor: { 'zh-CN': '督导者', en: 'Supervisor', ru: 'Супервизор' },
    family: { 'zh-CN': '家庭成员', en: 'Family member', ru: 'Член семьи' },
    other: { 'zh-CN': '其他相关人员', en: 'Another person concerned', ru: 'Другое причастное лицо' },
  },
  { name: 'evaluationSubject', freedom: 'choice' },
)
export type EvaluationSubject = CodeOf<typeof evaluationSubject>

/** How it is evaluated. */
export const evaluationMethod = codeList(
  {
    'self-statement': { 'zh-CN': '服务对象自述', en: 'Client’s own account', ru: 'Рассказ самого клиента' },
    interview: { 'zh-CN': '面谈', en: 'Interview', ru: 'Беседа' },
    observation: { 'zh-CN': '观察', en: 'Observation', ru: 'Наблюдение' },
    scale: { 'zh-CN': '量表', en: 'Scale', ru: 'Шкала' },
    questionnaire: { 'zh-CN': '问卷', en: 'Questionnaire', ru: 'Анкета' },
    records: { 'zh-CN': '查阅记录', en: 'Reading records', ru: 'Изучение документов' },
  },
  { name: 'evaluationMethod', freedom: 'choice' },
)
export type EvaluationMethod = CodeOf<typeof evaluationMethod>

/** The four sides of process evaluation. */
export const processIndicator = codeList({
  execution: { 'zh-CN': '计划执行情况', en: 'How the plan was carried out', ru: 'Выполнение плана' },
  suitability: { 'zh-CN': '方法适宜性', en: 'How well the methods fitted', ru: 'Уместность методов' },
  participation: { 'zh-CN': '参与度', en: 'Participation', ru: 'Участие' },
  'stage-progress': { 'zh-CN': '阶段性进展', en: 'Progress in this stage', ru: 'Продвижение на этом этапе' },
})
export type ProcessIndicator = CodeOf<typeof processIndicator>

/** The four sides of outcome evaluation. */
export const outcomeIndicator = codeList({
  'goal-attainment': { 'zh-CN': '目标达成程度', en: 'Goals reached', ru: 'Достижение целей' },
  'problem-improvement': { 'zh-CN': '问题改善', en: 'Problem improvement', ru: 'Улучшение по проблеме' },
  'ability-improvement': { 'zh-CN': '能力提升', en: 'Growth of abilities', ru: 'Рост способностей' },
  satisfaction: { 'zh-CN': '满意度', en: 'Satisfaction', ru: 'Удовлетворённость' },
})
export type OutcomeIndicator = CodeOf<typeof outcomeIndicator>

/** What is judged of the plan itself and of the client’s change. */
export const planAppraisal = codeList({
  feasibility: { 'zh-CN': '方案可行性', en: 'Feasibility of the plan', ru: 'Выполнимость плана' },
  fit: { 'zh-CN': '方案适切性', en: 'Fit of the plan', ru: 'Соответствие плана потребностям' },
  'client-change': {
    'zh-CN': '服务对象改变程度',
    en: 'How far the client has changed',
    ru: 'Степень изменений клиента',
  },
})
export type PlanAppraisal = CodeOf<typeof planAppraisal>

/** A rating of how much, from very low to very high. */
export const ratingLevel = levelList(
  { level: 1, label: { 'zh-CN': '很低', en: 'Very low', ru: 'Очень низко' } },
  { level: 2, label: { 'zh-CN': '较低', en: 'Low', ru: 'Низко' } },
  { level: 3, label: { 'zh-CN': '一般', en: 'Moderate', ru: 'Средне' } },
  { level: 4, label: { 'zh-CN': '较高', en: 'High', ru: 'Высоко' } },
  { level: 5, label: { 'zh-CN': '很高', en: 'Very high', ru: 'Очень высоко' } },
)
export type RatingLevel = LevelOf<typeof ratingLevel>

/** What follows from an evaluation. */
export const evaluationConclusion = codeList({
  continue: { 'zh-CN': '继续服务', en: 'Continue', ru: 'Продолжать' },
  adjust: { 'zh-CN': '调整计划', en: 'Adjust the plan', ru: 'Изменить план' },
  refer: { 'zh-CN': '转介其他机构', en: 'Refer to another agency', ru: 'Направить в другую организацию' },
  close: { 'zh-CN': '准备结案', en: 'Prepare to close', ru: 'Готовить закрытие' },
})
export type EvaluationConclusion = CodeOf<typeof evaluationConclusion>

/** How the satisfaction survey was answered. */
export const satisfactionMode = codeList({
  self: { 'zh-CN': '本人自行填写', en: 'Filled in alone', ru: 'Заполнено самостоятельно' },
  'other-staff': {
    'zh-CN': '由其他工作人员询问',
    en: 'Asked by another colleague',
    ru: 'Опрос другого сотрудника',
  },
  phone: { 'zh-CN': '电话回答', en: 'By phone', ru: 'По телефону' },
  guardian: {
    'zh-CN': '监护人代答',
    en: 'Answered by the guardian',
    ru: 'За клиента ответил законный представитель',
  },
})
export type SatisfactionMode = CodeOf<typeof satisfactionMode>

/** What people are asked to rate, in our own words. */
export const satisfactionItem = codeList({
  informed: {
    'zh-CN': '对服务和可选方案的说明',
    en: 'How services and choices were explained',
    ru: 'Как рассказали об услугах и вариантах',
  },
  'easy-to-reach': {
    'zh-CN': '得到服务的方便程度',
    en: 'How easy it was to get help',
    ru: 'Насколько легко было получить помощь',
  },
  place: {
    'zh-CN': '场地的舒适与私密',
    en: 'Comfort and privacy of the place',
    ru: 'Удобство и приватность места',
  },
  respect: {
    'zh-CN': '社工的态度与尊重',
    en: 'The worker’s manner and respect',
    ru: 'Отношение и уважение специалиста',
  },
  skill: { 'zh-CN': '社工的专业能力', en: 'The worker’s skill', ru: 'Профессионализм специалиста' },
  understanding: {
    'zh-CN': '对我的需要的理解',
    en: 'How well my needs were understood',
    ru: 'Понимание моих потребностей',
  },
  promptness: { 'zh-CN': '回应是否及时', en: 'How quickly you answered', ru: 'Насколько быстро отвечали' },
  privacy: {
    'zh-CN': '对我的隐私的保护',
    en: 'How my privacy was kept',
    ru: 'Как хранили мои личные сведения',
  },
  helpfulness: {
    'zh-CN': '对解决问题的帮助',
    en: 'How much it helped with my problem',
    ru: 'Насколько помогли с моей проблемой',
  },
  coping: {
    'zh-CN': '我应对困难的能力',
    en: 'How I can cope by myself now',
    ru: 'Как я теперь справляюсь сам(а)',
  },
  overall: { 'zh-CN': '对服务的总体感受', en: 'The service as a whole', ru: 'Работа в целом' },
})
export type SatisfactionItem = CodeOf<typeof satisfactionItem>

/** Answers of the satisfaction survey. */
export const satisfactionLevel = levelList(
  { level: 5, label: { 'zh-CN': '非常满意', en: 'Very satisfied', ru: 'Очень доволен (довольна)' } },
  { level: 4, label: { 'zh-CN': '满意', en: 'Satisfied', ru: 'Доволен (довольна)' } },
  { level: 3, label: { 'zh-CN': '一般', en: 'So-so', ru: 'Отчасти' } },
  { level: 2, label: { 'zh-CN': '不太满意', en: 'Not very satisfied', ru: 'Скорее недоволен (недовольна)' } },
  {
    level: 1,
    label: { 'zh-CN': '很不满意', en: 'Not at all satisfied', ru: 'Совсем недоволен (недовольна)' },
  },
)
export type SatisfactionLevel = LevelOf<typeof satisfactionLevel>
