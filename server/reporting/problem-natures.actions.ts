import { problemNature } from '#contract/codes/index.ts'
import type { Language, Wording } from '#contract/language.ts'
import type { ProblemNatureLine } from '#contract/reporting.ts'
import { nameIn } from '#contract/settings/index.ts'
import type { ExportColumn } from '#server/kernel/export.ts'
import type { MonthTable } from './month-export.actions.ts'
import { problemNatures } from './problem-natures.queries.ts'

const title: Wording = { 'zh-CN': '问题性质', en: 'Natures of problems', ru: 'Природа проблем' }
const unsaid: Wording = { 'zh-CN': '未填', en: 'Not said', ru: 'Не указана' }
const wholeAgency: Wording = { 'zh-CN': '全机构', en: 'The agency as a whole', ru: 'Вся организация' }

const columnsIn = (language: Language): readonly ExportColumn<ProblemNatureLine>[] => [
  {
    heading: { 'zh-CN': '问题性质', en: 'Nature of the problem', ru: 'Природа проблемы' },
    cell: ({ nature }) => (nature ? problemNature.label(nature, language) : unsaid[language]),
  },
  {
    heading: { 'zh-CN': '服务点', en: 'Site', ru: 'Место обслуживания' },
    cell: ({ site }) => (site ? nameIn(site.name, language) : wholeAgency[language]),
  },
  { heading: { 'zh-CN': '问题', en: 'Problems', ru: 'Проблемы' }, cell: (line) => String(line.problems) },
  { heading: { 'zh-CN': '个案', en: 'Cases', ru: 'Случаи' }, cell: ({ cases }) => String(cases) },
  {
    heading: { 'zh-CN': '服务对象排在首位', en: 'First for the client', ru: 'На первом месте у клиента' },
    cell: ({ clientFirst }) => String(clientFirst),
  },
  {
    heading: { 'zh-CN': '社工排在首位', en: 'First for the worker', ru: 'На первом месте у специалиста' },
    cell: ({ workerFirst }) => String(workerFirst),
  },
]

/** The natures of problems of a month, as they leave. */
export const problemNaturesTable: MonthTable<ProblemNatureLine> = {
  title,
  file: 'problem-natures',
  columnsIn,
  linesOf: async (tx, month) => (await problemNatures(tx, month)).rows,
}
