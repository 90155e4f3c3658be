import { type Field, fieldTypes, nameIn, ownRecord } from '#contract/settings/index.ts'
import { useFormats, useLanguage, useWords } from '#web/app/LanguageContext.tsx'
import { Badge, CheckField, ChoiceField, Facts, FieldRow, NumberField, RowsField } from '#web/ui/index.ts'
import { DatedSheet, type SheetTools } from './DatedSheet.tsx'
import { fieldsWords } from './fields.words.ts'
import { NamesField } from './NamesField.tsx'
import { OnlyInField, useOnlyIn } from './OnlyInField.tsx'
import { settingsWords } from './settings.words.ts'

const none = { 'zh-CN': '', en: '', ru: '' }
const blank: Field = {
  record: 'assessment',
  type: 'text',
  label: none,
  help: none,
  required: false,
  order: 10,
  choices: [],
  template: null,
  retired: false,
}

/** One field of the agency: what it asks, where, and whether it must be answered. */
export function FieldSheet({ id, onDone }: { id: string; onDone?: () => void }) {
  const t = useWords(fieldsWords)
  return (
    <DatedSheet
      kind="field"
      subject={id}
      title={t('fields')}
      blank={blank}
      Shown={FieldShown}
      Fields={FieldFields}
      {...(onDone ? { onDone } : {})}
    />
  )
}

const typeWord = {
  text: 'text',
  'long-text': 'long-text',
  number: 'number',
  date: 'date',
  choice: 'choice-one',
  choices: 'choice-many',
  'yes-no': 'yes-no',
} as const satisfies Record<Field['type'], string>

function FieldShown({ sheet: field }: { sheet: Field }) {
  const t = useWords(fieldsWords)
  const say = useWords(settingsWords)
  const formats = useFormats()
  const { language } = useLanguage()
  const offered = field.choices.filter(({ retired }) => !retired)
  return (
    <>
      <h3>
        {nameIn(field.label, language)} {field.retired && <Badge tone="done">{say('closed')}</Badge>}
      </h3>
      <Facts
        facts={[
          { label: t('record'), value: t(field.record) },
          { label: t('type'), value: t(typeWord[field.type]) },
          { label: t('choices'), value: formats.list(offered.map(({ label }) => nameIn(label, language))) },
          { label: t('help'), value: nameIn(field.help, language) },
          { label: t('onlyIn'), value: useOnlyIn(field.template) },
          { label: t('required'), value: say(field.required ? 'yes' : 'no') },
        ]}
      />
    </>
  )
}

function FieldFields({ sheet, set, error, isNew }: SheetTools<Field>) {
  const t = useWords(fieldsWords)
  const say = useWords(settingsWords)
  const chooses = sheet.type === 'choice' || sheet.type === 'choices'
  return (
    <>
      <NamesField
        label={t('label')}
        required
        value={sheet.label}
        onChange={set('label')}
        error={error('label.zh-CN') ?? error('label')}
      />
      {isNew && (
        <FieldRow>
          <ChoiceField
            label={t('record')}
            shape="list"
            choices={ownRecord.options.map((value) => ({ value, label: t(value) }))}
            value={sheet.record}
            onChange={set('record')}
          />
          <ChoiceField
            label={t('type')}
            shape="list"
            choices={fieldTypes.map((value) => ({ value, label: t(typeWord[value]) }))}
            value={sheet.type}
            onChange={set('type')}
            error={error('type')}
          />
        </FieldRow>
      )}
      {chooses && <ChoicesOf sheet={sheet} set={set} error={error} />}
      <NamesField label={t('help')} value={sheet.help} onChange={set('help')} />
      <NumberField
        label={t('order')}
        min={0}
        value={sheet.order}
        onChange={(order) => set('order')(order ?? 0)}
        error={error('order')}
      />
      <OnlyInField value={sheet.template} onChange={set('template')} />
      <CheckField label={t('required')} value={sheet.required} onChange={set('required')} />
      {!isNew && <CheckField label={say('close')} value={sheet.retired} onChange={set('retired')} />}
    </>
  )
}

function ChoicesOf({ sheet, set, error }: Omit<SheetTools<Field>, 'isNew'>) {
  const t = useWords(fieldsWords)
  return (
    <RowsField
      label={t('choices')}
      addLabel={t('addChoice')}
      value={sheet.choices}
      onChange={set('choices')}
      newRow={() => ({ code: `c-${crypto.randomUUID().slice(0, 8)}`, label: none, retired: false })}
      reorder
      max={100}
      error={error('choices')}
    >
      {({ row, set: setRow, index }) => (
        <>
          <NamesField
            label={t('choice')}
            required
            value={row.label}
            onChange={setRow('label')}
            error={error(`choices.${index}.label.zh-CN`)}
          />
          <CheckField label={t('retireChoice')} value={row.retired} onChange={setRow('retired')} />
        </>
      )}
    </RowsField>
  )
}
