import { type CodeOf, codeList } from './code-list.ts'
import { type LevelOf, levelList } from './level-list.ts'

/** What the agency asks of a person on its staff; competence is the occupational level. */
export const role = codeList({
  worker: { 'zh-CN': '社会工作者', en: 'Social worker', ru: 'Социальный работник' },
  supervisor: { 'zh-CN': '督导者', en: 'Supervisor', ru: 'Супервизор' },
  'agency-head': { 'zh-CN': '机构负责人', en: 'Agency head', ru: 'Руководитель организации' },
  'agency-administrator': {
    'zh-CN': '机构管理员',
    en: 'Agency administrator',
    ru: 'Администратор организации',
  },
  inspector: { 'zh-CN': '监管检查人员', en: 'Inspector', ru: 'Инспектор' },
})
export type Role = CodeOf<typeof role>

/** Four levels of competence; 4 is the first, 1 the highest. */
export const occupationalLevel = levelList(
  {
    level: 4,
    label: { 'zh-CN': '社会工作者四级', en: 'Social worker level 4', ru: 'Социальный работник 4-го уровня' },
  },
  {
    level: 3,
    label: { 'zh-CN': '社会工作者三级', en: 'Social worker level 3', ru: 'Социальный работник 3-го уровня' },
  },
  {
    level: 2,
    label: { 'zh-CN': '社会工作者二级', en: 'Social worker level 2', ru: 'Социальный работник 2-го уровня' },
  },
  {
    level: 1,
    label: { 'zh-CN': '社会工作者一级', en: 'Social worker level 1', ru: 'Социальный работник 1-го уровня' },
  },
)
export type OccupationalLevel = LevelOf<typeof occupationalLevel>
