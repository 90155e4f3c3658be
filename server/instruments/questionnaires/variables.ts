import {
  type Answers,
  answerText,
  type AnswerValue,
  calledHere,
  outlineOf,
  type Question,
  type Questionnaire,
  roundsIn,
  textIn,
} from '#contract/questionnaires/index.ts'
import type { Language } from '#contract/language.ts'

/** One published version, as the answers to it are read. */
export type Edition = Readonly<{ number: number; sheet: Questionnaire }>

/** How the answers to a question are counted. */
export type Measure = 'one' | 'many' | 'number' | 'text'

/** One question over all versions: where its answers stand, what its codes mean, and which versions asked it. */
export type Variable = Readonly<{
  name: string
  /** How it is called in a table: its name, with the version where another question had that name before. */
  title: string
  label: string
  type: Question['type']
  measure: Measure
  repeats: readonly string[]
  versions: readonly number[]
  /** Every code of every version in the order in which they came; of two wordings the newer. */
  choices: ReadonlyMap<string, string>
}>

const measures: Readonly<Record<Question['type'], Measure | null>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  date: 'text',
  time: 'text',
  'date-time': 'text',
  'select-one': 'one',
  'select-multiple': 'many',
  rank: 'many',
  acknowledge: 'one',
  note: null,
  calculate: 'text',
  hidden: 'text',
  start: 'text',
  end: 'text',
  today: 'text',
  username: 'text',
}

type Growing = {
  name: string
  label: string
  type: Question['type']
  measure: Measure
  repeats: readonly string[]
  versions: number[]
  choices: Map<string, string>
}

/**
 * The questions of all versions. A question that kept its name and is counted in the same way is one, whatever became of
 * its words; one that is counted in another way, or stands elsewhere, is another.
 */
export function variablesOf(editions: readonly Edition[], language: Language): Variable[] {
  const found = new Map<string, Growing>()
  for (const { number, sheet } of editions) {
    const called = calledHere(sheet, language)
    for (const { node, repeats } of outlineOf(sheet).values()) {
      if (node.kind !== 'question') continue
      const measure = measures[node.type]
      if (measure === null) continue
      const key = JSON.stringify([node.name, measure, repeats])
      const variable = found.get(key) ?? { ...fresh(node, measure), repeats }
      found.set(key, variable)
      variable.label = textIn(node.label, called, sheet.defaultLanguage) || node.name
      variable.type = node.type
      variable.versions.push(number)
      for (const { name, label } of node.list === undefined ? [] : (sheet.lists[node.list] ?? []))
        variable.choices.set(name, textIn(label, called, sheet.defaultLanguage) || name)
    }
  }
  return titled([...found.values()])
}

const fresh = ({ name, type }: Question, measure: Measure): Omit<Growing, 'repeats'> => ({
  name,
  label: name,
  type,
  measure,
  versions: [],
  choices: new Map(),
})

function titled(variables: readonly Growing[]): Variable[] {
  const seen = new Set<string>()
  return variables.map((variable) => {
    const isFirst = !seen.has(variable.name)
    seen.add(variable.name)
    const title = isFirst ? variable.name : `${variable.name} (${variable.versions[0] ?? 1})`
    return { ...variable, title }
  })
}

/** The places of an answer in which a variable was asked: the whole, or each round of its repeat. */
export function placesOf(answers: Answers, repeats: readonly string[]): readonly Answers[] {
  let places: readonly Answers[] = [answers]
  for (const repeat of repeats) places = places.flatMap((place) => roundsIn(place, repeat))
  return places
}

/** The codes that were chosen in one place. */
export const codesOf = (value: AnswerValue | undefined): string[] =>
  Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : value === undefined
      ? []
      : [answerText(value)]
