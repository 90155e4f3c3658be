import type { QuestionnaireResults, QuestionResult } from '#contract/questionnaires/answered.ts'
import type { Answers } from '#contract/questionnaires/index.ts'
import { codesOf, placesOf, type Variable } from './variables.ts'

/** One set of answers, as it is counted. */
export type Counted = Readonly<{ caseId: string; questionnaireVersion: number; answers: Answers }>

type Groups = NonNullable<QuestionnaireResults['by']>

/** So many different values of what is no choice are counted out; more say nothing at a glance. */
const mostValues = 20

/** What the answers come to, question by question; beside the groups of `by` where one is named. */
export function resultsOf(
  variables: readonly Variable[],
  all: readonly Counted[],
  by: Variable | null,
): Pick<QuestionnaireResults, 'by' | 'groupable' | 'questions'> {
  const groups = by && groupsOf(by, all)
  return {
    by: groups,
    groupable: variables.filter(isGroupable).map(({ title, label }) => ({ name: title, label })),
    questions: variables.map((variable) => resultOf(variable, all, by, groups)),
  }
}

/** What may be looked at by: asked once, and answered with one choice. */
export const isGroupable = ({ measure, repeats }: Variable) => measure === 'one' && repeats.length === 0

function groupsOf(by: Variable, all: readonly Counted[]): Groups {
  const counts = countsOf(by, valuesIn(by, all))
  return { name: by.title, label: by.label, groups: counts.filter(({ count }) => count > 0) }
}

const isAsked = ({ versions }: Variable, { questionnaireVersion }: Counted) =>
  versions.includes(questionnaireVersion)

const valuesIn = (variable: Variable, all: readonly Counted[]) =>
  all
    .filter((one) => isAsked(variable, one))
    .flatMap(({ answers }) => placesOf(answers, variable.repeats).map((place) => place[variable.name]))

type Values = ReturnType<typeof valuesIn>

function resultOf(
  variable: Variable,
  all: readonly Counted[],
  by: Variable | null,
  groups: Groups | null,
): QuestionResult {
  const values = valuesIn(variable, all)
  const given = values.filter((value) => codesOf(value).length > 0)
  const counts = countsOf(variable, given)
  const isCrossed = groups !== null && by !== null && variable !== by && variable.repeats.length === 0
  const each = isCrossed
    ? groups.groups.map(({ code }) =>
        valuesIn(
          variable,
          all.filter(({ answers }) => codesOf(answers[by.name]).includes(code)),
        ),
      )
    : []
  const crossed = each.map((group) => new Map(countsOf(variable, group).map((one) => [one.code, one.count])))
  return {
    name: variable.title,
    label: variable.label,
    type: variable.type,
    versions: [...variable.versions],
    asked: values.length,
    answered: given.length,
    counts,
    numbers: variable.measure === 'number' ? numbersOf(numbersIn(given)) : null,
    crossed: isCrossed
      ? counts.map((one) => ({ ...one, each: crossed.map((map) => map.get(one.code) ?? 0) }))
      : [],
    means:
      isCrossed && variable.measure === 'number'
        ? each.map((group) => numbersOf(numbersIn(group))?.mean ?? null)
        : [],
  }
}

/** How many gave each answer: of choices every one, also those that nobody chose; of other values the most frequent. */
function countsOf({ measure, type, choices }: Variable, values: Values): QuestionResult['counts'] {
  // What people wrote in their own words is read one by one, not counted.
  if (measure === 'text' && type === 'text') return []
  const counts = new Map([...choices.keys()].map((code) => [code, 0]))
  for (const value of values) for (const code of codesOf(value)) counts.set(code, (counts.get(code) ?? 0) + 1)
  const all = [...counts].map(([code, count]) => ({ code, label: choices.get(code) ?? code, count }))
  if (choices.size > 0 || measure === 'one') return all
  if (measure === 'number')
    return all.length > mostValues ? [] : all.toSorted((one, other) => Number(one.code) - Number(other.code))
  return all.toSorted((one, other) => other.count - one.count).slice(0, mostValues)
}

const numbersIn = (values: Values) => values.filter((value) => typeof value === 'number')

/** Mean, deviation of a sample, least, median and most. */
export function numbersOf(numbers: readonly number[]): QuestionResult['numbers'] {
  const sorted = numbers.toSorted((one, other) => one - other)
  const [least] = sorted
  const most = sorted.at(-1)
  if (least === undefined || most === undefined) return null
  const count = sorted.length
  const mean = sorted.reduce((sum, one) => sum + one, 0) / count
  const squares = sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const middle = [sorted[Math.floor((count - 1) / 2)], sorted[Math.floor(count / 2)]]
  return {
    count,
    mean: rounded(mean),
    deviation: count < 2 ? null : rounded(Math.sqrt(squares / (count - 1))),
    least,
    median: rounded(((middle[0] ?? 0) + (middle[1] ?? 0)) / 2),
    most,
  }
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
