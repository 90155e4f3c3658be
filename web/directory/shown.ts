import { servedLanguage } from '#contract/codes/index.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { directoryWords } from './directory.words.ts'

/** Languages that an entry is often offered in here; others come with imports. */
export const usualLanguages: readonly string[] = servedLanguage.codes

/** How ages, languages and confirmations of an entry are said. */
export function useEntryWords() {
  const t = useWords(directoryWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return {
    ages: (from: number | null, to: number | null) => {
      if (from !== null && to !== null) return t('ages', { from, to })
      if (from !== null) return t('agesFrom', { from })
      return to === null ? t('everyAge') : t('agesTo', { to })
    },
    language: (code: string) => {
      const known = servedLanguage.schema.safeParse(code).data
      return known ? servedLanguage.label(known, language) : (names.of(code) ?? code)
    },
    confirmed: (on: string | null, by?: string | null) => {
      if (on === null) return t('neverConfirmed')
      const date = formats.date(on)
      return by ? t('confirmedBy', { date, name: by }) : t('confirmedOn', { date })
    },
  }
}

/** A website as a link, when it is one that a browser should follow; null otherwise. */
export function safeLink(text: string): string | null {
  try {
    const { protocol, href } = new URL(/^[\w.-]+\.\w+(?:\/|$)/u.test(text) ? `https://${text}` : text)
    return protocol === 'https:' || protocol === 'http:' ? href : null
  } catch {
    return null
  }
}
