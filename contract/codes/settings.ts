import { type CodeOf, codeList } from './code-list.ts'

/** What others hear of a talk in a room (R-044: interviews are held where nobody listens). */
export const roomPrivacy = codeList({
  private: {
    'zh-CN': '独立房间，外面听不到',
    en: 'Closed room, nobody hears',
    ru: 'Отдельная комната, не слышно',
  },
  screened: {
    'zh-CN': '有隔断，可能听到',
    en: 'Screened off, may be overheard',
    ru: 'За перегородкой, могут услышать',
  },
  open: { 'zh-CN': '开放空间', en: 'Open space', ru: 'Открытое пространство' },
})
export type RoomPrivacy = CodeOf<typeof roomPrivacy>

/** What an agency is by its nature, or in which institution it works. */
export const agencyNature = codeList(
  {
    'civil-affairs': { 'zh-CN': '民政部门', en: 'Civil affairs', ru: 'Органы гражданской администрации' },
    'womens-federation': { 'zh-CN': '妇联', en: 'Women’s federation', ru: 'Федерация женщин' },
    charity: { 'zh-CN': '慈善组织', en: 'Charity', ru: 'Благотворительная организация' },
    'social-organisation': { 'zh-CN': '社会组织', en: 'Social organisation', ru: 'Общественная организация' },
    'community-agency': {
      'zh-CN': '社区服务机构',
      en: 'Community service agency',
      ru: 'Организация общинных услуг',
    },
    'sub-district-office': {
      'zh-CN': '街道办事处',
      en: 'Sub-district office',
      ru: 'Уличный комитет (администрация)',
    },
    health: { 'zh-CN': '卫生机构', en: 'Health', ru: 'Здравоохранение' },
    education: { 'zh-CN': '教育机构', en: 'Education', ru: 'Образование' },
    'social-security': { 'zh-CN': '社会保障', en: 'Social security', ru: 'Социальное обеспечение' },
    'psychological-counselling': {
      'zh-CN': '心理咨询',
      en: 'Counselling psychology',
      ru: 'Психологическое консультирование',
    },
  },
  { name: 'agencyNature', freedom: 'own' },
)
export type AgencyNature = CodeOf<typeof agencyNature>

/** Whether a version of a setting counts today. */
export const settingState = codeList({
  'in-force': { 'zh-CN': '现行', en: 'In force', ru: 'Действует' },
  planned: { 'zh-CN': '待生效', en: 'Planned', ru: 'Вступит в силу' },
  past: { 'zh-CN': '已失效', en: 'Past', ru: 'Прошлая' },
  replaced: { 'zh-CN': '已被替换', en: 'Replaced before it began', ru: 'Заменена до начала' },
})
export type SettingState = CodeOf<typeof settingState>

/** In which order the work of a case goes. The second follows DB62/T 4986-2024, §8.1–8.5. */
export const workflowTemplate = codeList({
  standard: {
    'zh-CN': '面谈在评估之前（通用流程）',
    en: 'Interview before assessment (standard order)',
    ru: 'Беседа до оценки (обычный порядок)',
  },
  'assessment-first': {
    'zh-CN': '评估在面谈之前（甘肃省地方标准）',
    en: 'Assessment before interview (Gansu standard)',
    ru: 'Оценка до беседы (стандарт провинции Ганьсу)',
  },
})
export type WorkflowTemplate = CodeOf<typeof workflowTemplate>
