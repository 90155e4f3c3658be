import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CodeList } from '#contract/codes/code-list.ts'
import type { Language } from '#contract/language.ts'
import { todayHere, type Choice } from '#web/ui/index.ts'
import { kept, keep } from './device.ts'
import { formatsIn, type Formats } from './formats.ts'
import { firstLanguage } from './language.ts'
import { wordsIn, type Entries, type Say, type Words } from './words.ts'

type LanguageState = { language: Language; chooseLanguage: (language: Language) => void; formats: Formats }

const LanguageContext = createContext<LanguageState | null>(null)

/** The language now chosen, outside React too: the api sends it with every request. */
export const currentLanguage = (): Language => firstLanguage(kept('language'), navigator.languages)

/** Holds the reader's language. Changing it redraws in place: nothing is unmounted, typed text stays. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const state = useMemo(
    () => ({
      language,
      chooseLanguage: (chosen: Language) => {
        keep('language', chosen)
        setLanguage(chosen)
      },
      formats: formatsIn(language, todayHere),
    }),
    [language],
  )
  return <LanguageContext value={state}>{children}</LanguageContext>
}

/** Draws a part of a screen in another language than its reader's: what a client reads stands in the client's own. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  const { chooseLanguage } = useLanguage()
  const state = useMemo(
    () => ({ language, chooseLanguage, formats: formatsIn(language, todayHere) }),
    [language, chooseLanguage],
  )
  return (
    <LanguageContext value={state}>
      <div lang={language}>{children}</div>
    </LanguageContext>
  )
}

/** The reader's language, and how to choose another. */
export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext)
  if (!state) throw new Error('A screen was drawn outside LanguageProvider')
  return state
}

/** `const t = useWords(planWords)`, then `t('key', { name })`. */
export function useWords<Zh extends Entries>(words: Words<Zh>): Say<Zh> {
  const { language } = useLanguage()
  return useMemo(() => wordsIn(words, language), [words, language])
}

/** Dates, numbers, lists and order in the reader's language. */
export const useFormats = (): Formats => useLanguage().formats

/** `const label = useLabel()`, then `label(stage, 'plan')`: the word for a code of a closed list. */
export function useLabel() {
  const { language } = useLanguage()
  return <Code extends string>(list: CodeList<Code>, code: Code): string => list.label(code, language)
}

/** A closed list as choices for ChoiceField and ManyChoicesField, in its own order. */
export function useChoices<Code extends string>(list: CodeList<Code>): Choice<Code>[] {
  const { language } = useLanguage()
  return useMemo(
    () => list.codes.map((code) => ({ value: code, label: list.label(code, language) })),
    [list, language],
  )
}
