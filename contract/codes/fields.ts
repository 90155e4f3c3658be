import { type CodeOf, codeList } from './code-list.ts'

/** The six fields of service; a case carries at least one. */
export const serviceField = codeList(
  {
    'rights-protection': { 'zh-CN': '维权保护', en: 'Rights protection', ru: 'Защита прав' },
    'welfare-services': {
      'zh-CN': '福利服务',
      en: 'Welfare services',
      ru: 'Социальное обеспечение и услуги',
    },
    'health-care': { 'zh-CN': '医疗卫生', en: 'Medical and health care', ru: 'Медицина и здравоохранение' },
    'community-care': { 'zh-CN': '社区照顾', en: 'Community care', ru: 'Уход по месту жительства' },
    'mental-health': { 'zh-CN': '心理卫生', en: 'Mental health', ru: 'Психическое здоровье' },
    'offender-correction': {
      'zh-CN': '犯罪矫治',
      en: 'Offender correction',
      ru: 'Исправление правонарушителей',
    },
  },
  { name: 'serviceField', freedom: 'own' },
)
export type ServiceField = CodeOf<typeof serviceField>

/** The eight kinds of activity a service can be. */
export const activityType = codeList(
  {
    'hardship-relief': { 'zh-CN': '困难救助', en: 'Hardship relief', ru: 'Помощь в трудной ситуации' },
    'dispute-mediation': { 'zh-CN': '矛盾调处', en: 'Dispute mediation', ru: 'Урегулирование конфликтов' },
    'humane-care': { 'zh-CN': '人文关怀', en: 'Humane care', ru: 'Гуманная забота' },
    counselling: { 'zh-CN': '心理疏导', en: 'Psychological counselling', ru: 'Психологическая поддержка' },
    'behaviour-correction': { 'zh-CN': '行为矫治', en: 'Behaviour correction', ru: 'Коррекция поведения' },
    'health-management': { 'zh-CN': '健康管理', en: 'Health management', ru: 'Управление здоровьем' },
    'relationship-adjustment': {
      'zh-CN': '关系调适',
      en: 'Relationship adjustment',
      ru: 'Гармонизация отношений',
    },
    'resource-coordination': { 'zh-CN': '资源协调', en: 'Resource coordination', ru: 'Координация ресурсов' },
  },
  { name: 'activityType', freedom: 'own' },
)
export type ActivityType = CodeOf<typeof activityType>

/** Methods of social work. */
export const workingMethod = codeList(
  {
    'case-work': { 'zh-CN': '个案工作', en: 'Case work', ru: 'Индивидуальная работа со случаем' },
    'group-work': { 'zh-CN': '小组工作', en: 'Group work', ru: 'Групповая работа' },
    'community-work': { 'zh-CN': '社区工作', en: 'Community work', ru: 'Работа в сообществе' },
    administration: {
      'zh-CN': '社会工作行政',
      en: 'Social work administration',
      ru: 'Социальное администрирование',
    },
    'case-management': { 'zh-CN': '个案管理', en: 'Case management', ru: 'Ведение случая' },
  },
  { name: 'workingMethod', freedom: 'choice' },
)
export type WorkingMethod = CodeOf<typeof workingMethod>

/** Whom we serve. Only a first proposal: agencies know their groups. */
export const clientGroup = codeList(
  {
    children: { 'zh-CN': '儿童青少年', en: 'Children and young people', ru: 'Дети и подростки' },
    'children-in-difficulty': {
      'zh-CN': '困境儿童',
      en: 'Children in difficult circumstances',
      ru: 'Дети в трудной жизненной ситуации',
    },
    'left-behind-children': {
      'zh-CN': '留守儿童',
      en: 'Children whose parents work far away',
      ru: 'Дети, чьи родители уехали на заработки',
    },
    'older-people': { 'zh-CN': '老年人', en: 'Older people', ru: 'Пожилые люди' },
    women: { 'zh-CN': '妇女', en: 'Women', ru: 'Женщины' },
    'families-in-hardship': {
      'zh-CN': '困难家庭',
      en: 'Families in hardship',
      ru: 'Семьи в трудном положении',
    },
    'people-with-disabilities': {
      'zh-CN': '残疾人',
      en: 'People with disabilities',
      ru: 'Люди с инвалидностью',
    },
    'people-with-mental-illness': {
      'zh-CN': '精神障碍患者',
      en: 'People with mental illness',
      ru: 'Люди с психическими расстройствами',
    },
    patients: { 'zh-CN': '病患及其家属', en: 'Patients and their families', ru: 'Пациенты и их семьи' },
    'violence-survivors': {
      'zh-CN': '遭受暴力者',
      en: 'People who have suffered violence',
      ru: 'Пострадавшие от насилия',
    },
    'people-in-drug-recovery': {
      'zh-CN': '戒毒康复人员',
      en: 'People recovering from drug use',
      ru: 'Люди, преодолевающие наркозависимость',
    },
    'people-in-correction': {
      'zh-CN': '社区矫正对象',
      en: 'People in community corrections',
      ru: 'Осуждённые без лишения свободы',
    },
    'released-prisoners': {
      'zh-CN': '刑满释放人员',
      en: 'People released from prison',
      ru: 'Освободившиеся из заключения',
    },
    'homeless-people': { 'zh-CN': '流浪乞讨人员', en: 'People without a home', ru: 'Люди без дома' },
    migrants: { 'zh-CN': '流动人口', en: 'Migrants', ru: 'Мигранты и переселенцы' },
    veterans: { 'zh-CN': '退役军人及优抚对象', en: 'Veterans and their families', ru: 'Ветераны и их семьи' },
    'unemployed-people': { 'zh-CN': '失业人员', en: 'Unemployed people', ru: 'Безработные' },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другие' },
  },
  { name: 'clientGroup', freedom: 'own' },
)
export type ClientGroup = CodeOf<typeof clientGroup>
