import { fileSection, type FileSection, receiverKind } from '#contract/codes/index.ts'
import type { Receiver } from '#contract/consent.ts'
import { useChoices, useFormats, useLabel, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { ChoiceField, ManyChoicesField, PersonName, RowsField, TextField } from '#web/ui/index.ts'
import { givingWords } from './giving.words.ts'

/** Sections of the case file as one text; empty when there are none. */
export function useSectionNames() {
  const { language } = useLanguage()
  const formats = useFormats()
  return (sections: readonly FileSection[]) =>
    formats.list(sections.map((section) => fileSection.label(section, language)))
}

/** Who receives something, each with what they do. */
export function ReceiverNames({ receivers }: { receivers: readonly Receiver[] }) {
  const label = useLabel()
  return (
    <ul className="consent-receivers">
      {receivers.map(({ kind, name }, place) => (
        <li key={`${kind} ${name} ${place}`}>
          <PersonName>{name}</PersonName>
          {` · ${label(receiverKind, kind)}`}
        </li>
      ))}
    </ul>
  )
}

type SectionsFieldProps = {
  label: string
  value: readonly FileSection[]
  onChange: (sections: FileSection[]) => void
  error?: string | undefined
  required?: boolean
}

/** The sections of the case file, to be ticked. */
export function SectionsField(props: SectionsFieldProps) {
  return <ManyChoicesField {...props} id="sections" choices={useChoices(fileSection)} />
}

type ReceiversFieldProps = {
  label: string
  value: readonly Receiver[]
  onChange: (receivers: Receiver[]) => void
  error?: string | undefined
  required?: boolean
}

/** Who receives it, row by row. */
export function ReceiversField(props: ReceiversFieldProps) {
  const t = useWords(givingWords)
  const kinds = useChoices(receiverKind)
  return (
    <RowsField
      {...props}
      id="receivers"
      max={20}
      newRow={(): Receiver => ({ kind: 'health', name: '' })}
      rowName={({ name }) => name}
      addLabel={t('addReceiver')}
    >
      {({ row, set }) => (
        <>
          <ChoiceField label={t('receiverKind')} choices={kinds} value={row.kind} onChange={set('kind')} />
          <TextField
            label={t('receiverName')}
            required
            maxLength={200}
            value={row.name}
            onChange={set('name')}
          />
        </>
      )}
    </RowsField>
  )
}
