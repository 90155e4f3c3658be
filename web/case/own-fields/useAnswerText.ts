import type { OwnAnswer, OwnField } from '#contract/case/own-fields.ts'
import { nameIn } from '#contract/settings/names.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ownFieldsWords } from './own-fields.words.ts'

/** An answer as one reads it; empty where nothing was answered. */
export function useAnswerText() {
  const t = useWords(ownFieldsWords)
  const formats = useFormats()
  const { language } = useLanguage()
  return ({ type, choices }: OwnField, answer: OwnAnswer): string => {
    if (answer === null) return ''
    if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no')
    if (type === 'date' && typeof answer === 'string') return formats.date(answer)
    const word = (code: string) => {
      const choice = choices.find((one) => one.code === code)
      return choice ? nameIn(choice.label, language) : code
    }
    if (Array.isArray(answer)) return formats.list(answer.map(word))
    return type === 'choice' ? word(String(answer)) : String(answer)
  }
}
