import { useState, type ReactNode } from 'react'
import type { PersonLine } from '#contract/people.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, FieldGroup } from '#web/ui/index.ts'
import { NewPersonPanel } from './NewPersonPanel.tsx'
import { PersonFinder } from './PersonFinder.tsx'
import { PersonSummary, type PersonRef } from './PersonSummary.tsx'
import { personPickerWords } from './person-picker.words.ts'

export type { PersonRef } from './PersonSummary.tsx'

/** What the picker takes. `suggestGuardianFor`: offer the people around this person (by id) before one has typed. */
export type PersonPickerProps = {
  label: string
  hint?: ReactNode
  value: PersonRef | null
  onChange: (person: PersonLine | null) => void
  suggestGuardianFor?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
}

/**
 * Finds a person, or records a new one after looking for duplicates. It may stand inside a sheet: it has no
 * form of its own, and Enter in it never sends the sheet.
 */
export function PersonPicker({ value, onChange, suggestGuardianFor, ...field }: PersonPickerProps) {
  const t = useWords(personPickerWords)
  const [recording, record] = useState<string | null>(null)
  const choose = (person: PersonLine) => {
    record(null)
    onChange(person)
  }
  return (
    <FieldGroup {...field} className="person-picker">
      {value ? (
        <div className="person-chosen">
          <PersonSummary person={value} />
          <Button look="quiet" onClick={() => onChange(null)}>
            {t('change')}
          </Button>
        </div>
      ) : recording === null ? (
        <PersonFinder onChoose={choose} onMissing={record} suggestFor={suggestGuardianFor} />
      ) : (
        <NewPersonPanel typed={recording} onRecorded={choose} onCancel={() => record(null)} />
      )}
    </FieldGroup>
  )
}
