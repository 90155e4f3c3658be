import type {
  Choice,
  Group,
  Question,
  Questionnaire,
  QuestionnaireNode,
  Repeat,
  Texts,
} from '#contract/questionnaires/index.ts'
import type { SheetTexts } from './sheet-rows.ts'

type Cells = Readonly<Record<string, string>>

/** A questionnaire as the three sheets of an XLSForm; read again, it is the same questionnaire. */
export function exportXlsForm(questionnaire: Questionnaire): SheetTexts[] {
  const { title, formId = '', formVersion = '', defaultLanguage, settings = {} } = questionnaire
  const language = defaultLanguage === 'default' ? '' : defaultLanguage
  return [
    sheetOf('survey', ['type', 'name', ...textColumns(questionnaire)], questionnaire.nodes.flatMap(rowsOf)),
    sheetOf('choices', ['list_name', 'name'], choiceRows(questionnaire.lists)),
    sheetOf(
      'settings',
      [],
      [
        {
          form_title: title,
          form_id: formId,
          version: formVersion,
          default_language: language,
          ...settings,
        },
      ],
    ),
  ]
}

/** The languages stand in one order, whichever row has words in them first. */
const textColumns = ({ languages }: Questionnaire) => languages.map((language) => heading('label', language))

const heading = (column: string, language: string) =>
  language === 'default' ? column : `${column}::${language}`

function sheetOf(name: string, first: readonly string[], rows: readonly Cells[]): SheetTexts {
  const filled = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, text]) => text !== '')))
  const columns = [...new Set([...first, ...filled.flatMap((row) => Object.keys(row))])]
  return { name, rows: [columns, ...filled.map((row) => columns.map((column) => row[column] ?? ''))] }
}

const texts = (column: string, given: Texts | undefined): Cells =>
  Object.fromEntries(Object.entries(given ?? {}).map(([language, text]) => [heading(column, language), text]))

const media = (given: Question['media']): Cells =>
  Object.assign({}, ...Object.entries(given ?? {}).map(([kind, files]) => texts(`media::${kind}`, files)))

function rowsOf(node: QuestionnaireNode): Cells[] {
  if (node.kind === 'question') return [questionRow(node)]
  const count = node.kind === 'repeat' ? (node.count ?? '') : ''
  return [
    { type: `begin_${node.kind}`, name: node.name, ...shown(node), repeat_count: count },
    ...node.nodes.flatMap(rowsOf),
    { type: `end_${node.kind}`, name: '' },
  ]
}

const shown = ({ label, hint, media: files, relevant = '', appearance = '' }: Question | Group | Repeat) => ({
  ...texts('label', label),
  ...texts('hint', hint),
  ...media(files),
  relevant,
  appearance,
})

const typeNames: Partial<Record<Question['type'], string>> = {
  'select-one': 'select_one',
  'select-multiple': 'select_multiple',
  'date-time': 'dateTime',
}

function questionRow(question: Question): Cells {
  const { type, name, list, initial, triggers = [], score } = question
  const kind = typeNames[type] ?? type
  return {
    type: list === undefined ? kind : `${kind} ${list}`,
    name,
    ...shown(question),
    ...texts('guidance_hint', question.guidance),
    required: yesOr(question.required),
    ...texts('required_message', question.requiredMessage),
    constraint: question.constraint ?? '',
    ...texts('constraint_message', question.constraintMessage),
    calculation: question.calculation ?? '',
    default: initial === undefined ? '' : 'value' in initial ? initial.value : initial.expression,
    read_only: yesOr(question.readOnly),
    choice_filter: question.choiceFilter ?? '',
    trigger: triggers.map((one) => `\${${one}}`).join(', '),
    parameters: parametersOf(question),
    score: score ? 'yes' : '',
    reverse: score?.reverse ? 'yes' : '',
    subscale: score?.subscale ?? '',
  }
}

const yesOr = (value: true | string | undefined) => (value === true ? 'yes' : (value ?? ''))

function parametersOf({ range, randomized, rows }: Question): string {
  if (range) return `start=${range.start} end=${range.end} step=${range.step}`
  if (rows !== undefined) return `rows=${rows}`
  if (randomized === undefined) return ''
  return randomized === true ? 'randomize=true' : `randomize=true seed=${randomized}`
}

const choiceRows = (lists: Readonly<Record<string, readonly Choice[]>>): Cells[] =>
  Object.entries(lists).flatMap(([list, choices]) =>
    choices.map(({ name, label, media: files, columns }) => ({
      list_name: list,
      name,
      ...texts('label', label),
      ...media(files),
      ...columns,
    })),
  )
