import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CodeList } from '#contract/codes/code-list.ts'
import type { OwnCode } from '#contract/codes/own-code.ts'
import type { Language } from '#contract/language.ts'
import { codesOffered, wordOn } from '#contract/settings/code-words.ts'
import { todayHere, type Choice } from '#web/ui/index.ts'
import { useCodeWords, whenOf } from './code-words.tsx'
import { keep } from './device.ts'
import { formatsIn, type Formats } from './formats.ts'
import { currentLanguage } from './language.ts'
import { wordsIn, type Entries, type Say, type Words } from './words.ts'

type LanguageState = { language: Language; chooseLanguage: (language: Language) => void; formats: Formats }

const LanguageContext = createContext<LanguageState | null>(null)

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

/**
 * `const label = useLabel()`, then `label(stage, 'plan')`: the word for a code of a closed list, as the agency calls it.
 * Where one screen shows records of many days, each says its moment: `label(caseSource, row.source, row.receivedAt)`.
 */
export function useLabel() {
  const { language } = useLanguage()
  const { versions, when } = useCodeWords()
  return <Code extends string>(list: CodeList<Code>, code: OwnCode<NoInfer<Code>>, at?: string): string =>
    wordOn(versions, list, code, { language, ...(at ? whenOf(at) : when) })
}

/** A list as choices for ChoiceField and ManyChoicesField, in the agency's order, with the codes that it added. */
export function useOwnChoices<Code extends string>(list: CodeList<Code>): Choice<OwnCode<Code>>[] {
  const { language } = useLanguage()
  const { versions, when } = useCodeWords()
  return useMemo(
    () =>
      codesOffered(versions, list, when).map(({ code, hidden }) => ({
        value: code,
        label: wordOn(versions, list, code, { language, ...when }),
        hidden,
      })),
    [versions, list, when, language],
  )
}

/** The same where a record holds the codes of the product alone. */
export function useChoices<Code extends string>(list: CodeList<Code>): Choice<Code>[] {
  const choices = useOwnChoices(list)
  return useMemo(
    () =>
      choices.flatMap(({ value, ...choice }) =>
        list.codes.filter((code) => code === value).map((code) => ({ ...choice, value: code })),
      ),
    [choices, list],
  )
}
