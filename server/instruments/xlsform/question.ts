import type { Question } from '#contract/questionnaires/index.ts'
import type { Chosen, Form } from './form.ts'
import { initialIn } from './initial.ts'
import { filesIn, listName, mediaOf } from './choices.ts'
import { parametersOf } from './parameters.ts'
import { cellOf, type SheetRow, textsOf } from './sheet-rows.ts'
import type { Answerable } from './types.ts'

/** What every node shows: words, a hint, files, and when it applies. */
export function shownIn(form: Form, row: SheetRow, name: string) {
  const { sheet, defaultLanguage, remarks } = form
  const label = textsOf(row, 'label', defaultLanguage)
  const hint = textsOf(row, 'hint', defaultLanguage)
  const media = mediaOf(row, defaultLanguage)
  if (media) remarks.add(sheet, row.row, 'media', 'media-missing', filesIn(media))
  const [relevant, appearance] = [cellOf(row, 'relevant'), cellOf(row, 'appearance')]
  if (appearance !== '' && !isKnownAppearance(appearance))
    remarks.add(sheet, row.row, 'appearance', 'appearance-plain', appearance)
  return {
    name,
    ...(label && { label }),
    ...(hint && { hint }),
    ...(media && { media }),
    ...(relevant !== '' && { relevant }),
    ...(appearance !== '' && { appearance: appearance.slice(0, 8000) }),
  }
}

const knownAppearances = new Set([
  'minimal',
  'autocomplete',
  'search',
  'multiline',
  'likert',
  'horizontal',
  'columns',
  'field-list',
  'numbers',
])
const isKnownAppearance = (appearance: string) =>
  appearance.split(/\s+/u).every((word) => knownAppearances.has(word))

/** A row that asks something, or keeps something quietly. Expressions are looked at once the whole form is read. */
export function questionIn(form: Form, row: SheetRow, type: Answerable, name: string): Question {
  const { sheet, defaultLanguage, remarks } = form
  const shown = shownIn(form, row, name)
  const chosen = chosenType(form, row, type)
  const isSilent = ['calculate', 'hidden', 'start', 'end', 'today', 'username'].includes(chosen.type)
  if (!isSilent && !shown.label && !shown.media && !shown.hint)
    remarks.add(sheet, row.row, 'label', 'label-missing', name)
  const constraint = cellOf(row, 'constraint') || ('constraint' in type ? (type.constraint ?? '') : '')
  const guidance = textsOf(row, 'guidance_hint', defaultLanguage)
  const requiredMessage = textsOf(row, 'required_message', defaultLanguage)
  const constraintMessage = textsOf(row, 'constraint_message', defaultLanguage)
  const calculation = cellOf(row, 'calculation')
  if (chosen.type === 'calculate' && calculation === '')
    remarks.add(sheet, row.row, 'calculation', 'calculation-missing', name)
  return {
    kind: 'question',
    ...shown,
    ...chosen,
    ...flag('required', cellOf(row, 'required')),
    ...flag('readOnly', cellOf(row, 'read_only')),
    ...(guidance && { guidance }),
    ...(requiredMessage && { requiredMessage }),
    ...(constraint !== '' && { constraint }),
    ...(constraintMessage && { constraintMessage }),
    ...(calculation !== '' && { calculation }),
    ...initialIn(form, row, chosen),
    ...filterIn(form, row, chosen),
    ...triggersIn(row),
    ...parametersOf(form, row, chosen.type),
    ...scoreIn(row),
  }
}

/** The kind of question that it is here, and its list where it has one. */
function chosenType({ sheet, lists, remarks }: Form, row: SheetRow, type: Answerable): Chosen {
  const said = cellOf(row, 'type')
  if (type.is === 'from-device') {
    remarks.add(sheet, row.row, 'type', 'no-device-value', said)
    return { type: 'hidden' }
  }
  if (type.is === 'as-text') {
    remarks.add(sheet, row.row, 'type', 'type-as-text', said)
    return { type: 'text' }
  }
  if (type.is === 'question') {
    if (type.old) remarks.add(sheet, row.row, 'type', 'type-as-another', said)
    return { type: type.type }
  }
  if (lists.has(type.list)) return { type: type.type, list: listName(type.list) }
  const why = type.list.includes('${')
    ? 'list-from-answers'
    : /\.(?:csv|xml|geojson)$/iu.test(type.list)
      ? 'list-in-a-file'
      : 'list-missing'
  remarks.add(sheet, row.row, 'type', why, type.list)
  return { type: 'text' }
}

const yes = /^(?:yes|true|1|true\(\))$/iu
const no = /^(?:no|false|0|false\(\))$/iu

function flag(name: 'required' | 'readOnly', text: string): Partial<Record<typeof name, true | string>> {
  if (text === '' || no.test(text)) return {}
  return { [name]: yes.test(text) ? true : text }
}

function filterIn({ sheet, remarks }: Form, row: SheetRow, { list }: Chosen): Pick<Question, 'choiceFilter'> {
  const filter = cellOf(row, 'choice_filter')
  if (filter === '') return {}
  if (list !== undefined) return { choiceFilter: filter }
  remarks.add(sheet, row.row, 'choice_filter', 'filter-unused', filter)
  return {}
}

function triggersIn(row: SheetRow): Pick<Question, 'triggers'> {
  const names = [...cellOf(row, 'trigger').matchAll(/\$\{\s*([^{}\s]+)\s*\}/gu)].map(([, name = '']) => name)
  return names.length > 0 ? { triggers: names } : {}
}

function scoreIn(row: SheetRow): Pick<Question, 'score'> {
  if (!yes.test(cellOf(row, 'score'))) return {}
  return { score: { reverse: yes.test(cellOf(row, 'reverse')), subscale: cellOf(row, 'subscale') } }
}
