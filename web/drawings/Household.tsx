import { useState } from 'react'
import type { FamilySheet } from '#contract/drawings.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { Button, ManyChoicesField, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyStep } from './useFamily.ts'

type HouseholdProps = {
  sheet: FamilySheet
  chosen: string
  nameOf: (id: string) => string
  take: (step: FamilyStep) => void
}

/** Who lives together with the chosen person, drawn as one dashed curve around them. */
export function Household({ sheet, chosen, nameOf, take }: HouseholdProps) {
  const t = useWords(familyFormWords)
  const at = sheet.households.findIndex(({ members }) => members.includes(chosen))
  const known = sheet.households[at]
  const [members, setMembers] = useState<readonly string[]>(known?.members ?? [chosen])
  const [label, setLabel] = useState(known?.label ?? '')
  const keep = () =>
    take((now) => ({
      ...now,
      households: [
        ...now.households.filter(({ members: there }) => !there.includes(chosen)),
        ...(members.length > 0 ? [{ members: [...members], label }] : []),
      ],
    }))
  return (
    <Sheet
      label={t('household')}
      onSubmit={keep}
      actions={<Button type="submit">{t('keepHousehold')}</Button>}
    >
      <h3>{t('household')}</h3>
      <ManyChoicesField
        label={t('householdLead')}
        choices={sheet.persons.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        value={[...members]}
        onChange={setMembers}
      />
      <TextField label={t('householdName')} maxLength={200} value={label} onChange={setLabel} />
    </Sheet>
  )
}
