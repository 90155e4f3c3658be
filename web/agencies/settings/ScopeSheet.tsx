import { clientGroup, serviceField } from '#contract/codes/index.ts'
import type { Scope } from '#contract/settings/index.ts'
import { useFormats, useLabel, useOwnChoices, useWords } from '#web/app/LanguageContext.tsx'
import { Facts, FieldRow, LongTextField, ManyChoicesField, NumberField } from '#web/ui/index.ts'
import type { SheetTools } from './DatedSheet.tsx'
import { reachWords } from './reach.words.ts'

/** For what and for whom, to read. */
export function ScopeShown({ sheet: scope }: { sheet: Scope }) {
  const t = useWords(reachWords)
  const label = useLabel()
  const formats = useFormats()
  const { serviceFields, clientGroups, minimumAge, maximumAge, notHere } = scope
  const ages =
    minimumAge === null && maximumAge === null ? t('any') : `${minimumAge ?? 0}–${maximumAge ?? '…'}`
  const all = (some: readonly string[]) => (some.length === 0 ? t('any') : formats.phrases(some))
  return (
    <Facts
      facts={[
        { label: t('serviceFields'), value: all(serviceFields.map((code) => label(serviceField, code))) },
        { label: t('clientGroups'), value: all(clientGroups.map((code) => label(clientGroup, code))) },
        { label: t('ages'), value: ages },
        { label: t('notHere'), value: notHere },
      ]}
    />
  )
}

/** For what and for whom, to change. */
export function ScopeFields({ sheet, set, error }: SheetTools<Scope>) {
  const t = useWords(reachWords)
  return (
    <>
      <ManyChoicesField
        label={t('serviceFields')}
        choices={useOwnChoices(serviceField)}
        value={sheet.serviceFields}
        onChange={set('serviceFields')}
      />
      <ManyChoicesField
        label={t('clientGroups')}
        choices={useOwnChoices(clientGroup)}
        value={sheet.clientGroups}
        onChange={set('clientGroups')}
      />
      <FieldRow>
        <NumberField
          label={t('minimumAge')}
          min={0}
          value={sheet.minimumAge}
          onChange={set('minimumAge')}
          error={error('minimumAge')}
        />
        <NumberField
          label={t('maximumAge')}
          min={0}
          value={sheet.maximumAge}
          onChange={set('maximumAge')}
          error={error('maximumAge')}
        />
      </FieldRow>
      <LongTextField
        label={t('notHere')}
        value={sheet.notHere}
        onChange={set('notHere')}
        error={error('notHere')}
      />
    </>
  )
}
