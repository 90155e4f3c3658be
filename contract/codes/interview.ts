import { type CodeOf, codeList } from './code-list.ts'

/** How worker and person met. */
export const contactMode = codeList(
  {
    office: { 'zh-CN': '机构面谈', en: 'Interview at the agency', ru: 'Беседа в организации' },
    'home-visit': { 'zh-CN': '家访', en: 'Home visit', ru: 'Визит на дом' },
    'phone-out': { 'zh-CN': '电话联系', en: 'Phone call to the person', ru: 'Звонок специалиста' },
    'phone-in': { 'zh-CN': '来电', en: 'Phone call from the person', ru: 'Входящий звонок' },
    online: { 'zh-CN': '网络联系', en: 'Online', ru: 'Онлайн' },
    accompaniment: { 'zh-CN': '陪同办事', en: 'Accompaniment', ru: 'Сопровождение' },
    school: { 'zh-CN': '学校走访', en: 'School visit', ru: 'Визит в школу' },
    institution: { 'zh-CN': '机构走访', en: 'Visit to an institution', ru: 'Визит в учреждение' },
    community: { 'zh-CN': '社区走访', en: 'Community visit', ru: 'Посещение сообщества' },
    resource: {
      'zh-CN': '拜访资源方',
      en: 'Meeting a resource provider',
      ru: 'Встреча с поставщиком ресурсов',
    },
    letter: { 'zh-CN': '信函公文', en: 'Letter', ru: 'Письмо' },
    group: { 'zh-CN': '小组活动', en: 'Group session', ru: 'Групповое занятие' },
    conference: { 'zh-CN': '会议', en: 'Meeting', ru: 'Совещание' },
    other: { 'zh-CN': '其他', en: 'Other', ru: 'Другое' },
  },
  { name: 'contactMode', freedom: 'choice' },
)
export type ContactMode = CodeOf<typeof contactMode>

/** The six tasks of the intake interview. */
export const interviewTask = codeList({
  'problems-and-needs': {
    'zh-CN': '识别问题与需求',
    en: 'Identify problems and needs',
    ru: 'Определить проблемы и потребности',
  },
  'roles-and-duties': {
    'zh-CN': '澄清角色期望与义务',
    en: 'Clarify roles, expectations and duties',
    ru: 'Прояснить роли, ожидания и обязанности',
  },
  'entering-the-role': {
    'zh-CN': '协助进入服务对象角色',
    en: 'Help the person into the client’s role',
    ru: 'Помочь освоиться в роли клиента',
  },
  'change-of-attitude': {
    'zh-CN': '促进态度和行为改变',
    en: 'Encourage change of attitude and behaviour',
    ru: 'Поддержать изменение отношения и поведения',
  },
  'preliminary-agreement': {
    'zh-CN': '初步协议',
    en: 'Preliminary agreement',
    ru: 'Предварительная договорённость',
  },
  workflow: {
    'zh-CN': '确定工作流程',
    en: 'Decide how the work will go on',
    ru: 'Определить порядок дальнейшей работы',
  },
})
export type InterviewTask = CodeOf<typeof interviewTask>

/** What follows an interview. */
export const nextStep = codeList({
  'another-interview': { 'zh-CN': '再次面谈', en: 'Another interview', ru: 'Ещё одна беседа' },
  'data-collection': { 'zh-CN': '资料收集', en: 'Data collection', ru: 'Сбор сведений' },
  'home-visit': { 'zh-CN': '家访', en: 'Home visit', ru: 'Визит на дом' },
  assessment: { 'zh-CN': '评估', en: 'Assessment', ru: 'Оценка' },
  plan: { 'zh-CN': '制定服务计划', en: 'Make the service plan', ru: 'Составить план обслуживания' },
  refer: { 'zh-CN': '转介其他机构', en: 'Refer to another agency', ru: 'Направить в другую организацию' },
  crisis: { 'zh-CN': '危机介入', en: 'Crisis intervention', ru: 'Кризисное вмешательство' },
  end: { 'zh-CN': '结束服务', en: 'End here', ru: 'Завершить' },
})
export type NextStep = CodeOf<typeof nextStep>

/** What somebody was to the conversation. */
export const attendeePart = codeList(
  {
    client: { 'zh-CN': '服务对象', en: 'Client', ru: 'Клиент' },
    guardian: { 'zh-CN': '监护人', en: 'Guardian', ru: 'Законный представитель' },
    family: { 'zh-CN': '家人', en: 'Family', ru: 'Родные' },
    worker: { 'zh-CN': '社会工作者', en: 'Social worker', ru: 'Социальный работник' },
    interpreter: { 'zh-CN': '翻译', en: 'Interpreter', ru: 'Переводчик' },
    professional: { 'zh-CN': '其他专业人员', en: 'Other professional', ru: 'Другой специалист' },
    other: { 'zh-CN': '其他', en: 'Somebody else', ru: 'Другое лицо' },
  },
  { name: 'attendeePart', freedom: 'choice' },
)
export type AttendeePart = CodeOf<typeof attendeePart>

/** Skills of leading a conversation. */
export const interviewSkill = codeList(
  {
    'self-introduction': { 'zh-CN': '自我介绍', en: 'Introducing oneself', ru: 'Представление себя' },
    'active-listening': { 'zh-CN': '专注倾听', en: 'Active listening', ru: 'Активное слушание' },
    empathy: { 'zh-CN': '同理', en: 'Empathy', ru: 'Эмпатия' },
    encouraging: { 'zh-CN': '鼓励与支持', en: 'Encouraging', ru: 'Поощрение и поддержка' },
    'open-questions': { 'zh-CN': '开放式提问', en: 'Open questions', ru: 'Открытые вопросы' },
    clarifying: { 'zh-CN': '澄清', en: 'Clarifying', ru: 'Прояснение' },
    summarising: { 'zh-CN': '摘要', en: 'Summarising', ru: 'Обобщение' },
    confronting: { 'zh-CN': '温和对质', en: 'Confronting gently', ru: 'Мягкая конфронтация' },
    silence: { 'zh-CN': '运用沉默', en: 'Using silence', ru: 'Молчание' },
    informing: { 'zh-CN': '提供信息', en: 'Giving information', ru: 'Информирование' },
  },
  { name: 'interviewSkill', freedom: 'choice' },
)
export type InterviewSkill = CodeOf<typeof interviewSkill>

/** What an outline is for. */
export const outlineUse = codeList({
  'first-interview': { 'zh-CN': '首次面谈', en: 'First interview', ru: 'Первая беседа' },
  'further-interview': { 'zh-CN': '后续面谈', en: 'Further interview', ru: 'Следующая беседа' },
  'assessment-interview': { 'zh-CN': '评估访谈', en: 'Assessment interview', ru: 'Беседа для оценки' },
})
export type OutlineUse = CodeOf<typeof outlineUse>
