import { useQuery } from '@tanstack/react-query'
import { useFormats, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, FieldRow } from '#web/ui/index.ts'
import { divisionsQuery } from './screening.api.ts'
import { screeningWords } from './screening.words.ts'

type ResidenceFieldProps = {
  id: string
  value: string
  onChange: (code: string) => void
  error: string | undefined
}

/** Where somebody lives, from the province down, by the codes of GB/T 2260; abolished ones say until when they were. */
export function ResidenceField({ id, value, onChange, error }: ResidenceFieldProps) {
  const t = useWords(screeningWords)
  const province = value === '' ? '' : `${value.slice(0, 2)}0000`
  const prefecture = value.slice(2, 4) === '00' || value === '' ? '' : `${value.slice(0, 4)}00`
  const provinces = useUnder('', true)
  const second = useUnder(province, province !== '')
  const third = useUnder(prefecture, prefecture !== '')
  // Of a municipality the districts lie directly under it.
  const secondValue = second.some((one) => one.value === prefecture)
    ? prefecture
    : value === province
      ? null
      : value
  return (
    <div id={id}>
      <FieldRow>
        <ChoiceField
          label={t('province')}
          shape="list"
          choices={provinces}
          value={province === '' ? null : province}
          onChange={onChange}
          error={error}
        />
        {second.length > 0 && (
          <ChoiceField
            label={t('prefecture')}
            shape="list"
            choices={second}
            value={secondValue}
            onChange={onChange}
          />
        )}
        {third.length > 0 && (
          <ChoiceField
            label={t('county')}
            shape="list"
            choices={third}
            value={value === prefecture ? null : value}
            onChange={onChange}
          />
        )}
      </FieldRow>
    </div>
  )
}

function useUnder(under: string, enabled: boolean) {
  const t = useWords(screeningWords)
  const formats = useFormats()
  const { data } = useQuery({ ...divisionsQuery(under), enabled })
  return (data?.rows ?? []).map(({ code, name, validUntil }) => ({
    value: code,
    label: validUntil === null ? name : `${name} (${t('until', { day: formats.date(validUntil) })})`,
  }))
}
