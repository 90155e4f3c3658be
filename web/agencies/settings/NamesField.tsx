import { languages } from '#contract/language.ts'
import type { Names, Words } from '#contract/settings/names.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { FieldRow, TextField } from '#web/ui/index.ts'
import { settingsWords } from './settings.words.ts'

type NamesFieldProps = Readonly<{
  label: string
  value: Names | Words
  onChange: (value: Names) => void
  error?: string | undefined
  required?: boolean
}>

/** A name in the three languages, or in those that the agency has words for. */
export function NamesField({ label, value, onChange, error, required = false }: NamesFieldProps) {
  const t = useWords(settingsWords)
  return (
    <FieldRow>
      {languages.map((language, place) => (
        <TextField
          key={language}
          label={`${label} · ${t(language)}`}
          lang={language}
          required={required && place === 0}
          value={value[language]}
          onChange={(text) => onChange({ ...value, [language]: text })}
          error={place === 0 ? error : undefined}
        />
      ))}
    </FieldRow>
  )
}
