import type { Choice, Question } from '#contract/questionnaires/index.ts'
import { listName } from './choices.ts'
import type { Chosen, Form } from './form.ts'
import { cellOf, type SheetRow } from './sheet-rows.ts'

/**
 * What stands in an answer before anybody gave one. What looks like something to work out is worked out; everything else is
 * a value as it stands, where it can be an answer of that kind at all.
 */
export function initialIn(
  { sheet, lists, remarks }: Form,
  row: SheetRow,
  { type, list }: Chosen,
): Pick<Question, 'initial'> {
  const text = cellOf(row, 'default')
  if (text === '') return {}
  if (/\$\{|^[a-z][a-z0-9:-]*\(.*\)/iu.test(text)) return { initial: { expression: text } }
  const choices = [...lists].find(([name]) => listName(name) === list)?.[1]
  if (fits(type, text, choices)) return { initial: { value: text } }
  remarks.add(sheet, row.row, 'default', 'default-unfit', text)
  return {}
}

const day = /^\d{4}-\d{2}-\d{2}$/u
const time = /^\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u

function fits(type: Question['type'], text: string, choices: readonly Choice[] | undefined): boolean {
  const isNumber = text.trim() !== '' && Number.isFinite(Number(text))
  switch (type) {
    case 'integer':
      return isNumber && Number.isInteger(Number(text))
    case 'decimal':
    case 'range':
      return isNumber
    case 'date':
      return day.test(text) && !Number.isNaN(Date.parse(text))
    case 'time':
      return time.test(text)
    case 'date-time':
      return !Number.isNaN(Date.parse(text))
    case 'select-one':
      return (choices ?? []).some(({ name }) => name === text)
    case 'select-multiple':
    case 'rank':
      return text.split(/\s+/u).every((word) => (choices ?? []).some(({ name }) => name === word))
    default:
      return true
  }
}
