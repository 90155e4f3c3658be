import type { Language } from '#contract/language.ts'
import { kept } from './device.ts'

/** Each language in its own name, for the switch. */
export const languageNames = { 'zh-CN': '中文', en: 'English', ru: 'Русский' } as const satisfies Record<
  Language,
  string
>

const isLanguage = (text: string | null): text is Language =>
  text !== null && Object.hasOwn(languageNames, text)

const languages = Object.keys(languageNames).filter(isLanguage)

/** The language to begin with: the one chosen before, else the first of the browser's we speak, else English. */
export function firstLanguage(chosen: string | null, browser: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  for (const tag of browser) {
    const start = tag.toLowerCase().split('-')[0]
    const found = languages.find((language) => language.toLowerCase().split('-')[0] === start)
    if (found) return found
  }
  return 'en'
}

/** The language now chosen, outside React too: the api sends it with every request. */
export const currentLanguage = (): Language => firstLanguage(kept('language'), navigator.languages)
