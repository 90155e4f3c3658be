import type { FamilySheet } from '#contract/drawings.ts'
import { useWords } from '#web/app/LanguageContext.tsx'
import { TypedBefore } from '#web/app/TypedBefore.tsx'
import { useTyped } from '#web/app/useTyped.ts'
import { Button, ManyChoicesField, Sheet, TextField } from '#web/ui/index.ts'
import { familyFormWords } from './family-form.words.ts'
import type { FamilyStep, TakeStep } from './useFamily.ts'

type HouseholdProps = {
  sheet: FamilySheet
  chosen: string
  version: number
  nameOf: (id: string) => string
  take: TakeStep
}

/** Who lives together with the chosen person, drawn as one dashed curve around them. */
export function Household({ sheet, chosen, version, nameOf, take }: HouseholdProps) {
  const t = useWords(familyFormWords)
  const at = sheet.households.findIndex(({ members }) => members.includes(chosen))
  const known = sheet.households[at]
  const beginning = () => ({ members: known?.members ?? [chosen], label: known?.label ?? '' })
  const typing = useTyped(`household/${chosen}`, beginning, version)
  const { value: typed, change } = typing
  const members = typed.members.filter((member) => sheet.persons.some(({ id }) => id === member))
  const withHousehold: FamilyStep = (now) => ({
    ...now,
    households: [
      ...now.households.filter(({ members: there }) => !there.includes(chosen)),
      ...(members.length > 0 ? [{ members, label: typed.label }] : []),
    ],
  })
  return (
    <Sheet
      label={t('household')}
      onSubmit={() => take(withHousehold, { onTaken: () => typing.forget(typed) })}
      actions={<Button type="submit">{t('keepHousehold')}</Button>}
    >
      <h3>{t('household')}</h3>
      <TypedBefore typed={typing} />
      <ManyChoicesField
        label={t('householdLead')}
        choices={sheet.persons.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        value={members}
        onChange={(lived) => change({ members: lived })}
      />
      <TextField
        label={t('householdName')}
        maxLength={200}
        value={typed.label}
        onChange={(label) => change({ label })}
      />
    </Sheet>
  )
}
