import { everyNode, Questionnaire, type QuestionnaireNode } from '#contract/questionnaires/index.ts'
import type { ImportRemark } from '#contract/questionnaires/report.ts'
import { listName, readChoices } from './choices.ts'
import { checkExpressions } from './expressions.ts'
import { checkLanguages } from './languages.ts'
import { headingOf, idleColumns, surveyColumns } from './headings.ts'
import { Remarks } from './remarks.ts'
import { readSettings, type Settings } from './settings.ts'
import { rowsOf, type SheetRow, type SheetTexts } from './sheet-rows.ts'
import { readSurvey } from './survey.ts'

/** What became of a workbook: the questionnaire, and everything that has to be said about it. */
export type Imported = Readonly<{
  questionnaire: Questionnaire
  report: Readonly<{ rows: number; taken: number; remarks: readonly ImportRemark[] }>
}>

/** A workbook that is no XLSForm at all. */
export class NoXlsForm extends Error {
  override readonly name = 'NoXlsForm'
  readonly reason: 'no-survey' | 'no-questions' | 'too-much'

  constructor(reason: NoXlsForm['reason']) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Reads an XLSForm (R-092; xlsform.org) into a questionnaire. Every row of its survey becomes something or stands in the
 * report with its number; nothing is left out without a word.
 * @throws NoXlsForm where no survey is to be found
 */
export function importXlsForm(sheets: readonly SheetTexts[], fallbackTitle: string): Imported {
  const remarks = new Remarks()
  const found = sheetsOf(sheets, remarks)
  const settings = readSettings(found.get('settings'), remarks)
  const surveySheet = found.get('survey')
  if (!surveySheet) throw new NoXlsForm(sheets.some(isCalledSurvey) ? 'no-questions' : 'no-survey')
  const rows = rowsOf(surveySheet, remarks, 'type')
  sayUnknownColumns(surveySheet.name, rows, remarks)
  const choices = ['choices', 'external_choices', 'columns'].flatMap((name) => found.get(name) ?? [])
  const mayRepeat = /^(?:yes|true|1)$/iu.test(settings.kept['allow_choice_duplicates'] ?? '')
  const languageOf = settings.defaultLanguage || 'default'
  checkLanguages(rows, { sheet: surveySheet.name, defaultLanguage: languageOf, remarks })
  const lists = listsOf(choices, (sheet) => readChoices(sheet, languageOf, remarks, mayRepeat), remarks)
  const survey = readSurvey({ sheet: surveySheet.name, defaultLanguage: languageOf, lists, remarks }, rows)
  const keptLists = Object.fromEntries([...lists].map(([name, list]) => [listName(name), list]))
  checkExpressions(survey, keptLists, { sheet: surveySheet.name, remarks })
  if (survey.nodes.length === 0) throw new NoXlsForm('no-questions')
  const questionnaire = wholeOf({ settings, nodes: survey.nodes, lists: keptLists, fallbackTitle, remarks })
  sayUnusedLists(questionnaire, choices.at(0)?.name ?? 'choices', remarks)
  const list = remarks.list()
  const lost = new Set(list.filter(isLostRow(surveySheet.name)).map(({ row }) => row))
  return { questionnaire, report: { rows: rows.length, taken: rows.length - lost.size, remarks: list } }
}

/** The lists of every sheet of choices; of a list that stands in two sheets, that of the first is taken. */
function listsOf(
  sheets: readonly SheetTexts[],
  read: (sheet: SheetTexts) => ReturnType<typeof readChoices>,
  remarks: Remarks,
): ReturnType<typeof readChoices> {
  const lists: ReturnType<typeof readChoices> = new Map()
  for (const sheet of sheets)
    for (const [name, list] of read(sheet))
      if (lists.has(name)) remarks.add(sheet.name, 0, 'list_name', 'list-twice', name)
      else lists.set(name, list)
  return lists
}

const wholeRow = new Set([
  'row-without-type',
  'row-disabled',
  'type-unknown',
  'type-unsupported',
  'include-unsupported',
  'end-without-begin',
])
const isLostRow =
  (sheet: string) =>
  ({ code, sheet: of }: ImportRemark) =>
    of === sheet && wholeRow.has(code)

const calledIn = ({ name }: SheetTexts) => name.trim().toLowerCase().replaceAll(/\s+/gu, '_')
const isCalledSurvey = (sheet: SheetTexts) => calledIn(sheet) === 'survey'

const known = new Set(['survey', 'choices', 'settings', 'external_choices', 'columns'])

/** The sheets by what they are; others are remarked upon, unless they are empty. */
function sheetsOf(sheets: readonly SheetTexts[], remarks: Remarks): Map<string, SheetTexts> {
  const found = new Map<string, SheetTexts>()
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')))
  for (const sheet of filled) {
    const name = calledIn(sheet)
    if (known.has(name) && !found.has(name)) found.set(name, sheet)
    else if (!isOnlySurvey(filled, sheet)) remarks.add(sheet.name, 0, '', 'sheet-ignored', sheet.name)
  }
  const [only] = filled
  if (only && isOnlySurvey(filled, only) && !found.has('survey')) {
    remarks.add(only.name, 0, '', 'one-sheet-taken', only.name)
    found.set('survey', only)
  }
  return found
}

const isOnlySurvey = (sheets: readonly SheetTexts[], { rows }: SheetTexts) =>
  sheets.length === 1 && rows.some((row) => row.some((cell) => headingOf(cell)?.column === 'type'))

function sayUnknownColumns(sheet: string, rows: readonly SheetRow[], remarks: Remarks) {
  const said = new Set<string>()
  for (const { cells } of rows)
    for (const { heading } of cells) {
      if (surveyColumns.has(heading.column) || said.has(heading.column)) continue
      said.add(heading.column)
      const code = idleColumns.has(heading.column) ? 'column-unused' : 'column-unknown'
      remarks.add(sheet, 1, heading.column, code, heading.column)
    }
}

function sayUnusedLists({ lists, nodes }: Questionnaire, sheet: string, remarks: Remarks) {
  const used = new Set(
    everyNode(nodes).flatMap((node) => (node.kind === 'question' ? (node.list ?? []) : [])),
  )
  const asked = JSON.stringify(nodes)
  for (const name of Object.keys(lists))
    if (!used.has(name) && !asked.includes(`instance('${name}')`))
      remarks.add(sheet, 0, '', 'list-unused', name)
}

type Parts = Readonly<{
  settings: Settings
  nodes: QuestionnaireNode[]
  lists: Questionnaire['lists']
  fallbackTitle: string
  remarks: Remarks
}>

/** The questionnaire as it is kept. What breaks its bounds (thousands of rows, endless texts) is refused whole. */
function wholeOf({ settings, nodes, lists, fallbackTitle, remarks }: Parts): Questionnaire {
  const languages = languagesIn(nodes, lists)
  const wanted = settings.defaultLanguage || 'default'
  const defaultLanguage = languages.includes(wanted) ? wanted : (languages[0] ?? wanted)
  if (settings.defaultLanguage !== '' && defaultLanguage !== settings.defaultLanguage)
    remarks.add('settings', settings.row, 'default_language', 'language-unknown', settings.defaultLanguage)
  const read = Questionnaire.safeParse({
    title: (settings.title || fallbackTitle).slice(0, 400),
    ...(settings.formId !== '' && { formId: settings.formId.slice(0, 200) }),
    ...(settings.version !== '' && { formVersion: settings.version.slice(0, 100) }),
    languages: languages.length > 0 ? languages : [defaultLanguage],
    defaultLanguage,
    ...(Object.keys(settings.kept).length > 0 && { settings: settings.kept }),
    lists,
    nodes,
  })
  if (!read.success) throw new NoXlsForm('too-much')
  return read.data
}

/** Every language in which some word stands, in the order in which they are met. */
function languagesIn(nodes: readonly QuestionnaireNode[], lists: Questionnaire['lists']): string[] {
  const texts = [
    ...everyNode(nodes).flatMap((node) => [
      node.label,
      node.hint,
      ...(node.kind === 'question' ? [node.guidance, node.constraintMessage, node.requiredMessage] : []),
      ...Object.values(node.media ?? {}),
    ]),
    ...Object.values(lists).flatMap((list) => list.map(({ label }) => label)),
  ]
  return [...new Set(texts.flatMap((one) => Object.keys(one ?? {})))].slice(0, 40)
}
