import type { OwnAnswer, OwnField } from '#contract/case/own-fields.ts'
import { nameIn } from '#contract/settings/names.ts'
import { useLanguage } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  DateField,
  LongTextField,
  ManyChoicesField,
  NumberField,
  TextField,
  YesNoField,
} from '#web/ui/index.ts'

type AnswerFieldProps = Readonly<{
  field: OwnField
  value: OwnAnswer
  onChange: (value: OwnAnswer) => void
  error: string | undefined
}>

/** One field of the agency as one fills it in. */
export function AnswerField({ field, value, onChange, error }: AnswerFieldProps) {
  const { language } = useLanguage()
  const { type, label, help, required, choices } = field
  const frame = {
    id: `own-${field.id}`,
    label: nameIn(label, language),
    hint: nameIn(help, language) || undefined,
    required,
    error,
    onChange,
  }
  const text = typeof value === 'string' ? value : ''
  const chosen = Array.isArray(value) ? value : []
  // What was retired can no longer be chosen; where it stands, it stays to be seen.
  const offered = choices
    .filter(({ code, retired }) => !retired || code === value || chosen.includes(code))
    .map((choice) => ({ value: choice.code, label: nameIn(choice.label, language) }))
  if (type === 'text') return <TextField {...frame} value={text} />
  if (type === 'long-text') return <LongTextField {...frame} value={text} />
  if (type === 'number') return <NumberField {...frame} value={typeof value === 'number' ? value : null} />
  if (type === 'date') return <DateField {...frame} value={text || null} />
  if (type === 'yes-no') return <YesNoField {...frame} value={typeof value === 'boolean' ? value : null} />
  if (type === 'choice') return <ChoiceField {...frame} choices={offered} value={text} />
  return <ManyChoicesField {...frame} choices={offered} value={chosen} />
}
