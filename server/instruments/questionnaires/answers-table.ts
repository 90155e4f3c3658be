import { scaleWay } from '#contract/codes/index.ts'
import type { Language, Wording } from '#contract/language.ts'
import { type Answers, answerText, roundsIn } from '#contract/questionnaires/index.ts'
import { codesOf, placesOf, type Variable } from './variables.ts'

/** One set of answers, as it leaves. */
export type Leaving = Readonly<{
  id: string
  caseNumber: string
  questionnaireVersion: number
  way: string
  answeredOn: string
  recordedOn: string
  answers: Answers
}>

const heads = {
  id: { 'zh-CN': '答卷编号', en: 'Answers', ru: 'Номер ответов' },
  caseNumber: { 'zh-CN': '个案编号', en: 'Case number', ru: 'Номер случая' },
  version: { 'zh-CN': '版本', en: 'Version', ru: 'Версия' },
  answeredOn: { 'zh-CN': '填写日期', en: 'Answered on', ru: 'Дата ответов' },
  recordedOn: { 'zh-CN': '录入日期', en: 'Entered on', ru: 'Дата внесения' },
  way: { 'zh-CN': '填写方式', en: 'How', ru: 'Как заполнено' },
  round: { 'zh-CN': '第几轮', en: 'Round', ru: 'Повтор' },
  name: { 'zh-CN': '变量', en: 'Variable', ru: 'Переменная' },
  label: { 'zh-CN': '题目', en: 'Question', ru: 'Вопрос' },
  type: { 'zh-CN': '题型', en: 'Kind', ru: 'Тип' },
  versions: { 'zh-CN': '见于版本', en: 'In versions', ru: 'В версиях' },
  code: { 'zh-CN': '代码', en: 'Code', ru: 'Код' },
  choice: { 'zh-CN': '选项', en: 'Choice', ru: 'Вариант' },
  codes: { 'zh-CN': '代码', en: 'Codes', ru: 'Коды' },
  labels: { 'zh-CN': '文字', en: 'Labels', ru: 'Слова' },
  codebook: { 'zh-CN': '编码手册', en: 'Codebook', ru: 'Кодовая книга' },
} as const satisfies Record<string, Wording>

/** A word of the tables in the language of their reader. */
export const headed = (head: keyof typeof heads, language: Language) => heads[head][language]

type Said = 'codes' | 'labels' | 'both'
type Column = Readonly<{ heading: string; cell: (place: Answers, version: number) => string }>

/** The columns of a question. What another version asked under the same name stands in columns of its own. */
const columnsOf = (variable: Variable, said: Said): Column[] =>
  columnsWithin(variable, said).map(({ heading, cell }) => ({
    heading,
    cell: (place, version) => (variable.versions.includes(version) ? cell(place, version) : ''),
  }))

/** What was chosen by its codes, by its words, or both; of several choices each as 0 or 1 too. */
function columnsWithin(variable: Variable, said: Said): Column[] {
  const { name, title, measure, choices, label } = variable
  const labelOf = (code: string) => choices.get(code) ?? code
  const isChoice = choices.size > 0
  const codes: Column = { heading: title, cell: (place) => answerText(place[name]) }
  const labels: Column = {
    heading: said === 'both' ? `${title}: ${label}` : label,
    cell: (place) => (isChoice ? codesOf(place[name]).map(labelOf).join('; ') : answerText(place[name])),
  }
  if (said === 'labels') return [labels]
  const ticked: Column[] =
    measure === 'many'
      ? [...choices.keys()].map((code) => ({
          heading: `${title}/${code}`,
          cell: (place) => (place[name] === undefined ? '' : codesOf(place[name]).includes(code) ? '1' : '0'),
        }))
      : []
  return [codes, ...(said === 'both' && isChoice ? [labels] : []), ...ticked]
}

/** Every set of answers as a row; of repeats how many rounds there were. */
export function wholeTable(
  variables: readonly Variable[],
  rows: readonly Leaving[],
  said: Said,
  language: Language,
): string[][] {
  const columns = variables
    .filter(({ repeats }) => repeats.length === 0)
    .flatMap((one) => columnsOf(one, said))
  const repeats = [...new Set(variables.flatMap(({ repeats: [first] }) => first ?? []))]
  const own = ['id', 'caseNumber', 'version', 'answeredOn', 'recordedOn', 'way'] as const
  return [
    [...own.map((head) => headed(head, language)), ...columns.map(({ heading }) => heading), ...repeats],
    ...rows.map((row) => [
      row.id,
      row.caseNumber,
      String(row.questionnaireVersion),
      row.answeredOn,
      row.recordedOn,
      scaleWay.codes.map((code) => (code === row.way ? scaleWay.label(code, language) : '')).join(''),
      ...columns.map(({ cell }) => cell(row.answers, row.questionnaireVersion)),
      ...repeats.map((name) => String(roundsIn(row.answers, name).length)),
    ]),
  ]
}

/** The rounds of each repeat, a table for each; the first column says of which answers they are. */
export function roundTables(
  variables: readonly Variable[],
  rows: readonly Leaving[],
  language: Language,
): { name: string; rows: string[][] }[] {
  const paths = new Map(variables.map(({ repeats }) => [repeats.join('.'), repeats]))
  return [...paths].flatMap(([path, repeats]) => {
    if (repeats.length === 0) return []
    const columns = variables
      .filter((one) => one.repeats.join('.') === path)
      .flatMap((one) => columnsOf(one, 'both'))
    const lines = rows.flatMap(({ id, answers, questionnaireVersion }) =>
      placesOf(answers, repeats).map((place, at) => [
        id,
        String(at + 1),
        ...columns.map(({ cell }) => cell(place, questionnaireVersion)),
      ]),
    )
    const head = [headed('id', language), headed('round', language), ...columns.map(({ heading }) => heading)]
    return [{ name: path, rows: [head, ...lines] }]
  })
}

/** What each variable is, in which versions it was asked, and what each code means. */
export function codebookOf(variables: readonly Variable[], language: Language): string[][] {
  const own = ['name', 'label', 'type', 'versions', 'code', 'choice'] as const
  return [
    own.map((head) => headed(head, language)),
    ...variables.flatMap(({ title, label, type, versions, choices }) => {
      const first = [title, label, type, versions.join(', ')]
      const lines = [...choices].map(([code, choice]) => [code, choice])
      return lines.length === 0 ? [[...first, '', '']] : lines.map((line) => [...first, ...line])
    }),
  ]
}
