import type { Instrument, InstrumentWording } from '#contract/instruments.ts'
import { type Language, languages } from '#contract/language.ts'

/** The wording in a language, or in the first that there is. */
export const inWords = (words: InstrumentWording, language: Language): string =>
  words[language] ?? languages.map((one) => words[one]).find((one) => one !== undefined) ?? ''

/** The languages in which an instrument can be answered. */
export const languagesOf = ({ translations }: Instrument) =>
  languages.filter((language) => translations[language] !== 'none')

export const languageNames: Readonly<Record<Language, string>> = {
  'zh-CN': '中文',
  en: 'English',
  ru: 'Русский',
}
