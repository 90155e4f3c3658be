import { useQueryClient } from '@tanstack/react-query'
import { birthDatePrecision, legalCapacity, sex } from '#contract/codes/index.ts'
import type { PersonSheet, PersonView } from '#contract/people.ts'
import type { Versioned } from '#web/app/api.ts'
import { DraftSheetForm } from '#web/app/DraftSheetForm.tsx'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import { useDraftSheet, type DraftSheet } from '#web/app/useDraftSheet.ts'
import { ChoiceField, DateField, FieldRow, LongTextField, TextField, todayHere } from '#web/ui/index.ts'
import { IdNumberField } from './IdNumberField.tsx'
import { personQuery, savePerson } from './people.api.ts'
import { personWords } from './person.words.ts'

type PersonSheetFormProps = { person: PersonView; version: number }

/** What is known of a person, saved as one writes. */
export function PersonSheetForm({ person, version }: PersonSheetFormProps) {
  const t = useWords(personWords)
  const sheet = usePersonDraft(person, version)
  const labels = {
    name: t('name'),
    otherNames: t('otherNames'),
    sex: t('sex'),
    birthDate: t('birthDate'),
    birthPrecision: t('birthPrecision'),
    idNumber: t('idNumber'),
    phone: t('phone'),
    address: t('address'),
    safeContact: t('safeContact'),
    schoolOrWork: t('schoolOrWork'),
    language: t('language'),
    legalCapacity: t('legalCapacity'),
  }
  return (
    <DraftSheetForm sheet={sheet} labels={labels}>
      <ReachFields sheet={sheet} labels={labels} />
      <IdentityFields sheet={sheet} labels={labels} />
    </DraftSheetForm>
  )
}

/** Keeps the sheet, and the page above it in step with what was saved. */
function usePersonDraft(person: PersonView, version: number): DraftSheet<PersonSheet> {
  const queries = useQueryClient()
  const query = personQuery(person.id)
  const sheetOf = (found: Versioned<PersonView>): Versioned<PersonSheet> => ({
    value: found.value.sheet,
    version: found.version,
  })
  return useDraftSheet({
    key: `person/${person.id}`,
    load: { value: person.sheet, version },
    save: async (value, seen) => {
      const saved = await savePerson(person.id, value, seen)
      queries.setQueryData(query.queryKey, saved)
      return sheetOf(saved)
    },
    reload: async () => sheetOf(await queries.fetchQuery({ ...query, staleTime: 0 })),
  })
}

type FieldsProps = { sheet: DraftSheet<PersonSheet>; labels: Readonly<Record<keyof PersonSheet, string>> }

function ReachFields({ sheet, labels }: FieldsProps) {
  const t = useWords(personWords)
  return (
    <>
      <TextField label={labels.name} required {...sheet.field('name')} />
      <LongTextField
        label={labels.safeContact}
        hint={t('safeContactHint')}
        rows={2}
        {...sheet.field('safeContact')}
      />
      <FieldRow>
        <TextField label={labels.phone} type="tel" inputMode="tel" {...sheet.field('phone')} />
        <TextField label={labels.address} {...sheet.field('address')} />
      </FieldRow>
    </>
  )
}

function IdentityFields({ sheet, labels }: FieldsProps) {
  const t = useWords(personWords)
  const { birthDate } = sheet.value
  const precisions = useChoices(birthDatePrecision)
  return (
    <>
      <ChoiceField label={labels.sex} choices={useChoices(sex)} {...sheet.field('sex')} />
      <DateField label={labels.birthDate} max={todayHere()} {...sheet.field('birthDate')} />
      {birthDate !== null && (
        <ChoiceField label={labels.birthPrecision} choices={precisions} {...sheet.field('birthPrecision')} />
      )}
      <FieldRow>
        <IdNumberField
          label={labels.idNumber}
          hint={sheet.value.idNumber === null ? undefined : t('idNumberHint')}
          {...sheet.field('idNumber')}
        />
        <TextField label={labels.otherNames} hint={t('otherNamesHint')} {...sheet.field('otherNames')} />
      </FieldRow>
      <FieldRow>
        <TextField label={labels.schoolOrWork} {...sheet.field('schoolOrWork')} />
        <TextField label={labels.language} {...sheet.field('language')} />
      </FieldRow>
      <ChoiceField
        label={labels.legalCapacity}
        hint={t('legalCapacityHint')}
        choices={useChoices(legalCapacity)}
        {...sheet.field('legalCapacity')}
      />
    </>
  )
}
