import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { remarkSentence } from '#contract/questionnaires/report.ts'
import { importXlsForm, NoXlsForm } from '#server/instruments/index.ts'
import { readWorkbook, WorkbookUnreadable } from '#server/platform/spreadsheets/index.ts'
import { CommandProblem, type Command } from './command.ts'

/**
 * `xlsform FILE`: the questionnaire that an import of this XLSForm (`.xlsx` or `.xls`) makes, and everything that it could
 * not take, with the row and in words. Nothing is imported.
 */
export const xlsform: Command = {
  name: 'xlsform',
  usage: 'FILE',
  summary: 'What an import of an XLSForm makes of it, and what it cannot take.',
  run: async (words) => {
    const [path, ...rest] = words
    if (path === undefined || rest.length > 0 || path.startsWith('-'))
      throw new CommandProblem('xlsform needs exactly one file: an .xlsx or .xls workbook.')
    const bytes = await readFile(path).catch(() => {
      throw new CommandProblem(`The file ${path} cannot be read.`)
    })
    try {
      const title = basename(path).replace(/\.[^.]+$/u, '')
      const { questionnaire, report } = importXlsForm(await readWorkbook(bytes), title)
      const remarks = report.remarks.map((remark) => ({ ...remark, message: remarkSentence(remark).en }))
      return JSON.stringify({ source: path, questionnaire, report: { ...report, remarks } }, null, 2)
    } catch (problem) {
      throw saidOf(path, problem)
    }
  },
}

const sentences = {
  'not-a-workbook': 'is no workbook that can be read (.xlsx or .xls, without a password)',
  'too-large': 'is larger than any questionnaire (10 MB, 20,000 rows, 2,000 columns)',
  empty: 'is empty',
  'no-survey': 'has no sheet called survey, so it is no XLSForm',
  'no-questions': 'has no question in its survey',
  'too-much': 'asks more than one questionnaire can hold',
} as const

function saidOf(path: string, problem: unknown): unknown {
  if (problem instanceof WorkbookUnreadable || problem instanceof NoXlsForm)
    return new CommandProblem(`${path} ${sentences[problem.reason]}.`)
  return problem
}
