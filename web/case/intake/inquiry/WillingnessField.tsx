import { willingness } from '#contract/codes/index.ts'
import { useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, type FieldProps } from '#web/ui/index.ts'
import { inquiryWords } from './inquiry.words.ts'

type WillingnessFieldProps = Omit<FieldProps<number>, 'label'> & { label?: string }

/** How willing the person is to seek help, in words; kept as 5 very active … 1 very passive. */
export function WillingnessField({ value, onChange, label, ...rest }: WillingnessFieldProps) {
  const t = useWords(inquiryWords)
  const { language } = useLanguage()
  const choices = willingness.levels.map((level) => ({
    value: String(level),
    label: willingness.label(level, language),
  }))
  return (
    <ChoiceField
      {...rest}
      label={label ?? t('willingness')}
      choices={choices}
      value={value === null || value === undefined ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  )
}
