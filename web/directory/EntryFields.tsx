import { cost as costs, entryStatus, need as needs } from '#contract/codes/index.ts'
import type { EntrySheet } from '#contract/directory.ts'
import { useChoices, useWords } from '#web/app/LanguageContext.tsx'
import {
  ChoiceField,
  FieldRow,
  LongTextField,
  ManyChoicesField,
  NumberField,
  RowsField,
  TextField,
} from '#web/ui/index.ts'
import { directoryWords } from './directory.words.ts'
import { entrySheetWords } from './entry-sheet.words.ts'
import { useEntryWords, usualLanguages } from './shown.ts'

/** What each field of the sheet is called. */
export function useEntryLabels(): Readonly<Record<keyof EntrySheet, string>> {
  const t = useWords(entrySheetWords)
  const says = useWords(directoryWords)
  return {
    name: t('name'),
    organizationName: says('organization'),
    description: says('description'),
    status: says('status'),
    needs: says('needs'),
    districts: says('districts'),
    minimumAge: t('minimumAge'),
    maximumAge: t('maximumAge'),
    languages: says('languages'),
    cost: t('cost'),
    fees: says('fees'),
    eligibility: says('eligibility'),
    howToApply: says('howToApply'),
    hours: says('hours'),
    phone: says('phone'),
    email: says('email'),
    website: says('website'),
    address: says('address'),
  }
}

/** The fields of a service, new or known. */
export function EntryFields(parts: Parts) {
  return (
    <>
      <NameFields {...parts} />
      <ForWhomFields {...parts} />
      <ReachFields {...parts} />
    </>
  )
}

type Parts = {
  sheet: EntrySheet
  change: (part: Partial<EntrySheet>) => void
  errorOf: (path: string) => string | undefined
}

type TextKey =
  | 'name'
  | 'organizationName'
  | 'description'
  | 'fees'
  | 'eligibility'
  | 'howToApply'
  | 'hours'
  | 'phone'
  | 'email'
  | 'website'
  | 'address'

const textIn =
  ({ sheet, change, errorOf }: Parts) =>
  (key: TextKey) => ({
    value: sheet[key],
    onChange: (value: string) => change({ [key]: value }),
    error: errorOf(key),
  })

function NameFields(parts: Parts) {
  const t = useWords(entrySheetWords)
  const says = useWords(directoryWords)
  const text = textIn(parts)
  return (
    <>
      <TextField label={t('name')} required maxLength={200} {...text('name')} />
      <TextField
        label={says('organization')}
        hint={t('organizationHint')}
        required
        maxLength={200}
        {...text('organizationName')}
      />
      <LongTextField label={says('description')} {...text('description')} />
      <ChoiceField
        label={says('status')}
        choices={useChoices(entryStatus)}
        value={parts.sheet.status}
        onChange={(status) => parts.change({ status })}
      />
    </>
  )
}

function ForWhomFields(parts: Parts) {
  const { sheet, change, errorOf } = parts
  const t = useWords(entrySheetWords)
  const says = useWords(directoryWords)
  const words = useEntryWords()
  const text = textIn(parts)
  const languages = [...new Set([...usualLanguages, ...sheet.languages])]
  const costChoices = useChoices(costs)
  return (
    <>
      <ManyChoicesField
        label={says('needs')}
        choices={useChoices(needs)}
        value={sheet.needs}
        onChange={(chosen) => change({ needs: chosen })}
      />
      <DistrictFields {...parts} />
      <FieldRow>
        <NumberField
          label={t('minimumAge')}
          min={0}
          max={150}
          value={sheet.minimumAge}
          onChange={(minimumAge) => change({ minimumAge })}
          error={errorOf('minimumAge')}
        />
        <NumberField
          label={t('maximumAge')}
          min={0}
          max={150}
          value={sheet.maximumAge}
          onChange={(maximumAge) => change({ maximumAge })}
          error={errorOf('maximumAge')}
        />
      </FieldRow>
      <ManyChoicesField
        label={says('languages')}
        choices={languages.map((code) => ({ value: code, label: words.language(code) }))}
        value={sheet.languages}
        onChange={(chosen) => change({ languages: chosen })}
      />
      <ChoiceField
        label={t('cost')}
        choices={[...costChoices, { value: 'unknown' as const, label: t('costUnknown') }]}
        value={sheet.cost ?? 'unknown'}
        onChange={(chosen) => change({ cost: chosen === 'unknown' ? null : chosen })}
      />
      <TextField label={says('fees')} maxLength={2000} {...text('fees')} />
      <LongTextField label={says('eligibility')} {...text('eligibility')} />
    </>
  )
}

function DistrictFields({ sheet, change, errorOf }: Parts) {
  const t = useWords(entrySheetWords)
  const says = useWords(directoryWords)
  return (
    <RowsField
      label={says('districts')}
      value={sheet.districts}
      onChange={(districts) => change({ districts })}
      newRow={() => ({ code: '', name: '' })}
      addLabel={t('addDistrict')}
      max={60}
    >
      {({ row, set, index }) => (
        <FieldRow>
          <TextField
            label={t('districtCode')}
            hint={says('districtHint')}
            inputMode="numeric"
            maxLength={6}
            required
            value={row.code}
            onChange={set('code')}
            error={errorOf(`districts.${index}.code`) ?? errorOf(`districts.${index}`)}
          />
          <TextField label={t('districtName')} maxLength={100} value={row.name} onChange={set('name')} />
        </FieldRow>
      )}
    </RowsField>
  )
}

function ReachFields(parts: Parts) {
  const says = useWords(directoryWords)
  const text = textIn(parts)
  return (
    <>
      <LongTextField label={says('howToApply')} {...text('howToApply')} />
      <FieldRow>
        <TextField label={says('phone')} type="tel" maxLength={100} {...text('phone')} />
        <TextField label={says('hours')} maxLength={2000} {...text('hours')} />
      </FieldRow>
      <TextField label={says('address')} maxLength={2000} {...text('address')} />
      <FieldRow>
        <TextField label={says('email')} inputMode="email" maxLength={254} {...text('email')} />
        <TextField label={says('website')} maxLength={2000} {...text('website')} />
      </FieldRow>
    </>
  )
}
