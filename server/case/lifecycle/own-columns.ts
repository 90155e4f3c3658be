import type { OwnField } from '#contract/case/own-fields.ts'
import type { Language, Wording } from '#contract/language.ts'
import { nameIn, type OwnRecord, ownRecord } from '#contract/settings/index.ts'
import { type NewestAnswers, ownAnswerText } from '#server/case/own-fields/index.ts'
import type { ExportColumn } from '#server/kernel/export.ts'
import { maskedWords } from '#server/kernel/masked-words.ts'

type Line = Readonly<{ id: string }>
type ByCase = ReadonlyMap<string, readonly NewestAnswers[]>

/** What stands in the fields, by the case, and the records of which this reader need not know it. */
type Answered = Readonly<{ own: ByCase; masked: ReadonlySet<string> }>

/**
 * The fields that the agency added to a stage, as columns of its list of cases: for each kind of record, of each
 * case its newest that is signed. A heading is the label of the version in which the record was signed; where a label was
 * changed meanwhile, the older records stand under the older one.
 */
export function ownColumns<Row extends Line>(
  answered: Answered,
  language: Language,
): readonly ExportColumn<Row>[] {
  const all = [...answered.own.values()].flat()
  return ownRecord.options.flatMap((record) => {
    const fields = all.filter((one) => one.record === record).flatMap((one) => one.fields)
    const columns = new Map(fields.map((field) => [keyOf(field, language), field]))
    return [...columns.keys()].toSorted().map((key) => column<Row>(answered, { record, key, language }))
  })
}

const keyOf = ({ id, label }: OwnField, language: Language) => `${id} ${nameIn(label, language)}`

type Place = Readonly<{ record: OwnRecord; key: string; language: Language }>

function column<Row extends Line>(
  { own, masked }: Answered,
  { record, key, language }: Place,
): ExportColumn<Row> {
  const label = key.slice(key.indexOf(' ') + 1)
  const heading = `${recordWords[record][language]}${between[language]}${label}`
  return {
    heading: { 'zh-CN': heading, en: heading, ru: heading },
    cell: ({ id }) => {
      const found = own.get(id)?.find((one) => one.record === record)
      const field = found?.fields.find((one) => keyOf(one, language) === key)
      const text = found && field ? ownAnswerText(field, found.answers[field.id] ?? null, language) : ''
      return text !== '' && found && masked.has(found.recordId) ? maskedWords[language] : text
    },
  }
}

const between: Wording = { 'zh-CN': '：', en: ': ', ru: ': ' }
const recordWords: Readonly<Record<OwnRecord, Wording>> = {
  interview: { 'zh-CN': '面谈记录', en: 'Interview record', ru: 'Протокол беседы' },
  assessment: { 'zh-CN': '评估', en: 'Assessment', ru: 'Оценка' },
  plan: { 'zh-CN': '服务计划', en: 'Service plan', ru: 'План обслуживания' },
  'process-record': { 'zh-CN': '过程记录', en: 'Process record', ru: 'Протокол работы' },
  evaluation: { 'zh-CN': '服务评估', en: 'Evaluation', ru: 'Оценка результатов' },
  closing: { 'zh-CN': '结案', en: 'Closing', ru: 'Закрытие' },
}
