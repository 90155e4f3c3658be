import type { KeyboardEvent } from 'react'
import { sex } from '#contract/codes/index.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  DateField,
  FieldRow,
  LongTextField,
  NumberField,
  TextField,
  todayHere,
} from '#web/ui/index.ts'
import type { NewPersonFacts } from './new-person.ts'
import { personPickerWords } from './person-picker.words.ts'

type NewPersonFieldsProps = { facts: NewPersonFacts; onChange: (facts: NewPersonFacts) => void }

/** The few facts asked when somebody is recorded; everything else can follow on their page. */
export function NewPersonFields({ facts, onChange }: NewPersonFieldsProps) {
  const t = useWords(personPickerWords)
  const sexes = useChoices(sex).filter(({ value }) => value !== '0')
  const set =
    <Key extends keyof NewPersonFacts>(key: Key) =>
    (value: NewPersonFacts[Key]) =>
      onChange({ ...facts, [key]: value })
  return (
    <div className="new-person-fields" role="presentation" onKeyDown={keepEnter}>
      <TextField label={t('name')} required value={facts.name} onChange={set('name')} />
      <ChoiceField label={t('sex')} choices={sexes} value={facts.sex} onChange={set('sex')} />
      <FieldRow>
        <DateField
          label={t('birthDate')}
          max={todayHere()}
          value={facts.birthDate}
          onChange={set('birthDate')}
        />
        {facts.birthDate === null && (
          <NumberField
            label={t('age')}
            hint={t('ageHint')}
            min={0}
            max={120}
            step={1}
            value={facts.age}
            onChange={set('age')}
          />
        )}
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('phone')}
          type="tel"
          inputMode="tel"
          value={facts.phone}
          onChange={set('phone')}
        />
        <TextField label={t('idNumber')} value={facts.idNumber} onChange={set('idNumber')} />
      </FieldRow>
      <LongTextField
        label={t('safeContact')}
        hint={t('safeContactHint')}
        rows={2}
        value={facts.safeContact}
        onChange={set('safeContact')}
      />
    </div>
  )
}

/** Enter in one of these fields must not send the sheet around them. */
function keepEnter(pressed: KeyboardEvent) {
  if (pressed.key === 'Enter' && pressed.target instanceof HTMLInputElement) pressed.preventDefault()
}
