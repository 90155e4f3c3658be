import { type Language, languages } from '../language.ts'
import type { Questionnaire } from './questionnaire.ts'

/** How authors of forms call our languages, beside the code in parentheses that XLSForm asks for: `English (en)`. */
const names: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['zh-cn', 'zh', 'zh-hans', 'cmn', 'chinese', 'mandarin', '中文', '简体中文', '汉语', '普通话'],
  en: ['en', 'en-gb', 'en-us', 'english'],
  ru: ['ru', 'ru-ru', 'russian', 'русский'],
}

/** Which of our languages a form means by a name of its own, or null. */
export function languageMeant(name: string): Language | null {
  const said = name.trim().toLowerCase()
  const [, plain = said, code = ''] = /^(.*?)\s*\(([^()]*)\)$/u.exec(said) ?? []
  return languages.find((one) => names[one].includes(code) || names[one].includes(plain)) ?? null
}

/** What a questionnaire calls this language; its own first language where it has no words in this one. */
export const calledHere = (
  { languages: own, defaultLanguage }: Pick<Questionnaire, 'languages' | 'defaultLanguage'>,
  language: Language,
): string => own.find((name) => languageMeant(name) === language) ?? defaultLanguage

/** Our languages in which a questionnaire has words; all of them where it names none that we know. */
export function languagesAsked({ languages: own }: Pick<Questionnaire, 'languages'>): readonly Language[] {
  const found = languages.filter((language) => own.some((name) => languageMeant(name) === language))
  return found.length === 0 ? languages : found
}
