import { cost, entryStatus, need, servedLanguage } from '#contract/codes/index.ts'
import type { EntrySheet } from '#contract/directory.ts'
import { useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { directoryWords } from './directory.words.ts'
import { entrySheetWords } from './entry-sheet.words.ts'

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

/** A district as it is called, with its code. */
export const districtText = ({ code, name }: EntrySheet['districts'][number]): string =>
  name === '' ? code : `${name} (${code})`

/** A field of an entry in words, for choosing between two versions of it. */
export function useShownField(): (field: keyof EntrySheet, sheet: EntrySheet) => string {
  const t = useWords(entrySheetWords)
  const words = useEntryWords()
  const label = useLabel()
  const { list, phrases } = useFormats()
  const shown = (field: keyof EntrySheet, sheet: EntrySheet) => {
    if (field === 'status') return label(entryStatus, sheet.status)
    if (field === 'cost') return sheet.cost === null ? t('costUnknown') : label(cost, sheet.cost)
    if (field === 'needs') return phrases(sheet.needs.map((code) => label(need, code)))
    if (field === 'languages') return list(sheet.languages.map(words.language))
    if (field === 'districts') return list(sheet.districts.map(districtText))
    return String(sheet[field] ?? '')
  }
  return (field, sheet) => shown(field, sheet) || '–'
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
