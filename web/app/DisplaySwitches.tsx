import { useState } from 'react'
import { Language, languages } from '#contract/language.ts'
import { ChoiceField } from '#web/ui/index.ts'
import { useLanguage, useWords } from './LanguageContext.tsx'
import { languageNames } from './language.ts'
import { chosenLook, chooseLook, textSizes, themes, type TextSize, type Theme } from './look.ts'
import { shellWords } from './shell.words.ts'

/** Chooses the language, each written in its own name. What is typed on the page stays. */
export function LanguageSwitch() {
  const t = useWords(shellWords)
  const { language, chooseLanguage } = useLanguage()
  return (
    <select
      className="input shell-language"
      aria-label={t('language')}
      value={language}
      onChange={(change) => chooseLanguage(Language.parse(change.target.value))}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageNames[each]}
        </option>
      ))}
    </select>
  )
}

const themeWord = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const
const sizeWord = { normal: 'textNormal', large: 'textLarge', largest: 'textLargest' } as const

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const t = useWords(shellWords)
  const [theme, setTheme] = useState(() => chosenLook().theme)
  const choose = (chosen: Theme) => {
    chooseLook({ theme: chosen })
    setTheme(chosen)
  }
  const choices = themes.map((value) => ({ value, label: t(themeWord[value]) }))
  return <ChoiceField label={t('theme')} choices={choices} value={theme} onChange={choose} />
}

/** Larger letters everywhere. */
export function TextSizeSwitch() {
  const t = useWords(shellWords)
  const [text, setText] = useState(() => chosenLook().text)
  const choose = (chosen: TextSize) => {
    chooseLook({ text: chosen })
    setText(chosen)
  }
  const choices = textSizes.map((value) => ({ value, label: t(sizeWord[value]) }))
  return <ChoiceField label={t('textSize')} choices={choices} value={text} onChange={choose} />
}
