import type { OwnAnswer, OwnField } from '#contract/case/own-fields.ts'
import type { Language, Wording } from '#contract/language.ts'
import { nameIn } from '#contract/settings/index.ts'

/** What stands in a field of the agency, in words: of a choice its label as it was when the record was signed. */
export function ownAnswerText(
  { choices }: Pick<OwnField, 'choices'>,
  answer: OwnAnswer,
  language: Language,
): string {
  if (answer === null) return ''
  if (typeof answer === 'boolean') return words[answer ? 'yes' : 'no'][language]
  const word = (code: string) => {
    const choice = choices.find((one) => one.code === code)
    return choice ? nameIn(choice.label, language) : code
  }
  return Array.isArray(answer) ? answer.map(word).join(words.between[language]) : word(String(answer))
}

const words = {
  yes: { 'zh-CN': '是', en: 'Yes', ru: 'Да' },
  no: { 'zh-CN': '否', en: 'No', ru: 'Нет' },
  between: { 'zh-CN': '、', en: ', ', ru: ', ' },
} as const satisfies Record<string, Wording>
