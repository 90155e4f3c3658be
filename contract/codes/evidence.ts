import { type CodeOf, codeList } from './code-list.ts'

/** What a finding is about: the fields of seed 000 “collect data”, with family, support and history. */
export const evidenceField = codeList({
  personal: { 'zh-CN': '个人情况', en: 'Personal data', ru: 'Личные данные' },
  'physical-health': { 'zh-CN': '生理健康', en: 'Physical health', ru: 'Физическое здоровье' },
  'mental-health': { 'zh-CN': '心理卫生', en: 'Mental health', ru: 'Психическое здоровье' },
  abilities: {
    'zh-CN': '能力与特点',
    en: 'Abilities and characteristics',
    ru: 'Способности и особенности',
  },
  'social-environment': { 'zh-CN': '社会环境', en: 'Social environment', ru: 'Социальное окружение' },
  family: { 'zh-CN': '家庭环境', en: 'Family', ru: 'Семья' },
  support: { 'zh-CN': '社会支持', en: 'Social support', ru: 'Социальная поддержка' },
  history: { 'zh-CN': '成长与生活经历', en: 'Life history', ru: 'История жизни' },
  present: { 'zh-CN': '目前处境', en: 'Present situation', ru: 'Нынешняя ситуация' },
})
export type EvidenceField = CodeOf<typeof evidenceField>

/** Which side of a person or a situation a finding shows; strengths stand beside weak sides. */
export const findingSide = codeList({
  strength: { 'zh-CN': '优势', en: 'Strength', ru: 'Сильная сторона' },
  weakness: { 'zh-CN': '不足', en: 'Weak side', ru: 'Слабая сторона' },
  neither: { 'zh-CN': '客观情况', en: 'Neither, a plain fact', ru: 'Ни то ни другое, просто факт' },
})
export type FindingSide = CodeOf<typeof findingSide>

/** Whether a further source says the same as what was known, or something else. */
export const sourceStance = codeList({
  agrees: { 'zh-CN': '说法一致', en: 'Says the same', ru: 'Говорит то же' },
  contradicts: { 'zh-CN': '说法相矛盾', en: 'Says otherwise', ru: 'Говорит иначе' },
})
export type SourceStance = CodeOf<typeof sourceStance>

/** Who said it: the perspectives from which a complete picture is seen. */
export const perspective = codeList({
  client: { 'zh-CN': '服务对象本人', en: 'The client', ru: 'Сам клиент' },
  family: { 'zh-CN': '家人', en: 'Family', ru: 'Семья' },
  'people-around': {
    'zh-CN': '邻里朋友',
    en: 'Friends and neighbours',
    ru: 'Друзья и соседи',
  },
  'school-or-work': {
    'zh-CN': '学校或单位',
    en: 'School or workplace',
    ru: 'Школа или работа',
  },
  community: { 'zh-CN': '社区', en: 'Community', ru: 'Сообщество' },
  professional: { 'zh-CN': '专业人员', en: 'Professional', ru: 'Специалист' },
  worker: { 'zh-CN': '社工自己的观察', en: 'The worker’s own eyes', ru: 'Наблюдение соцработника' },
  documents: { 'zh-CN': '文件记录', en: 'Documents', ru: 'Документы' },
})
export type Perspective = CodeOf<typeof perspective>

/** A contact that is made to learn something: out of the office, or with somebody who knows the field. */
export const collectionContactKind = codeList({
  'home-visit': { 'zh-CN': '家访', en: 'Home visit', ru: 'Визит на дом' },
  'community-visit': { 'zh-CN': '社区走访', en: 'Community visit', ru: 'Посещение сообщества' },
  symposium: { 'zh-CN': '座谈会', en: 'Group discussion', ru: 'Обсуждение за круглым столом' },
  consultation: {
    'zh-CN': '咨询专业人员',
    en: 'Consulting a professional',
    ru: 'Консультация со специалистом',
  },
})
export type CollectionContactKind = CodeOf<typeof collectionContactKind>

/** How the notice and the limits of confidentiality were told before anything was collected. */
export const noticeWay = codeList({
  spoken: { 'zh-CN': '口头说明', en: 'Spoken', ru: 'Устно' },
  read: { 'zh-CN': '一起阅读书面告知', en: 'Read together on paper', ru: 'Прочитано вместе на бумаге' },
  interpreted: { 'zh-CN': '经翻译说明', en: 'Through an interpreter', ru: 'Через переводчика' },
})
export type NoticeWay = CodeOf<typeof noticeWay>
